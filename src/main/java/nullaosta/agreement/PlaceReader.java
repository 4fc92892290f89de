package nullaosta.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import nullaosta.agreement.text.Problems;
import nullaosta.agreement.text.Section;
import nullaosta.agreement.text.YamlNode;
import nullaosta.agreement.text.YamlNode.Entry;
import nullaosta.agreement.text.YamlNode.Text;
import nullaosta.airspace.Area;
import nullaosta.airspace.Circle;
import nullaosta.airspace.Corridor;
import nullaosta.airspace.Polygon;
import nullaosta.airspace.Position;
import nullaosta.quantity.AltitudeBand;
import nullaosta.quantity.Datum;
import nullaosta.quantity.Distance;

/** Reads the places that an agreement names: corridors, circles and polygons on WGS 84, with heights. */
final class PlaceReader {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    private final Function<Section, List<Source>> sources;
    private final Problems problems;

    PlaceReader(Function<Section, List<Source>> sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
    }

    Map<String, AgreedPlace> places(Section section) {
        Map<String, AgreedPlace> places = new LinkedHashMap<>();
        for (Entry entry : section.entries()) {
            String name = entry.key().value();
            if (!NAME.matcher(name).matches()) {
                problems.add(entry.key().place(), "found the name `" + name + "`, expected one such as `ORBIT_EAST`",
                        "");
            }
            Section.of(entry.value(), "a place", problems).flatMap(place -> place(name, place))
                    .ifPresent(place -> places.put(name, place));
        }
        return places;
    }

    private Optional<AgreedPlace> place(String name, Section section) {
        Optional<Text> text = section.text("text");
        List<Source> from = sources.apply(section);
        List<Area> areas = new ArrayList<>();
        int before = problems.count();
        section.optionalSection("corridor", "a corridor").flatMap(this::corridor).ifPresent(areas::add);
        section.optionalSection("circle", "a circle").flatMap(this::circle).ifPresent(areas::add);
        section.optionalSection("polygon", "a polygon").flatMap(this::polygon).ifPresent(areas::add);
        if (areas.size() != 1 && problems.count() == before) {
            problems.add(section.place(), "found " + areas.size() + " areas of the place `" + name
                    + "`, expected exactly one corridor, circle or polygon", "");
        }
        Optional<Section> heights = section.optionalSection("altitude", "heights");
        Optional<AltitudeBand> band = heights.flatMap(this::band);
        section.refuseOthers();
        boolean sound = text.isPresent() && !from.isEmpty() && areas.size() == 1
                && heights.isPresent() == band.isPresent();
        return sound
                ? Optional.of(new AgreedPlace(name, text.orElseThrow().value(), areas.getFirst(), band,
                        from.getFirst()))
                : Optional.empty();
    }

    private Optional<Area> corridor(Section section) {
        Optional<YamlNode> line = section.required("centreline");
        List<Position> points = positions(line);
        Optional<Double> half = number(section, "halfWidthMetres", 1, 200_000);
        section.refuseOthers();
        if (line.isPresent() && points.size() < 2) {
            problems.add(line.get().place(), "found " + points.size() + " points, expected at least 2", "");
            return Optional.empty();
        }
        return line.isPresent() && half.isPresent()
                ? Optional.of(new Corridor(points, new Distance(half.get())))
                : Optional.empty();
    }

    private Optional<Area> circle(Section section) {
        Optional<Position> centre = section.section("centre", "a position").flatMap(this::position);
        Optional<Double> radius = number(section, "radiusMetres", 1, 1_000_000);
        section.refuseOthers();
        return centre.isPresent() && radius.isPresent()
                ? Optional.of(new Circle(centre.get(), new Distance(radius.get())))
                : Optional.empty();
    }

    private Optional<Area> polygon(Section section) {
        Optional<YamlNode> ring = section.required("corners");
        List<Position> corners = positions(ring);
        section.refuseOthers();
        Optional<String> fault = Polygon.fault(corners);
        if (ring.isPresent() && fault.isPresent()) {
            problems.add(ring.get().place(), "found a " + fault.get(), "");
        }
        return fault.isPresent() ? Optional.empty() : Optional.of(new Polygon(corners));
    }

    private List<Position> positions(Optional<YamlNode> node) {
        return ClauseReader.items(node, "positions", problems).stream()
                .flatMap(item -> Section.of(item, "a position", problems).flatMap(this::position).stream()).toList();
    }

    private Optional<Position> position(Section section) {
        Optional<Double> latitude = number(section, "latitude", -90, 90);
        Optional<Double> longitude = number(section, "longitude", -180, 180);
        section.refuseOthers();
        return latitude.isPresent() && longitude.isPresent()
                ? Optional.of(new Position(latitude.get(), longitude.get()))
                : Optional.empty();
    }

    private Optional<AltitudeBand> band(Section section) {
        Optional<Double> floor = number(section, "floorMetres", -1_000, 100_000);
        Optional<Double> ceiling = number(section, "ceilingMetres", -1_000, 100_000);
        Optional<Datum> datum = section.text("datum").flatMap(this::datum);
        section.refuseOthers();
        if (floor.isPresent() && ceiling.isPresent() && floor.get() > ceiling.get()) {
            problems.add(section.place(), "found heights from " + floor.get() + " to " + ceiling.get()
                    + " m, expected the floor first", "turn the two around");
            return Optional.empty();
        }
        return floor.isPresent() && ceiling.isPresent() && datum.isPresent()
                ? Optional.of(new AltitudeBand(floor.get(), ceiling.get(), datum.get()))
                : Optional.empty();
    }

    private Optional<Datum> datum(Text text) {
        for (Datum datum : Datum.values()) {
            if (datum.name().equals(text.value())) {
                return Optional.of(datum);
            }
        }
        problems.add(text.place(), "found `" + text.value() + "`, expected one of WGS84, MSL, STANDARD_PRESSURE, AGL",
                "");
        return Optional.empty();
    }

    private Optional<Double> number(Section section, String key, double least, double most) {
        Optional<Text> text = section.text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String word = text.get().value();
        if (word.matches("-?[0-9]{1,7}(\\.[0-9]{1,9})?")) {
            double value = Double.parseDouble(word);
            if (least <= value && value <= most) {
                return Optional.of(value);
            }
        }
        problems.add(text.get().place(), String.format(Locale.ROOT, "found `%s`, expected a number from %,.0f to %,.0f",
                word, least, most), "");
        return Optional.empty();
    }
}
