package nullaosta.clearance.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.clearance.token.StatusList.Status;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.IssuerKey;
import nullaosta.seal.NoteKey;
import nullaosta.seal.SealFault;
import nullaosta.seal.TestWitness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Trust files and packs: they read back, and what is wrong with one is told with its place. */
class TrustTest {

    private static final TestHost HOST = host();
    private static final Trust TRUST = HOST.trust(1);

    private static TestHost host() {
        SecureRandom random = new SecureRandom();
        try {
            return new TestHost(IssuerKey.generate(random), NoteKey.generate("nullaosta.example/register", random),
                    List.of(TestWitness.generate("parliament.example/witness", random)));
        } catch (SealFault e) {
            throw new AssertionError(e);
        }
    }

    private static Pack pack() throws SealFault {
        ClearanceToken token = HOST.register(ClearanceToken.sign(TestHost.claims(0), HOST.issuer));
        return HOST.pack(TestHost.PACKED, HOST.statusList(TestHost.PACKED, Status.VALID), 1, token);
    }

    @Test
    void readsBackWhatItWrites() throws Exception {
        Trust with = new Trust(TRUST.host(), TRUST.name(), TRUST.exercise(), TRUST.issuers(), TRUST.register(),
                TRUST.witnesses(), TRUST.quorum(), TRUST.green(), TRUST.amber(), Optional.of(pack()));
        assertThat(Trust.read(with.bytes()).bytes()).isEqualTo(with.bytes());
        assertThat(Trust.read(TRUST.bytes())).isEqualTo(TRUST);
        Pack silent = new Pack(pack().madeAt(), pack().checkpoint(), pack().statusList(), Optional.empty());
        assertThat(Pack.read(silent.bytes()).issues()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithATrustFile() {
        String vkey = TRUST.witnesses().getFirst().vkey();
        trust("host", 5L, "/host: found `5`; expected a text");
        trust("name", null, "/name: found nothing; expected a text");
        trust("dataMode", "BOTH", "/dataMode: found `BOTH`; expected one of REAL, EXERCISE");
        trust("issuerKeys", List.of(), "/issuerKeys: found none; expected at least one");
        trust("issuerKeys", List.of(Map.of("kid", "00", "spki", HOST.issuer.publicKey().spki())),
                "/issuerKeys/0/kid: found `00`; expected `" + HOST.issuer.kid() + "`, which follows from the key");
        trust("issuerKeys", List.of(Map.of("kid", "00", "spki", "AAAA")),
                "/issuerKeys/0/spki: this is not a public key for ES256");
        trust("issuerKeys", List.of(key("notBefore", "noon")),
                "/issuerKeys/0/notBefore: found `noon`; expected an instant such as `2016-03-01T18:00:00Z`");
        Map<String, Object> backwards = key("notBefore", "2016-03-01T00:00:00Z");
        backwards.put("notAfter", "2016-02-01T00:00:00Z");
        trust("issuerKeys", List.of(backwards), "/issuerKeys/0/notAfter: found `2016-02-01T00:00:00Z`; expected an "
                + "instant from 2016-03-01T00:00:00Z on");
        trust("register", Map.of("origin", "other.example", "key", TRUST.register().vkey()),
                "/register/origin: found `other.example`; expected `nullaosta.example/register`, the name of its key");
        trust("register", Map.of("origin", "x", "key", "x"),
                "/register/key: found `x`; expected a verifier key `name+id+base64` for Ed25519");
        trust("register", "x", "/register: found `x`; expected an object");
        trust("witnesses", List.of("x"),
                "/witnesses/0: found `x`; expected a witness's key `name+id+base64` for cosignatures with Ed25519 or "
                        + "ML-DSA-44");
        trust("witnesses", List.of(vkey, vkey), "/witnesses/1: this witness stands there twice");
        trust("quorum", 2L, "/quorum: found `2`; expected a whole number from 0 to 1");
        trust("packGreenMinutes", 0L, "/packGreenMinutes: found `0`; expected a whole number from 1 to 44640");
        trust("appointingKey", "no key", "/appointingKey: this is not a public key for ES256");
        trust("packAmberMinutes", 59L, "/packAmberMinutes: found `59`; expected a whole number from 60 to 44640");
        trust("qourum", 1L,
                "found the field `qourum`; expected only appointingKey, dataMode, host, issuerKeys, name, pack,"
                        + " packAmberMinutes, packGreenMinutes, quorum, register, witnesses");
        trust("pack", Map.of(), "/pack/madeAt: found nothing; expected a text");
        assertThatThrownBy(() -> Trust.read("[]".getBytes(StandardCharsets.UTF_8))).isInstanceOf(SealFault.class)
                .hasMessage("found a list; expected an object");
        assertThatThrownBy(() -> Trust.read("{".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("line 1, column 2: found the end of the text; expected a key in double quotes");
    }

    @Test
    void saysWhatIsWrongWithAPack() throws Exception {
        pack("madeAt", "yesterday", "/madeAt: found `yesterday`; expected an instant such as `2016-03-01T18:00:00Z`");
        pack("statusList", "AB==", "/statusList: found `AB==`; expected base64");
        pack("issues", "all", "/issues: found `all`; expected a list");
        pack("issues", List.of("x"), "/issues/0: found `x`; expected an object");
        pack("issues", List.of(Map.of("token", "x", "index", 0L, "path", List.of())),
                "/issues/0/token: found `x`; expected a SHA-256 digest of 64 hexadecimal digits");
        pack("issues", List.of(Map.of("token", "0".repeat(64), "index", -1L, "path", List.of())),
                "/issues/0/index: found `-1`; expected a whole number from 0 to 9007199254740991");
        pack("issues", List.of(Map.of("token", "0".repeat(64), "index", 0L, "path", List.of("AAAA"))),
                "/issues/0/path: found `AAAA`; expected a SHA-256 digest in base64");
        pack("issues", List.of(Map.of("token", "0".repeat(64), "index", 0L, "path", List.of(1L))),
                "/issues/0/path/0: found `1`; expected a text");
        pack("more", 1L, "found the field `more`; expected only checkpoint, issues, madeAt, statusList");
    }

    @Test
    void limitsThatContradictEachOtherAreABug() {
        assertThatThrownBy(() -> HOST.trust(2)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a quorum of 2 among 1 witnesses");
    }

    private static Map<String, Object> key(String field, Object value) {
        Map<String, Object> key = new LinkedHashMap<>(
                Map.of("kid", HOST.issuer.kid(), "spki", HOST.issuer.publicKey().spki()));
        key.put(field, value);
        return key;
    }

    /** A key's time is kept in the file, and both its ends are included. */
    @Test
    void aKeyHasItsTime() throws Exception {
        Instant from = Instant.parse("2016-01-01T00:00:00Z");
        Instant until = Instant.parse("2016-12-31T23:59:59Z");
        KeyTime time = new KeyTime(Optional.of(from), Optional.of(until));
        Trust timed = new Trust(TRUST.host(), TRUST.name(), TRUST.exercise(), TRUST.issuers(),
                Map.of(HOST.issuer.kid(), time), TRUST.register(), TRUST.witnesses(), TRUST.quorum(), TRUST.green(),
                TRUST.amber(), Optional.empty());
        assertThat(Trust.read(timed.bytes())).isEqualTo(timed);
        assertThat(time.holds(from) && time.holds(until)).isTrue();
        assertThat(time.holds(from.minusSeconds(1)) || time.holds(until.plusSeconds(1))).isFalse();
        assertThat(KeyTime.ALWAYS.holds(Instant.MIN)).isTrue();
        assertThatThrownBy(() -> new KeyTime(Optional.of(until), Optional.of(from)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a key's time ends at 2016-01-01T00:00:00Z and begins at 2016-12-31T23:59:59Z");
    }

    private static void trust(String field, @Nullable Object value, String message) {
        byte[] json = with(TRUST.toMap(), field, value);
        assertThatThrownBy(() -> Trust.read(json)).isInstanceOf(SealFault.class).hasMessage(message);
    }

    private static void pack(String field, @Nullable Object value, String message) throws SealFault {
        byte[] json = with(pack().toMap(), field, value);
        assertThatThrownBy(() -> Pack.read(json)).isInstanceOf(SealFault.class).hasMessage(message);
    }

    private static byte[] with(Map<String, Object> map, String field, @Nullable Object value) {
        Map<String, Object> other = new LinkedHashMap<>(map);
        if (value == null) {
            other.remove(field);
        } else {
            other.put(field, value);
        }
        return CanonicalJson.bytes(other);
    }
}
