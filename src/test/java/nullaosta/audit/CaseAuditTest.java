package nullaosta.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.disclosure.DisclosurePackage;
import nullaosta.disclosure.Envelope;
import nullaosta.disclosure.PackageCheck;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an auditor is told of a case whose entries do not belong together, or that is listed otherwise than they say. */
class CaseAuditTest {

    private static final DisclosurePackage PACKAGE = new DisclosurePackage("auditor", "IT-2016-0001", Instant.EPOCH, "",
            List.of(), List.of());

    private final List<PackageCheck.Entry> entries = new ArrayList<>();

    private CaseAuditTest entry(String kind, String by, Map<String, ?> fields) {
        Map<String, @Nullable Object> opened = new LinkedHashMap<>();
        opened.put("/by", by);
        opened.put("/at", "1970-01-01T00:00:00Z");
        opened.put(PackageCheck.KIND, kind);
        fields.forEach((field, value) -> opened.put("/entry/" + field, value));
        entries.add(new PackageCheck.Entry(
                new Envelope("ab", entries.size() + 1, kind, Instant.EPOCH, Digest.of(), Digest.of()), entries.size(),
                opened, List.of(), true));
        return this;
    }

    private CaseAuditTest signed(String officer, String by) {
        return signed(officer, by, "APPROVE");
    }

    private CaseAuditTest signed(String officer, String by, String verdict) {
        return entry("DecisionSigned", by,
                Map.of("signature/officer", officer, "signature/verdict", verdict, "signature/name", officer,
                        "signature/authority", "government", "signature/own", "none"));
    }

    private CaseAuditTest decided() {
        return entry("Decided", "min.ferri", Map.of("verdict", "APPROVE"));
    }

    private CaseAuditTest issued() {
        return entry("ClearanceIssued", "min.ferri", Map.of("clearance/number", "IT-2016-0001/1", "token", "NA1:"));
    }

    private CaseAuditTest prepared() {
        return entry("MissionFiled", "us.embassy", Map.of()).entry("DecisionPrepared", "desk.rossi", Map.of());
    }

    private List<String> contradictions(Listed listed) {
        return CaseAudit.of(listed, PACKAGE, new PackageCheck.Sound(entries), "example.org/register", Optional.empty())
                .stream().filter(it -> it.weight() == Finding.Weight.CONTRADICTION).map(Finding::words).toList();
    }

    /** As it is listed where nothing is wrong. */
    private Listed listed() {
        boolean cleared = entries.stream().anyMatch(entry -> entry.kind().equals("ClearanceIssued"));
        return new Listed("IT-2016-0001", entries.size(), "NOT_ASSESSED",
                cleared ? Optional.of("IT-2016-0001/1") : Optional.empty(),
                cleared ? Optional.of("VALID") : Optional.empty());
    }

    @Test
    void aCaseAsItShouldBe() {
        prepared().signed("min.ferri", "min.ferri").signed("pcm.valle", "pcm.valle").decided().issued();
        assertThat(contradictions(listed())).isEmpty();
    }

    // By word of mouth

    private static final String LAPSES = "1970-01-01T12:00:00Z";

    private CaseAuditTest heard(String officer, String by) {
        return entry("OralDecisionEntered", by, Map.of("signature/officer", officer, "signature/verdict", "APPROVE",
                "signature/name", officer, "signature/authority", "government", "signature/oral",
                Map.of("enteredBy", by, "act", "an order", "givenAt", "1970-01-01T00:00:00Z", "lapsesAt", LAPSES)));
    }

    /** An entry of the afternoon, when what was heard in the morning has lapsed. */
    private CaseAuditTest inTheAfternoon(String kind, Map<String, ?> fields) {
        entry(kind, "sig.leone", fields);
        PackageCheck.Entry last = entries.removeLast();
        entries.add(new PackageCheck.Entry(new Envelope("ab", entries.size() + 1, kind,
                Instant.parse("1970-01-01T13:00:00Z"), Digest.of(), Digest.of()), last.index(), last.opened(),
                last.closed(), true));
        return this;
    }

    @Test
    void aDecisionByWordOfMouthThatIsConfirmed() {
        prepared().heard("min.ferri", "desk.greco").signed("pcm.valle", "pcm.valle").decided().issued()
                .entry("OralDecisionConfirmed", "min.ferri", Map.of("signature/officer", "min.ferri"))
                .inTheAfternoon("TakeoffChecked", Map.of());
        assertThat(contradictions(listed())).isEmpty();
    }

    @Test
    void whatIsDoneOnADecisionThatHadLapsed() {
        prepared().heard("min.ferri", "desk.greco").decided().issued().inTheAfternoon("TakeoffChecked", Map.of());
        assertThat(contradictions(listed())).containsExactly(
                "entry 6: done on an oral decision of min.ferri that had lapsed at 1970-01-01T12:00:00Z");
    }

    @Test
    void aLapseUndoesTheApproval() {
        prepared().heard("min.ferri", "desk.greco").decided()
                .inTheAfternoon("OralDecisionLapsed", Map.of("officer", "min.ferri")).issued();
        assertThat(contradictions(listed())).containsExactly("entry 6 clears what nobody had approved");
    }

    @Test
    void handsThatMayNotEnterWhatAnotherDecided() {
        prepared().heard("min.ferri", "desk.rossi");
        assertThat(contradictions(listed())).containsExactly(
                "entry 3: desk.rossi enters another's decision on what they filed or prepared");
        entries.clear();
        prepared().heard("min.ferri", "min.ferri");
        assertThat(contradictions(listed()))
                .containsExactly("entry 3: min.ferri enters their own decision as given by word of mouth");
        entries.clear();
        prepared().heard("min.ferri", "desk.greco").heard("pcm.valle", "desk.greco");
        assertThat(contradictions(listed()))
                .containsExactly("entry 4: desk.greco gives a second hand to one decision");
        entries.clear();
        prepared().heard("min.ferri", "desk.greco").entry("OralDecisionConfirmed", "pcm.valle",
                Map.of("signature/officer", "min.ferri"));
        assertThat(contradictions(listed()))
                .containsExactly("entry 4: confirmed in the name of min.ferri, entered by pcm.valle");
    }

    private CaseAuditTest inPlaceOf(String officer, String deputy) {
        return entry("DecisionSigned", deputy,
                Map.of("signature/officer", deputy, "signature/verdict", "APPROVE", "signature/name", deputy,
                        "signature/authority", "government", "signature/own", "none", "signature/inPlaceOf",
                        Map.of("officer", officer, "name", officer, "act", "a decree", "absence", "ab")));
    }

    @Test
    void aMandateThatOfficerAndDeputyUse() {
        prepared().inPlaceOf("min.ferri", "sot.riva").signed("pcm.valle", "pcm.valle");
        assertThat(contradictions(listed())).isEmpty();
        signed("min.ferri", "min.ferri");
        assertThat(contradictions(listed()))
                .containsExactly("entry 5: the mandate of min.ferri is used a second time");
    }

    @Test
    void whatNobodyConfirmedIsUnproven() {
        prepared().heard("min.ferri", "desk.greco");
        assertThat(CaseAudit.of(listed(), PACKAGE, new PackageCheck.Sound(entries), "example.org/register",
                Optional.empty())).containsExactly(new Finding(Finding.Weight.UNPROVEN, "IT-2016-0001",
                        "entry 3: min.ferri (min.ferri) for government: by word of mouth at 1970-01-01T00:00:00Z,"
                                + " entered by desk.greco under an order; not confirmed by the officer"));
    }

    @Test
    void aClearanceThatNobodyApproved() {
        prepared().issued();
        assertThat(contradictions(listed())).containsExactly("entry 3 clears what nobody had approved");
    }

    @Test
    void aClearanceAfterWhatWasApprovedHasChanged() {
        prepared().signed("min.ferri", "min.ferri").decided()
                .entry("MissionAmended", "us.embassy", Map.of("amendment", "MATERIAL")).issued();
        assertThat(contradictions(listed())).containsExactly("entry 6 clears what nobody had approved");
    }

    @Test
    void anAdministrativeAmendmentLeavesItApproved() {
        prepared().signed("min.ferri", "min.ferri").decided()
                .entry("MissionAmended", "us.embassy", Map.of("amendment", "ADMINISTRATIVE")).issued();
        assertThat(contradictions(listed())).isEmpty();
    }

    @Test
    void anAmendmentWithinToleranceLeavesItApproved() {
        Map<String, Object> before = Map.of("from", "SIGONELLA", "departs", "1970-01-01T18:00:00Z");
        Map<String, Object> after = Map.of("from", "SIGONELLA", "departs", "1970-01-01T19:00:00Z");
        filedAs("18", before, "AMBER").signed("min.ferri", "min.ferri").decided()
                .amendedTo("WITHIN_TOLERANCE", "19", after, "AMBER").issued();
        assertThat(contradictions(listed())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ADMINISTRATIVE   | 18 | SIGONELLA  | AMBER | none
            ADMINISTRATIVE   | 19 | SIGONELLA  | AMBER | departure
            WITHIN_TOLERANCE | 19 | SIGONELLA  | ROUTE | base
            WITHIN_TOLERANCE | 18 | TRAPANI    | AMBER | legs
            MATERIAL         | 19 | TRAPANI    | ROUTE | none
            """)
    void anAmendmentThatChangesMoreThanItsClassMay(String called, String departure, String from, String base,
            String changed) {
        filedAs("18", Map.of("from", "SIGONELLA"), "AMBER")
                .amendedTo(called, departure, Map.of("from", from), base);
        assertThat(contradictions(listed())).isEqualTo(changed.equals("none")
                ? List.of()
                : List.of("entry 3 calls itself " + called + " and changes `" + changed + "`"));
    }

    private CaseAuditTest filedAs(String departure, Map<String, Object> leg, String base) {
        return entry("MissionFiled", "us.embassy", mission(departure, leg, base)).entry("DecisionPrepared",
                "desk.rossi", Map.of());
    }

    private CaseAuditTest amendedTo(String called, String departure, Map<String, Object> leg, String base) {
        Map<String, Object> fields = new LinkedHashMap<>(mission(departure, leg, base));
        fields.put("amendment", called);
        return entry("MissionAmended", "us.embassy", fields);
    }

    private static Map<String, Object> mission(String departure, Map<String, Object> leg, String base) {
        return Map.of("mission/departure", departure, "mission/legs", List.of(leg), "mission/base", base);
    }

    @Test
    void aDecisionWithoutAnOfficer() {
        prepared().decided();
        assertThat(contradictions(listed()))
                .containsExactly("entry 3 decides APPROVE, which no officer's signatures before it come to");
    }

    @Test
    void aRefusalThatIsEnteredAsAnApproval() {
        prepared().signed("min.ferri", "min.ferri", "REFUSE").decided();
        assertThat(contradictions(listed()))
                .containsExactly("entry 4 decides APPROVE, which no officer's signatures before it come to");
    }

    @Test
    void signaturesThatWereGivenForSomethingElse() {
        prepared().signed("min.ferri", "min.ferri")
                .entry("MissionAmended", "us.embassy", Map.of("amendment", "MATERIAL"))
                .decided();
        assertThat(contradictions(listed()))
                .containsExactly("entry 5 decides APPROVE, which no officer's signatures before it come to");
    }

    @Test
    void oneApprovalClearsOnce() {
        prepared().signed("min.ferri", "min.ferri").decided().issued().issued();
        assertThat(contradictions(listed())).containsExactly("entry 6 clears what nobody had approved");
    }

    @Test
    void whatIsKeptBackFromTheAuditor() {
        prepared();
        PackageCheck.Entry closed = entries.getLast();
        entries.set(1, new PackageCheck.Entry(closed.envelope(), closed.index(), closed.opened(), List.of(), false));
        assertThat(contradictions(listed())).containsExactly("entry 2 keeps fields back from its auditor");
    }

    /** A flight says that a block cleared it; the block's own case must say so too. */
    @Test
    void aBlockThatDoesNotKnowOfTheFlight() {
        entry("ClearedInBlock", "us.embassy", Map.of("block", "IT-2016-0009"));
        BlockLeave blocks = new BlockLeave();
        blocks.take("IT-2016-0001", List.copyOf(entries));
        assertThat(blocks.findings()).extracting(Finding::words).containsExactly(
                "says that the block IT-2016-0009 clears it, and that block's case does not say so");
        entries.clear();
        entry("BlockGranted", "smd.conti", Map.of()).entry("FlightAnnounced", "us.embassy",
                Map.of("flight", "IT-2016-0001"));
        blocks.take("IT-2016-0009", List.copyOf(entries));
        assertThat(blocks.findings()).isEmpty();
    }

    @Test
    void fourEyes() {
        prepared().signed("desk.rossi", "desk.rossi").signed("min.ferri", "min.ferri").signed("min.ferri", "min.ferri")
                .signed("pcm.valle", "min.ferri");
        assertThat(contradictions(listed())).containsExactly(
                "entry 3: desk.rossi decides what they filed or prepared", "entry 5: min.ferri signs a second time",
                "entry 6: signed in the name of pcm.valle, entered by min.ferri");
    }

    @Test
    void findingsThatWereChanged() {
        Map<String, ?> findings = Map.of("outcome", "REFER", "clauses", List.of("ART-1"));
        String digest = Digest.of(CanonicalJson.bytes(findings)).hex();
        entry("Assessed", "desk.rossi", Map.of("outcome", "REFER", "digest", digest, "assessment/outcome", "REFER",
                "assessment/clauses", List.of("ART-1")));
        entry("Assessed", "desk.rossi", Map.of("outcome", "ELIGIBLE", "digest", digest, "assessment/outcome",
                "ELIGIBLE", "assessment/clauses", List.of("ART-1")));
        assertThat(contradictions(new Listed("IT-2016-0001", 2, "ELIGIBLE", Optional.empty(), Optional.empty())))
                .containsExactly("the findings of entry 2 are not those that its digest was taken of");
    }

    @Test
    void aListThatSaysOtherwise() {
        prepared().signed("min.ferri", "min.ferri").decided().issued().entry("ClearanceRevoked", "min.ferri", Map.of());
        assertThat(contradictions(
                new Listed("IT-2016-0001", 7, "ELIGIBLE", Optional.of("IT-2016-0001/2"), Optional.of("VALID"))))
                .containsExactly("the server lists as entries `7`; its entries come to `6`",
                        "the server lists as the outcome `ELIGIBLE`; its entries come to `NOT_ASSESSED`",
                        "the server lists as the clearance `IT-2016-0001/2`; its entries come to `IT-2016-0001/1`",
                        "the server lists as the clearance's standing `VALID`; its entries come to `REVOKED`");
    }
}
