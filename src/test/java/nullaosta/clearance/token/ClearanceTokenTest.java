package nullaosta.clearance.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nullaosta.clearance.token.Remark.Reason;
import nullaosta.clearance.token.StatusList.Status;
import nullaosta.seal.Base45;
import nullaosta.seal.Cbor;
import nullaosta.seal.CoseSign1;
import nullaosta.seal.IssuerKey;
import nullaosta.seal.NoteKey;
import nullaosta.seal.TestWitness;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for every clearance: whatever is altered, cut or forged is never green. */
class ClearanceTokenTest {

    private static TestHost host;
    private static ClearanceToken token;
    private static Pack pack;

    @BeforeAll
    static void aHostIssues() throws Exception {
        SecureRandom random = new SecureRandom();
        host = new TestHost(IssuerKey.generate(random), NoteKey.generate("nullaosta.example/register", random),
                List.of(TestWitness.generate("parliament.example/witness", random),
                        TestWitness.generate("state.example/witness", random)));
        token = host.register(ClearanceToken.sign(TestHost.claims(0), host.issuer));
        for (int i = 0; i < 40; i++) {
            host.enter(new byte[]{(byte) i});
        }
        pack = host.pack(TestHost.PACKED, host.statusList(TestHost.PACKED, Status.VALID), 2, token);
    }

    private static TokenCheck check(String text, Trust trust, Pack given) {
        return TokenCheck.check(text, trust, Optional.of(given), TestHost.NOW);
    }

    private static ClearanceToken sound(String text) {
        return ((ClearanceToken.Reading.Sound) ClearanceToken.read(text)).token();
    }

    @Test
    void readsBackWhatWasSigned() {
        assertThat(check(token.text(), host.trust(2), pack)).isEqualTo(
                new TokenCheck(Light.GREEN, List.of(), Optional.of(token), Optional.of(Duration.ofMinutes(5))));
        assertThat(sound(token.text()).claims()).isEqualTo(TestHost.claims(0));
        assertThat(sound(token.text()).text()).isEqualTo(token.text());
    }

    @Test
    void aReceiptIsTakenOffAgain() throws Exception {
        ClearanceToken carrying = token.withReceipt(host.receipt(token, 2));
        assertThat(sound(carrying.text())).isEqualTo(carrying);
        assertThat(carrying.digest()).isEqualTo(token.digest());
        assertThat(carrying.withoutReceipt()).isEqualTo(token);
        Pack silent = new Pack(pack.madeAt(), pack.checkpoint(), pack.statusList(), Optional.empty());
        assertThat(check(carrying.text(), host.trust(2), silent).light()).isEqualTo(Light.GREEN);
        assertThat(check(token.text(), host.trust(2), silent).remarks())
                .containsExactly(new Remark(Reason.RECEIPT_MISSING, ""));
    }

    /** Property: each bit of the signed message; of a receipt, which proves itself, one bit of each byte. */
    @Test
    void noAlteredBitIsGreen() throws Exception {
        byte[] bare = token.message().encode();
        for (int bit = 0; bit < bare.length * 8; bit++) {
            neverGreen(bare, bit, pack);
        }
        Pack silent = new Pack(pack.madeAt(), pack.checkpoint(), pack.statusList(), Optional.empty());
        byte[] carrying = token.withReceipt(host.receipt(token, 2)).message().encode();
        Random random = new Random(394);
        for (int at = 0; at < carrying.length; at++) {
            neverGreen(carrying, at * 8 + random.nextInt(8), silent);
        }
    }

    private static void neverGreen(byte[] bytes, int bit, Pack given) {
        byte[] altered = bytes.clone();
        altered[bit / 8] ^= (byte) (1 << bit % 8);
        TokenCheck check = check(ClearanceToken.PREFIX + Base45.encode(altered), host.trust(2), given);
        assertThat(check.light()).as("bit %s: %s", bit, check.remarks()).isNotEqualTo(Light.GREEN);
    }

    /** Property: each character, put out by any other. */
    @Test
    void noAlteredCharacterIsGreen() {
        Random random = new Random(45);
        String text = token.text();
        for (int i = 0; i < text.length(); i++) {
            StringBuilder altered = new StringBuilder(text);
            char other = (char) (0x20 + random.nextInt(0x5f));
            altered.setCharAt(i, other == text.charAt(i) ? '~' : other);
            assertThat(check(altered.toString(), host.trust(2), pack).light()).isEqualTo(Light.RED);
        }
    }

    @Test
    void noPartOfItIsGreen() throws Exception {
        for (String text : List.of(token.text(), token.withReceipt(host.receipt(token, 2)).text())) {
            for (int length = 0; length < text.length(); length++) {
                TokenCheck check = check(text.substring(0, length), host.trust(2), pack);
                assertThat(check.light()).isEqualTo(Light.RED);
                assertThat(check.remarks().getFirst().reason())
                        .isIn(Reason.NO_PREFIX, Reason.CUT_SHORT, Reason.NOT_BASE45);
            }
            for (String more : List.of("0", "00", "000", " ", "\n", "NA1:")) {
                assertThat(check(text + more, host.trust(2), pack).light()).isEqualTo(Light.RED);
            }
        }
    }

    @Test
    void anotherKeyIsNoKeyOfTheHost() {
        IssuerKey stranger = IssuerKey.generate(new SecureRandom());
        TokenCheck check = check(ClearanceToken.sign(TestHost.claims(0), stranger).text(), host.trust(2), pack);
        assertThat(check.light()).isEqualTo(Light.RED);
        assertThat(check.remarks()).containsExactly(new Remark(Reason.KEY_UNKNOWN,
                "it names the key " + stranger.kid() + "; known are " + host.issuer.kid()));
        assertThat(check.clearance()).isEmpty();
    }

    @Test
    void aMessageThatNamesNoKeyIsNobodys() {
        CoseSign1 named = token.message();
        CoseSign1 unnamed = new CoseSign1(new Cbor.Table(Map.of(Cbor.of(1), Cbor.of(-7))), named.open(),
                named.payload(), named.signature());
        assertThat(check(ClearanceToken.PREFIX + Base45.encode(unnamed.encode()), host.trust(2), pack).remarks())
                .containsExactly(new Remark(Reason.KEY_UNKNOWN, "it names no key; known are " + host.issuer.kid()));
    }

    /** Property: whatever a trusted key signed, reading it ends in a value, and in no other claims than were signed. */
    @Test
    void anythingSignedIsReadToAValue() {
        byte[] payload = ClaimsFormat.write(TestHost.claims(0));
        Random random = new Random(8392);
        int sound = 0;
        for (int i = 0; i < 4000; i++) {
            byte[] altered = payload.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
            }
            CoseSign1 signed = CoseSign1.sign(new Cbor.Table(Map.of()), altered, host.issuer);
            if (ClearanceToken.read(ClearanceToken.PREFIX
                    + Base45.encode(signed.encode())) instanceof ClearanceToken.Reading.Sound(ClearanceToken read)) {
                assertThat(ClaimsFormat.write(read.claims())).isEqualTo(altered);
                sound++;
            }
        }
        assertThat(sound).isBetween(100, 3900);
    }

    /** Each field of what is permitted, taken out or put out by a value of another kind. */
    @Test
    void eachFieldIsHeldToItsKind() throws Exception {
        Cbor.Table claims = (Cbor.Table) Cbor.decode(ClaimsFormat.write(TestHost.claims(0)));
        for (long key : List.of(1L, 4L, 5L, 6L, 7L, 65535L, -65537L)) {
            refused(with(claims, key, Optional.empty()), "claim " + key);
            refused(with(claims, key, Optional.of(new Cbor.Null())), "claim " + key);
        }
        Cbor.Table permitted = (Cbor.Table) claims.entries().getOrDefault(Cbor.of(-65537), claims);
        for (long key = 1; key <= 15; key++) {
            if (!List.of(4L, 7L, 8L).contains(key)) {
                refused(with(claims, -65537, Optional.of(with(permitted, key, Optional.empty()))), "field " + key);
            }
            refused(with(claims, -65537, Optional.of(with(permitted, key, Optional.of(new Cbor.Null())))),
                    "field " + key);
        }
        refused(with(claims, 7, Optional.of(Cbor.of(new byte[]{'I', (byte) 0xe9, '/', '1'}))), "claim 7");
        refused(with(claims, 4, Optional.of(Cbor.of(-1))), "claim 4");
    }

    private static void refused(Cbor.Table claims, String what) {
        CoseSign1 signed = CoseSign1.sign(new Cbor.Table(Map.of()), claims.encode(), host.issuer);
        assertThat(ClearanceToken.read(ClearanceToken.PREFIX + Base45.encode(signed.encode())))
                .isInstanceOfSatisfying(ClearanceToken.Reading.Faulty.class, faulty -> {
                    assertThat(faulty.reason()).isEqualTo(Reason.MALFORMED);
                    assertThat(faulty.found()).startsWith(what + " ");
                });
    }

    private static Cbor.Table with(Cbor.Table table, long key, Optional<Cbor> value) {
        Map<Cbor, Cbor> entries = new LinkedHashMap<>(table.entries());
        entries.remove(Cbor.of(key));
        value.ifPresent(it -> entries.put(Cbor.of(key), it));
        return new Cbor.Table(entries);
    }

    /** A key that was stolen signs well, but the register does not hold what it signed. */
    @Test
    void aStolenKeyDoesNotMakeGreen() {
        ClearanceToken forged = ClearanceToken.sign(TestHost.claims(0), host.issuer);
        assertThat(check(forged.text(), host.trust(2), pack).remarks()).extracting(Remark::reason)
                .containsExactly(Reason.NOT_IN_REGISTER);
        Claims fresh = TestHost.during(TestHost.claims(0), TestHost.NOW, TestHost.FROM, TestHost.UNTIL);
        assertThat(check(ClearanceToken.sign(fresh, host.issuer).text(), host.trust(2), pack).remarks())
                .extracting(Remark::reason).containsExactly(Reason.RECEIPT_MISSING);
    }

    /** A pack that only says so proves nothing. */
    @Test
    void aListedIssueMustBeProven() {
        ClearanceToken forged = ClearanceToken.sign(TestHost.claims(0), host.issuer);
        Pack.Issue real = host.listed(token);
        Pack lying = new Pack(pack.madeAt(), pack.checkpoint(), pack.statusList(),
                Optional.of(List.of(new Pack.Issue(forged.digest(), real.index(), real.path()))));
        assertThat(check(forged.text(), host.trust(2), lying).remarks()).extracting(Remark::reason)
                .containsExactly(Reason.NOT_IN_REGISTER);
    }

    /** A thief of both keys signs receipts, too; witnesses never saw that register. */
    @Test
    void aReceiptOfTheOperatorAloneIsAmber() throws Exception {
        ClearanceToken carrying = token.withReceipt(host.receipt(token, 0));
        Pack silent = new Pack(pack.madeAt(), pack.checkpoint(), pack.statusList(), Optional.empty());
        TokenCheck check = check(carrying.text(), host.trust(1), silent);
        assertThat(check.light()).isEqualTo(Light.AMBER);
        assertThat(check.remarks()).containsExactly(new Remark(Reason.QUORUM_NOT_REACHED, "0 of 2; expected 1"));
        assertThat(check(carrying.text(), host.trust(0), silent).light()).isEqualTo(Light.GREEN);
    }

    @Test
    void theQuorumIsCountedToTheLastWitness() throws Exception {
        byte[] list = host.statusList(TestHost.PACKED, Status.VALID);
        for (int cosigned = 0; cosigned <= 2; cosigned++) {
            for (int quorum = 0; quorum <= 2; quorum++) {
                TokenCheck check = check(token.text(), host.trust(quorum),
                        host.pack(TestHost.PACKED, list, cosigned, token));
                assertThat(check.light()).as("%s of %s", cosigned, quorum)
                        .isEqualTo(cosigned >= quorum ? Light.GREEN : Light.AMBER);
                assertThat(check.remarks()).extracting(Remark::reason).isEqualTo(
                        cosigned < quorum
                                ? List.of(Reason.QUORUM_NOT_REACHED)
                                : quorum == 0 ? List.of(Reason.OPERATOR_ALONE) : List.of());
            }
        }
    }

    /** A witness that signs twice is one witness. */
    @Test
    void aWitnessCountsOnce() throws Exception {
        Receipt once = host.receipt(token, 1);
        Receipt twice = new Receipt(once.message(), once.proof(),
                List.of(once.cosignatures().getFirst(), once.cosignatures().getFirst()));
        assertThat(host.trust(2).vouching(twice.checkpoint(IssueEntry.leaf(token.digest()), host.trust(2))
                .orElseThrow())).isEqualTo(1);
    }

    @Test
    void theWindowAndThePackEndToTheSecond() throws Exception {
        byte[] list = host.statusList(TestHost.FROM.minusSeconds(1), Status.VALID);
        Pack fresh = host.pack(TestHost.FROM.minusSeconds(1), list, 2, token);
        Map<Instant, Light> lights = Map.of(TestHost.FROM.minusSeconds(1), Light.RED, TestHost.FROM, Light.GREEN,
                TestHost.FROM.plusSeconds(3599), Light.GREEN, TestHost.FROM.plusSeconds(3600), Light.AMBER,
                TestHost.UNTIL.minusSeconds(1), Light.AMBER, TestHost.UNTIL, Light.RED);
        lights.forEach((now, light) -> assertThat(
                TokenCheck.check(token.text(), host.trust(2), Optional.of(fresh), now).light()).as("%s", now)
                .isEqualTo(light));
        Claims longer = TestHost.during(TestHost.claims(0), TestHost.ISSUED, TestHost.FROM,
                TestHost.FROM.plus(Duration.ofDays(3)));
        ClearanceToken lasting = host.register(ClearanceToken.sign(longer, host.issuer));
        Pack old = host.pack(TestHost.FROM, host.statusList(TestHost.FROM, Status.VALID), 2, lasting);
        Map<Duration, Reason> limits = Map.of(Duration.ofMinutes(60).plusNanos(1), Reason.PACK_OLD,
                Duration.ofHours(24), Reason.PACK_OLD, Duration.ofHours(24).plusNanos(1), Reason.PACK_TOO_OLD);
        limits.forEach((age, reason) -> assertThat(TokenCheck.check(lasting.text(), host.trust(2), Optional.of(old),
                TestHost.FROM.plus(age)).remarks()).extracting(Remark::reason).containsExactly(reason));
        assertThat(TokenCheck.check(lasting.text(), host.trust(2), Optional.of(old),
                TestHost.FROM.plus(Duration.ofMinutes(60))).light()).isEqualTo(Light.GREEN);
    }

    /** What nobody signed can make a pack older, never younger. */
    @Test
    void aPackIsAsOldAsItsStatusList() throws Exception {
        byte[] list = host.statusList(TestHost.NOW.minus(Duration.ofHours(3)), Status.VALID);
        assertThat(check(token.text(), host.trust(2), host.pack(TestHost.NOW, list, 2, token)).remarks())
                .containsExactly(new Remark(Reason.PACK_OLD, "3 h 00 min old; fresh until 1 h 00 min"));
        byte[] ahead = host.statusList(TestHost.NOW.plus(Duration.ofMinutes(6)), Status.VALID);
        assertThat(check(token.text(), host.trust(2),
                host.pack(TestHost.NOW.plus(Duration.ofMinutes(6)), ahead, 2, token)).remarks())
                .containsExactly(new Remark(Reason.CLOCK_WRONG, "the pack was made 6 min from now"));
    }

    @Test
    void theNewerPackCounts() throws Exception {
        Pack revoking = host.pack(TestHost.PACKED.plusSeconds(60),
                host.statusList(TestHost.PACKED.plusSeconds(60), Status.REVOKED), 2, token);
        Trust plain = host.trust(2);
        Trust carrying = new Trust(plain.host(), plain.name(), plain.exercise(), plain.issuers(), plain.register(),
                plain.witnesses(), plain.quorum(), plain.green(), plain.amber(), Optional.of(revoking));
        assertThat(check(token.text(), carrying, pack).light()).isEqualTo(Light.RED);
        assertThat(TokenCheck.check(token.text(), carrying, Optional.empty(), TestHost.NOW).remarks())
                .containsExactly(new Remark(Reason.REVOKED, ""));
    }

    @Test
    void claimsThatNoReaderTakesAreNotSigned() {
        Claims claims = TestHost.claims(0);
        Claims wrong = new Claims(claims.issuer(), "x", claims.issuedAt(), claims.from(), claims.until(),
                claims.status(), claims.permitted());
        assertThatThrownBy(() -> ClearanceToken.sign(wrong, host.issuer)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this clearance fits no paper: claim 7 is no number of a clearance");
        Claims.Conditions bell = new Claims.Conditions.Written(List.of("\u001b[2J"));
        assertThatThrownBy(() -> ClearanceToken.sign(TestHost.claims(0, bell), host.issuer))
                .hasMessage("this clearance fits no paper: field 14 is no text of 1 to 500 characters");
    }
}
