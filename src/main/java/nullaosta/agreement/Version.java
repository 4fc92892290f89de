package nullaosta.agreement;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of an agreement's terms; a proposed one is never in force. Written {@code v1}, {@code v2.proposed}. */
public record Version(int number, boolean proposed) implements Comparable<Version> {

    private static final Pattern FORM = Pattern.compile("v?([1-9][0-9]{0,3})(\\.proposed)?");

    /** Reads {@code v1}, {@code 1}, {@code v2.proposed} or {@code 2.proposed}. */
    public static Optional<Version> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Version(Integer.parseInt(text.replaceAll("[^0-9]", "")), text.endsWith(".proposed")))
                : Optional.empty();
    }

    @Override
    public int compareTo(Version other) {
        return Comparator.comparing(Version::number).thenComparing(version -> !version.proposed()).compare(this, other);
    }

    @Override
    public String toString() {
        return "v" + number + (proposed ? ".proposed" : "");
    }
}
