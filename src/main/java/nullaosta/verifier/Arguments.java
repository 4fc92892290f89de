package nullaosta.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands behind a command's name, as its usage asks for it. */
final class Arguments {

    private final List<String> places = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();

    private Arguments() {
    }

    static Arguments parse(Usage usage, List<String> words) throws WrongUsage {
        Arguments read = new Arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                read.places.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Usage.Option option = usage.options().stream().filter(it -> it.name().equals(name)).findFirst()
                    .orElseThrow(() -> new WrongUsage("no option `" + name + "`; known here: " + usage.options()
                            .stream().map(Usage.Option::name).collect(Collectors.joining(", "))));
            String value;
            if (option.label().isEmpty() == equals >= 0) {
                if (equals >= 0) {
                    throw new WrongUsage("the option `" + name + "` takes no value");
                }
                if (++i == words.size()) {
                    throw new WrongUsage("`" + name + "` is the last word; expected " + option.label() + " behind it");
                }
                value = words.get(i);
            } else {
                value = word.substring(equals + 1);
            }
            if (read.values.put(name, value) != null) {
                throw new WrongUsage("the option `" + name + "` is given twice");
            }
        }
        read.complete(usage);
        return read;
    }

    private void complete(Usage usage) throws WrongUsage {
        if (places.size() < usage.places().size()) {
            throw new WrongUsage("missing: " + usage.places().get(places.size()).label());
        }
        if (places.size() > usage.places().size()) {
            throw new WrongUsage("nobody asked for `" + places.get(usage.places().size()) + "`");
        }
        for (Usage.Option option : usage.options()) {
            if (option.required() && !values.containsKey(option.name())) {
                throw new WrongUsage("missing: " + option.written());
            }
        }
    }

    String place(int index) {
        return places.get(index);
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    Optional<String> find(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /** The value of an option that the usage requires. */
    String get(String option) {
        return Objects.requireNonNull(values.get(option), option);
    }
}
