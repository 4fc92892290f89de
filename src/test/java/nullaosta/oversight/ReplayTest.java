package nullaosta.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.Terms;
import nullaosta.agreement.TermsReader;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.assessment.Assessor;
import nullaosta.assessment.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an amendment of the terms of 2016 would have made of past cases. */
class ReplayTest {

    private static final Optional<Instant> DEPARTURE = Optional.of(Instant.parse("2016-03-01T18:00:00Z"));

    private Agreements agreements;
    private Terms now;
    private Terms proposed;

    @BeforeEach
    void read() throws Exception {
        agreements = Agreements.read(Path.of("agreements"));
        now = agreements.terms("it-us-sigonella/1").orElseThrow();
        proposed = agreements.terms("it-us-sigonella/2.proposed").orElseThrow();
    }

    private PastCase past(String name, Object... facts) {
        FactSheet.Builder sheet = FactSheet.builder(now.vocabulary()).known("mission.operatorState", "US", "t")
                .known("mission.base", "SIGONELLA", "t").known("mission.area", "LIBYA", "t")
                .known("mission.departure", "2016-03-01T18:00:00Z", "t").known("mission.crewed", false, "t")
                .known("mission.armed", false, "t").known("mission.strike", false, "t")
                .known("mission.receivedBeforeTakeoff", true, "t").known("mission.purpose", "SURVEILLANCE", "t");
        for (int i = 0; i < facts.length; i += 2) {
            sheet.known(String.valueOf(facts[i]), facts[i + 1], "t");
        }
        FactSheet built = sheet.build().orThrow();
        return new PastCase(name, DEPARTURE, now.id(), built, Assessor.assess(now, built).outcome());
    }

    private ReplayReport replay(Terms terms, PastCase... cases) {
        return Replay.of(terms, agreements::terms, List.of(cases));
    }

    @Test
    void underTheirOwnTermsNothingChanges() {
        ReplayReport report = replay(now, past("a"), past("b", "mission.purpose", "OFFENSIVE"), past("c",
                "mission.armed", true));
        assertThat(report).isEqualTo(new ReplayReport("it-us-sigonella/1", List.of(),
                Map.of(Outcome.ELIGIBLE, 1, Outcome.INELIGIBLE, 2), Map.of(), List.of(),
                Map.of()));
    }

    @Test
    void howManyThereWereFollowsFromWhatBecameOfThem() {
        ReplayReport report = new ReplayReport("a/1", List.of(), Map.of(Outcome.REFER, 5, Outcome.ELIGIBLE, 2),
                Map.of("INELIGIBLE → REFER", 3), List.of(), Map.of("not recorded then: mission.night", 4));
        assertThat(report.cases()).isEqualTo(11);
        assertThat(report.same()).isEqualTo(4);
        assertThat(report.changed()).isEqualTo(3);
        assertThat(report.untried()).isEqualTo(4);
    }

    @Test
    void aChangeNamesTheClausesThatTheOutcomeRestedOnAndThoseItRestsOnNow() {
        Terms stricter = with("ART-9", "mission.purpose != Purpose.SURVEILLANCE", "mission.purpose: SURVEILLANCE");
        ReplayReport report = replay(stricter, past("a flight"));
        assertThat(report.turns()).containsExactly(new Turn("a flight", DEPARTURE, Outcome.ELIGIBLE,
                List.of("ART-1.1"), Outcome.INELIGIBLE, List.of("ART-9")));
        assertThat(report.turns().getFirst().narrows()).isTrue();
        assertThat(report.changes()).containsExactly(Map.entry("ELIGIBLE → INELIGIBLE", 1));
    }

    @Test
    void whatTheProposalOfTheOtherSideWouldTurn() {
        ReplayReport report = replay(proposed, past("an attack", "mission.purpose", "OFFENSIVE", "mission.armed", true,
                "file.harmEstimate", true, "file.personnelOnGround", false));
        assertThat(report.turns().size() + report.notReplayed().size()).isEqualTo(1);
    }

    /** A condition over a fact that nobody was asked for cannot be tried on the past. */
    @Test
    void aFactThatWasNeverAskedForKeepsACaseApart() {
        String more = "vocabulary: {uses: flight/1, facts: {mission.night: {type: bool, from: requester, ask: \"At night?\"}}}";
        Terms newer = TermsReader.read("v9", text("ART-9", "!mission.night", "mission.night: true")
                .replace("vocabulary: {uses: flight/1}", more)).orThrow();
        ReplayReport report = replay(newer, past("a"), past("b", "mission.operatorState", "GB"));
        assertThat(report.cases()).isEqualTo(2);
        assertThat(report.reasons()).containsExactly(Map.entry("not recorded then: mission.night", 2));
        assertThat(report.notReplayed()).extracting(NotReplayed::name).containsExactly("a", "b");
    }

    /** A name that the vocabulary of today no longer has leaves the fact missing: asked then, and not usable now. */
    @Test
    void aValueThatNoLongerFitsIsMissing() {
        Terms other = TermsReader.read("v9", text("ART-9", "true", "mission.armed: true").replace(
                "vocabulary: {uses: flight/1}", "vocabulary: {uses: flight/2}")).orThrow();
        ReplayReport report = replay(other, past("a"));
        assertThat(report.same()).isEqualTo(1);
    }

    @Test
    void ofManyTurnsAThousandAreNamedAndAllAreCounted() {
        Terms stricter = with("ART-9", "mission.purpose != Purpose.SURVEILLANCE", "mission.purpose: SURVEILLANCE");
        List<PastCase> cases = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            cases.add(past("case " + i));
        }
        ReplayReport report = Replay.of(stricter, id -> Optional.empty(), cases);
        assertThat(report.turns()).hasSize(1_000).allSatisfy(turn -> assertThat(turn.wasBy()).isEmpty());
        assertThat(report.changed()).isEqualTo(1_500);
    }

    private static Terms with(String id, String require, String breaching) {
        return TermsReader.read("v9", text(id, require, breaching)).orThrow();
    }

    /** A grant as ART-1.1 has it, and one requirement. */
    private static String text(String id, String require, String given) {
        return """
                terms: it-us-sigonella/9
                agreement: {id: it-us-sigonella, title: "t", host: IT, parties: [IT, US], userStates: [US],
                  bases: [SIGONELLA], inForce: {from: 2016-02-22}}
                timezone: Europe/Rome
                sources: {A: "a paper"}
                vocabulary: {uses: flight/1}
                clauses:
                  - {id: ART-1.1, kind: grant, text: g, source: {doc: A, locator: "1"}, when: "!mission.armed",
                     tests: [{given: {mission.armed: false}, expect: satisfied}]}
                  - {id: %s, kind: require, text: r, source: {doc: A, locator: "2"}, require: "%s",
                     tests: [{given: {%s}, expect: breached}]}
                """.formatted(id, require, given);
    }
}
