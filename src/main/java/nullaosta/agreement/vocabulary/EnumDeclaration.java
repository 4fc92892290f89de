package nullaosta.agreement.vocabulary;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An enum of the vocabulary.
 *
 * @param open      names beyond {@code constants} may appear, as long as they have the form
 * @param length    the exact length of an open enum's names; 0 for any up to 64
 * @param constants the names declared; for an open enum those worth naming
 */
public record EnumDeclaration(String name, boolean open, int length, List<String> constants, String note) {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    public EnumDeclaration {
        constants = List.copyOf(constants);
    }

    public boolean admits(String constant) {
        return constants.contains(constant)
                || open && FORM.matcher(constant).matches() && (length == 0 || constant.length() == length);
    }

    /** What its names look like: for messages and the reference. */
    public String expectation() {
        if (!open) {
            return "one of " + String.join(", ", constants);
        }
        return length == 0 ? "a name in capital letters" : "a name of " + length + " capital letters";
    }
}
