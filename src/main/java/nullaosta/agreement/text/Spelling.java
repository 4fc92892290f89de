package nullaosta.agreement.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a misspelt one probably means. */
public final class Spelling {

    /** Longer words are not compared: the effort is the product of their lengths. */
    private static final int LONGEST = 100;

    private static final int MOST_LISTED = 12;

    private Spelling() {
    }

    /**
     * The nearest known word within a third of its length, letters swapped counting once; ties go to the first. The name of
     * a group, as in {@code mission.armed}, adds nothing to that length: names of one group are not alike for it.
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        String wanted = word.toLowerCase(Locale.ROOT);
        if (wanted.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<String> best = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int allowed = Math.max(1, (candidate.length() - candidate.lastIndexOf('.') - 1) / 3);
            if (candidate.length() > LONGEST || Math.abs(candidate.length() - wanted.length()) > allowed) {
                continue;
            }
            int far = distance(wanted, candidate.toLowerCase(Locale.ROOT));
            if (far < least && far <= allowed) {
                best = Optional.of(candidate);
                least = far;
            }
        }
        return best;
    }

    /** "did you mean `x`?", else "known here: …" when the list, or that of the word's group, is short, else empty. */
    public static String help(String word, Collection<String> known) {
        String group = word.substring(0, word.lastIndexOf('.') + 1);
        return nearest(word, known).map(near -> "did you mean `" + near + "`?")
                .orElseGet(() -> known.size() > MOST_LISTED && !group.isEmpty()
                        ? listed("known with `" + group + "`: ", known.stream().filter(name -> name.startsWith(group))
                                .map(name -> name.substring(group.length())).toList())
                        : listed("known here: ", known));
    }

    private static String listed(String words, Collection<String> known) {
        return known.isEmpty() || known.size() > MOST_LISTED ? "" : words + String.join(", ", known);
    }

    /** What two words begin and end with alike adds nothing, and names of one group begin alike. */
    private static int distance(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int front = 0;
        while (front < shorter && one.charAt(front) == other.charAt(front)) {
            front++;
        }
        int back = 0;
        while (back < shorter - front
                && one.charAt(one.length() - 1 - back) == other.charAt(other.length() - 1 - back)) {
            back++;
        }
        return steps(one.substring(front, one.length() - back), other.substring(front, other.length() - back));
    }

    private static int steps(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + change,
                        Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
