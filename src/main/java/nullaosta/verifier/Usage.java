package nullaosta.verifier;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a command is written.
 *
 * @param places what stands in its place, without a name; all are needed
 */
record Usage(String name, String meaning, List<Place> places, List<Option> options) {

    record Place(String label, String meaning) {}

    /** @param label of its value; empty for one that has none */
    record Option(String name, String label, boolean required, String meaning) {

        static Option required(String name, String label, String meaning) {
            return new Option(name, label, true, meaning);
        }

        static Option of(String name, String label, String meaning) {
            return new Option(name, label, false, meaning);
        }

        static Option flag(String name, String meaning) {
            return new Option(name, "", false, meaning);
        }

        String written() {
            return label.isEmpty() ? name : name + " " + label;
        }
    }

    static final Option JSON = Option.flag("--json", "Print JSON for programs.");

    Usage {
        places = List.copyOf(places);
        options = List.copyOf(options);
    }

    /** In one line: {@code clearance TOKEN --trust FILE [--json]}. */
    String line() {
        return name + places.stream().map(place -> " " + place.label()).collect(Collectors.joining())
                + options.stream().map(it -> it.required() ? " " + it.written() : " [" + it.written() + "]")
                        .collect(Collectors.joining());
    }

    String help(String program) {
        Wrapped page = new Wrapped().paragraph("usage: ", 7, program + " " + line()).line("").line(meaning).line("");
        places.forEach(it -> page.paragraph("  " + padded(it.label()), 22, it.meaning()));
        options.forEach(it -> page.paragraph("  " + padded(it.written()), 22, it.meaning()));
        return page.toString();
    }

    private static String padded(String label) {
        return label + " ".repeat(Math.max(1, 19 - label.length()));
    }
}
