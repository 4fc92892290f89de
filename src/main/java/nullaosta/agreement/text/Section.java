package nullaosta.agreement.text;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nullaosta.agreement.text.YamlNode.Entries;
import nullaosta.agreement.text.YamlNode.Entry;
import nullaosta.agreement.text.YamlNode.Items;
import nullaosta.agreement.text.YamlNode.Text;

/**
 * A mapping that is read key by key: what is missing or of the wrong shape becomes a problem, and so does, at the end,
 * every key nobody asked for.
 */
public final class Section {

    /** Nothing that has a form is longer; a pattern is not let loose on more. */
    private static final int LONGEST = 200;

    private final Entries entries;
    private final String name;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param name what this mapping is, for messages: "a clause", "the file" */
    public Section(Entries entries, String name, Problems problems) {
        this.entries = entries;
        this.name = name;
        this.problems = problems;
    }

    /** The node as a section; a problem and empty when it is no mapping. */
    public static Optional<Section> of(YamlNode node, String name, Problems problems) {
        if (node instanceof Entries mapping) {
            return Optional.of(new Section(mapping, name, problems));
        }
        problems.add(node.place(), "found " + node.kind() + ", expected a mapping for " + name, "");
        return Optional.empty();
    }

    public Place place() {
        return entries.place();
    }

    public List<Entry> entries() {
        return entries.entries();
    }

    public boolean has(String key) {
        return entries.entries().stream().anyMatch(entry -> entry.key().value().equals(key));
    }

    public Optional<YamlNode> optional(String key) {
        known.add(key);
        return entries.entries().stream().filter(entry -> entry.key().value().equals(key)).map(Entry::value)
                .findFirst();
    }

    public Optional<YamlNode> required(String key) {
        Optional<YamlNode> value = optional(key);
        if (value.isEmpty()) {
            problems.add(place(), name + " has no `" + key + "`", "add `" + key + ":`");
        }
        return value;
    }

    public Optional<Text> text(String key) {
        return required(key).flatMap(this::asText);
    }

    public Optional<Text> optionalText(String key) {
        return optional(key).flatMap(this::asText);
    }

    public Optional<Section> section(String key, String called) {
        return required(key).flatMap(node -> of(node, called, problems));
    }

    public Optional<Section> optionalSection(String key, String called) {
        return optional(key).flatMap(node -> of(node, called, problems));
    }

    /** A list of words; one word alone counts as a list of one. */
    public List<Text> words(String key) {
        return optional(key).map(this::asWords).orElse(List.of());
    }

    /** One of an enum's values, written in lower case with hyphens. */
    public <E extends Enum<E>> Optional<E> choice(Optional<Text> text, Class<E> type) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = java.util.Arrays.stream(type.getEnumConstants()).map(Section::word).toList();
        int index = words.indexOf(text.get().value());
        if (index >= 0) {
            return Optional.of(type.getEnumConstants()[index]);
        }
        problems.add(text.get().place(),
                "found `" + text.get().value() + "`, expected one of " + String.join(", ", words),
                Spelling.nearest(text.get().value(), words).map(near -> "did you mean `" + near + "`?").orElse(""));
        return Optional.empty();
    }

    /** How a constant is written in files: CASE_FILE as `case-file`. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The text, if it has the form; else a problem that says which form was expected. */
    public Optional<String> formed(Optional<Text> text, Pattern form, String expected) {
        if (text.isPresent() && text.get().value().length() > LONGEST) {
            problems.add(text.get().place(), "found a text of " + text.get().value().length()
                    + " characters, expected " + expected, "");
            return Optional.empty();
        }
        if (text.isPresent() && !form.matcher(text.get().value()).matches()) {
            problems.add(text.get().place(), "found `" + text.get().value() + "`, expected " + expected, "");
            return Optional.empty();
        }
        return text.map(Text::value);
    }

    /** To be called last: each key that was never asked for is a problem. */
    public void refuseOthers() {
        refuseOthers(known);
    }

    private void refuseOthers(Collection<String> names) {
        for (Entry entry : entries.entries()) {
            String key = entry.key().value();
            if (!names.contains(key)) {
                problems.add(entry.key().place(), "unknown key `" + key + "` in " + name, Spelling.help(key, names));
            }
        }
    }

    private Optional<Text> asText(YamlNode node) {
        if (node instanceof Text text && !text.value().isBlank()) {
            return Optional.of(text);
        }
        String found = node instanceof Text ? "nothing" : node.kind();
        problems.add(node.place(), "found " + found + ", expected text in " + name, "");
        return Optional.empty();
    }

    private List<Text> asWords(YamlNode node) {
        if (node instanceof Items items) {
            return items.items().stream().flatMap(item -> asText(item).stream()).toList();
        }
        return asText(node).stream().toList();
    }
}
