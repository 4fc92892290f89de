package nullaosta.party;

import java.util.Locale;
import java.util.Set;

/** A state, by its ISO 3166-1 alpha-2 code; {@code XN} (user-assigned range) stands for NATO as an operator. */
public record StateCode(String code) {

    private static final Set<String> ISO = Set.of(Locale.getISOCountries());

    /** NATO operates aircraft of its own; ISO leaves XA–XZ to users. */
    public static final StateCode NATO = new StateCode("XN");

    public StateCode {
        if (!isKnown(code)) {
            throw new IllegalArgumentException(
                    "state `" + code + "`; expected an ISO 3166 code of two capital letters such as `IT`");
        }
    }

    public static boolean isKnown(String code) {
        return ISO.contains(code) || code.equals("XN");
    }

    public String inWords() {
        return code.equals("XN") ? "NATO" : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }
}
