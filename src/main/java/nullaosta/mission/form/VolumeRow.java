package nullaosta.mission.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import nullaosta.airspace.Position;
import nullaosta.mission.MissionReader;
import nullaosta.mission.form.Question.Choice;
import nullaosta.quantity.Datum;

/** One volume as it is typed: points as text, lengths and heights in the unit of who types. */
final class VolumeRow {

    static final List<Choice> SHAPES = List.of(new Choice("corridor", "corridor along the points"),
            new Choice("circle", "circle about the point"), new Choice("polygon", "polygon of the points"));
    static final List<Choice> LENGTHS = List.of(new Choice("NM", "nautical miles"), new Choice("km", "kilometres"),
            new Choice("m", "metres"));
    static final List<Choice> HEIGHTS = List.of(new Choice("ft", "feet"), new Choice("FL", "flight levels"),
            new Choice("m", "metres"));

    private final Typed typed;
    private final String row;
    private final Points points;
    private final Faults faults;

    /** Takes a fault of a field: its name within the row, what was found, what was expected. */
    interface Faults {
        void add(String name, String found, String expected);
    }

    VolumeRow(Typed typed, int row, Points points, Faults faults) {
        this.typed = typed;
        this.row = "volumes/" + row + "/";
        this.points = points;
        this.faults = faults;
    }

    private String get(String name) {
        return typed.get(row + name).strip();
    }

    /** As the mission has it, as far as it can be read. */
    Map<String, Object> json(BiConsumer<String, Map<String, Object>> times) {
        Map<String, Object> json = new LinkedHashMap<>();
        List<Map<String, Object>> positions = positions();
        String shape = get("shape");
        Map<String, Object> area = new LinkedHashMap<>();
        switch (shape) {
            case "circle" -> {
                if (positions.size() == 1) {
                    area.put("centre", positions.getFirst());
                } else if (!positions.isEmpty()) {
                    faults.add("points", positions.size() + " points", "one point, the centre of the circle");
                }
                reach(MissionReader.WIDEST_CIRCLE_METRES).ifPresent(metres -> area.put("radiusMetres", metres));
            }
            case "polygon" -> area.put("corners", positions);
            default -> {
                area.put("centreline", positions);
                reach(MissionReader.WIDEST_CORRIDOR_METRES).ifPresent(metres -> area.put("halfWidthMetres", metres));
            }
        }
        json.put(shape.isEmpty() ? "corridor" : shape, area);
        json.put("altitude", altitude());
        Map<String, Object> window = new LinkedHashMap<>();
        times.accept(row, window);
        if (!window.isEmpty()) {
            json.put("window", window);
        }
        return json;
    }

    private List<Map<String, Object>> positions() {
        List<Map<String, Object>> positions = new ArrayList<>();
        List<String> lines = typed.get(row + "points").lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                Optional<Position> position = points.read(lines.get(i));
                if (position.isPresent()) {
                    positions.add(Map.of("latitude", position.get().latitude(), "longitude",
                            position.get().longitude()));
                } else {
                    faults.add("points", "`" + lines.get(i) + "` in line " + (i + 1), points.expected());
                }
            }
        }
        return positions;
    }

    /** What is out of bounds is told in the unit in which it was typed. */
    private Optional<Double> reach(double mostMetres) {
        Lengths unit = Lengths.reach(get("reachUnit"));
        return number("reach").filter(value -> {
            double metres = unit.inMetres(value);
            boolean fits = metres >= MissionReader.NARROWEST_METRES && metres <= mostMetres;
            if (!fits) {
                faults.add("reach", "`" + get("reach") + "` " + unit.words(),
                        "more than 0 and at most " + unit.limit(mostMetres, RoundingMode.FLOOR));
            }
            return fits;
        }).map(unit::inMetres);
    }

    private Map<String, Object> altitude() {
        Map<String, Object> altitude = new LinkedHashMap<>();
        Optional<Double> floor = height("floor");
        Optional<Double> ceiling = height("ceiling");
        if (floor.isPresent() && ceiling.filter(top -> top < floor.get()).isPresent()) {
            faults.add("ceiling", "`" + get("ceiling") + "` " + Lengths.height(get("heightUnit")).words(),
                    "at least the floor of " + get("floor"));
        }
        floor.ifPresent(metres -> altitude.put("floorMetres", metres));
        ceiling.ifPresent(metres -> altitude.put("ceilingMetres", metres));
        boolean levels = get("heightUnit").equals("FL");
        String datum = get("datum").isEmpty() && levels ? Datum.STANDARD_PRESSURE.name() : get("datum");
        if (levels && !datum.equals(Datum.STANDARD_PRESSURE.name())) {
            faults.add("datum", "`" + datum + "` for flight levels", "STANDARD_PRESSURE, from which they are measured");
        }
        if (!datum.isEmpty()) {
            altitude.put("datum", datum);
        }
        return altitude;
    }

    private Optional<Double> height(String name) {
        Lengths unit = Lengths.height(get("heightUnit"));
        return number(name).filter(value -> {
            double metres = unit.inMetres(value);
            boolean fits = metres >= MissionReader.LOWEST_METRES && metres <= MissionReader.HIGHEST_METRES;
            if (!fits) {
                faults.add(name, "`" + get(name) + "` " + unit.words(), "a number from "
                        + unit.limit(MissionReader.LOWEST_METRES, RoundingMode.CEILING) + " to "
                        + unit.limit(MissionReader.HIGHEST_METRES, RoundingMode.FLOOR));
            }
            return fits;
        }).map(unit::inMetres);
    }

    private Optional<BigDecimal> number(String name) {
        String text = get(name).replace("−", "-");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            faults.add(name, "`" + text + "`", "a number such as 20 or 7.5");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }
}
