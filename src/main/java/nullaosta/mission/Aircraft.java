package nullaosta.mission;

import java.util.Locale;
import java.util.Optional;

/**
 * One aircraft of a mission.
 *
 * @param type ICAO designator or the maker's: {@code MQ-9}
 * @param tail registration or serial as painted
 * @param address 24-bit address, six hexadecimal digits in lower case, if it carries a transponder that sends one
 * @param callSign as in item 7 of the flight plan
 */
public record Aircraft(String type, String tail, Optional<String> address, String callSign, Declared crewed) {

    /** Whether two marks are the same: case, blanks and hyphens are written differently on paper and paint. */
    public static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
