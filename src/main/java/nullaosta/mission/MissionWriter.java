package nullaosta.mission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nullaosta.airspace.Area;
import nullaosta.airspace.Circle;
import nullaosta.airspace.Corridor;
import nullaosta.airspace.Polygon;
import nullaosta.airspace.Position;
import nullaosta.airspace.Volume;
import nullaosta.party.StateCode;
import nullaosta.quantity.TimeWindow;

/** A mission in its JSON form, as {@link MissionReader} reads it back to an equal one. */
public final class MissionWriter {

    private MissionWriter() {
    }

    public static Map<String, Object> write(Mission mission) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operatorState", mission.operatorState().code());
        json.put("operator", mission.operator());
        json.put("aircraft", aircraft(mission.aircraft()));
        others(json, "spares", mission.spares(), mission.aircraft());
        others(json, "formation", mission.formation(), mission.aircraft());
        json.put("base", mission.base());
        json.put("area", mission.area());
        json.put("purpose", mission.purpose());
        Map<String, Object> declarations = new LinkedHashMap<>();
        declared(declarations, "armed", mission.armed());
        declared(declarations, "strike", mission.strike());
        declared(declarations, "sensors", mission.sensors());
        declared(declarations, "dangerousGoods", mission.dangerousGoods());
        json.put("declarations", declarations);
        mission.protectedParty().ifPresent(party -> json.put("protectedParty", party));
        json.put("departure", mission.departure().toString());
        json.put("window", window(mission.window()));
        json.put("legs", mission.legs().stream().map(MissionWriter::leg).toList());
        json.put("volumes", mission.volumes().stream().map(MissionWriter::volume).toList());
        json.put("documents", mission.documents().stream().map(MissionWriter::document).toList());
        mission.harmEstimate().ifPresent(harm -> json.put("harmEstimate",
                Map.of("author", harm.author(), "method", harm.method(), "expected", harm.expected())));
        if (!mission.answers().isEmpty()) {
            json.put("answers", mission.answers());
        }
        switch (mission.series()) {
            case Series.Single single -> {
            }
            case Series.Block(int flights) -> json.put("flights", flights);
            case Series.Announced(String block) -> json.put("block", block);
        }
        json.put("dataMode", mission.dataMode().name());
        return json;
    }

    private static void declared(Map<String, Object> json, String field, Declared declared) {
        if (declared != Declared.UNDECLARED) {
            json.put(field, declared == Declared.YES ? "yes" : "no");
        }
    }

    private static Map<String, Object> aircraft(Aircraft aircraft) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", aircraft.type());
        json.put("tail", aircraft.tail());
        aircraft.address().ifPresent(address -> json.put("address", address));
        json.put("callSign", aircraft.callSign());
        declared(json, "crewed", aircraft.crewed());
        return json;
    }

    /** What is as with the first is not said again. */
    private static void others(Map<String, Object> json, String field, List<Aircraft> others, Aircraft first) {
        if (!others.isEmpty()) {
            json.put(field, others.stream().map(other -> other(other, first)).toList());
        }
    }

    private static Map<String, Object> other(Aircraft other, Aircraft first) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tail", other.tail());
        other.address().ifPresent(address -> json.put("address", address));
        if (!other.callSign().equals(first.callSign())) {
            json.put("callSign", other.callSign());
        }
        if (!other.type().equals(first.type())) {
            json.put("type", other.type());
        }
        return json;
    }

    private static Map<String, Object> window(TimeWindow window) {
        return Map.of("from", window.from().toString(), "until", window.until().toString());
    }

    public static Map<String, Object> leg(Leg leg) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", leg.from());
        json.put("to", leg.to());
        leg.exit().ifPresent(point -> json.put("exit", point));
        leg.entry().ifPresent(point -> json.put("entry", point));
        leg.times().departs().ifPresent(at -> json.put("departs", at.toString()));
        leg.times().exits().ifPresent(at -> json.put("exits", at.toString()));
        leg.times().enters().ifPresent(at -> json.put("enters", at.toString()));
        leg.times().arrives().ifPresent(at -> json.put("arrives", at.toString()));
        leg.overflies().ifPresent(states -> json.put("overflies", states.stream().map(StateCode::code).toList()));
        return json;
    }

    public static Map<String, Object> volume(Volume volume) {
        Map<String, Object> json = new LinkedHashMap<>(area(volume.area()));
        json.put("altitude", Map.of("floorMetres", volume.band().floorMetres(), "ceilingMetres",
                volume.band().ceilingMetres(), "datum", volume.band().datum().name()));
        json.put("window", window(volume.window()));
        return json;
    }

    private static Map<String, Object> area(Area area) {
        return switch (area) {
            case Corridor corridor -> Map.of("corridor", Map.of("centreline", positions(corridor.centreline()),
                    "halfWidthMetres", corridor.halfWidth().metres()));
            case Circle circle -> Map.of("circle",
                    Map.of("centre", position(circle.centre()), "radiusMetres", circle.radius().metres()));
            case Polygon polygon -> Map.of("polygon", Map.of("corners", positions(polygon.corners())));
        };
    }

    private static List<Map<String, Object>> positions(List<Position> positions) {
        return positions.stream().map(MissionWriter::position).toList();
    }

    private static Map<String, Object> position(Position position) {
        return Map.of("latitude", position.latitude(), "longitude", position.longitude());
    }

    public static Map<String, Object> document(Document document) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", document.kind().name());
        json.put("title", document.title());
        json.put("dated", document.dated().toString());
        document.government().ifPresent(government -> json.put("government", government));
        document.sha256().ifPresent(digest -> json.put("sha256", digest));
        return json;
    }
}
