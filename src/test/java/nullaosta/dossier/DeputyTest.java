package nullaosta.dossier;

import static nullaosta.dossier.Ministry.NOON;
import static nullaosta.dossier.Ministry.refused;
import static nullaosta.dossier.Ministry.signature;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nullaosta.clearance.Life;
import nullaosta.decision.InPlaceOf;
import nullaosta.decision.Verdict;
import nullaosta.mission.Missions;
import nullaosta.party.Absence;
import nullaosta.quantity.TimeWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer is away: their deputy decides in their place, once, and nobody else does. */
class DeputyTest {

    private static final Instant SIGNED = NOON.plusSeconds(1_800);
    private static final TimeWindow DAY = new TimeWindow(NOON, NOON.plus(Duration.ofHours(24)));

    private Ministry ministry;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    private Absences.Kept enter(String by, String officer, String deputy, TimeWindow window) {
        return ministry.absences.enter(ministry.who(by), NOON, new Absences.Notice(officer, deputy, window));
    }

    private Absence away() {
        return kept(enter("min.ferri", "min.ferri", "sot.riva", DAY));
    }

    private static Absence kept(Absences.Kept kept) {
        return switch (kept) {
            case Absences.Kept.Done(Absence absence) -> absence;
            case Absences.Kept.Refused(Refusal refusal) -> throw new AssertionError(refusal);
        };
    }

    private static Refusal notKept(Absences.Kept kept) {
        return switch (kept) {
            case Absences.Kept.Done(Absence absence) -> throw new AssertionError(absence);
            case Absences.Kept.Refused(Refusal refusal) -> refusal;
        };
    }

    private Refusal stops(String by, Instant at, Dossier dossier) {
        return refused(ministry.ask(by, at, dossier, signature(Verdict.APPROVE)));
    }

    /** With what another house has in place of a text of the people's list. */
    private void house(Path folder, String instead, String of) throws Exception {
        Files.copy(Path.of("hosts/it/host.json"), folder.resolve("host.json"));
        String people = Files.readString(Path.of("hosts/it/people.json"));
        assertThat(people).contains(of);
        Files.writeString(folder.resolve("people.json"), people.replace(of, instead));
        ministry.close();
        ministry = new Ministry(folder, Path.of("agreements"));
    }

    @Test
    void theDeputyDecidesAndTheEntrySaysForWhom() {
        Absence absence = away();
        Dossier dossier = ministry.prepared(Missions.armed());
        dossier = ministry.done("sot.riva", SIGNED, dossier, signature(Verdict.APPROVE));
        assertThat(dossier.signatures().getFirst().inPlaceOf()).contains(new InPlaceOf("min.ferri", "On. G. Ferri",
                "decree of delegation 4/2016 (exercise)", absence.digest()));
        assertThat(dossier.signatures().getFirst().act()).isEqualTo("decree of appointment 1/2016 (exercise)");
        dossier = ministry.done("pcm.valle", SIGNED, dossier, signature(Verdict.APPROVE));
        assertThat(dossier.clearance().orElseThrow().clearance().decidedBy()).containsExactly(
                "On. A. Riva, in place of On. G. Ferri, for the government", "Cons. E. Valle, for the government");
    }

    @Test
    void whoIsNotAwayHasNoDeputyAndWhoIsAwayDoesNotDecide() {
        Dossier dossier = ministry.prepared(Missions.armed());
        assertThat(stops("sot.riva", SIGNED, dossier).found())
                .isEqualTo("the person holds no live mandate of an authority that this case waits for");
        Absence absence = away();
        assertThat(stops("min.ferri", SIGNED, dossier).inWords()).isEqualTo(
                "The person is entered as absent: a deputy decides in their place; expected an officer who may sign, and a"
                        + " case that can be decided so. End the absence, or let the deputy sign.");
        assertThat(stops("sot.riva", DAY.until(), dossier).found()).as("the absence is over")
                .startsWith("the person holds no live mandate");
        kept(ministry.absences.end(ministry.who("min.ferri"), SIGNED.minusSeconds(60), absence.number()));
        assertThat(stops("sot.riva", SIGNED, dossier).found()).startsWith("the person holds no live mandate");
        assertThat(ministry.done("min.ferri", SIGNED, dossier, signature(Verdict.APPROVE)).signatures()).hasSize(1);
    }

    @Test
    void oneMandateGivesOneSignature() {
        Absence absence = away();
        Dossier dossier = ministry.done("sot.riva", SIGNED, ministry.prepared(Missions.armed()),
                signature(Verdict.APPROVE));
        assertThat(stops("sot.riva", SIGNED, dossier).found()).isEqualTo("the person has signed this case");
        kept(ministry.absences.end(ministry.who("desk.rossi"), SIGNED, absence.number()));
        assertThat(stops("min.ferri", SIGNED.plusSeconds(60), dossier).inWords()).isEqualTo(
                "A signature was given under this mandate already, by its officer or a deputy; expected an officer who may"
                        + " sign, and a case that can be decided so. A second signature must be under another officer's"
                        + " mandate.");
    }

    @Test
    void aDeputyWithAMandateOfTheirOwnCountsOnce(@TempDir Path folder) throws Exception {
        house(folder, "\"id\": \"pcm.valle\", \"deputyFor\": [{\"officer\": \"min.ferri\", \"act\": \"decree 5/2016\","
                + " \"from\": \"2016-01-01T00:00:00Z\", \"until\": \"2036-01-01T00:00:00Z\"}],",
                "\"id\": \"pcm.valle\",");
        kept(enter("min.ferri", "min.ferri", "pcm.valle", DAY));
        Dossier dossier = ministry.done("pcm.valle", SIGNED, ministry.prepared(Missions.armed()),
                signature(Verdict.APPROVE));
        assertThat(dossier.signatures().getFirst().inPlaceOf()).as("their own mandate goes first").isEmpty();
        assertThat(stops("pcm.valle", SIGNED, dossier).found()).isEqualTo("the person has signed this case");
        assertThat(dossier.phase()).as("two of the government are two people").isEqualTo(Phase.FOR_DECISION);
    }

    @Test
    void aDeputyPassesNothingOn(@TempDir Path folder) throws Exception {
        house(folder, "\"id\": \"smd.conti\", \"deputyFor\": [{\"officer\": \"sot.riva\", \"act\": \"an order\","
                + " \"from\": \"2016-01-01T00:00:00Z\", \"until\": \"2036-01-01T00:00:00Z\"}],",
                "\"id\": \"smd.conti\",");
        away();
        Dossier dossier = ministry.prepared(Missions.armed());
        kept(enter("sot.riva", "sot.riva", "smd.conti", DAY));
        assertThat(stops("smd.conti", SIGNED, dossier).found()).startsWith("the person holds no live mandate");
        assertThat(stops("sot.riva", SIGNED, dossier).found()).startsWith("the person is entered as absent");
    }

    @Test
    void aDeputyWithdrawsToo() {
        Dossier dossier = ministry.cleared();
        away();
        dossier = ministry.done("sot.riva", NOON.plusSeconds(3_000), dossier, new Command.SuspendClearance("a storm"));
        assertThat(dossier.clearance().orElseThrow().life()).isEqualTo(Life.SUSPENDED);
        dossier = ministry.done("min.ferri", NOON.plusSeconds(3_060), dossier,
                new Command.RevokeClearance("from the airport", Optional.empty()));
        assertThat(dossier.clearance().orElseThrow().life()).as("whoever is away may still make it safer")
                .isEqualTo(Life.REVOKED);
    }

    // What is entered

    @Test
    void whoIsNotNamedByAnActIsNobodysDeputy() {
        assertThat(notKept(enter("min.ferri", "min.ferri", "smd.conti", DAY)).inWords()).isEqualTo(
                "`smd.conti` as deputy of `min.ferri`; expected one of sot.riva. Deputies are named by an act, in the list of"
                        + " people.");
        assertThat(notKept(enter("smd.conti", "smd.conti", "sot.riva", DAY)).expected())
                .isEqualTo("a person whom an act makes the deputy then; nobody is");
    }

    @Test
    void anothersAbsenceIsTheDesks() {
        assertThat(notKept(enter("pcm.valle", "min.ferri", "sot.riva", DAY)).inWords()).isEqualTo(
                "The absence of `min.ferri`; expected your own; another's is entered by the desk. Ask the desk.");
        Absence absence = kept(enter("desk.rossi", "min.ferri", "sot.riva", DAY));
        assertThat(absence.enteredBy()).isEqualTo("desk.rossi");
        assertThat(notKept(ministry.absences.end(ministry.who("pcm.valle"), NOON, absence.number())).code())
                .isEqualTo(Refusal.Code.NOT_FOR_YOUR_ROLE);
        assertThat(notKept(ministry.absences.end(ministry.who("desk.rossi"), NOON, 7)).inWords()).isEqualTo(
                "No absence 7 that lasts; expected the number of one that is not over. Look at the list.");
    }

    @Test
    void oneAbsenceAtATimeAndATimeThatCanBe() {
        away();
        assertThat(notKept(enter("min.ferri", "min.ferri", "sot.riva", DAY)).inWords()).isEqualTo(
                "`min.ferri` is entered as away until `2016-03-02T12:00:00Z`; expected one absence at a time. End that one"
                        + " first.");
        TimeWindow past = new TimeWindow(NOON.minusSeconds(60), NOON);
        assertThat(notKept(enter("desk.rossi", "min.ferri", "sot.riva", past)).found())
                .isEqualTo("away until `2016-03-01T12:00:00Z`");
        TimeWindow season = new TimeWindow(NOON, NOON.plus(Duration.ofDays(93)));
        assertThat(notKept(enter("desk.rossi", "min.ferri", "sot.riva", season)).found())
                .isEqualTo("an absence of more than 92 days");
    }

    /** It may be said to have begun earlier, and passes nothing before it was entered. */
    @Test
    void nothingIsDecidedInAnybodysPlaceBeforeTheEntry() {
        Absence absence = kept(enter("desk.rossi", "min.ferri", "sot.riva",
                new TimeWindow(NOON.minusSeconds(3_600), NOON.plusSeconds(3_600))));
        assertThat(absence.holds(NOON.minusSeconds(1))).isFalse();
        assertThat(absence.holds(NOON)).isTrue();
    }
}
