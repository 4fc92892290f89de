package nullaosta.agreement.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A YAML document as a tree in which every scalar is text and everything knows its place. */
public sealed interface YamlNode {

    Place place();

    /**
     * A scalar.
     *
     * @param lines where the content of each line it is written on starts, so that an offset into it has a place
     */
    record Text(Place place, String value, List<Place> lines) implements YamlNode {

        public Text {
            lines = List.copyOf(lines);
        }

        /** A word that stands in no file, or on one line without quotes. */
        public Text(Place place, String value) {
            this(place, value, List.of(place));
        }

        /** The place of a code point of the value; exact for text without escapes and blank lines. */
        public Place at(int offset) {
            int rest = offset;
            for (Place line : lines) {
                String source = line.sourceLine().stripTrailing();
                int length = source.codePointCount(0, source.length()) - (line.column() - 1);
                if (rest <= length || line == lines.getLast()) {
                    return line.shifted(rest);
                }
                rest -= length + 1;
            }
            return place;
        }
    }

    record Items(Place place, List<YamlNode> items) implements YamlNode {

        public Items {
            items = List.copyOf(items);
        }
    }

    record Entries(Place place, List<Entry> entries) implements YamlNode {

        public Entries {
            entries = List.copyOf(entries);
        }
    }

    record Entry(Text key, YamlNode value) {}

    /** What this is, in a reader's words. */
    default String kind() {
        return switch (this) {
            case Text text -> "`" + text.value() + "`";
            case Items items -> "a list";
            case Entries entries -> "a mapping";
        };
    }

    /** The content without places: strings, lists and maps with sorted keys; what the hash of a file is taken over. */
    default Object content() {
        return switch (this) {
            case Text text -> text.value();
            case Items items -> {
                List<Object> all = new ArrayList<>();
                items.items().forEach(item -> all.add(item.content()));
                yield all;
            }
            case Entries entries -> {
                Map<String, Object> all = new TreeMap<>();
                entries.entries().forEach(entry -> all.put(entry.key().value(), entry.value().content()));
                yield all;
            }
        };
    }
}
