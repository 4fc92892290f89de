package nullaosta.mission.form;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nullaosta.airspace.Area;
import nullaosta.airspace.Circle;
import nullaosta.airspace.Corridor;
import nullaosta.airspace.Polygon;
import nullaosta.airspace.Position;
import nullaosta.airspace.Volume;
import nullaosta.mission.Aircraft;
import nullaosta.mission.Declared;
import nullaosta.mission.Document;
import nullaosta.mission.Leg;
import nullaosta.mission.Mission;
import nullaosta.mission.Series;
import nullaosta.party.Host;
import nullaosta.party.StateCode;
import nullaosta.quantity.Distance;

/** A mission as somebody would have typed it; the form reads it back to an equal one. */
public final class TypedWriter {

    private final Map<String, String> fields = new TreeMap<>();
    private final Points points;

    private TypedWriter(Host host) {
        this.points = new Points(host);
    }

    public static Typed write(Mission mission, Host host) {
        TypedWriter writer = new TypedWriter(host);
        writer.mission(mission);
        return new Typed(writer.fields);
    }

    private void mission(Mission mission) {
        put("operatorState", mission.operatorState().code());
        put("operator", mission.operator());
        put("aircraft/type", mission.aircraft().type());
        put("aircraft/tail", mission.aircraft().tail());
        put("aircraft/callSign", mission.aircraft().callSign());
        put("aircraft/address", mission.aircraft().address());
        put("aircraft/crewed", mission.aircraft().crewed());
        others("spares/", mission.spares(), mission.aircraft());
        others("formation/", mission.formation(), mission.aircraft());
        put("purpose", mission.purpose());
        put("area", mission.area());
        put("protectedParty", mission.protectedParty());
        put("declarations/armed", mission.armed());
        put("declarations/strike", mission.strike());
        put("declarations/sensors", mission.sensors());
        put("declarations/dangerousGoods", mission.dangerousGoods());
        put("base", mission.base());
        put("departure", moment(mission.departure()));
        put("window/from", moment(mission.window().from()));
        put("window/until", moment(mission.window().until()));
        for (int i = 0; i < mission.legs().size(); i++) {
            leg("legs/" + i + "/", mission.legs().get(i));
        }
        for (int i = 0; i < mission.volumes().size(); i++) {
            volume("volumes/" + i + "/", mission.volumes().get(i), mission);
        }
        for (int i = 0; i < mission.documents().size(); i++) {
            document("documents/" + i + "/", mission.documents().get(i));
        }
        mission.harmEstimate().ifPresent(harm -> {
            put("harmEstimate/expected", harm.expected());
            put("harmEstimate/author", harm.author());
            put("harmEstimate/method", harm.method());
        });
        switch (mission.series()) {
            case Series.Single single -> {
            }
            case Series.Block(int flights) -> put("flights", Integer.toString(flights));
            case Series.Announced(String block) -> put("block", block);
        }
        mission.answers().forEach((name, value) -> put(FactQuestions.ANSWERS + name, AnswerFacts.typed(value)));
    }

    private void others(String rows, List<Aircraft> others, Aircraft first) {
        for (int i = 0; i < others.size(); i++) {
            Aircraft other = others.get(i);
            String at = rows + i + "/";
            put(at + "tail", other.tail());
            put(at + "address", other.address());
            put(at + "callSign", Optional.of(other.callSign()).filter(sign -> !sign.equals(first.callSign())));
            put(at + "type", Optional.of(other.type()).filter(type -> !type.equals(first.type())));
        }
    }

    private void leg(String at, Leg leg) {
        put(at + "from", leg.from());
        put(at + "to", leg.to());
        put(at + "exit", leg.exit());
        put(at + "entry", leg.entry());
        put(at + "departs", leg.times().departs().map(TypedWriter::moment));
        put(at + "exits", leg.times().exits().map(TypedWriter::moment));
        put(at + "enters", leg.times().enters().map(TypedWriter::moment));
        put(at + "arrives", leg.times().arrives().map(TypedWriter::moment));
        put(at + "overflies", leg.overflies().map(states -> states.isEmpty()
                ? TypedReader.NONE
                : String.join(", ", states.stream().map(StateCode::code).toList())));
    }

    private void volume(String at, Volume volume, Mission mission) {
        Area area = volume.area();
        put(at + "shape", switch (area) {
            case Corridor corridor -> "corridor";
            case Circle circle -> "circle";
            case Polygon polygon -> "polygon";
        });
        List<Position> positions = switch (area) {
            case Corridor corridor -> corridor.centreline();
            case Circle circle -> List.of(circle.centre());
            case Polygon polygon -> polygon.corners();
        };
        put(at + "points", String.join("\n", positions.stream().map(points::written).toList()));
        switch (area) {
            case Corridor corridor -> reach(at, corridor.halfWidth());
            case Circle circle -> reach(at, circle.radius());
            case Polygon polygon -> put(at + "reachUnit", "m");
        }
        Lengths heights = Lengths.ofHeights(volume.band().floorMetres(), volume.band().ceilingMetres());
        put(at + "floor", heights.written(volume.band().floorMetres()));
        put(at + "ceiling", heights.written(volume.band().ceilingMetres()));
        put(at + "heightUnit", heights.unit());
        put(at + "datum", volume.band().datum().name());
        if (!volume.window().equals(mission.window())) {
            put(at + "from", moment(volume.window().from()));
            put(at + "until", moment(volume.window().until()));
        }
    }

    private void document(String at, Document document) {
        put(at + "kind", document.kind().name());
        put(at + "title", document.title());
        put(at + "dated", document.dated().toString());
        put(at + "government", document.government());
        put(at + "sha256", document.sha256());
    }

    private void put(String field, String value) {
        fields.put(field, value);
    }

    private void put(String field, Optional<String> value) {
        value.ifPresent(text -> fields.put(field, text));
    }

    private void put(String field, Declared declared) {
        if (declared != Declared.UNDECLARED) {
            fields.put(field, declared == Declared.YES ? "yes" : "no");
        }
    }

    /** {@code 2016-03-01T18:00}, as a browser's field of date and time has it; the form says that it is UTC. */
    public static String moment(Instant instant) {
        String text = instant.toString().substring(0, instant.toString().length() - 1);
        return text.endsWith(":00") ? text.substring(0, text.length() - 3) : text;
    }

    private void reach(String at, Distance distance) {
        Lengths unit = Lengths.ofReach(distance.metres());
        put(at + "reach", unit.written(distance.metres()));
        put(at + "reachUnit", unit.unit());
    }
}
