package nullaosta.dossier;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nullaosta.dossier.entry.Entry;

/**
 * As of when a command is entered: the times within a case never go back, whatever the server's clock does.
 *
 * <p>Commands that came in together may wait for each other, so one that is a little behind is entered as of the entry before
 * it. One that is farther behind met a clock that was put back, and is refused rather than entered under a time that is not
 * its own; but what makes a flight safer, or tells where it is, is never kept waiting for a clock.
 *
 * @param refusal why it is not entered at all
 */
record EntryClock(Instant at, Optional<Refusal> refusal) {

    private static final Duration OVERTAKEN = Duration.ofMinutes(1);

    static EntryClock of(Instant at, CaseStore.Stored stored, Command command) {
        Instant last = stored.entries().isEmpty() ? at : stored.entries().getLast().at();
        if (!at.isBefore(last)) {
            return new EntryClock(at, Optional.empty());
        }
        return at.plus(OVERTAKEN).isBefore(last) && !cannotWait(command)
                ? new EntryClock(at, Optional.of(wentBack(at, last)))
                : new EntryClock(last, Optional.empty());
    }

    private static boolean cannotWait(Command command) {
        return switch (command) {
            case Command.SuspendClearance suspend -> true;
            case Command.RevokeClearance revoke -> true;
            case Command.EnterTakeoff takeoff -> true;
            case Command.EnterGateCheck past -> true;
            case Command.EnterLanding landing -> true;
            case Command.ReportDeviation deviation -> true;
            case Command.CallTakeoff call -> call.call() == Entry.Call.STOP;
            default -> false;
        };
    }

    private static Refusal wentBack(Instant at, Instant last) {
        return new Refusal(Refusal.Code.CLOCK_WENT_BACK,
                "the server's clock says `" + at.truncatedTo(ChronoUnit.SECONDS) + "`, before the case's last entry",
                "no earlier than `" + last.truncatedTo(ChronoUnit.SECONDS) + "`",
                "the clock was put back: have it set right, and send it again");
    }
}
