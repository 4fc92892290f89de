package nullaosta.dossier;

import static nullaosta.dossier.Ministry.DEPARTURE;
import static nullaosta.dossier.Ministry.NOON;
import static nullaosta.dossier.Ministry.proposal;
import static nullaosta.dossier.Ministry.refused;
import static nullaosta.dossier.Ministry.signature;
import static nullaosta.dossier.Ministry.statement;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nullaosta.assessment.Outcome;
import nullaosta.clearance.Life;
import nullaosta.decision.Verdict;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an officer's signature can and cannot do to a case, under the shipped agreements. */
class DecidingTest {

    private Ministry ministry;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    /** Approval is barred in these words; a refusal by the same officer is taken, and rests on these clauses. */
    private void canBeRefusedNeverApproved(Mission mission, Outcome outcome, String officer, String words,
            String... clauses) throws Exception {
        Dossier dossier = ministry.filed(mission);
        assertThat(dossier.assessed().orElseThrow().outcome()).isEqualTo(outcome);
        dossier = ministry.done("desk.rossi", NOON, dossier, proposal(Verdict.APPROVE));
        assertThat(refused(ministry.ask(officer, NOON, dossier, signature(Verdict.APPROVE))).found())
                .isEqualTo(words);
        dossier = ministry.done(officer, NOON, dossier, signature(Verdict.REFUSE));
        assertThat(dossier.phase()).isEqualTo(Phase.REFUSED);
        assertThat(dossier.clearance()).isEmpty();
        assertThat(dossier.decided().orElseThrow().clauses()).containsExactly(clauses);
    }

    @Test
    void whatAClauseRefusesCannotBeApproved() throws Exception {
        canBeRefusedNeverApproved(Missions.with(Missions.armed(), Map.of("purpose", "OFFENSIVE")), Outcome.INELIGIBLE,
                "min.ferri", "a clause stands in the way, so this flight cannot be approved", "ART-3.1", "ART-5.1");
    }

    @Test
    void whatNoClauseGrantsCannotBeApproved() throws Exception {
        canBeRefusedNeverApproved(Missions.with(Missions.surveillance(), Map.of("area", "ELSEWHERE")),
                Outcome.NOT_COVERED, "smd.conti",
                "no agreement covers this flight, so it cannot be approved under one");
    }

    @Test
    void whatNoAgreementGovernsCannotBeApproved() throws Exception {
        canBeRefusedNeverApproved(Missions.with(Missions.surveillance(), Map.of("base", "AVIANO")),
                Outcome.NOT_COVERED, "smd.conti",
                "no agreement covers this flight, so it cannot be approved under one");
    }

    @Test
    void whatWaitsForFactsCanOnlyBeRefused() throws Exception {
        canBeRefusedNeverApproved(Missions.armed(), Outcome.NEEDS_FACTS, "min.ferri",
                "facts are missing, so this flight cannot be approved", "ART-3.2");
    }

    @Test
    void whatWasNeverDeclaredIsAMissingFact() throws Exception {
        canBeRefusedNeverApproved(Missions.without(Missions.surveillance(), "declarations"), Outcome.NEEDS_FACTS,
                "smd.conti", "facts are missing, so this flight cannot be approved", "ART-1.1", "ART-1.2", "ART-2.1",
                "ART-3.1", "ART-4.1");
    }

    /** Two agreements that both govern: nothing is decided until a person has mended that. */
    @Test
    void whatCannotBeEvaluatedCannotBeDecided(@TempDir Path folder) throws Exception {
        for (String id : List.of("it-us-sigonella", "it-us-sigonella-too")) {
            String terms = Files.readString(Path.of("agreements/it-us-sigonella/v1.yaml"))
                    .replace("it-us-sigonella", id);
            Files.createDirectories(folder.resolve(id));
            Files.writeString(folder.resolve(id).resolve("v1.yaml"), terms);
        }
        ministry.close();
        ministry = new Ministry(folder);
        Dossier dossier = ministry.filed(Missions.surveillance());
        assertThat(dossier.assessed().orElseThrow().assessment()).containsEntry("why",
                "several agreements govern this flight: it-us-sigonella/1, it-us-sigonella-too/1; "
                        + "a person must say which");
        dossier = ministry.done("desk.rossi", NOON, dossier, proposal(Verdict.REFUSE));
        for (Verdict verdict : Verdict.values()) {
            assertThat(refused(ministry.ask("smd.conti", NOON, dossier, signature(verdict))).found())
                    .isEqualTo("the assessment could not be completed, so nothing can be decided on it");
        }
    }

    // Quorum

    @Test
    void theGovernmentSignsTwiceByTwoOfficers() throws Exception {
        Dossier dossier = ministry.prepared(Missions.armed());
        dossier = ministry.done("pcm.valle", NOON.plusSeconds(1_800), dossier, signature(Verdict.APPROVE));
        assertThat(dossier.phase()).isEqualTo(Phase.FOR_DECISION);
        assertThat(dossier.clearance()).isEmpty();
        dossier = ministry.done("min.ferri", NOON.plusSeconds(1_900), dossier, signature(Verdict.APPROVE));
        assertThat(dossier.phase()).isEqualTo(Phase.CLEARED);
    }

    @Test
    void oneRefusalOfTheTwoDecides() throws Exception {
        Dossier dossier = ministry.prepared(Missions.armed());
        dossier = ministry.done("pcm.valle", NOON.plusSeconds(1_800), dossier, signature(Verdict.APPROVE));
        dossier = ministry.done("min.ferri", NOON.plusSeconds(1_900), dossier, signature(Verdict.REFUSE));
        assertThat(dossier.phase()).isEqualTo(Phase.REFUSED);
        assertThat(dossier.clearance()).isEmpty();
    }

    @Test
    void whatIsReferredToNobodyGoesToTheOrdinaryAuthority() throws Exception {
        Dossier dossier = ministry.done("desk.rossi", NOON, ministry.filed(Missions.surveillance()),
                proposal(Verdict.APPROVE));
        assertThat(refused(ministry.ask("min.ferri", NOON, dossier, signature(Verdict.APPROVE))).found())
                .startsWith("the person holds no live mandate");
        dossier = ministry.done("smd.conti", NOON, dossier, signature(Verdict.APPROVE));
        assertThat(dossier.clearance().orElseThrow().clearance().decidedBy())
                .containsExactly("Gen. B. Conti, for the defence staff");
    }

    @Test
    void aCasePreparedAnewIsSignedAnew() throws Exception {
        Dossier dossier = ministry.prepared(Missions.armed());
        dossier = ministry.done("pcm.valle", NOON.plusSeconds(1_800), dossier, signature(Verdict.APPROVE));
        dossier = ministry.done("desk.greco", NOON.plusSeconds(1_900), dossier, proposal(Verdict.APPROVE));
        assertThat(dossier.signatures()).isEmpty();
        dossier = ministry.done("min.ferri", NOON.plusSeconds(2_000), dossier, signature(Verdict.APPROVE));
        assertThat(dossier.phase()).isEqualTo(Phase.FOR_DECISION);
    }

    // The ledger: one sortie a day at Pantelleria

    private Dossier pantelleria(String tail) {
        return ministry.done("desk.rossi", NOON, ministry.filed(Missions.pantelleria(tail)),
                proposal(Verdict.APPROVE));
    }

    private Dossier sign(Dossier dossier) {
        return ministry.done("smd.conti", NOON.plusSeconds(60), dossier, signature(Verdict.APPROVE));
    }

    private String nextAssesses() {
        return ministry.filed(Missions.pantelleria("N999DY")).assessed().orElseThrow().outcome().name();
    }

    /** Whatever the order in which they come, the last place of the day is given once. */
    @Test
    void ofManyDecidersAtOnceExactlyOneGetsTheDaysSortie() throws Exception {
        List<Dossier> rivals = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            rivals.add(pantelleria("N%03dDY".formatted(i)));
        }
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService deciders = Executors.newFixedThreadPool(rivals.size())) {
            for (Dossier rival : rivals) {
                answers.add(deciders.submit(() -> {
                    start.await();
                    return ministry.ask("smd.conti", NOON.plusSeconds(60), rival, signature(Verdict.APPROVE));
                }));
            }
            start.countDown();
        }
        List<String> words = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            words.add(switch (answer.get()) {
                case Answer.Done done -> done.dossier().phase().name();
                case Answer.Refused(Refusal refusal) -> refusal.code().name();
            });
        }
        assertThat(words).containsOnlyOnce("CLEARED").contains("ASSESSES_OTHERWISE_NOW");
        assertThat(words).filteredOn("ASSESSES_OTHERWISE_NOW"::equals).hasSize(63);
        assertThat(ministry.cases.rows(CaseLists.Filter.ALL.in(Set.of(Phase.CLEARED)))).hasSize(1);
    }

    @Test
    void theNextDayAndAnExerciseCountForThemselves() throws Exception {
        sign(pantelleria("N351DY"));
        assertThat(nextAssesses()).isEqualTo("INELIGIBLE");
        assertThat(ministry.filed(Missions.pantelleria("N352DY").shifted(Duration.ofHours(5))).assessed().orElseThrow()
                .outcome()).as("18:00Z and five hours is the next day in Rome").isEqualTo(Outcome.ELIGIBLE);
        assertThat(ministry.filed(Missions.with(Missions.pantelleria("N353DY"), Map.of("dataMode", "EXERCISE")))
                .assessed().orElseThrow().outcome()).isEqualTo(Outcome.ELIGIBLE);
    }

    /** Half past eleven at night UTC is the next day in Rome, but not under terms that count their days in UTC. */
    @Test
    void aDayOfTheLedgerIsADayOfTheTerms(@TempDir Path folder) throws Exception {
        Path agreement = Files.createDirectories(folder.resolve("it-us-pantelleria"));
        Files.writeString(agreement.resolve("v1.yaml"), Files
                .readString(Path.of("agreements/it-us-pantelleria/v1.yaml")).replace("Europe/Rome", "UTC"));
        ministry.close();
        ministry = new Ministry(folder);
        Dossier late = ministry.filed(Missions.pantelleria("N351DY").shifted(Duration.ofMinutes(330)));
        sign(ministry.done("desk.rossi", NOON, late, proposal(Verdict.APPROVE)));
        assertThat(nextAssesses()).isEqualTo("INELIGIBLE");
    }

    @Test
    void aSuspendedFlightKeepsItsPlaceAndARevokedOneGivesItBack() throws Exception {
        Dossier dossier = sign(pantelleria("N351DY"));
        dossier = ministry.done("smd.conti", NOON.plusSeconds(70), dossier,
                new Command.SuspendClearance("weather at Pantelleria"));
        assertThat(nextAssesses()).as("it may be resumed").isEqualTo("INELIGIBLE");
        ministry.done("smd.conti", NOON.plusSeconds(80), dossier,
                new Command.RevokeClearance("the storm stays", Optional.empty()));
        assertThat(nextAssesses()).isEqualTo("ELIGIBLE");
    }

    @Test
    void aFlightThatTookOffIsASortieWhateverBecameOfItsClearance() throws Exception {
        Dossier dossier = sign(pantelleria("N351DY"));
        dossier = ministry.done("pan.moro", DEPARTURE, dossier, new Command.EnterTakeoff(DEPARTURE));
        dossier = ministry.done("smd.conti", DEPARTURE.plusSeconds(60), dossier,
                new Command.RevokeClearance("called back", Optional.empty()));
        assertThat(dossier.clearance().orElseThrow().life()).isEqualTo(Life.REVOKED);
        assertThat(nextAssesses()).isEqualTo("INELIGIBLE");
    }

    /** The same outcome for another authority is not the same ground: a second sortie goes to the government as well. */
    @Test
    void aCaseThatNowWaitsForAnotherAuthorityIsPreparedAnew(@TempDir Path folder) throws Exception {
        Path agreement = Files.createDirectories(folder.resolve("two-lanes"));
        Files.writeString(agreement.resolve("v1.yaml"),
                """
                        terms: two-lanes/1
                        agreement: {id: two-lanes, title: "Two lanes", host: IT, parties: [IT, US], userStates: [US],
                          bases: [PANTELLERIA], inForce: {from: 2016-01-01}}
                        timezone: Europe/Rome
                        sources: {A: "A paper"}
                        authorities: {defence-staff: "the Staff", government: "the Government"}
                        vocabulary: {uses: flight/1}
                        clauses:
                          - {id: G, kind: grant, text: "g", source: {doc: A, locator: "1"}, when: mission.operatorState == State.US,
                              tests: [{given: {mission.operatorState: US}, expect: satisfied}]}
                          - {id: R, kind: refer, text: "r", source: {doc: A, locator: "2"}, authority: defence-staff,
                              when: mission.operatorState == State.US,
                              tests: [{given: {mission.operatorState: US}, expect: referred}]}
                          - {id: Q, kind: require, text: "q", source: {doc: A, locator: "3"}, onBreach: refer,
                              authority: government, require: ledger.sortiesToday < 1,
                              tests: [{given: {ledger.sortiesToday: 1}, expect: breached}]}
                        """);
        ministry.close();
        ministry = new Ministry(folder);
        Dossier first = pantelleria("N351DY");
        Dossier second = pantelleria("N352DY");
        sign(first);
        assertThat(refused(ministry.ask("smd.conti", NOON.plusSeconds(70), second, signature(Verdict.APPROVE))).found())
                .isEqualTo("the case now assesses as REFER by Q to defence-staff, government, prepared as "
                        + "REFER to defence-staff");
        second = ministry.done("desk.rossi", NOON.plusSeconds(80), second, proposal(Verdict.APPROVE));
        second = ministry.done("smd.conti", NOON.plusSeconds(90), second, signature(Verdict.APPROVE));
        assertThat(second.phase()).isEqualTo(Phase.FOR_DECISION);
    }

    @Test
    void theFilesStatementsCountInTheDecision() throws Exception {
        Dossier dossier = ministry.filed(Missions.armed());
        dossier = ministry.done("desk.rossi", NOON, dossier, statement("file.personnelOnGround", "true"));
        assertThat(dossier.assessed().orElseThrow().authorities()).containsExactly("government");
        assertThat(dossier.assessed().orElseThrow().clausesInTheWay()).isEmpty();
    }
}
