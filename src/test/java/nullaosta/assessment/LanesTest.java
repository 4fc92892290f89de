package nullaosta.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nullaosta.agreement.Clause;
import nullaosta.agreement.OnBreach;
import nullaosta.agreement.Terms;
import nullaosta.agreement.TermsReader;
import nullaosta.agreement.vocabulary.FactsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Within the agreement or case by case: who signs, who is asked before, and what Parliament has to do with it. */
class LanesTest {

    private static final Terms TERMS = TermsReader.read("field/v1.yaml", """
            terms: field/1
            agreement: {id: field, title: "A field", host: IT, parties: [IT, US], userStates: [US], bases: [SIGONELLA],
              inForce: {from: 2016-01-01}, published: 2016-01-15}
            timezone: Europe/Rome
            sources: {A: "A paper"}
            authorities:
              staff: "the Air Staff"
              government: {title: "the Government", consult: [FOREIGN_MINISTRY, DEFENCE_MINISTRY], parliament: informed}
              chambers: {title: "the Government", parliament: consents}
            vocabulary: {uses: flight/2}
            clauses:
              - {id: G, kind: grant, text: "g", source: {doc: A, locator: "1"}, authority: staff,
                  when: mission.operatorState == State.US,
                  tests: [{given: {mission.operatorState: US}, expect: satisfied}]}
              - {id: P, kind: prohibit, text: "p", source: {doc: A, locator: "2"}, when: mission.landsAtHost,
                  prohibit: mission.munitionsAsCargo,
                  tests: [{given: {mission.landsAtHost: true, mission.munitionsAsCargo: true}, expect: breached},
                    {given: {mission.munitionsAsCargo: false}, expect: satisfied},
                    {given: {mission.landsAtHost: true}, expect: {needs: [mission.munitionsAsCargo]}},
                    {given: {mission.landsAtHost: false, mission.munitionsAsCargo: true}, expect: not-applicable}]}
              - {id: D, kind: prohibit, text: "d", source: {doc: A, locator: "3"}, derogation: chambers,
                  prohibit: mission.gathersIntelligence, published: 2016-03-01,
                  tests: [{given: {mission.gathersIntelligence: true}, expect: breached}]}
              - {id: C, kind: refer, text: "c", source: {doc: A, locator: "4"}, authority: government,
                  when: mission.armed, tests: [{given: {mission.armed: true}, expect: referred}]}
              - {id: L, kind: require, text: "l", source: {doc: A, locator: "5"}, require: file.writtenAssurance,
                  inForce: {from: 2016-05-01, until: 2016-06-01}, governingDate: file.requestedOn,
                  tests: [{given: {file.requestedOn: 2016-05-01, file.writtenAssurance: false}, expect: breached}]}
            """).orThrow();

    private static Assessment assess(String... changes) {
        String facts = """
                mission.operatorState: US
                mission.armed: false
                mission.landsAtHost: true
                mission.munitionsAsCargo: false
                mission.gathersIntelligence: false
                file.requestedOn: 2016-04-01
                """;
        for (String change : changes) {
            String name = change.substring(0, change.indexOf(':'));
            facts = facts.replaceAll("(?m)^" + name + ": .*\n", "") + change + "\n";
        }
        return Assessor.assess(TERMS, FactsFile.read("facts.yaml", facts, TERMS.vocabulary()).orThrow());
    }

    private static Object authority(Assessment assessment, String clause) {
        if (assessment.toMap().get("findings") instanceof List<?> findings) {
            for (Object finding : findings) {
                if (finding instanceof Map<?, ?> map && clause.equals(map.get("clause"))) {
                    return Objects.requireNonNull(map.get("authority"));
                }
            }
        }
        throw new AssertionError("no finding of " + clause);
    }

    @Test
    void theClausesPassTheirOwnTests() {
        assertThat(ClauseTests.run(TERMS)).isEmpty();
    }

    @Test
    void withinTheAgreementTheGrantSaysWhoSigns() {
        Assessment assessment = assess();
        assertThat(assessment.sentence()).isEqualTo(
                "eligible, within the agreement: nothing stands in the way; it is signed by the Air Staff");
        assertThat(assessment.authorities()).extracting("id").containsExactly("staff");
        assertThat(authority(assessment, "G")).isEqualTo(Map.of("id", "staff", "title", "the Air Staff"));
        assertThat(Assessment.fromMap(assessment.toMap())).isEqualTo(assessment);
    }

    @Test
    void caseByCaseTheReferralSaysWhoDecidesWhomItAsksAndWhatParliamentHears() {
        Assessment assessment = assess("mission.armed: true");
        assertThat(assessment.sentence()).isEqualTo("for decision, case by case, by the Government, after asking "
                + "FOREIGN_MINISTRY, DEFENCE_MINISTRY, with Parliament informed");
        assertThat(assessment.authorities()).as("the Air Staff signs what is within the agreement")
                .extracting("id").containsExactly("government");
        assertThat(authority(assessment, "C")).isEqualTo(Map.of("id", "government", "title",
                "the Government", "consult", List.of("FOREIGN_MINISTRY", "DEFENCE_MINISTRY"), "parliament",
                "informed"));
        assertThat(Assessment.fromMap(assessment.toMap())).isEqualTo(assessment);
    }

    @Test
    void whatIsProhibitedIsBreachedLikeWhatIsRequired() {
        Assessment refused = assess("mission.munitionsAsCargo: true");
        assertThat(refused.sentence()).isEqualTo("not cleared: P refuses it");
        assertThat(refused.finding("P").orElseThrow().status())
                .isEqualTo(new Status.Breached(OnBreach.REFUSE, Optional.empty(), false));
        Assessment excused = assess("mission.gathersIntelligence: true");
        assertThat(excused.sentence()).isEqualTo(
                "for decision, case by case, by the Government, with the consent of Parliament");
        assertThat(excused.finding("D").orElseThrow().status().word()).isEqualTo("breached");
        assertThat(Assessment.fromMap(excused.toMap())).isEqualTo(excused);
    }

    /** The clause is chosen by the day of the request, not by that of the flight. */
    @ParameterizedTest
    @CsvSource({"2016-04-30, not-applicable", "2016-05-01, breached", "2016-05-31, breached",
            "2016-06-01, not-applicable"})
    void aGoverningDateOfItsOwn(String requestedOn, String expected) {
        assertThat(assess("mission.departure: 2016-05-10T00:00:00Z", "file.writtenAssurance: false",
                "file.requestedOn: " + requestedOn).finding("L").orElseThrow().status().word()).isEqualTo(expected);
    }

    @Test
    void aClauseIsKnownFromItsOwnDayElseFromThatOfTheVersion() {
        assertThat(TERMS.clauses().stream().map(Clause::id)).containsExactly("G", "P", "D", "C", "L");
        assertThat(TERMS.clauses().stream().map(clause -> TERMS.published(clause).orElseThrow())).containsExactly(
                LocalDate.of(2016, 1, 15), LocalDate.of(2016, 1, 15), LocalDate.of(2016, 3, 1),
                LocalDate.of(2016, 1, 15), LocalDate.of(2016, 1, 15));
    }
}
