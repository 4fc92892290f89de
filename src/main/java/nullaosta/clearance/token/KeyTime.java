package nullaosta.clearance.token;

import java.time.Instant;
import java.util.Optional;

/** When an issuer's key may sign, both ends included; an end that is missing has no limit. */
public record KeyTime(Optional<Instant> notBefore, Optional<Instant> notAfter) {

    public static final KeyTime ALWAYS = new KeyTime(Optional.empty(), Optional.empty());

    public KeyTime {
        if (notBefore.isPresent() && notAfter.isPresent() && notAfter.get().isBefore(notBefore.get())) {
            throw new IllegalArgumentException("a key's time ends at " + notAfter.get() + " and begins at "
                    + notBefore.get());
        }
    }

    /** Whether something signed then was signed in time. */
    public boolean holds(Instant signed) {
        return notBefore.filter(signed::isBefore).isEmpty() && notAfter.filter(signed::isAfter).isEmpty();
    }

    /** {@code from … until …}, without an end that is missing. */
    String inWords() {
        String from = notBefore.map(it -> " from " + TokenCheck.ZULU.format(it)).orElse("");
        return (from + notAfter.map(it -> " until " + TokenCheck.ZULU.format(it)).orElse("")).strip();
    }
}
