package nullaosta.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nullaosta.airspace.Area;
import nullaosta.airspace.Circle;
import nullaosta.airspace.Polygon;
import nullaosta.airspace.Position;
import nullaosta.quantity.Altitude;
import nullaosta.quantity.Datum;
import nullaosta.quantity.Distance;

/**
 * Reads a zone's geometry: polygons, circles (a point with an extent) and collections of them, between the heights of
 * {@code layer}. A hole counts as part of the zone, and a border that crosses itself as the circle around it: both err towards
 * asking somebody.
 */
final class Geometry {

    private static final Map<String, Datum> DATUMS = Map.of("AGL", Datum.AGL, "AMSL", Datum.MSL, "WGS84", Datum.WGS84);

    private Geometry() {
    }

    static List<Layer> layers(Map<?, ?> geometry) throws ZoneFile.Faulty {
        List<Layer> layers = new ArrayList<>();
        collect(geometry, geometry, layers);
        return layers;
    }

    /** @param levels the geometry whose {@code layer} holds for this one: its own, or that of the collection it is in */
    private static void collect(Map<?, ?> geometry, Map<?, ?> levels, List<Layer> into) throws ZoneFile.Faulty {
        switch (String.valueOf(geometry.get("type"))) {
            case "Polygon" -> into.add(polygon(list(geometry, "coordinates"), levels));
            case "MultiPolygon" -> {
                for (Object rings : list(geometry, "coordinates")) {
                    into.add(polygon(list(rings, "coordinates"), levels));
                }
            }
            case "Point" -> into.add(circle(geometry, levels));
            case "GeometryCollection" -> {
                for (Object part : list(geometry, "geometries")) {
                    if (!(part instanceof Map<?, ?> inner)) {
                        throw new ZoneFile.Faulty("found `" + part + "` in `geometries`; expected objects");
                    }
                    collect(inner, inner.containsKey("layer") ? inner : levels, into);
                }
            }
            default -> throw new ZoneFile.Faulty("geometry of type `" + geometry.get("type")
                    + "`; expected Polygon, MultiPolygon, a Point with a circle as extent, or a collection of them");
        }
    }

    private static Layer polygon(List<?> rings, Map<?, ?> levels) throws ZoneFile.Faulty {
        if (rings.isEmpty()) {
            throw new ZoneFile.Faulty("a polygon without a ring; expected its border");
        }
        List<Position> corners = new ArrayList<>();
        for (Object point : list(rings.getFirst(), "coordinates")) {
            Position corner = position(point);
            if (corners.isEmpty() || !corner.equals(corners.getLast())) {
                corners.add(corner);
            }
        }
        if (corners.size() > 1 && corners.getFirst().equals(corners.getLast())) {
            corners.removeLast();
        }
        if (corners.isEmpty()) {
            throw new ZoneFile.Faulty("a polygon without corners; expected its border");
        }
        Circle around = around(corners);
        return layer(Polygon.fault(corners).isPresent() ? around : new Polygon(corners), around, levels);
    }

    private static Layer circle(Map<?, ?> point, Map<?, ?> levels) throws ZoneFile.Faulty {
        if (!(point.get("extent") instanceof Map<?, ?> extent) || !"Circle".equals(extent.get("subType"))
                || !(extent.get("radius") instanceof Number radius) || radius.doubleValue() <= 0) {
            throw new ZoneFile.Faulty(
                    "a point without a circle as extent; expected `subType` Circle and a `radius` in metres");
        }
        Circle circle = new Circle(position(list(point, "coordinates")), new Distance(radius.doubleValue()));
        return layer(circle, circle, levels);
    }

    /** Around the middle of the corners, to the farthest; a border's edges run inside, being shortest ways. */
    private static Circle around(List<Position> corners) {
        Position middle = new Position(corners.stream().mapToDouble(Position::latitude).average().orElseThrow(),
                corners.stream().mapToDouble(Position::longitude).average().orElseThrow());
        double farthest = corners.stream().mapToDouble(corner -> middle.distanceTo(corner).metres()).max()
                .orElseThrow();
        return new Circle(middle, new Distance(farthest + 1));
    }

    private static Layer layer(Area area, Circle around, Map<?, ?> levels) throws ZoneFile.Faulty {
        if (!(levels.get("layer") instanceof Map<?, ?> layer)) {
            throw new ZoneFile.Faulty("a geometry without `layer`; expected its heights");
        }
        return new Layer(area, around, height(layer, "lower"), height(layer, "upper"));
    }

    private static Altitude height(Map<?, ?> layer, String which) throws ZoneFile.Faulty {
        Datum datum = DATUMS.get(String.valueOf(layer.get(which + "Reference")));
        Object unit = layer.containsKey("uom") ? layer.get("uom") : "m";
        if (datum == null || !(layer.get(which) instanceof Number number) || !"m".equals(unit) && !"ft".equals(unit)) {
            throw new ZoneFile.Faulty("found `" + layer.get(which) + " " + unit + "` above `"
                    + layer.get(which + "Reference") + "` as `" + which
                    + "`; expected a number of m or ft above AGL, AMSL or WGS84");
        }
        return "ft".equals(unit)
                ? Altitude.ofFeet(number.doubleValue(), datum)
                : new Altitude(number.doubleValue(), datum);
    }

    /** GeoJSON has the longitude first (RFC 7946 section 3.1.1). */
    private static Position position(Object point) throws ZoneFile.Faulty {
        if (point instanceof List<?> pair && pair.size() >= 2 && pair.get(0) instanceof Number longitude
                && pair.get(1) instanceof Number latitude) {
            return new Position(latitude.doubleValue(), longitude.doubleValue());
        }
        throw new ZoneFile.Faulty("found `" + point + "` as a position; expected longitude and latitude");
    }

    private static List<?> list(Object holder, String field) throws ZoneFile.Faulty {
        Object value = holder instanceof Map<?, ?> map ? map.get(field) : holder;
        if (value instanceof List<?> list) {
            return list;
        }
        throw new ZoneFile.Faulty("found no list `" + field + "`; expected one");
    }
}
