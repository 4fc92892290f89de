package nullaosta.dossier;

import static nullaosta.dossier.Ministry.DEPARTURE;
import static nullaosta.dossier.Ministry.NOON;
import static nullaosta.dossier.Ministry.signature;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.clearance.Life;
import nullaosta.decision.Verdict;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.Written;
import nullaosta.mission.Missions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server's clock jumps back: a case's times never do, and nothing that makes a flight safer waits for a clock. */
class EntryClockTest {

    private Ministry ministry;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    private static List<Instant> times(Answer answer) {
        return ((Answer.Done) answer).entries().stream().map(Written::at).distinct().toList();
    }

    @Test
    void aCommandThatWasOvertakenIsEnteredAsOfTheOneBefore() {
        Dossier dossier = ministry.prepared(Missions.armed());
        assertThat(times(ministry.ask("min.ferri", NOON.plusSeconds(1_150), dossier, signature(Verdict.APPROVE))))
                .containsExactly(NOON.plusSeconds(1_200));
    }

    @Test
    void aRevocationIsEnteredWhateverTheClockSays() {
        Dossier dossier = ministry.cleared();
        Answer answer = ministry.ask("min.ferri", NOON.minusSeconds(86_400), dossier,
                new Command.RevokeClearance("the ground was false", Optional.empty()));
        assertThat(times(answer)).containsExactly(NOON.plusSeconds(2_400));
        assertThat(((Answer.Done) answer).dossier().clearance().orElseThrow().life()).isEqualTo(Life.REVOKED);
    }

    @Test
    void aStopIsEnteredAndAReleaseIsNot() {
        Dossier dossier = ministry.released();
        Instant back = DEPARTURE.minusSeconds(7_200);
        assertThat(ministry.ask("sig.leone", back, dossier, new Command.CallTakeoff(Entry.Call.RELEASE, "")))
                .isInstanceOf(Answer.Refused.class);
        assertThat(times(ministry.ask("sig.leone", back, dossier,
                new Command.CallTakeoff(Entry.Call.STOP, "fuel on the apron"))))
                .containsExactly(DEPARTURE.minusSeconds(300));
    }
}
