package nullaosta.oversight;

import static org.assertj.core.api.Assertions.assertThat;

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
        ministry.done("sig.leone", at.plusSeconds(60), flown,
                new Command.EnterLanding(at.plusSeconds(60), "SIGONELLA", Entry.Landing.PLANNED, ""));
        refuse("min.ferri", Missions.with(Missions.armed(), Map.of("purpose", "OFFENSIVE")));
        refuse("smd.conti", Missions.with(Missions.surveillance(), Map.of("purpose", "OFFENSIVE")));
        ministry.filed(Missions.armed());
        ministry.filed(Missions.with(Missions.surveillance(), Map.of("dataMode", "EXERCISE")));

        assertThat(figures(DataMode.REAL)).as("a deviation that was closed is counted, an exercise is not")
                .isEqualTo(new Figures(4, 1, 2, 1, 1, List.of(new StateLine("US", 4, 1, 2)),
                        Map.of("ART-3.1", 1, "ART-5.1", 2)));
        assertThat(figures(DataMode.EXERCISE))
                .isEqualTo(new Figures(1, 0, 0, 1, 0, List.of(new StateLine("US", 1, 0, 0)), Map.of()));
    }

    @Test
    void nothingWasAsked() {
        assertThat(figures(DataMode.REAL)).isEqualTo(new Figures(0, 0, 0, 0, 0, List.of(), Map.of()));
        assertThat(new StateLine("US", 0, 0, 0).percentCleared()).isZero();
        assertThat(new StateLine("US", 3, 2, 1).percentCleared()).isEqualTo(66);
    }
}
