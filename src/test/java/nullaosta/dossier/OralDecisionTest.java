package nullaosta.dossier;

import static nullaosta.dossier.Ministry.DEPARTURE;
import static nullaosta.dossier.Ministry.NOON;
import static nullaosta.dossier.Ministry.proposal;
import static nullaosta.dossier.Ministry.refused;
import static nullaosta.dossier.Ministry.signature;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.clearance.Life;
import nullaosta.clearance.token.Light;
import nullaosta.decision.Verdict;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.flight.Remark;
import nullaosta.mission.Missions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A minister on the telephone: the duty officer enters it, it counts, and it lapses unless the minister confirms it. */
class OralDecisionTest {

    private static final Instant GIVEN = NOON.plusSeconds(1_500);
    private static final Instant ENTERED = NOON.plusSeconds(1_800);
    /** The demonstration's host gives its officers twelve hours. */
    private static final Instant LAPSES = GIVEN.plus(Duration.ofHours(12));
    private static final Duration TO_TOMORROW = Duration.ofHours(24);

    private Ministry ministry;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    private static Command.EnterOralDecision heard(String officer, Verdict verdict) {
        return new Command.EnterOralDecision(officer, verdict, "they must be protected tonight", GIVEN,
                "telephone, number known", "Ten. Greco, Magg. Sala listening");
    }

    private static Command.AnswerOralDecision word(Entry.OralWord word) {
        return new Command.AnswerOralDecision(word, "as I said on the telephone", Optional.empty());
    }

    /** Prepared by Rossi, the minister's yes entered by Greco; it departs the evening after the lapse. */
    private Dossier half() {
        return ministry.done("desk.greco", ENTERED, ministry.prepared(Missions.armed().shifted(TO_TOMORROW)),
                heard("min.ferri", Verdict.APPROVE));
    }

    private Dossier cleared() {
        return ministry.done("pcm.valle", ENTERED.plusSeconds(60), half(), signature(Verdict.APPROVE));
    }

    private Dossier after(Dossier dossier) {
        return ministry.dossiers.read(dossier.id()).orElseThrow();
    }

    private static List<String> kinds(Dossier dossier) {
        return dossier.history().stream().map(written -> EntryFormat.kindOf(written.entry())).toList();
    }

    private Refusal refusedHearing(String by, Dossier dossier, Command.EnterOralDecision command) {
        return refused(ministry.ask(by, ENTERED, dossier, command));
    }

    @Test
    void itCountsAtOnceAndSaysWhoDecidedAndWhoHeardIt() {
        Dossier dossier = cleared();
        assertThat(dossier.phase()).isEqualTo(Phase.CLEARED);
        assertThat(dossier.clearance().orElseThrow().clearance().decidedBy()).containsExactly(
                "On. G. Ferri, orally, for the government", "Cons. E. Valle, for the government");
        var oral = dossier.orals().getFirst().oral();
        assertThat(oral.enteredBy()).isEqualTo("desk.greco");
        assertThat(oral.act()).isEqualTo("standing delegation 2/2016 (exercise)");
        assertThat(oral.heardBy()).isEqualTo("Ten. Greco, Magg. Sala listening");
        assertThat(oral.lapsesAt()).isEqualTo(LAPSES);
        assertThat(dossier.signatures().getFirst().act()).isEqualTo("decree of appointment 1/2016 (exercise)");
        assertThat(NextStep.of(dossier).inWords()).isEqualTo(
                "Deciding authority: confirm by 2 Mar 00:25Z what was given orally; Base: check at take-off");
        assertThat(ministry.cases.rows(CaseLists.Filter.ALL).getFirst().oralUntil()).contains(LAPSES);
    }

    @Test
    void theBaseIsToldWhatItRestsOnUntilTheOfficerConfirms() {
        Dossier dossier = cleared();
        ministry.integrate();
        Instant soon = ENTERED.plusSeconds(600);
        dossier = ministry.done("sig.leone", soon, dossier,
                new Command.CheckTakeoff(Ministry.apron(dossier.mission())));
        var check = dossier.movement().lastCheck().orElseThrow().check();
        assertThat(check.remarks()).contains(new Remark(Remark.Reason.ORAL_UNCONFIRMED,
                "rests on an oral decision of On. G. Ferri, not confirmed yet; it lapses at 2 Mar 00:25Z"));
        dossier = ministry.done("min.ferri", soon, dossier, word(Entry.OralWord.CONFIRM));
        assertThat(dossier.oralUntil()).isEmpty();
        Dossier checked = ministry.done("sig.leone", DEPARTURE.plus(TO_TOMORROW), dossier,
                new Command.CheckTakeoff(Ministry.apron(dossier.mission())));
        assertThat(checked.movement().lastCheck().orElseThrow().check().light()).isEqualTo(Light.GREEN);
    }

    @Test
    void unconfirmedItLapsesByTheClockAndTheCaseWaitsForItsOfficer() {
        Dossier dossier = cleared();
        ministry.dossiers.keepTime(dossier.id(), LAPSES.minusNanos(1_000));
        assertThat(after(dossier).version()).as("a moment before").isEqualTo(dossier.version());
        assertThat(ministry.cases.timesOver(LAPSES.minusSeconds(1))).isEmpty();
        assertThat(ministry.cases.timesOver(LAPSES)).containsExactly(dossier.id());

        ministry.dossiers.keepTime(dossier.id(), LAPSES);
        dossier = after(dossier);
        assertThat(kinds(dossier)).endsWith("OralDecisionLapsed", "ClearanceSuspended");
        assertThat(dossier.history().getLast().by()).isEqualTo("clock.automatic");
        assertThat(dossier.history().getLast().entry()).isEqualTo(new Entry.ClearanceSuspended(
                dossier.number() + "/1", "the oral decision of On. G. Ferri was not confirmed in time", LAPSES));
        assertThat(dossier.phase()).isEqualTo(Phase.FOR_DECISION);
        assertThat(dossier.signatures()).extracting(it -> it.officer()).containsExactly("pcm.valle");
        assertThat(ministry.cases.timesOver(LAPSES.plusSeconds(9))).isEmpty();
        ministry.dossiers.keepTime(dossier.id(), LAPSES.plusSeconds(1));
        assertThat(after(dossier).version()).as("it lapses once").isEqualTo(dossier.version());

        assertThat(refused(ministry.ask("min.ferri", LAPSES.plusSeconds(60), dossier, word(Entry.OralWord.CONFIRM)))
                .inWords()).isEqualTo("No oral decision in your name that waits for your word; expected one that a duty"
                        + " officer entered for you and that the case still rests on. If the case is before you for"
                        + " decision, sign it.");
        dossier = ministry.done("min.ferri", LAPSES.plusSeconds(60), dossier, signature(Verdict.APPROVE));
        assertThat(dossier.phase()).isEqualTo(Phase.CLEARED);
        assertThat(dossier.clearance().orElseThrow().clearance().number()).isEqualTo(dossier.number() + "/2");
        assertThat(dossier.clearance().orElseThrow().life()).isEqualTo(Life.VALID);
    }

    /** Nothing is done on what no longer stands, even where the clock's own entry is late. */
    @Test
    void whatHasLapsedIsEnteredBeforeAnythingElseIs() {
        Dossier dossier = cleared();
        ministry.integrate();
        Instant late = LAPSES.plusSeconds(3_600);
        dossier = ministry.done("sig.leone", late, dossier,
                new Command.CheckTakeoff(Ministry.apron(dossier.mission())));
        assertThat(kinds(dossier)).endsWith("OralDecisionLapsed", "ClearanceSuspended", "TakeoffChecked");
        assertThat(dossier.movement().lastCheck().orElseThrow().check().remarks()).extracting(Remark::reason)
                .contains(Remark.Reason.SUSPENDED);
    }

    @Test
    void aLapseUndoesAHalfSignedApprovalToo() {
        Dossier dossier = half();
        ministry.dossiers.keepTime(dossier.id(), LAPSES);
        dossier = after(dossier);
        assertThat(dossier.signatures()).isEmpty();
        dossier = ministry.done("pcm.valle", LAPSES.plusSeconds(60), dossier, signature(Verdict.APPROVE));
        assertThat(dossier.phase()).as("two of the government all the same").isEqualTo(Phase.FOR_DECISION);
    }

    @Test
    void anOralRefusalStandsAndLapsesLikeAnApproval() {
        Dossier dossier = ministry.done("desk.greco", ENTERED,
                ministry.prepared(Missions.armed().shifted(TO_TOMORROW)), heard("min.ferri", Verdict.REFUSE));
        assertThat(dossier.phase()).isEqualTo(Phase.REFUSED);
        ministry.dossiers.keepTime(dossier.id(), LAPSES);
        assertThat(after(dossier).phase()).isEqualTo(Phase.FOR_DECISION);
        assertThat(after(dossier).decided()).isEmpty();
    }

    @Test
    void whatTheOfficerDeniesEndsAtOnce() {
        Dossier dossier = ministry.done("min.ferri", ENTERED.plusSeconds(120), cleared(), word(Entry.OralWord.DENY));
        assertThat(dossier.clearance().orElseThrow().life()).isEqualTo(Life.SUSPENDED);
        assertThat(dossier.phase()).isEqualTo(Phase.FOR_DECISION);
        assertThat(dossier.history().get(dossier.version() - 2).entry())
                .isEqualTo(new Entry.OralDecisionLapsed("min.ferri", true, "as I said on the telephone"));
    }

    @Test
    void inTheAirALapseIsTheWatchFloorsAlarmAndNoSuspension() {
        Dossier dossier = ministry.done("desk.greco", ENTERED, ministry.prepared(Missions.armed()),
                heard("min.ferri", Verdict.APPROVE));
        dossier = ministry.done("pcm.valle", ENTERED.plusSeconds(60), dossier, signature(Verdict.APPROVE));
        ministry.integrate();
        dossier = ministry.done("sig.leone", DEPARTURE, dossier, new Command.EnterTakeoff(DEPARTURE));
        WatchFloor floor = new WatchFloor(ministry.dossiers, ministry.cases,
                WatchFloor.automatic(ministry.host.state()));
        floor.refresh();
        assertThat(floor.flights().getFirst().lapsed()).isFalse();
        ministry.dossiers.keepTime(dossier.id(), LAPSES);
        floor.refresh();
        assertThat(floor.flights().getFirst().lapsed()).isTrue();
        dossier = after(dossier);
        assertThat(dossier.clearance().orElseThrow().life()).isEqualTo(Life.VALID);
        assertThat(kinds(dossier)).endsWith("OralDecisionLapsed").doesNotContain("ClearanceSuspended");

        dossier = ministry.done("min.ferri", LAPSES.plusSeconds(60), dossier, word(Entry.OralWord.CONFIRM));
        assertThat(dossier.history().getLast().entry()).isInstanceOfSatisfying(Entry.OralDecisionConfirmed.class,
                confirmed -> assertThat(confirmed.late()).isTrue());
        floor.refresh();
        assertThat(floor.flights().getFirst().lapsed()).isFalse();
    }

    @Test
    void ofARevokedClearanceNothingLapsesAnyMore() {
        Dossier dossier = ministry.done("pcm.valle", ENTERED.plusSeconds(120), cleared(),
                new Command.RevokeClearance("over", Optional.empty()));
        assertThat(ministry.cases.timesOver(LAPSES)).isEmpty();
        ministry.dossiers.keepTime(dossier.id(), LAPSES);
        assertThat(after(dossier).clearance().orElseThrow().life()).isEqualTo(Life.REVOKED);
    }

    // Who may enter what

    @Test
    void whoPreparedItEntersNobodysDecision() {
        Dossier dossier = ministry.filed(Missions.armed());
        dossier = ministry.done("desk.rossi", NOON, dossier, Ministry.statement("file.personnelOnGround", "true"));
        dossier = ministry.done("desk.greco", NOON.plusSeconds(60), dossier, proposal(Verdict.APPROVE));
        assertThat(refusedHearing("desk.greco", dossier, heard("min.ferri", Verdict.APPROVE)).inWords()).isEqualTo(
                "The duty officer filed or prepared this case; expected an officer who may sign, and a case that can be"
                        + " decided so. Another duty officer must hear and enter the decision.");
    }

    @Test
    void withoutADelegationNothingIsEntered() {
        Dossier dossier = ministry.prepared(Missions.armed());
        assertThat(refusedHearing("desk.rossi", dossier, heard("min.ferri", Verdict.APPROVE)).inWords()).isEqualTo(
                "No standing delegation to enter what `min.ferri` decides; expected one; you have none. Have the officer"
                        + " sign, or their duty officer enter it.");
        assertThat(refusedHearing("desk.greco", dossier, heard("pcm.valle", Verdict.APPROVE)).inWords()).isEqualTo(
                "No standing delegation to enter what `pcm.valle` decides; expected an officer whose decisions you may"
                        + " enter: min.ferri, smd.conti. Have the officer sign, or their duty officer enter it.");
        assertThat(refusedHearing("desk.greco", dossier, heard("smd.conti", Verdict.APPROVE)).found())
                .isEqualTo("the person holds no live mandate of an authority that this case waits for");
    }

    @Test
    void theTimeAtWhichItWasGivenIsLookedAt() {
        Dossier dossier = ministry.prepared(Missions.armed().shifted(TO_TOMORROW));
        record Case(Instant given, Instant entered, String expected) {}
        for (Case one : List.of(new Case(ENTERED.plusSeconds(1), ENTERED, "an instant that is not in the future"),
                new Case(NOON.plusSeconds(1_199), ENTERED, "an instant after the case was prepared, 1 Mar 12:20Z"),
                new Case(GIVEN, LAPSES, "an instant since which its 12 hours have not passed"))) {
            Command command = new Command.EnterOralDecision("min.ferri", Verdict.APPROVE, "yes", one.given(),
                    "telephone", "Ten. Greco");
            Refusal refusal = refused(ministry.ask("desk.greco", one.entered(), dossier, command));
            assertThat(refusal.expected()).isEqualTo(one.expected());
            assertThat(refusal.where()).isEqualTo("givenAt");
        }
    }

    @Test
    void onePersonsEarIsNotTwoSignatures(@TempDir Path house) throws Exception {
        for (String file : List.of("host.json", "people.json")) {
            Files.writeString(house.resolve(file), Files.readString(Path.of("hosts/it", file))
                    .replace("\"officer\": \"smd.conti\"", "\"officer\": \"pcm.valle\""));
        }
        ministry.close();
        ministry = new Ministry(house, Path.of("agreements"));
        assertThat(refusedHearing("desk.greco", half(), heard("pcm.valle", Verdict.APPROVE)).found()).isEqualTo(
                "the duty officer has signed this case, or entered another oral decision on it");
    }

    @Test
    void aHostThatSaysNoHoursTakesNone(@TempDir Path house) throws Exception {
        Files.writeString(house.resolve("host.json"), Files.readString(Path.of("hosts/it/host.json"))
                .replace("\"oralDecisionHours\": 12,", ""));
        Files.copy(Path.of("hosts/it/people.json"), house.resolve("people.json"));
        ministry.close();
        ministry = new Ministry(house, Path.of("agreements"));
        assertThat(refusedHearing("desk.greco", ministry.prepared(Missions.armed()),
                heard("min.ferri", Verdict.APPROVE)).inWords())
                .isEqualTo("An oral decision; expected a host that takes them: it says for how many hours one stands"
                        + " (`oralDecisionHours`). Have the officer sign.");
    }

    @Test
    void aBlockWaitsForTheOfficersOwnHand() throws Exception {
        Dossier dossier = ministry.filed(Missions.with(Missions.surveillance(), Map.of("flights", 3)));
        dossier = ministry.done("desk.rossi", NOON.plusSeconds(1_200), dossier, proposal(Verdict.APPROVE));
        assertThat(refusedHearing("desk.greco", dossier, heard("smd.conti", Verdict.APPROVE)).inWords()).isEqualTo(
                "A block, which is leave for many flights; expected a single flight: a block waits for the officer's own"
                        + " hand. Look at the case's next step.");
    }

    @Test
    void onlyTheOfficerAnswersForIt() {
        Dossier dossier = cleared();
        assertThat(refused(ministry.ask("pcm.valle", ENTERED.plusSeconds(120), dossier, word(Entry.OralWord.CONFIRM)))
                .code()).isEqualTo(Refusal.Code.NOT_GIVEN_ORALLY);
        assertThat(refused(ministry.ask("min.ferri", ENTERED.plusSeconds(120), dossier,
                new Command.AnswerOralDecision(Entry.OralWord.CONFIRM, " ", Optional.empty()))).inWords())
                .startsWith("No reasons were given;");
    }

    @Test
    void theRowsCanBeMadeAgain() {
        Dossier dossier = cleared();
        Row before = ministry.cases.numbered(List.of(dossier.number())).getFirst();
        ministry.dossiers.remake(dossier.id());
        assertThat(ministry.cases.numbered(List.of(dossier.number()))).containsExactly(before);
    }
}
