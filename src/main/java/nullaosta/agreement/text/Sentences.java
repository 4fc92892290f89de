package nullaosta.agreement.text;

import java.util.regex.Pattern;

/** Words as a sentence has them. */
public final class Sentences {

    private Sentences() {
    }

    /** A version's name is a name: {@code v2.proposed} stays as it is written, also at the beginning. */
    private static final Pattern VERSION = Pattern.compile("v[0-9].*", Pattern.DOTALL);

    /** With a capital letter and an end; no words make no sentence. */
    public static String sentence(String words) {
        if (words.isEmpty()) {
            return words;
        }
        String begun = VERSION.matcher(words).matches()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return begun.endsWith(".") || begun.endsWith("?") ? begun : begun + ".";
    }
}
