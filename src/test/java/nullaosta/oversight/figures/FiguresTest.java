package nullaosta.oversight.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import nullaosta.agreement.Terms;
import nullaosta.decision.Verdict;
import nullaosta.dossier.Command;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Ministry;
import nullaosta.dossier.entry.Entry;
import nullaosta.flight.Deviation;
import nullaosta.mission.DataMode;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import nullaosta.store.PostgresFigures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The public register's counts, from real cases. */
class FiguresTest {

    private Ministry ministry;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    private void refuse(String officer, Mission mission) {
        Dossier dossier = ministry.done("desk.rossi", Ministry.NOON, ministry.filed(mission),
                new Command.PrepareDecision(Verdict.REFUSE, "an offensive action", List.of()));
        ministry.done(officer, Ministry.NOON, dossier, new Command.SignDecision(Verdict.REFUSE, "agreed"));
    }

    private static final Instant LATER = Instant.parse("2016-04-01T12:00:00Z");

    private PostgresFigures store(DataMode mode) {
        return new PostgresFigures(ministry.source(), ministry.cases, ministry.host.office(), mode);
    }

    private Figures figures(DataMode mode) {
        return store(mode).of(ministry.dossiers.chancery().agreements()::terms, LATER);
    }

    private static Count number(int number) {
        return new Count(OptionalInt.of(number));
    }

    @Test
    void howManyNeverWhich() {
        Dossier flown = ministry.airborne();
        Instant at = Ministry.DEPARTURE.plusSeconds(600);
        ministry.done("watch.sala", at, flown, new Command.ReportDeviation(new Deviation("d",
                Deviation.Kind.LEFT_VOLUME, at, "1.0 km outside the cleared volume", Optional.empty())));
        ministry.done("sig.leone", at.plusSeconds(60), flown,
                new Command.EnterLanding(at.plusSeconds(60), "SIGONELLA", Entry.Landing.PLANNED, ""));
        for (int i = 0; i < 3; i++) {
            refuse("min.ferri", Missions.with(Missions.armed(), Map.of("purpose", "OFFENSIVE")));
        }
        refuse("smd.conti", Missions.with(Missions.surveillance(), Map.of("purpose", "OFFENSIVE")));
        ministry.filed(Missions.armed());
        ministry.filed(Missions.armed());
        ministry.filed(Missions.with(Missions.surveillance(), Map.of("dataMode", "EXERCISE")));

        Figures figures = figures(DataMode.REAL);
        assertThat(figures.asked()).as("an exercise is not counted").isEqualTo(number(7));
        assertThat(figures.deviated()).as("one alone is not told").isEqualTo(Count.HIDDEN);
        assertThat(figures.total(Dimension.MONTH)).isEqualTo(Map.of("2016-03", 7));
        assertThat(figures.total(Dimension.STATE)).isEqualTo(Map.of("US", 7));
        assertThat(figures.total(Dimension.OUTCOME)).as("one cleared, two open").isEqualTo(Map.of("refused", 4,
                "other", 3));
        assertThat(figures.refusalsByClause()).isEqualTo(Map.of("ART-3.1 of it-us-sigonella", number(3),
                "ART-5.1 of it-us-sigonella", number(4)));
        assertThat(figures.durations()).as("five decided on the day they came").contains(new Durations(5, 0, 0,
                List.of(new Span(0, 0, 5), new Span(1, 1, 0), new Span(2, 2, 0), new Span(3, 5, 0), new Span(6, 10, 0),
                        new Span(11, 20, 0), new Span(21, Span.LONGEST, 0))));
        assertThat(figures.percentByBasis()).as("one cleared flight is too few").isEmpty();
        assertThat(FiguresFile.write(figures)).startsWith("""
                month,state,purpose,lane,outcome,count
                *,*,*,*,*,7
                2016-03,*,*,*,*,7
                *,US,*,*,*,7
                """.replace("\n", "\r\n")).contains("2016-03,*,*,*,refused,4\r\n", "*,US,*,*,other,3\r\n");
        assertThat(figures.asMap()).containsEntry("snapshot", "2016-04-01T12:00:00Z").containsEntry("deviated",
                Optional.empty()).containsEntry("asked", Optional.of(7));
        assertThat(figures(DataMode.EXERCISE)).satisfies(it -> assertThat(it.asked()).isEqualTo(Count.HIDDEN))
                .satisfies(it -> assertThat(it.tables()).isEmpty())
                .satisfies(it -> assertThat(it.total(Dimension.STATE)).isEmpty());
    }

    /** A fold that is kept while cases are filed, decided, flown, amended and erased is the one that is made from nothing. */
    @Test
    void whatIsKeptIsWhatAFreshFoldComesTo() {
        PostgresFigures kept = store(DataMode.REAL);
        List<Runnable> steps = List.of(() -> ministry.filed(Missions.armed()), ministry::cleared,
                ministry::airborne, () -> ministry.filed(Missions.surveillance()),
                () -> refusedOffence(), () -> amended(ministry.cleared()),
                () -> erased(ministry.cleared()), ministry::released);
        for (Runnable step : steps) {
            for (int time = 0; time < 3; time++) {
                step.run();
                Figures now = kept.of(ministry.dossiers.chancery().agreements()::terms, LATER);
                assertThat(now).isEqualTo(figures(DataMode.REAL));
                assertThat(kept.of(ministry.dossiers.chancery().agreements()::terms, LATER.plusSeconds(60)))
                        .as("nothing moved, a minute later").isEqualTo(now.still(LATER.plusSeconds(60)));
            }
        }
        assertThat(kept.of(ministry.dossiers.chancery().agreements()::terms, LATER).asked())
                .isEqualTo(number(24));
    }

    /** Of many cases a reader is shown the last fold, and soon the next. */
    @Test
    void ofManyCasesTheNextFoldIsMadeBesideTheAnswer() throws Exception {
        PostgresFigures many = new PostgresFigures(ministry.source(), ministry.cases, ministry.host.office(),
                DataMode.REAL, 3);
        for (int i = 0; i < 3; i++) {
            ministry.filed(Missions.surveillance());
        }
        Function<String, Optional<Terms>> terms = ministry.dossiers.chancery().agreements()::terms;
        assertThat(many.of(terms, LATER).asked()).as("the first waits").isEqualTo(number(3));
        ministry.filed(Missions.surveillance());
        long started = System.nanoTime();
        while (!many.of(terms, LATER).asked().equals(number(4))) {
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(60));
            Thread.sleep(5);
        }
        assertThat(many.of(terms, LATER)).isEqualTo(figures(DataMode.REAL));
    }

    private void refusedOffence() {
        refuse("min.ferri", Missions.with(Missions.armed(), Map.of("purpose", "OFFENSIVE")));
    }

    private void amended(Dossier dossier) {
        ministry.done("us.embassy", Ministry.NOON.plusSeconds(3_600), dossier, new Command.AmendMission(
                Missions.with(dossier.mission(), Map.of("purpose", "LOGISTICS")), "another task"));
    }

    private void erased(Dossier dossier) {
        Instant late = Instant.parse("2056-03-02T12:00:00Z");
        Dossier proposed = ministry.done("desk.rossi", late, dossier,
                new Command.ProposeErasure("a law", "its time is over"));
        ministry.done("smd.conti", late, proposed, new Command.EraseCase("agreed"));
    }

    /** What is published once stands; the page of a later day says what was entered late. */
    @Test
    void aLateEntryIntoAPastMonthIsARestatement() {
        for (int i = 0; i < 3; i++) {
            ministry.filed(Missions.surveillance());
        }
        ZoneId zone = ministry.host.zone();
        PostgresFigures store = store(DataMode.REAL);
        store.keep(figures(DataMode.REAL), zone);
        assertThat(store.restatements(figures(DataMode.REAL), zone)).isEmpty();
        ministry.filed(Missions.surveillance());
        store.keep(figures(DataMode.REAL), zone);
        assertThat(ministry.sql().sql("select count(*) from oversight_snapshot").query(Long.class).single())
                .as("one a day").isEqualTo(1);
        Figures next = store.of(ministry.dossiers.chancery().agreements()::terms, LATER.plusSeconds(86_400));
        assertThat(store.restatements(next, zone)).contains(new Restatement(LocalDate.parse("2016-04-01"),
                LocalDate.parse("2016-04-02"), "2016-03", "", 3, 4));
        assertThat(store(DataMode.EXERCISE).restatements(figures(DataMode.EXERCISE), zone)).isEmpty();
        for (String change : List.of("delete from oversight_snapshot", "update oversight_snapshot set file = ''")) {
            assertThatThrownBy(() -> ministry.sql().sql(change).update()).as(change)
                    .hasRootCauseMessage("ERROR: permission denied for table oversight_snapshot");
        }
    }

    /** The lower bound of what rests on assurance: Sigonella's terms, by what each condition rests on. */
    @Test
    void whatTheConditionsOfClearedFlightsRestOn() {
        for (int i = 0; i < 3; i++) {
            ministry.cleared();
        }
        Figures figures = figures(DataMode.REAL);
        assertThat(figures.percentByBasis().values().stream().mapToInt(it -> it).sum()).isBetween(98, 102);
        assertThat(figures.total(Dimension.LANE)).isEqualTo(Map.of("case by case", 3));
        assertThat(figures.total(Dimension.OUTCOME)).isEqualTo(Map.of("cleared", 3));
    }

    /** The second of two flights of which nothing was heard; the public is not told that it left its volume. */
    @Test
    void silenceIsNotCountedAsADeviation() {
        Dossier flown = ministry.airborne();
        ministry.done("watch.sala", Ministry.DEPARTURE.plusSeconds(120), flown, new Command.ReportDeviation(
                new Deviation("s", Deviation.Kind.SILENT, Ministry.DEPARTURE, "no report", Optional.empty())));
        assertThat(ministry.cases.numbered(List.of(flown.number()))).singleElement()
                .satisfies(row -> assertThat(row.deviations()).isZero())
                .satisfies(row -> assertThat(row.silences()).isEqualTo(1));
        assertThat(figures(DataMode.REAL).deviated()).isEqualTo(number(0));
        assertThat(figures(DataMode.REAL).silent()).as("one alone is not told").isEqualTo(Count.HIDDEN);
    }

    @Test
    void nothingWasAsked() {
        assertThat(figures(DataMode.REAL)).satisfies(it -> assertThat(it.asked()).isEqualTo(number(0)))
                .satisfies(it -> assertThat(it.tables()).isEmpty())
                .satisfies(it -> assertThat(FiguresFile.write(it))
                        .isEqualTo("month,state,purpose,lane,outcome,count\r\n*,*,*,*,*,0\r\n"));
    }
}
