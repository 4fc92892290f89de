package nullaosta.agreement.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.text.YamlNode.Entries;
import nullaosta.agreement.text.YamlNode.Entry;
import nullaosta.agreement.text.YamlNode.Items;
import nullaosta.agreement.text.YamlNode.Text;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML 1.2 document into a tree with places. Aliases, anchors, tags, duplicate keys and a second document
 * are problems; size, depth and count are limited, and the events are consumed one by one, so that a hostile file is
 * refused before it can cost anything.
 */
public final class YamlReader {

    public static final int LARGEST = 1_000_000;
    static final int DEEPEST = 16;
    static final int MOST_NODES = 50_000;
    private static final LoadSettings SETTINGS = LoadSettings.builder().setUseMarks(true).setCodePointLimit(LARGEST)
            .build();

    /** A file's text. Of one that is too large it is no more than the start, which is enough to refuse it. */
    public static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LARGEST + 1), StandardCharsets.UTF_8);
        }
    }

    private final String file;
    private final List<String> lines;
    private final Problems problems;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable YamlNode root;
    private int nodes;

    /** A collection that is still being filled; for a mapping {@code key} waits for its value. */
    private static final class Open {

        private final Place place;
        private final boolean mapping;
        private final List<YamlNode> items = new ArrayList<>();
        private final List<Entry> entries = new ArrayList<>();
        private final Map<String, Place> seen = new HashMap<>();
        private @Nullable Text key;

        private Open(Place place, boolean mapping) {
            this.place = place;
            this.mapping = mapping;
        }
    }

    /** Thrown inside only, where reading on makes no sense. */
    private static final class Stop extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Stop() {
            super("", null, false, false);
        }
    }

    private YamlReader(String file, String text, Problems problems) {
        this.file = file;
        this.lines = text.lines().toList();
        this.problems = problems;
    }

    /** The document's root, or empty when it could not be read at all; problems go to the collector. */
    public static Optional<YamlNode> read(String file, String text, Problems problems) {
        if (text.length() > LARGEST) {
            problems.add(Place.ofFile(file), "found " + text.length() + " characters, expected at most " + LARGEST,
                    "split the file");
            return Optional.empty();
        }
        return new YamlReader(file, text, problems).read(text);
    }

    private Optional<YamlNode> read(String text) {
        int before = problems.count();
        try {
            for (Event event : new Parse(SETTINGS).parseString(text)) {
                take(event);
            }
            if (root == null) {
                problems.add(Place.ofFile(file), "found an empty file, expected a mapping", "");
            }
        } catch (Stop stop) {
            return Optional.empty();
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().or(e::getContextMark).map(this::place).orElse(Place.ofFile(file));
            String words = plainWords(e.getProblem());
            if (words.contains("(TAB)")) {
                problems.add(place, "found a tab, expected spaces", "YAML indents by spaces alone; write spaces here");
            } else {
                problems.add(place, "not YAML: " + words, words.startsWith("mapping values")
                        ? "text with a colon and a space in it needs quotes around it"
                        : "");
            }
            return Optional.empty();
        } catch (ReaderException e) {
            problems.add(first(text, e.getCodePoint()), String.format("found the character U+%04X, expected text",
                    e.getCodePoint()),
                    "take it out; an editor may show it as a box or not at all");
            return Optional.empty();
        } catch (YamlEngineException e) {
            problems.add(Place.ofFile(file), "not YAML: " + plainWords(e.getMessage()), "");
            return Optional.empty();
        }
        return problems.count() > before ? Optional.empty() : Optional.ofNullable(root);
    }

    /** Where a character stands first. */
    private Place first(String text, int codePoint) {
        String before = text.substring(0, Math.max(0, text.indexOf(codePoint)));
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Place(file, line + 1,
                before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1,
                line < lines.size() ? lines.get(line) : "");
    }

    private static String plainWords(@Nullable String message) {
        String first = message == null ? "it could not be read" : message.lines().findFirst().orElse("");
        return first.length() > 160 ? first.substring(0, 160) + " …" : first;
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case DocumentStart -> {
                if (root != null) {
                    stop(place(event), "found a second document, expected one in a file", "remove the line `---`");
                }
            }
            case Alias -> stop(place(event), "found an alias, which this language has not", "write the value out");
            case Scalar -> add(scalar((ScalarEvent) event));
            case SequenceStart, MappingStart -> begin((CollectionStartEvent) event);
            case SequenceEnd, MappingEnd -> end();
            default -> {
            }
        }
    }

    private Text scalar(ScalarEvent event) {
        refuseExtras(event, event.getTag());
        Place place = place(event);
        boolean block = event.isLiteral() || event.isFolded();
        List<Place> starts = new ArrayList<>();
        if (!block) {
            starts.add(event.isPlain() ? place : place.shifted(1));
        }
        int last = event.getEndMark().map(mark -> block ? mark.getLine() : mark.getLine() + 1).orElse(place.line());
        for (int number = place.line() + 1; number <= Math.min(last, lines.size()); number++) {
            String line = lines.get(number - 1);
            starts.add(new Place(file, number, line.length() - line.stripLeading().length() + 1, line));
        }
        return new Text(place, event.getValue(), starts.isEmpty() ? List.of(place) : starts);
    }

    private void begin(CollectionStartEvent event) {
        refuseExtras(event, event.getTag());
        if (open.size() >= DEEPEST) {
            stop(place(event), "found more than " + DEEPEST + " levels of nesting", "write it flatter");
        }
        if (nodes == 0 && event.getEventId() != Event.ID.MappingStart) {
            stop(place(event), "found a list, expected a mapping", "start with a key, such as `terms:`");
        }
        nodes++;
        open.push(new Open(place(event), event.getEventId() == Event.ID.MappingStart));
    }

    private void end() {
        Open done = open.pop();
        add(done.mapping ? new Entries(done.place, done.entries) : new Items(done.place, done.items));
    }

    private void add(YamlNode node) {
        if (++nodes > MOST_NODES) {
            stop(node.place(), "found more than " + MOST_NODES + " values", "split the file");
        }
        Open parent = open.peek();
        if (parent == null) {
            if (node instanceof Text text) {
                stop(text.place(), "found " + text.kind() + ", expected a mapping", "");
            }
            root = node;
        } else if (!parent.mapping) {
            parent.items.add(node);
        } else if (parent.key == null) {
            parent.key = key(parent, node);
        } else {
            parent.entries.add(new Entry(parent.key, node));
            parent.key = null;
        }
    }

    private Text key(Open parent, YamlNode node) {
        if (!(node instanceof Text text)) {
            throw stop(node.place(), "found " + node.kind() + " as a key, expected a word", "");
        }
        Place first = parent.seen.putIfAbsent(text.value(), text.place());
        if (first != null) {
            problems.add(text.place(), "found the key `" + text.value() + "` a second time",
                    "it stands in line " + first.line() + " already; keep one of them");
        }
        return text;
    }

    private void refuseExtras(NodeEvent event, Optional<String> tag) {
        if (event.getAnchor().isPresent()) {
            stop(place(event), "found an anchor, which this language has not", "write the value out");
        }
        if (tag.isPresent()) {
            stop(place(event), "found the tag `" + tag.get() + "`, which this language has not", "remove it");
        }
    }

    private Stop stop(Place place, String message, String help) {
        problems.add(place, message, help);
        throw new Stop();
    }

    private Place place(Event event) {
        return event.getStartMark().map(this::place).orElse(Place.ofFile(file));
    }

    private Place place(Mark mark) {
        String line = mark.getLine() < lines.size() ? lines.get(mark.getLine()) : "";
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1, line);
    }
}
