package nullaosta.clearance.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import nullaosta.clearance.token.StatusList.Status;
import nullaosta.seal.Cbor;
import nullaosta.seal.CoseSign1;
import nullaosta.seal.IssuerKey;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.seal.SealFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusListTest {

    private static final String ADDRESS = "https://nullaosta.example/status";
    private static final Instant AT = Instant.parse("2016-03-01T18:00:00Z");
    private static final IssuerKey KEY = IssuerKey.generate(new SecureRandom());
    private static final Map<String, IssuerPublicKey> KEYS = Map.of(KEY.kid(), KEY.publicKey());
    private static final Cbor.Table TYPED = new Cbor.Table(
            Map.of(Cbor.of(16), Cbor.of("application/statuslist+cwt")));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 255, 100_000})
    void readsBackEveryStatus(int count) throws Exception {
        Random random = new Random(count);
        List<Status> statuses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            statuses.add(random.nextInt(100) == 0 ? Status.values()[1 + random.nextInt(3)] : Status.VALID);
        }
        byte[] signed = StatusList.of(ADDRESS, AT.plusNanos(5), statuses).sign(KEY);
        StatusList read = StatusList.read(signed, KEYS);
        assertThat(read.address()).isEqualTo(ADDRESS);
        assertThat(read.issuedAt()).isEqualTo(AT);
        assertThat(read.count()).isEqualTo(count);
        for (int i = 0; i < count; i++) {
            assertThat(read.status(i)).contains(statuses.get(i));
        }
        assertThat(read.status(count)).isEmpty();
        assertThat(read.status(-1)).isEmpty();
        assertThat(signed.length).isLessThan(3_500);
    }

    /** The draft's example of two bits (clause 4.1): statuses 1 2 0 3 0 1 0 1 1 2 3 3 pack into C9 44 F9. */
    @Test
    void bitsStandAsInTheDraft() throws Exception {
        List<Status> statuses = List.of(1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3).stream().map(i -> Status.values()[i])
                .toList();
        byte[] compressed = HexFormat.of().parseHex("78da3be9f2130003df0207");
        StatusList read = StatusList.read(signed(claims(12, compressed)), KEYS);
        for (int i = 0; i < 12; i++) {
            assertThat(read.status(i)).contains(statuses.get(i));
        }
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        IssuerKey stranger = IssuerKey.generate(new SecureRandom());
        StatusList list = StatusList.of(ADDRESS, AT, List.of(Status.VALID));
        refused(list.sign(stranger), "no key of the trust file signed the status list");
        byte[] altered = list.sign(KEY);
        altered[altered.length - 1] ^= 1;
        refused(altered, "the signature of the status list is wrong");
        refused(CoseSign1.sign(new Cbor.Table(Map.of()), claims(1, packed(1)), KEY).encode(),
                "what is signed there is no status list");
        refused(signed(Cbor.of(1).encode()), "the status list is not a map");
        refused(signed(claims(5, packed(1))), "the status list's bits are not as many as its count says");
        refused(signed(claims(4, packed(2))), "the status list's bits are not as many as its count says");
        refused(signed(claims(1, deflated(new byte[]{4}))), "the status list says something behind its last clearance");
        refused(signed(claims(1, new byte[]{1, 2, 3})), "the status list's bits are not compressed as ZLIB does");
        refused(signed(claims(1, new byte[0])), "the status list's bits are cut short");
        refused(signed(claims(4_000_001, packed(1))),
                "the status list does not state its subject, its count and two bits for each clearance");
        refused(new byte[2_000_001], "a status list of 2000001 bytes; expected at most 2000000");
        assertThatThrownBy(() -> StatusList.of(ADDRESS, AT, Collections.nCopies(4_000_001, Status.VALID)))
                .hasMessage("a list has at most 4000000 statuses, found 4000001");
    }

    /** A kilobyte that swells to a gigabyte: no more is unpacked than the count calls for. */
    @Test
    void aBombDoesNotGoOff() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bomb, new Deflater(Deflater.BEST_COMPRESSION))) {
            byte[] zeroes = new byte[1 << 20];
            for (int i = 0; i < 1024; i++) {
                out.write(zeroes);
            }
        }
        assertThat(bomb.size()).isLessThan(1_100_000);
        long before = allocated();
        refused(signed(claims(4, bomb.toByteArray())), "the status list's bits are not as many as its count says");
        assertThat(allocated() - before).isLessThan(40_000_000);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    private static void refused(byte[] bytes, String message) {
        assertThatThrownBy(() -> StatusList.read(bytes, KEYS)).isInstanceOf(SealFault.class).hasMessage(message);
    }

    private static byte[] signed(byte[] payload) {
        return CoseSign1.sign(TYPED, payload, KEY).encode();
    }

    private static byte[] claims(int count, byte[] compressed) {
        Map<Cbor, Cbor> list = new LinkedHashMap<>();
        list.put(Cbor.of("bits"), Cbor.of(2));
        list.put(Cbor.of("lst"), Cbor.of(compressed));
        Map<Cbor, Cbor> claims = new LinkedHashMap<>();
        claims.put(Cbor.of(2), Cbor.of(ADDRESS));
        claims.put(Cbor.of(6), Cbor.of(AT.getEpochSecond()));
        claims.put(Cbor.of(65533), new Cbor.Table(list));
        claims.put(Cbor.of(-65537), Cbor.of(count));
        return new Cbor.Table(claims).encode();
    }

    private static byte[] packed(int bytes) throws Exception {
        return deflated(new byte[bytes]);
    }

    private static byte[] deflated(byte[] plain) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(plain);
        }
        return out.toByteArray();
    }
}
