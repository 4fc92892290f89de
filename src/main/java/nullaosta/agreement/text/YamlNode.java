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
     * @param plain    written without quotes on one line, so that columns inside it are columns of the file
     * @param multiple the place points at the start only, since the text spans lines
     */
    record Text(Place place, String value, boolean plain, boolean multiple) implements YamlNode {}

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
