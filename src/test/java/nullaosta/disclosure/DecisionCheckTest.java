package nullaosta.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.appointment.Act;
import nullaosta.appointment.Appointment;
import nullaosta.appointment.Assertion;
import nullaosta.appointment.OfficerKey;
import nullaosta.disclosure.DecisionCheck.Hand;
import nullaosta.register.proof.InclusionProof;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.IssuerKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A signed text counts for what was entered around it, and under a key that held when it was entered. */
class DecisionCheckTest {

    private static final Instant AT = Instant.parse("2016-03-01T12:00:30Z");
    private static final String ORIGIN = "example.org/register";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final IssuerKey authority = IssuerKey.generate(RANDOM);
    private final IssuerKey minister = IssuerKey.generate(RANDOM);
    private final List<PackageCheck.Entry> entries = new ArrayList<>();

    private PackageCheck.Entry enter(String kind, Map<String, ?> fields) {
        Map<String, @Nullable Object> opened = new LinkedHashMap<>();
        opened.put(PackageCheck.KIND, kind);
        fields.forEach((field, value) -> opened.put("/entry/" + field, value));
        Digest previous = entries.isEmpty() ? Digest.of() : entries.getLast().envelope().digest();
        PackageCheck.Entry entry = new PackageCheck.Entry(
                new Envelope("ab", entries.size() + 1, kind, Instant.parse("2016-03-01T12:00:00Z"), previous,
                        Digest.of()),
                100 + entries.size(), opened, List.of(), true);
        entries.add(entry);
        return entry;
    }

    /** A prepared case with the conditions that were entered. */
    private void prepared(List<String> conditions) {
        enter("Assessed", Map.of("digest", "cd", "outcome", "REFER"));
        enter("DecisionPrepared", Map.of("draft/conditions", conditions));
    }

    private void signed(List<String> conditions, Instant at) {
        signed("DecisionSigned", conditions, at);
    }

    private void signed(String kind, List<String> conditions, Instant at) {
        Map<String, Object> said = new LinkedHashMap<>(Map.of("v", 1, "kind", "Decision", "register", ORIGIN, "case",
                "IT-2016-0001", "previous", entries.getLast().envelope().digest().hex(), "assessment", "cd", "outcome",
                "REFER", "verdict", "APPROVE", "reasons", "agreed"));
        said.put("conditions", conditions);
        said.put("officer", "min.ferri");
        said.put("authority", "government");
        byte[] text = CanonicalJson.bytes(said);
        enter(kind, Map.of("signature/officer", "min.ferri", "signature/name", "On. G. Ferri",
                "signature/authority", "government", "signature/verdict", "APPROVE", "signature/reasons", "agreed",
                "signature/at", at.toString(), "signature/own",
                Map.of("text", new String(text, StandardCharsets.UTF_8), "assertion",
                        new Assertion.ByKey(minister.kid(), minister.sign(text)).text())));
    }

    private static ShownAct shown(Act act, long index) {
        return new ShownAct(act, new InclusionProof(index, 1_000, List.of()));
    }

    private ShownAct appointed() {
        return shown(Act.appoint(new Appointment("min.ferri", "On. G. Ferri", "government", "decree 1/2016",
                Instant.parse("2016-01-01T00:00:00Z"), Instant.parse("2017-01-01T00:00:00Z"),
                new OfficerKey.OfFile(minister.publicKey())), authority), 5);
    }

    private Hand hand(ShownAct... acts) {
        DisclosurePackage given = new DisclosurePackage("auditor", "IT-2016-0001", AT, "", List.of(), List.of(acts));
        List<DecisionCheck> checks = DecisionCheck.of(new PackageCheck.Sound(entries), given, ORIGIN,
                Optional.of(authority.publicKey()));
        assertThat(checks).hasSize(1);
        return checks.getFirst().hand();
    }

    @Test
    void whatWasEnteredAsItWasSigned() {
        prepared(List.of("escort"));
        signed(List.of("escort"), AT);
        assertThat(hand(appointed())).isEqualTo(Hand.OWN);
    }

    private void heard() {
        enter("OralDecisionEntered", Map.of("signature/officer", "min.ferri", "signature/name", "On. G. Ferri",
                "signature/authority", "government", "signature/oral",
                Map.of("enteredBy", "desk.greco", "act", "an order", "givenAt", "2016-03-01T11:50:00Z")));
    }

    @Test
    void whatWasHeardRestsOnWhoEnteredItUntilItIsConfirmed() {
        prepared(List.of("escort"));
        heard();
        assertThat(hand(appointed())).isEqualTo(Hand.ORAL);
        signed("OralDecisionConfirmed", List.of("escort"), AT);
        DisclosurePackage given = new DisclosurePackage("auditor", "IT-2016-0001", AT, "", List.of(),
                List.of(appointed()));
        assertThat(DecisionCheck.of(new PackageCheck.Sound(entries), given, ORIGIN,
                Optional.of(authority.publicKey()))).extracting(DecisionCheck::hand)
                .containsExactly(Hand.CONFIRMED, Hand.OWN);
    }

    @Test
    void aConfirmationOfOtherConditionsIsFalse() {
        prepared(List.of());
        heard();
        signed("OralDecisionConfirmed", List.of("escort"), AT);
        DisclosurePackage given = new DisclosurePackage("auditor", "IT-2016-0001", AT, "", List.of(),
                List.of(appointed()));
        assertThat(DecisionCheck.of(new PackageCheck.Sound(entries), given, ORIGIN,
                Optional.of(authority.publicKey()))).extracting(DecisionCheck::hand)
                .containsExactly(Hand.CONFIRMED, Hand.FALSE);
    }

    @Test
    void conditionsThatWereLeftOutOfTheDraft() {
        prepared(List.of());
        signed(List.of("escort"), AT);
        assertThat(hand(appointed())).isEqualTo(Hand.FALSE);
    }

    @Test
    void anAssessmentOfAnotherDigest() {
        prepared(List.of());
        enter("Assessed", Map.of("digest", "ef", "outcome", "REFER"));
        signed(List.of(), AT);
        assertThat(hand(appointed())).isEqualTo(Hand.FALSE);
    }

    /** Whoever holds an old key cannot write an earlier day beside it: the register shows the minute. */
    @Test
    void anInstantThatIsNotTheRegisters() {
        prepared(List.of());
        signed(List.of(), AT.minusSeconds(86_400));
        assertThat(hand(appointed())).isEqualTo(Hand.NOT_APPOINTED);
    }

    @Test
    void aKeyThatWasEndedOrAppointedLater() {
        prepared(List.of());
        signed(List.of(), AT);
        assertThat(hand(appointed(),
                shown(Act.end(minister.kid(), AT.minusSeconds(60), "he left office", authority), 50)))
                .isEqualTo(Hand.NOT_APPOINTED);
        assertThat(hand(appointed(), shown(Act.end(minister.kid(), AT.plusSeconds(600), "he leaves", authority), 50)))
                .isEqualTo(Hand.OWN);
        assertThat(hand(shown(appointed().act(), 500))).as("appointed after the decision stood there")
                .isEqualTo(Hand.NOT_APPOINTED);
        assertThat(hand()).isEqualTo(Hand.NOT_APPOINTED);
    }
}
