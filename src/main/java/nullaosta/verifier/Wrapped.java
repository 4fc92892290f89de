package nullaosta.verifier;

/** Text for a terminal of eighty columns. */
public final class Wrapped {

    private static final int WIDTH = 80;

    private final StringBuilder text = new StringBuilder();

    /** A paragraph: the first line after {@code first}, the others under it by as many spaces as {@code hang}. */
    public Wrapped paragraph(String first, int hang, String words) {
        StringBuilder line = new StringBuilder(first);
        boolean fresh = true;
        for (String word : words.strip().split("\\s+")) {
            int needed = line.codePointCount(0, line.length()) + word.codePointCount(0, word.length()) + 1;
            if (!fresh && needed > WIDTH) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(" ".repeat(hang));
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
        }
        text.append(line.toString().stripTrailing()).append('\n');
        return this;
    }

    public Wrapped line(String words) {
        text.append(words.stripTrailing()).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
