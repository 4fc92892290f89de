package nullaosta.store;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nullaosta.dossier.Row;

/**
 * By which words a case is found in the lists: the beginnings of each word of its number, clearance, tail, call sign, operator
 * and type, whatever signs stand between: {@code ZJ-690} is found by {@code zj6}, {@code ZJ-69} and {@code 690}.
 */
final class RowWords {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 16;

    private RowWords() {
    }

    static Set<String> of(Row row) {
        Set<String> words = new LinkedHashSet<>();
        Stream.of(row.number(), row.clearance().orElse(""), row.tail(), row.callSign(), row.operator(),
                row.aircraftType()).flatMap(text -> Arrays.stream(text.split("\\s+", -1))).forEach(word -> {
                    List<String> parts = BETWEEN.splitAsStream(word).filter(part -> !part.isEmpty()).toList();
                    for (int from = 0; from < parts.size(); from++) {
                        beginnings(plain(String.join("", parts.subList(from, parts.size()))), words);
                    }
                });
        return words;
    }

    private static void beginnings(String word, Set<String> into) {
        for (int length = 1; length <= Math.min(word.length(), LONGEST); length++) {
            into.add(word.substring(0, length));
        }
    }

    /** What a row must all have, to be found by what somebody typed; no row has the word that signs alone come to. */
    static List<String> asked(String text) {
        List<String> words = words(text);
        return words.isEmpty() ? List.of("") : words;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1)).map(RowWords::plain).filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST))).distinct().toList();
    }

    private static String plain(String word) {
        return BETWEEN.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
