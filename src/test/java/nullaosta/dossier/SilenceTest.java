package nullaosta.dossier;

import static nullaosta.dossier.Ministry.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nullaosta.decision.Consultation;
import nullaosta.decision.Opinion;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.mission.Missions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One office has a rule of its own by which silence is no objection, another has none; both are asked until 4 March. */
class SilenceTest {

    private static final String RULE = "Regulation of the authority 12/2015, article 4";
    private static final LocalDate LAST_DAY = LocalDate.parse("2016-03-04");
    /** When 5 March begins in Rome. */
    private static final Instant OVER = Instant.parse("2016-03-04T23:00:00Z");

    @TempDir
    Path folder;

    private Ministry ministry;
    private Dossier dossier;

    @BeforeEach
    void ask() throws Exception {
        Path house = Files.createDirectories(folder.resolve("house"));
        Files.copy(Path.of("hosts/it/people.json"), house.resolve("people.json"));
        Files.writeString(house.resolve("host.json"), Files.readString(Path.of("hosts/it/host.json")).replace(
                "\"checkLifeMinutes\"",
                "\"silenceRules\": {\"CIVIL_AVIATION\": {\"text\": \"" + RULE
                        + "\", \"days\": 3}},\n  \"checkLifeMinutes\""));
        Path terms = folder.resolve("agreements");
        Files.writeString(Files.createDirectories(terms.resolve("asked")).resolve("v1.yaml"), ConsultationTest.TERMS);
        ministry = new Ministry(house, terms);
        dossier = ministry.filed(Missions.surveillance().shifted(Duration.ofDays(10)));
        for (String office : List.of("CIVIL_AVIATION", "FOREIGN_AFFAIRS")) {
            dossier = ministry.done("desk.rossi", NOON, dossier,
                    new Command.AskOffice(office, "any objection?", LAST_DAY));
        }
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    private Dossier now() {
        return ministry.dossiers.read(dossier.id()).orElseThrow();
    }

    private List<String> kinds() {
        return now().history().stream().map(written -> EntryFormat.kindOf(written.entry())).toList();
    }

    @Test
    void theClockEntersTheSilenceOfWhoHasARuleAndOfNobodyElse() {
        assertThat(ministry.cases.timesOver(OVER.minusSeconds(1))).isEmpty();
        assertThat(ministry.cases.timesOver(OVER)).containsExactly(dossier.id());
        ministry.dossiers.keepTime(dossier.id(), OVER.minusSeconds(1));
        assertThat(now()).as("its time is not over").isEqualTo(dossier);
        ministry.dossiers.keepTime(dossier.id(), OVER);
        assertThat(kinds()).endsWith("OfficeAsked", "Assessed", "OfficeSilent", "Assessed");
        assertThat(now().history().get(now().version() - 2).by()).isEqualTo(Dossiers.CLOCK);
        assertThat(now().file().consultations()).extracting(Consultation::open).containsExactly(false, true);
        Opinion silence = now().file().consultations().getFirst().opinion().orElseThrow();
        assertThat(silence.by() + "; " + silence.words()).isEqualTo(
                "nobody: CIVIL_AVIATION kept silent; by its own rule: " + RULE);
        assertThat(now().assessed().orElseThrow().outcome().name()).as("the other is still awaited")
                .isEqualTo("NEEDS_FACTS");
        ministry.dossiers.keepTime(dossier.id(), OVER.plusSeconds(60));
        assertThat(ministry.cases.timesOver(OVER.plusSeconds(60))).as("once").isEmpty();
        assertThat(ministry.dossiers.find(dossier.number())).contains(now());
    }

    @Test
    void itIsEnteredBeforeAnythingElseIsDone() {
        dossier = ministry.done("desk.rossi", OVER.plusSeconds(3_600), dossier,
                new Command.EnterOpinion(2, Examples.NO_OBJECTION));
        assertThat(kinds()).endsWith("OfficeSilent", "Assessed", "OfficeAnswered", "Assessed");
        assertThat(dossier.assessed().orElseThrow().outcome().name()).isEqualTo("ELIGIBLE");
    }

    @Test
    void anAnswerThatComesLateTakesThePlaceOfSilence() {
        dossier = ministry.done("desk.rossi", OVER.plusSeconds(3_600), dossier,
                new Command.EnterOpinion(2, Examples.NO_OBJECTION));
        dossier = ministry.done("desk.rossi", OVER.plusSeconds(3_700), dossier,
                new Command.EnterOpinion(1, Examples.OBJECTION));
        assertThat(dossier.assessed().orElseThrow().outcome().name()).isEqualTo("INELIGIBLE");
        assertThat(Ministry.refused(ministry.ask("desk.rossi", OVER.plusSeconds(3_800), dossier,
                new Command.EnterOpinion(1, Examples.NO_OBJECTION))).found())
                .isEqualTo("consultation 1, which is answered");
    }

    /** The rule gives the office three days. */
    @Test
    void whoeverIsAskedInHasteDoesNotConsentBySilence() {
        dossier = ministry.filed(Missions.surveillance().shifted(Duration.ofDays(10)));
        dossier = ministry.done("desk.rossi", NOON, dossier,
                new Command.AskOffice("CIVIL_AVIATION", "any objection?", LAST_DAY.minusDays(1)));
        assertThat(dossier.file().consultations().getFirst().silence()).isEmpty();
    }

    @Test
    void anObjectionIsNotOverruledByAskingAgainAndWaiting() {
        dossier = ministry.done("desk.rossi", NOON, dossier, new Command.EnterOpinion(1, Examples.OBJECTION));
        dossier = ministry.done("desk.rossi", NOON, dossier,
                new Command.AskOffice("CIVIL_AVIATION", "still?", LAST_DAY));
        assertThat(dossier.file().standing("CIVIL_AVIATION").orElseThrow().silence()).isEmpty();
        ministry.dossiers.keepTime(dossier.id(), OVER);
        assertThat(now()).isEqualTo(dossier);
    }

    @Test
    void whoAnswersInTimeWasNotSilent() {
        dossier = ministry.done("desk.rossi", NOON, dossier, new Command.EnterOpinion(1, Examples.OBJECTION));
        ministry.dossiers.keepTime(dossier.id(), OVER);
        assertThat(now()).isEqualTo(dossier);
        assertThat(dossier.history()).noneMatch(it -> it.entry() instanceof Entry.OfficeSilent);
    }

    @Test
    void whatIsDecidedWaitsForNobodysSilence() {
        dossier = ministry.done("us.embassy", NOON, dossier, new Command.WithdrawMission("not needed"));
        assertThat(ministry.cases.timesOver(OVER)).isEmpty();
        ministry.dossiers.keepTime(dossier.id(), OVER);
        assertThat(now()).isEqualTo(dossier);
    }
}
