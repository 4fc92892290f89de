package nullaosta.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.decision.Verdict;
import nullaosta.dossier.CaseLists.Filter;
import nullaosta.dossier.Command;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Ministry;
import nullaosta.dossier.entry.Entry;
import nullaosta.flight.Deviation;
import nullaosta.mission.DataMode;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import nullaosta.oversight.Figures.StateLine;
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

    private Figures figures(DataMode mode) {
        return Figures.of(ministry.cases.rows(Filter.ALL), mode);
    }

    @Test
    void howManyNeverWhich() {
        Dossier flown = ministry.airborne();
        Instant at = Ministry.DEPARTURE.plusSeconds(600);
        ministry.done("watch.sala", at, flown, new Command.ReportDeviation(new Deviation("d",
                Deviation.Kind.LEFT_VOLUME, at, "1.0 km outside the cleared volume", Optional.empty())));
        ministry.done("watch.sala", at.plusSeconds(20), flown, new Command.ReportDeviation(new Deviation("s",
                Deviation.Kind.SILENT, at, "no report since then", Optional.empty())));
        ministry.done("sig.leone", at.plusSeconds(60), flown,
                new Command.EnterLanding(at.plusSeconds(60), "SIGONELLA", Entry.Landing.PLANNED, ""));
        refuse("min.ferri", Missions.with(Missions.armed(), Map.of("purpose", "OFFENSIVE")));
        refuse("smd.conti", Missions.with(Missions.surveillance(), Map.of("purpose", "OFFENSIVE")));
        ministry.filed(Missions.armed());
        ministry.filed(Missions.with(Missions.surveillance(), Map.of("dataMode", "EXERCISE")));

        assertThat(figures(DataMode.REAL)).as("a deviation that was closed is counted, an exercise is not")
                .isEqualTo(new Figures(4, 1, 2, 1, 0, 1, 1, List.of(new StateLine("US", 4, 1, 2)),
                        Map.of("ART-3.1 of it-us-sigonella", 1, "ART-5.1 of it-us-sigonella", 2)));
        assertThat(figures(DataMode.EXERCISE))
                .isEqualTo(new Figures(1, 0, 0, 1, 0, 0, 0, List.of(new StateLine("US", 1, 0, 0)), Map.of()));
    }

    /** The second of two flights of which nothing was heard; the public is not told that it left its volume. */
    @Test
    void silenceIsNotCountedAsADeviation() {
        Dossier flown = ministry.airborne();
        ministry.done("watch.sala", Ministry.DEPARTURE.plusSeconds(120), flown, new Command.ReportDeviation(
                new Deviation("s", Deviation.Kind.SILENT, Ministry.DEPARTURE, "no report", Optional.empty())));
        assertThat(figures(DataMode.REAL)).satisfies(it -> assertThat(it.deviated()).isZero())
                .satisfies(it -> assertThat(it.silent()).isEqualTo(1));
    }

    /** What a release before it counted otherwise is mended when the database is brought to this one. */
    @Test
    void rowsOfEarlierReleasesAreMended() throws Exception {
        Dossier flown = ministry.airborne();
        ministry.sql().sql("""
                with queued as (insert into register_queue (entry) values ('old') returning ticket, entry)
                insert into dossier_entry select dossier, number + 1, at, author, 'DeviationConfirmed',
                  convert_to('{"entry":{"deviation":{"id":"s","kind":"SILENT"},"kind":"DeviationConfirmed"}}', 'UTF8'),
                  salt, queued.entry, queued.ticket
                from queued, dossier_entry where dossier = ? order by number desc limit 1""")
                .param(flown.id().value()).update();
        ministry.sql().sql("update dossier_row set deviations = 2, open_deviations = 1 where dossier = ?")
                .param(flown.id().value()).update();
        String migration = Files.readString(Path.of("src/main/resources/db/migration/V8__silence.sql"));
        ministry.sql().sql(migration.substring(migration.indexOf("with told"))).update();
        assertThat(ministry.cases.numbered(List.of(flown.number()))).singleElement()
                .satisfies(row -> assertThat(List.of(row.deviations(), row.openDeviations(), row.silences()))
                        .containsExactly(1, 0, 1))
                .satisfies(row -> assertThat(row.silent()).isTrue());
    }

    @Test
    void nothingWasAsked() {
        assertThat(figures(DataMode.REAL)).isEqualTo(new Figures(0, 0, 0, 0, 0, 0, 0, List.of(), Map.of()));
        assertThat(new StateLine("US", 0, 0, 0).percentCleared()).isZero();
        assertThat(new StateLine("US", 3, 2, 1).percentCleared()).isEqualTo(66);
    }
}
