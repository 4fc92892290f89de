package nullaosta.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nullaosta.dossier.DossierId;

/** Letters that were made, and which cases they were made of; kept by the store. */
public interface Letters {

    /** How long it is tried to hand over a letter. */
    Duration KEPT = Duration.ofDays(7);

    /** Cases that have moved since letters were last made of them; at most so many. */
    List<Moved> moved(int limit);

    /** @param version that the case has come to */
    record Moved(DossierId id, String number, int version) {}

    /** A letter to be made: to whom, by whom, and what it says. */
    record Draft(String carrier, String to, String subject) {}

    /**
     * Notes that a case was looked at, and keeps a letter for each draft that says something else than
     * the last one of this case to the same reader; all or nothing. A letter that is overtaken before it was handed over is gone.
     */
    void make(Moved moved, List<Draft> drafts, Instant now);

    /** Letters that are due, oldest first. */
    List<Letter> due(Instant now, int limit);

    void sent(Letter letter, Instant at);

    /** It was not taken; it is due again later. */
    void failed(Letter letter, String why, Instant now, Duration pause);

    /** How many wait, tried or not, and are not given up. */
    long waiting(Instant now);
}
