package nullaosta.dossier;

import static nullaosta.dossier.Ministry.NOON;
import static nullaosta.dossier.Ministry.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nullaosta.agreement.Agreements;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.MissingFact;
import nullaosta.decision.Consultation;
import nullaosta.decision.Verdict;
import nullaosta.mission.Missions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offices that must be asked before a decision: what they answer reaches the terms, and silence reaches nothing. */
class ConsultationTest {

    static final String TERMS = """
            terms: asked/1
            agreement: {id: asked, title: "Asked before", host: IT, parties: [IT, US], userStates: [US],
              bases: [SIGONELLA], inForce: {from: 2016-01-01}}
            timezone: Europe/Rome
            sources: {A: "A paper"}
            vocabulary: {uses: flight/2}
            authorities:
              defence-staff: {title: "Defence staff", consult: [CIVIL_AVIATION, FOREIGN_AFFAIRS]}
            clauses:
              - {id: G, kind: grant, text: g, source: {doc: A, locator: a}, when: mission.base == Base.SIGONELLA,
                 authority: defence-staff, tests: [{given: {mission.base: SIGONELLA}, expect: satisfied}]}
              - id: C
                kind: require
                text: "Both offices do not object."
                source: {doc: A, locator: b}
                require: Office.CIVIL_AVIATION in file.concurring && Office.FOREIGN_AFFAIRS in file.concurring
                tests: [{given: {}, expect: {needs: [file.concurring]}}]
            """;
    private static final LocalDate TODAY = LocalDate.parse("2016-03-01");

    @TempDir
    Path folder;

    private Ministry ministry;
    private Dossier dossier;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("asked")).resolve("v1.yaml"), TERMS);
        Agreements agreements = Agreements.read(folder);
        assertThat(agreements.problems()).isEmpty();
        ministry = new Ministry(folder);
        dossier = ministry.filed(Missions.surveillance().shifted(Duration.ofDays(10)));
    }

    @AfterEach
    void close() {
        ministry.close();
    }

    private void ask(String office, Instant at) {
        dossier = ministry.done("desk.rossi", at, dossier, new Command.AskOffice(office, "any objection?",
                TODAY.plusDays(3)));
    }

    private void answer(int consultation, nullaosta.decision.Opinion opinion) {
        dossier = ministry.done("desk.rossi", NOON, dossier, new Command.EnterOpinion(consultation, opinion));
    }

    private String outcome() {
        return dossier.assessed().orElseThrow().outcome().name();
    }

    private String why() {
        return String.join("; ", Assessment.fromMap(dossier.assessed().orElseThrow().assessment()).missing().stream()
                .map(MissingFact::why).toList());
    }

    @Test
    void whoDoesNotObjectIsKnownOnceAllHaveAnswered() {
        assertThat(outcome() + ": " + why())
                .isEqualTo("NEEDS_FACTS: CIVIL_AVIATION was not asked; FOREIGN_AFFAIRS was not asked");
        ask("CIVIL_AVIATION", NOON);
        ask("FOREIGN_AFFAIRS", NOON);
        answer(1, Examples.NO_OBJECTION);
        assertThat(outcome() + ": " + why()).isEqualTo("NEEDS_FACTS: FOREIGN_AFFAIRS was asked on 2016-03-01 for an "
                + "answer by 2016-03-04 and has not answered");
        answer(2, Examples.NO_OBJECTION);
        assertThat(outcome()).isEqualTo("ELIGIBLE");
    }

    @Test
    void anObjectionStandsInTheWayUntilTheOfficeSaysOtherwise() {
        ask("CIVIL_AVIATION", NOON);
        ask("FOREIGN_AFFAIRS", NOON);
        answer(1, Examples.NO_OBJECTION);
        answer(2, Examples.OBJECTION);
        assertThat(outcome()).isEqualTo("INELIGIBLE");
        ask("FOREIGN_AFFAIRS", NOON);
        assertThat(outcome()).as("asked anew").isEqualTo("NEEDS_FACTS");
        answer(3, Examples.NO_OBJECTION);
        assertThat(outcome()).isEqualTo("ELIGIBLE");
        assertThat(dossier.file().standing()).extracting(Consultation::number).containsExactly(1, 3);
    }

    /** Neither before they are asked nor while they are asked again. */
    @Test
    void theDeskDoesNotSayForOfficesWhatTheyHaveNotSaid() {
        dossier = ministry.done("desk.rossi", NOON, dossier,
                Ministry.statement("file.concurring", "CIVIL_AVIATION, FOREIGN_AFFAIRS"));
        assertThat(outcome() + ": " + why())
                .isEqualTo("NEEDS_FACTS: CIVIL_AVIATION was not asked; FOREIGN_AFFAIRS was not asked");
        ask("CIVIL_AVIATION", NOON);
        ask("FOREIGN_AFFAIRS", NOON);
        answer(1, Examples.NO_OBJECTION);
        answer(2, Examples.OBJECTION);
        assertThat(outcome() + ": " + why()).isEqualTo("NEEDS_FACTS: statement 1 says CIVIL_AVIATION, FOREIGN_AFFAIRS,"
                + " the file itself CIVIL_AVIATION (answers of CIVIL_AVIATION of 2016-03-01, FOREIGN_AFFAIRS of"
                + " 2016-03-01); the desk must rule");
        ask("FOREIGN_AFFAIRS", NOON);
        assertThat(outcome()).as("asked again").isEqualTo("NEEDS_FACTS");
    }

    @Test
    void silenceIsNoAnswerAlsoAfterItsTime() {
        ask("CIVIL_AVIATION", NOON);
        ask("FOREIGN_AFFAIRS", NOON);
        answer(1, Examples.NO_OBJECTION);
        Instant later = NOON.plus(Duration.ofDays(4));
        assertThat(dossier.file().standing()).noneMatch(it -> it.overdue(TODAY.plusDays(3)));
        assertThat(dossier.file().standing()).filteredOn(it -> it.overdue(TODAY.plusDays(4)))
                .extracting(Consultation::office)
                .containsExactly("FOREIGN_AFFAIRS");
        dossier = ministry.done("desk.rossi", later, dossier, proposal(Verdict.APPROVE));
        assertThat(outcome()).as("it may go up, and cannot be approved").isEqualTo("NEEDS_FACTS");
    }

    @Test
    void nothingGoesUpForApprovalBeforeTheOfficesHadTheirTime() {
        assertThat(Ministry.refused(ministry.ask("desk.rossi", NOON, dossier, proposal(Verdict.APPROVE))).inWords())
                .isEqualTo("CIVIL_AVIATION was not asked, FOREIGN_AFFAIRS was not asked; expected an answer of each "
                        + "office that the authority asks before it decides, or the end of its time. Ask, and enter "
                        + "what is answered.");
        ask("CIVIL_AVIATION", NOON);
        ask("FOREIGN_AFFAIRS", NOON);
        answer(2, Examples.OBJECTION);
        Refusal refusal = Ministry.refused(ministry.ask("desk.rossi", NOON, dossier, proposal(Verdict.APPROVE)));
        assertThat(refusal.code()).isEqualTo(Refusal.Code.NOT_CONSULTED);
        assertThat(refusal.found()).isEqualTo("CIVIL_AVIATION has until 2016-03-04 to answer");
        assertThat(ministry.done("desk.rossi", NOON, dossier, proposal(Verdict.REFUSE)).phase())
                .as("a refusal waits for nobody").isEqualTo(Phase.FOR_DECISION);
    }

    /** Whether a clause asks for it or not: an officer who has not read an objection has not decided on the case. */
    @Test
    void anAnswerVoidsWhatWasPreparedWithoutIt() {
        ask("CIVIL_AVIATION", NOON);
        ask("FOREIGN_AFFAIRS", NOON);
        dossier = ministry.done("desk.rossi", NOON, dossier, proposal(Verdict.REFUSE));
        answer(2, Examples.OBJECTION);
        assertThat(dossier.draft()).isEmpty();
        assertThat(dossier.phase()).isEqualTo(Phase.WITH_THE_DESK);
    }

    @Test
    void whatWasSaidOfAnotherMissionCountsNoMore() {
        ask("CIVIL_AVIATION", NOON);
        ask("FOREIGN_AFFAIRS", NOON);
        answer(1, Examples.NO_OBJECTION);
        answer(2, Examples.NO_OBJECTION);
        dossier = ministry.done("us.embassy", NOON, dossier, new Command.AmendMission(
                Missions.with(dossier.mission(), Map.of("area", "MEDITERRANEAN")), "elsewhere"));
        assertThat(outcome() + ": " + why())
                .isEqualTo("NEEDS_FACTS: CIVIL_AVIATION was not asked; FOREIGN_AFFAIRS was not asked");
        assertThat(dossier.file().consultations()).allMatch(Consultation::overtaken);
    }

    @Test
    void aMisspeltOfficeIsNotAsked() {
        assertThat(Ministry.refused(ministry.ask("desk.rossi", NOON, dossier,
                new Command.AskOffice("CIVIL_AVIATON", "any objection?", TODAY))).inWords())
                .isEqualTo("Unknown office `CIVIL_AVIATON`; expected one of those that the terms have asked: "
                        + "CIVIL_AVIATION, FOREIGN_AFFAIRS. Did you mean `CIVIL_AVIATION`?");
    }

    /** A title is folded into the name that the terms have, and the case says until when it waits. */
    @Test
    void anOfficeMayBeAskedByItsTitle() {
        dossier = ministry.done("desk.rossi", NOON, dossier,
                new Command.AskOffice(" Civil aviation ", "any objection?", TODAY.plusDays(2)));
        assertThat(dossier.file().consultations()).singleElement()
                .satisfies(asked -> assertThat(asked.office()).isEqualTo("CIVIL_AVIATION"));
        assertThat(NextStep.of(dossier).inWords())
                .isEqualTo("Clearance desk: get the missing facts; CIVIL_AVIATION has until 2016-03-03 to answer");
        assertThat(ministry.cases.numbered(List.of(dossier.number())).getFirst().answersBy())
                .contains(TODAY.plusDays(2));
        dossier = ministry.done("desk.rossi", NOON, dossier, new Command.EnterOpinion(1, Examples.NO_OBJECTION));
        assertThat(ministry.cases.numbered(List.of(dossier.number())).getFirst().answersBy()).isEmpty();
    }
}
