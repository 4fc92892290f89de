package nullaosta.agreement.text;

/** Words as a sentence has them. */
public final class Sentences {

    private Sentences() {
    }

    /** With a capital letter and an end; no words make no sentence. */
    public static String sentence(String words) {
        if (words.isEmpty()) {
            return words;
        }
        String begun = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return begun.endsWith(".") || begun.endsWith("?") ? begun : begun + ".";
    }
}
