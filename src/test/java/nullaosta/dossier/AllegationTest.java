package nullaosta.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.HarmAllegation;
import nullaosta.dossier.entry.HarmAllegation.Finding;
import nullaosta.dossier.entry.Written;
import nullaosta.mission.DataMode;
import nullaosta.mission.Grade;
import nullaosta.mission.Missions;
import nullaosta.oversight.figures.Allegations;
import nullaosta.store.PostgresFigures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two words on one strike that differ, and what the host's inquiry finds. */
class AllegationTest {

    private Ministry ministry;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    private Allegations told(DataMode mode) {
        return new PostgresFigures(ministry.source(), ministry.cases, ministry.host.office(), mode).allegations();
    }

    @Test
    void bothAreKeptAndTheLastAnswerCounts() {
        Dossier dossier = ministry.cleared();
        assertThat(told(DataMode.REAL)).isEqualTo(new Allegations(0, 0));
        dossier = ministry.done("audit.bruni", Ministry.NOON.plusSeconds(3_600), dossier, Examples.ALLEGATION);
        dossier = ministry.done("desk.rossi", Ministry.NOON.plusSeconds(3_600), dossier,
                new Command.AllegeHarm("the user state", LocalDate.parse("2016-03-01"), Grade.parse("B4"),
                        "open desert", Optional.of(0), Optional.of(0), "nobody was near"));
        dossier = ministry.done("desk.rossi", Ministry.NOON.plusSeconds(3_700), dossier,
                new Command.AnswerAllegation(1, Finding.OPEN, "the film is looked at"));
        assertThat(told(DataMode.REAL)).isEqualTo(new Allegations(2, 0));
        dossier = ministry.done("smd.conti", Ministry.NOON.plusSeconds(3_800), dossier,
                new Command.AnswerAllegation(1, Finding.CREDIBLE, "the farm lies where the weapon fell"));
        assertThat(told(DataMode.REAL)).isEqualTo(new Allegations(2, 1));
        assertThat(told(DataMode.REAL).open()).isEqualTo(1);
        assertThat(told(DataMode.EXERCISE)).isEqualTo(new Allegations(0, 0));
        assertThat(dossier.allegations()).containsExactly(
                new HeldAllegation(
                        new HarmAllegation(1, "a hospital in Sirte", LocalDate.parse("2016-03-01"), Grade.parse("C3"),
                                "a farm south of Sirte", Optional.of(2), Optional.empty(),
                                "two farmers were brought in dead"),
                        Optional.of(new Entry.AllegationAnswered(1, Finding.CREDIBLE,
                                "the farm lies where the weapon fell"))),
                new HeldAllegation(new HarmAllegation(2, "the user state", LocalDate.parse("2016-03-01"),
                        Grade.parse("B4"), "open desert", Optional.of(0), Optional.of(0), "nobody was near"),
                        Optional.empty()));
        assertThat(dossier.history().stream().map(Written::entry).filter(Entry.AllegationAnswered.class::isInstance))
                .as("every answer stays").hasSize(2).noneMatch(Entry::deliberates);
        dossier = ministry.done("smd.conti", Ministry.NOON.plusSeconds(3_900), dossier,
                new Command.AnswerAllegation(1, Finding.OPEN, "a new witness"));
        assertThat(told(DataMode.REAL)).as("open again").isEqualTo(new Allegations(2, 0));
        assertThat(dossier.clearance().orElseThrow().life().words()).as("it revokes nothing").isEqualTo("valid");
    }

    @Test
    void whatIsRefused() {
        Dossier filed = ministry.filed(Missions.armed());
        Dossier cleared = ministry.cleared();
        assertThat(List.of(refused("audit.bruni", filed, Examples.ALLEGATION),
                refused("audit.bruni", cleared,
                        new Command.AllegeHarm("a paper", LocalDate.parse("2016-03-02"), Grade.parse("F6"), "Sirte",
                                Optional.empty(), Optional.empty(), "smoke was seen")),
                refused("desk.rossi", cleared, new Command.AnswerAllegation(1, Finding.OPEN, "it is looked into"))))
                .containsExactly(
                        "The case has no clearance; expected a flight that was cleared. Find the flight that the"
                                + " source speaks of.",
                        "Dated `2016-03-02`; expected a day that is not in the future. Give the day on which the"
                                + " source said so.",
                        "No allegation 1; expected an allegation that was entered. Look at the allegations in the"
                                + " case.");
        Dossier alleged = ministry.done("audit.bruni", Ministry.NOON.plusSeconds(3_600), cleared, Examples.ALLEGATION);
        assertThat(refused("desk.rossi", alleged, new Command.AnswerAllegation(2, Finding.OPEN, "words")))
                .isEqualTo("No allegation 2; expected one of 1 to 1. Look at the allegations in the case.");
    }

    private String refused(String by, Dossier dossier, Command command) {
        return Ministry.refused(ministry.ask(by, Ministry.NOON.plusSeconds(3_600), dossier, command)).inWords();
    }
}
