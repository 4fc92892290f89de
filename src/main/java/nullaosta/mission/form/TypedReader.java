package nullaosta.mission.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nullaosta.mission.DataMode;
import nullaosta.mission.Fault;

/** Reads what is typed into the JSON form of a mission. */
final class TypedReader {

    /** In place of names: that there are none, which is not the same as not saying. */
    static final String NONE = "none";

    /** In a row of which nothing else is filled in, these are only what the page offered. */
    private static final List<String> OFFERED = List.of("shape", "reachUnit", "heightUnit", "datum");

    private final Form form;
    private final Typed typed;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, List<Integer>> rows = new TreeMap<>();

    TypedReader(Form form, Typed typed) {
        this.form = form;
        this.typed = form.withTaken(typed);
    }

    Filled read(DataMode mode) {
        Map<String, Object> mission = new LinkedHashMap<>();
        put(mission, "operatorState", "operatorState");
        put(mission, "operator", "operator");
        Map<String, Object> aircraft = part("aircraft/", "type", "tail", "callSign", "address", "crewed");
        mission.put("aircraft", spelled(aircraft));
        for (String others : List.of("spares", "formation")) {
            List<Map<String, Object>> filled = filledRows(others).stream()
                    .map(row -> spelled(part(others + "/" + row + "/", "tail", "address", "callSign", "type")))
                    .toList();
            if (!filled.isEmpty()) {
                mission.put(others, filled);
            }
        }
        for (String field : List.of("base", "area", "purpose")) {
            put(mission, field, field);
        }
        mission.put("declarations", part("declarations/", "armed", "strike", "sensors", "dangerousGoods"));
        put(mission, "protectedParty", "protectedParty");
        moment(mission, "departure", "departure");
        Map<String, Object> window = new LinkedHashMap<>();
        moment(window, "from", "window/from");
        moment(window, "until", "window/until");
        mission.put("window", window);
        mission.put("legs", filledRows("legs").stream().map(this::leg).toList());
        Points points = new Points(form.host());
        List<Map<String, Object>> volumes = new ArrayList<>();
        for (int row : filledRows("volumes")) {
            volumes.add(new VolumeRow(typed, row, points, (name, found, expected) -> faults.add(
                    new Fault("/mission/volumes/" + volumes.size() + "/" + pointer(name), found, expected)))
                    .json((prefix, times) -> {
                        moment(times, "from", prefix + "from");
                        moment(times, "until", prefix + "until");
                    }));
        }
        mission.put("volumes", volumes);
        mission.put("documents", filledRows("documents").stream()
                .map(row -> part("documents/" + row + "/", "kind", "title", "dated", "government", "sha256")).toList());
        Map<String, Object> harm = part("harmEstimate/", "expected", "author", "method");
        if (!harm.isEmpty()) {
            mission.put("harmEstimate", harm);
        }
        answers(mission);
        String flights = typed.get("flights").strip();
        if (!flights.isEmpty()) {
            mission.put("flights", flights.matches("[0-9]{1,9}") ? (Object) Long.valueOf(flights) : flights);
        }
        put(mission, "block", "block");
        mission.put("dataMode", mode.name());
        faults.addAll(new Compulsory(form, typed, rows).faults());
        return new Filled(mission, faults, rows);
    }

    /** Capitals and small letters as the mission has them. */
    private static Map<String, Object> spelled(Map<String, Object> aircraft) {
        aircraft.computeIfPresent("callSign", (name, text) -> String.valueOf(text).matches("[A-Za-z0-9]{2,7}")
                ? String.valueOf(text).toUpperCase(Locale.ROOT)
                : text);
        aircraft.computeIfPresent("address", (name, text) -> String.valueOf(text).matches("[A-Fa-f0-9]{6}")
                ? String.valueOf(text).toLowerCase(Locale.ROOT)
                : text);
        return aircraft;
    }

    private static String pointer(String name) {
        return switch (name) {
            case "floor" -> "altitude/floorMetres";
            case "ceiling" -> "altitude/ceilingMetres";
            case "datum" -> "altitude/datum";
            case "reach" -> "corridor/halfWidthMetres";
            default -> "corridor/centreline";
        };
    }

    /** Rows in which something was typed, in their order; remembered, to tell faults where they were typed. */
    private List<Integer> filledRows(String name) {
        List<Integer> filled = IntStream.range(0, typed.rows(name)).filter(row -> typed.fields().entrySet().stream()
                .anyMatch(field -> field.getKey().startsWith(name + "/" + row + "/") && !field.getValue().isBlank()
                        && !OFFERED.contains(field.getKey().substring(field.getKey().lastIndexOf('/') + 1))))
                .boxed().toList();
        rows.put(name, filled);
        return filled;
    }

    private Map<String, Object> leg(int row) {
        String at = "legs/" + row + "/";
        Map<String, Object> leg = part(at, "from", "to", "exit", "entry");
        for (String name : List.of("departs", "exits", "enters", "arrives")) {
            moment(leg, name, at + name);
        }
        if (!typed.get(at + "overflies").isBlank()) {
            leg.put("overflies", names(typed.get(at + "overflies")));
        }
        return leg;
    }

    private void answers(Map<String, Object> mission) {
        Map<String, Object> answers = new TreeMap<>();
        typed.fields().forEach((field, text) -> {
            if (field.startsWith(FactQuestions.ANSWERS) && !text.isBlank()) {
                String name = field.substring(FactQuestions.ANSWERS.length());
                Object value = form.facts().value(name, text.strip());
                form.question(field).flatMap(asked -> form.facts().misfit(name, value)).ifPresent(expected -> faults
                        .add(new Fault("/mission/" + field, "`" + text.strip() + "`", expected)));
                answers.put(name, value);
            }
        });
        if (!answers.isEmpty()) {
            mission.put("answers", answers);
        }
    }

    static List<String> names(String text) {
        return text.strip().equalsIgnoreCase(NONE)
                ? List.of()
                : Arrays.stream(text.split("[,;\\s]+")).filter(name -> !name.isEmpty()).toList();
    }

    private Map<String, Object> part(String prefix, String... names) {
        Map<String, Object> part = new LinkedHashMap<>();
        for (String name : names) {
            put(part, name, prefix + name);
        }
        return part;
    }

    private void put(Map<String, Object> json, String name, String field) {
        if (!typed.get(field).isBlank()) {
            json.put(name, typed.get(field).strip());
        }
    }

    private void moment(Map<String, Object> json, String name, String field) {
        if (!typed.get(field).isBlank()) {
            json.put(name, instant(typed.get(field).strip()));
        }
    }

    /** A browser sends a time without zone; the form says that it is UTC. */
    static String instant(String text) {
        if (text.matches("[0-9]{4,6}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")) {
            return text + ":00Z";
        }
        return text.matches("[0-9]{4,6}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?")
                ? text + "Z"
                : text;
    }
}
