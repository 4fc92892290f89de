package nullaosta.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nullaosta.appointment.Act;
import nullaosta.appointment.Appointment;
import nullaosta.appointment.Assertion;
import nullaosta.appointment.OfficerKey;
import nullaosta.appointment.Roll;
import nullaosta.appointment.SignedText;
import nullaosta.assessment.Outcome;
import nullaosta.party.HostFile;
import nullaosta.party.Person;
import nullaosta.seal.Digest;
import nullaosta.seal.IssuerKey;
import org.junit.jupiter.api.Test;

/** A decision under the officer's own key: what is taken, and why the rest is not. */
class HandTest {

    private static final Instant NOW = Instant.parse("2016-03-01T12:00:00Z");
    private static final Digest PREVIOUS = Digest.of(new byte[]{1});
    private static final SecureRandom RANDOM = new SecureRandom();

    private final IssuerKey appointing = IssuerKey.generate(RANDOM);
    private final IssuerKey minister = IssuerKey.generate(RANDOM);

    private static Bench bench(List<String> conditions) throws Exception {
        return new Bench(HostFile.host(Path.of("hosts/it")),
                new Ground(Outcome.REFER, List.of("government"), List.of(), "ab"),
                Optional.of(new Draft("desk.rossi", Verdict.APPROVE, "complete", conditions, "ab")), List.of(),
                Set.of("desk.rossi"));
    }

    private static Person minister() throws Exception {
        return HostFile.people(Path.of("hosts/it")).find("min.ferri").orElseThrow();
    }

    private Act appointment(String officer, String authority, String until) {
        return Act.appoint(new Appointment(officer, "On. G. Ferri", authority, "decree 1/2016",
                Instant.parse("2016-01-01T00:00:00Z"), Instant.parse(until),
                new OfficerKey.OfFile(minister.publicKey())), appointing);
    }

    private Roll roll(Act... acts) {
        return new Roll(appointing.publicKey(), List.of(acts));
    }

    private Roll appointed() {
        return roll(appointment("min.ferri", "government", "2017-01-01T00:00:00Z"));
    }

    private static Signing signing(Optional<SignedText> given, Roll roll, Digest previous) {
        return new Signing("example.org/register", "IT-2016-0001", previous, given, Optional.of(roll), true);
    }

    private static DecisionText text(Bench bench, Roll roll) throws Exception {
        return bench.text(minister(), Verdict.APPROVE, "as prepared", signing(Optional.empty(), roll, PREVIOUS), NOW)
                .orElseThrow();
    }

    private static SignedText signed(DecisionText text, IssuerKey key) {
        return new SignedText(text.text(), new Assertion.ByKey(key.kid(),
                key.sign(text.text().getBytes(StandardCharsets.UTF_8))).text());
    }

    private static Vote sign(Bench bench, Optional<SignedText> given, Roll roll, Digest previous) throws Exception {
        return bench.sign(minister(), Verdict.APPROVE, "as prepared", signing(given, roll, previous), NOW);
    }

    private static void barred(Bar bar, Vote vote) {
        assertThat(vote).isEqualTo(new Vote.Barred(bar));
    }

    @Test
    void theSignatureStandsInTheDecision() throws Exception {
        Bench bench = bench(List.of("by day"));
        SignedText signed = signed(text(bench, appointed()), minister);
        assertThat(sign(bench, Optional.of(signed), appointed(), PREVIOUS))
                .isInstanceOfSatisfying(Vote.Pending.class,
                        pending -> assertThat(pending.signature().own()).contains(signed));
        assertThat(signed.text()).isEqualTo("""
                {"assessment":"ab","authority":"government","case":"IT-2016-0001","conditions":["by day"],\
                "kind":"Decision","officer":"min.ferri","outcome":"REFER",\
                "previous":"4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a","reasons":"as prepared",\
                "register":"example.org/register","v":1,"verdict":"APPROVE"}""");
    }

    @Test
    void aHostThatAsksForTheKeyTakesNothingWithout() throws Exception {
        barred(Bar.KEY_MISSING, sign(bench(List.of()), Optional.empty(), appointed(), PREVIOUS));
    }

    @Test
    void whatWasSignedMustBeWhatIsDecided() throws Exception {
        SignedText signed = signed(text(bench(List.of("by day")), appointed()), minister);
        barred(Bar.SIGNED_OTHERWISE, sign(bench(List.of()), Optional.of(signed), appointed(), PREVIOUS));
        barred(Bar.SIGNED_OTHERWISE,
                sign(bench(List.of("by day")), Optional.of(signed), appointed(), Digest.of(new byte[]{2})));
    }

    @Test
    void aSignatureOfAnotherKeyOrOverAnotherTextIsNone() throws Exception {
        DecisionText text = text(bench(List.of()), appointed());
        SignedText good = signed(text, minister);
        SignedText swapped = new SignedText(text.text(), new Assertion.ByKey(minister.kid(),
                IssuerKey.generate(RANDOM).sign(text.text().getBytes(StandardCharsets.UTF_8))).text());
        barred(Bar.SIGNATURE_FALSE, sign(bench(List.of()), Optional.of(swapped), appointed(), PREVIOUS));
        barred(Bar.SIGNATURE_FALSE, sign(bench(List.of()),
                Optional.of(new SignedText(text.text() + " ", good.assertion())), appointed(), PREVIOUS));
        barred(Bar.KEY_NOT_APPOINTED, sign(bench(List.of()), Optional.of(new SignedText(text.text(), "nothing")),
                appointed(), PREVIOUS));
    }

    @Test
    void aKeyMustBeAppointedForThisPersonThisAuthorityAndThisHour() throws Exception {
        Optional<SignedText> signed = Optional.of(signed(text(bench(List.of()), appointed()), minister));
        for (Roll roll : List.of(roll(), roll(appointment("pcm.valle", "government", "2017-01-01T00:00:00Z")),
                roll(appointment("min.ferri", "defence-staff", "2017-01-01T00:00:00Z")),
                roll(appointment("min.ferri", "government", "2016-03-01T12:00:00Z")),
                roll(appointment("min.ferri", "government", "2017-01-01T00:00:00Z"),
                        Act.end(minister.kid(), NOW, "he left office", appointing)))) {
            barred(Bar.KEY_NOT_APPOINTED, sign(bench(List.of()), signed, roll, PREVIOUS));
        }
        assertThat(sign(bench(List.of()), signed,
                roll(appointment("min.ferri", "government", "2017-01-01T00:00:00Z"),
                        Act.end(minister.kid(), NOW.plusSeconds(1), "he leaves office", appointing)),
                PREVIOUS)).isInstanceOf(Vote.Pending.class);
    }

    @Test
    void anActOfAnotherAuthorityIsNotOnTheRoll() {
        Act forged = Act.appoint(((Act.Appointed) appointment("min.ferri", "government", "2017-01-01T00:00:00Z"))
                .appointment(), minister);
        assertThatThrownBy(() -> roll(forged)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void actsAndAssertionsAreReadBack() throws Exception {
        for (Act act : List.of(appointment("min.ferri", "government", "2017-01-01T00:00:00Z"),
                Act.end(minister.kid(), NOW, "he left office", appointing))) {
            assertThat(Act.parse(act.document()).document()).isEqualTo(act.document());
            assertThat(Act.parse(act.document()).signedBy(appointing.publicKey())).isTrue();
        }
        Assertion passkey = new Assertion.ByPasskey("ab", new byte[]{1}, new byte[]{2}, new byte[]{3});
        assertThat(Assertion.parse(passkey.text()).text()).isEqualTo(passkey.text());
    }
}
