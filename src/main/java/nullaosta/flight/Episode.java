package nullaosta.flight;

import java.time.Instant;
import java.util.Optional;

/**
 * One condition of one flight, as it opens and closes: clear, suspected on the first report outside, confirmed on the
 * second or at once where the kind asks for it, closed after five reports in a row inside.
 *
 * @param outside reports outside since it opened
 * @param inside reports inside in a row
 */
record Episode(Deviation.Kind kind, Grade grade, int outside, int inside, Optional<Instant> since) {

    static final int CONFIRMED_AFTER = 2;
    static final int CLOSED_AFTER = 5;

    enum Grade {
        CLEAR,
        SUSPECT,
        CONFIRMED
    }

    static Episode clear(Deviation.Kind kind) {
        return new Episode(kind, Grade.CLEAR, 0, 0, Optional.empty());
    }

    static Episode confirmed(Deviation.Kind kind, Instant since) {
        return new Episode(kind, Grade.CONFIRMED, CONFIRMED_AFTER, 0, Optional.of(since));
    }

    /** @param atOnce whether one report is enough to confirm */
    Episode seenOutside(Instant at, boolean atOnce) {
        Instant start = since.filter(first -> first.isBefore(at)).orElse(at);
        int seen = outside + 1;
        boolean confirmed = grade == Grade.CONFIRMED || atOnce || seen >= CONFIRMED_AFTER;
        Optional<Instant> opened = grade == Grade.CONFIRMED ? since : Optional.of(start);
        return new Episode(kind, confirmed ? Grade.CONFIRMED : Grade.SUSPECT, seen, 0, opened);
    }

    Episode seenInside() {
        if (grade == Grade.CLEAR) {
            return this;
        }
        int row = inside + 1;
        return row >= CLOSED_AFTER || grade == Grade.SUSPECT
                ? clear(kind)
                : new Episode(kind, grade, outside, row, since);
    }

    boolean open() {
        return grade == Grade.CONFIRMED;
    }
}
