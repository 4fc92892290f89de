package nullaosta.dossier;

import static nullaosta.dossier.Ministry.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import nullaosta.airspace.Circle;
import nullaosta.airspace.Position;
import nullaosta.dossier.entry.Entry;
import nullaosta.mission.Grade;
import nullaosta.mission.Missions;
import nullaosta.quantity.Distance;
import nullaosta.quantity.TimeWindow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From whom a flight protects follows whether there is anybody to protect; who they are stays with those named for it. */
class ProtectedPartyTest {

    private static final TimeWindow WINDOW = Missions.armed().window();

    private static Ministry ministry;

    @BeforeAll
    static void open() throws Exception {
        ministry = new Ministry();
    }

    @AfterAll
    static void verifyAndClose() {
        ministry.close();
    }

    private static String fact(Dossier dossier) {
        Map<?, ?> facts = (Map<?, ?>) Objects.requireNonNull(
                dossier.assessed().orElseThrow().assessment().get("facts"));
        return String.valueOf(facts.get("file.personnelOnGround"));
    }

    private static Dossier entered(Command.EnterProtectedParty party) {
        return ministry.done("desk.rossi", NOON, ministry.filed(Missions.armed()), party);
    }

    private static Command.EnterProtectedParty there(TimeWindow window) {
        return new Command.EnterProtectedParty("the field hospital", "LIBYA", Examples.MISRATA, window, "liaison",
                Grade.parse("B2"));
    }

    @Test
    void aPartyInReachForTheWholeWindowIsPersonnelOnTheGround() {
        assertThat(fact(entered(Examples.PARTY))).contains("value=true")
                .contains("protected party 1 is there for the whole window");
        assertThat(fact(entered(there(new TimeWindow(WINDOW.from(), WINDOW.until().minusSeconds(1))))))
                .as("gone before the window ends").contains("value=false")
                .contains("no protected party entered is there for the whole window");
    }

    @Test
    void theReachDecidesAndAPlaceKnownTooRoughlyDecidesNothing() {
        Position south = new Position(31.5, 15);
        assertThat(fact(entered(Examples.at(new Circle(south, new Distance(1_000)))))).as("80 km from the volume")
                .contains("value=false");
        assertThat(fact(entered(Examples.at(new Circle(south, new Distance(60_000))))))
                .contains("whether protected party 1 is within reach cannot be told: the place is known too roughly");
    }

    /** Leaving the volumes out must not help who asks. */
    @Test
    void withoutVolumesNobodyCanTell() {
        Dossier dossier = ministry.done("desk.rossi", NOON,
                ministry.filed(Missions.without(Missions.armed(), "volumes")),
                Examples.PARTY);
        assertThat(fact(dossier)).contains(
                "whether protected party 1 is within reach cannot be told: no volumes were filed");
    }

    @Test
    void aPartyInAnotherTheatreIsNotThere() {
        assertThat(fact(entered(new Command.EnterProtectedParty("the embassy", "MEDITERRANEAN", Examples.MISRATA,
                WINDOW, "liaison", Grade.parse("B2"))))).contains("value=false");
    }

    /** Neither replaces the other, whichever of them would help: the desk rules, with its reason. */
    @Test
    void aStatementAgainstThePartiesNeedsARuling() {
        Dossier dossier = entered(Examples.PARTY);
        dossier = ministry.done("desk.rossi", NOON, dossier, Ministry.statement("file.personnelOnGround", "false"));
        assertThat(fact(dossier))
                .contains("statement 1 says false, the file itself true (protected party 1 is there for"
                        + " the whole window); the desk must rule");
        dossier = ministry.done("desk.rossi", NOON, dossier,
                new Command.RuleOnStatement("file.personnelOnGround", 1, "the liaison officer called: they left"));
        assertThat(fact(dossier)).contains("value=false").contains("statement 1");
    }

    /** The ruling was about what was known: another party entered since may make of it a mistake. */
    @Test
    void aRulingEndsWhenTheFileSaysSomethingNew() {
        Dossier dossier = entered(Examples.PARTY);
        dossier = ministry.done("desk.rossi", NOON, dossier, Ministry.statement("file.personnelOnGround", "false"));
        dossier = ministry.done("desk.rossi", NOON, dossier,
                new Command.RuleOnStatement("file.personnelOnGround", 1, "the liaison officer called: they left"));
        assertThat(fact(dossier)).contains("value=false");
        dossier = ministry.done("desk.rossi", NOON, dossier, Examples.PARTY);
        assertThat(fact(dossier)).contains("statement 1 says false, the file itself true", "the desk must rule again");
        dossier = ministry.done("desk.rossi", NOON, dossier,
                new Command.RuleOnStatement("file.personnelOnGround", 1, "these left too"));
        assertThat(fact(dossier)).contains("value=false");
        dossier = ministry.done("desk.rossi", NOON, dossier, Ministry.statement("file.personnelOnGround", "true"));
        assertThat(fact(dossier))
                .contains("statement 2 came after the ruling and says otherwise; the desk must rule again");
        dossier = ministry.done("desk.rossi", NOON, dossier, Ministry.statement("file.personnelOnGround", "false"));
        assertThat(fact(dossier)).as("also once a third agrees with the ruling").contains("must rule again");
        dossier = ministry.done("desk.rossi", NOON, dossier,
                new Command.RuleOnStatement("file.personnelOnGround", 2, "the attaché confirmed it"));
        assertThat(fact(dossier)).contains("value=true").contains("statement 2");
    }

    @Test
    void aStatementThatPeopleAreThereDoesNotBringThemThere() {
        Dossier dossier = entered(new Command.EnterProtectedParty("the embassy", "MEDITERRANEAN", Examples.MISRATA,
                WINDOW, "liaison", Grade.parse("B2")));
        dossier = ministry.done("desk.rossi", NOON, dossier, Ministry.statement("file.personnelOnGround", "true"));
        assertThat(fact(dossier)).contains("statement 1 says true, the file itself false").contains("must rule");
    }

    @Test
    void whoIsStruckOutCountsNoMoreAndTheirNumberIsNotGivenAgain() {
        Dossier dossier = ministry.done("desk.rossi", NOON, entered(Examples.PARTY),
                new Command.StrikeOutProtectedParty(1, "they left"));
        assertThat(fact(dossier)).contains("neither a statement nor a protected party is entered");
        dossier = ministry.done("desk.rossi", NOON, dossier, Examples.PARTY);
        assertThat(dossier.file().protectedParties()).extracting(party -> party.number()).containsExactly(2);
    }

    @Test
    void eachLookStandsInTheCase() {
        Dossier dossier = ministry.done("min.ferri", NOON.plusSeconds(60), entered(Examples.PARTY),
                new Command.LookAtProtectedParties("to decide"));
        dossier = ministry.done("desk.rossi", NOON.plusSeconds(120), dossier,
                new Command.LookAtProtectedParties("a question of the minister"));
        assertThat(dossier.history().stream().filter(written -> written.entry() instanceof Entry.ProtectedPartiesSeen)
                .map(written -> written.by() + " " + written.at() + " "
                        + ((Entry.ProtectedPartiesSeen) written.entry()).reason()))
                .isEqualTo(List.of("min.ferri 2016-03-01T12:01:00Z to decide",
                        "desk.rossi 2016-03-01T12:02:00Z a question of the minister"));
    }

    /** The assessment, the row and the snapshot are read by more people than may know where somebody is. */
    @Test
    void nothingThatIsDerivedTellsWhoOrWhere() {
        Dossier dossier = entered(Examples.PARTY);
        String derived = dossier.assessed().orElseThrow() + " " + ministry.dossiers.row(dossier) + " "
                + ministry.dossiers.snapshot(dossier);
        assertThat(derived).doesNotContain("hospital", "32.375", "15.092", "Tunis");
    }
}
