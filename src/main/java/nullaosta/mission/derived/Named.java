package nullaosta.mission.derived;

import java.util.Locale;
import java.util.Optional;

/** Free text as a name of an open enum. */
final class Named {

    private Named() {
    }

    /** Capital letters, with {@code _} for every other sign: {@code MQ-9} is {@code MQ_9}; empty if it begins otherwise. */
    static Optional<String> of(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return name.matches("[A-Z][A-Z0-9_]{0,63}") ? Optional.of(name) : Optional.empty();
    }
}
