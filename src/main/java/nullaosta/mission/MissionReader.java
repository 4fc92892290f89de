package nullaosta.mission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.airspace.Area;
import nullaosta.airspace.Circle;
import nullaosta.airspace.Corridor;
import nullaosta.airspace.Polygon;
import nullaosta.airspace.Position;
import nullaosta.airspace.Volume;
import nullaosta.party.StateCode;
import nullaosta.quantity.AltitudeBand;
import nullaosta.quantity.Datum;
import nullaosta.quantity.Distance;
import nullaosta.quantity.TimeWindow;

/**
 * A mission from its JSON form ({@code docs/reference/mission.md}), or everything that is wrong with it.
 *
 * @param purposes the words the vocabulary has for purposes
 * @param areas the words it has for areas
 * @param bases codes of the host's bases
 */
public record MissionReader(List<String> purposes, List<String> areas, List<String> bases) {

    /** Bounds of what a volume may be. */
    public static final double NARROWEST_METRES = 1;
    public static final double WIDEST_CORRIDOR_METRES = 200_000;
    public static final double WIDEST_CIRCLE_METRES = 1_000_000;
    public static final double LOWEST_METRES = -1_000;
    public static final double HIGHEST_METRES = 100_000;

    /** What a clearance prints must fit on its paper. */
    static final String ON_PAPER = "(?s).{1,60}";
    private static final int MOST_LEGS = 16;
    private static final int MOST_VOLUMES = 32;

    public MissionReader {
        purposes = List.copyOf(purposes);
        areas = List.copyOf(areas);
        bases = List.copyOf(bases);
    }

    /** A mission, or at least one fault. */
    public sealed interface Result {
        record Read(Mission mission) implements Result {}

        record Faulty(List<Fault> faults) implements Result {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    public Result read(Map<?, ?> json) {
        List<Fault> faults = new ArrayList<>();
        Optional<Mission> mission = mission(Reading.of(json, faults));
        if (!faults.isEmpty() || mission.isEmpty()) {
            return new Result.Faulty(faults);
        }
        return new Result.Read(mission.get());
    }

    private Optional<Mission> mission(Reading in) {
        Optional<StateCode> state = in.text("operatorState", true)
                .flatMap(code -> StateCode.isKnown(code)
                        ? Optional.of(new StateCode(code))
                        : in.fault(in.at("operatorState"), "`" + code + "`",
                                "an ISO 3166 code of two capital letters such as `US`, or `XN` for NATO"));
        Optional<String> operator = in.text("operator", true);
        AircraftReader planes = new AircraftReader();
        Optional<Aircraft> aircraft = in.object("aircraft", true).flatMap(planes::first);
        List<Aircraft> formation = planes.others(in, "formation", aircraft, Mission.LARGEST_FORMATION - 1,
                " beside the leader");
        List<Aircraft> spares = planes.others(in, "spares", aircraft, Mission.MOST_SPARES, "");
        Optional<String> base = in.word("base", true, bases);
        Optional<String> area = in.word("area", true, areas);
        Optional<String> purpose = in.word("purpose", true, purposes);
        Declarations declared = in.object("declarations", false).map(this::declarations).orElse(Declarations.NONE);
        Optional<String> protectedParty = in.text("protectedParty", false);
        Optional<Instant> departure = in.instant("departure");
        Optional<TimeWindow> window = in.object("window", true).flatMap(this::window);
        List<Leg> legs = in.list("legs", this::leg);
        if (legs.size() > MOST_LEGS) {
            in.fault(in.at("legs"), legs.size() + " legs",
                    "at most " + MOST_LEGS + "; file the rest as another mission");
        }
        List<Volume> volumes = in.list("volumes", part -> volume(part, window));
        if (volumes.size() > MOST_VOLUMES) {
            in.fault(in.at("volumes"), volumes.size() + " volumes",
                    "at most " + MOST_VOLUMES + "; file the rest as another mission");
        }
        List<Document> documents = documents(in);
        Optional<HarmEstimate> harm = in.object("harmEstimate", false).flatMap(this::harmEstimate);
        Map<String, Object> answers = in.answers("answers");
        Series series = series(in);
        DataMode mode = in.oneOf("dataMode", DataMode.class, true).orElse(DataMode.EXERCISE);
        in.unread();
        if (departure.isPresent() && window.isPresent() && !window.get().holds(departure.get())) {
            in.fault(in.at("departure"), "`" + departure.get() + "`",
                    "an instant within the window from " + window.get().from() + " until " + window.get().until());
        }
        if (state.isEmpty() || operator.isEmpty() || aircraft.isEmpty() || base.isEmpty() || area.isEmpty()
                || purpose.isEmpty() || departure.isEmpty() || window.isEmpty()
                || !window.get().holds(departure.get())) {
            return Optional.empty();
        }
        return Optional.of(new Mission(state.get(), operator.get(), aircraft.get(), spares, formation,
                base.get(), area.get(),
                purpose.get(), declared.armed(), declared.strike(), declared.sensors(), declared.dangerousGoods(),
                protectedParty, departure.get(), window.get(), legs, volumes, documents, harm, answers, series,
                mode));
    }

    private static Series series(Reading in) {
        Optional<Integer> flights = in.has("flights")
                ? in.whole("flights", Series.Block.FEWEST, Series.Block.MOST)
                : Optional.empty();
        Optional<String> block = in.text("block", false, "[A-Z0-9][A-Z0-9-]{5,39}",
                "the number of a block's case such as `IT-2016-0042`");
        if (flights.isPresent() && block.isPresent()) {
            in.fault(in.at("block"), "`flights` beside it", "a block of flights, or one flight of a block");
        }
        return flights.<Series>map(count -> new Series.Block(count))
                .or(() -> block.map(Series.Announced::new)).orElse(Series.SINGLE);
    }

    private record Declarations(Declared armed, Declared strike, Declared sensors, Declared dangerousGoods) {
        static final Declarations NONE = new Declarations(Declared.UNDECLARED, Declared.UNDECLARED,
                Declared.UNDECLARED, Declared.UNDECLARED);
    }

    private Declarations declarations(Reading in) {
        Declarations declared = new Declarations(in.declared("armed"), in.declared("strike"), in.declared("sensors"),
                in.declared("dangerousGoods"));
        in.unread();
        return declared;
    }

    private Optional<TimeWindow> window(Reading in) {
        Optional<Instant> from = in.instant("from");
        Optional<Instant> until = in.instant("until");
        in.unread();
        if (from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        return from.get().isBefore(until.get())
                ? Optional.of(new TimeWindow(from.get(), until.get()))
                : in.fault(in.at("until"), "`" + until.get() + "`", "an instant after " + from.get());
    }

    private Optional<Leg> leg(Reading in) {
        Optional<String> from = in.text("from", true, ON_PAPER, "a place of 1 to 60 characters");
        Optional<String> to = in.text("to", true, ON_PAPER, "a place of 1 to 60 characters");
        Optional<String> exit = in.text("exit", false, ON_PAPER, "a point of 1 to 60 characters");
        Optional<String> entry = in.text("entry", false, ON_PAPER, "a point of 1 to 60 characters");
        Leg.Times times = new Leg.Times(in.instantIfGiven("departs"), in.instantIfGiven("exits"),
                in.instantIfGiven("enters"), in.instantIfGiven("arrives"));
        Optional<List<StateCode>> overflies = in.has("overflies")
                ? Optional.of(states(in, "overflies"))
                : Optional.empty();
        if (from.isEmpty() || to.isEmpty() || !ordered(in, times)) {
            return Optional.empty();
        }
        return Optional.of(new Leg(from.get(), to.get(), exit, entry, times, overflies));
    }

    private static List<StateCode> states(Reading in, String field) {
        List<StateCode> states = new ArrayList<>();
        for (String code : in.texts(field)) {
            if (StateCode.isKnown(code)) {
                states.add(new StateCode(code));
            } else {
                in.fault(in.at(field), "`" + code + "`", "ISO 3166 codes of two capital letters such as `FR`");
            }
        }
        return states;
    }

    /** Nothing on a leg happens before it departs or after it arrives. */
    private static boolean ordered(Reading in, Leg.Times times) {
        boolean early = times.departs().filter(departs -> times.filed().anyMatch(at -> at.isBefore(departs)))
                .isPresent();
        boolean late = times.arrives().filter(arrives -> times.filed().anyMatch(at -> at.isAfter(arrives)))
                .isPresent();
        if (early || late) {
            in.fault(in.here(), "times out of order", "departs first and arrives last");
        }
        return !early && !late;
    }

    /** A volume without a window of its own has the mission's. */
    private Optional<Volume> volume(Reading in, Optional<TimeWindow> missionWindow) {
        List<Area> areas = new ArrayList<>();
        in.object("corridor", false).flatMap(this::corridor).ifPresent(areas::add);
        in.object("circle", false).flatMap(this::circle).ifPresent(areas::add);
        in.object("polygon", false).flatMap(this::polygon).ifPresent(areas::add);
        Optional<AltitudeBand> band = in.object("altitude", true).flatMap(this::band);
        Optional<TimeWindow> window = in.object("window", false).flatMap(this::window).or(() -> missionWindow);
        if (areas.size() != 1) {
            return in.fault(in.here(), areas.size() + " valid areas", "exactly one corridor, circle or polygon");
        }
        return band.isPresent() && window.isPresent()
                ? Optional.of(new Volume(areas.getFirst(), band.get(), window.get()))
                : Optional.empty();
    }

    private Optional<Area> corridor(Reading in) {
        List<Position> line = in.list("centreline", this::position);
        Optional<Double> half = in.number("halfWidthMetres", NARROWEST_METRES, WIDEST_CORRIDOR_METRES);
        in.unread();
        if (line.size() < 2) {
            return in.fault(in.at("centreline"), line.size() + " points", "at least 2 points");
        }
        return half.map(metres -> new Corridor(line, new Distance(metres)));
    }

    private Optional<Area> circle(Reading in) {
        Optional<Position> centre = in.object("centre", true).flatMap(part -> {
            Optional<Position> position = position(part);
            part.unread();
            return position;
        });
        Optional<Double> radius = in.number("radiusMetres", NARROWEST_METRES, WIDEST_CIRCLE_METRES);
        in.unread();
        return centre.isPresent() && radius.isPresent()
                ? Optional.of(new Circle(centre.get(), new Distance(radius.get())))
                : Optional.empty();
    }

    private Optional<Area> polygon(Reading in) {
        List<Position> corners = in.list("corners", this::position);
        in.unread();
        Optional<String[]> fault = Polygon.fault(corners).map(words -> words.split("; expected ", 2));
        return fault.isPresent()
                ? in.fault(in.at("corners"), fault.get()[0], fault.get()[1])
                : Optional.of(new Polygon(corners));
    }

    private Optional<Position> position(Reading in) {
        Optional<Double> latitude = in.number("latitude", -90, 90);
        Optional<Double> longitude = in.number("longitude", -180, 180);
        return latitude.isPresent() && longitude.isPresent()
                ? Optional.of(new Position(latitude.get(), longitude.get()))
                : Optional.empty();
    }

    private Optional<AltitudeBand> band(Reading in) {
        Optional<Double> floor = in.number("floorMetres", LOWEST_METRES, HIGHEST_METRES);
        Optional<Double> ceiling = in.number("ceilingMetres", LOWEST_METRES, HIGHEST_METRES);
        Optional<Datum> datum = in.oneOf("datum", Datum.class, true);
        in.unread();
        if (floor.isEmpty() || ceiling.isEmpty() || datum.isEmpty()) {
            return Optional.empty();
        }
        return floor.get() <= ceiling.get()
                ? Optional.of(new AltitudeBand(floor.get(), ceiling.get(), datum.get()))
                : in.fault(in.at("ceilingMetres"), "`" + ceiling.get() + "`", "at least the floor of " + floor.get());
    }

    private List<Document> documents(Reading in) {
        List<Document> documents = new ArrayList<>();
        return in.list("documents", part -> document(part).flatMap(document -> {
            boolean again = documents.stream().anyMatch(known -> known.kind() == document.kind()
                    && known.title().equals(document.title()) && known.dated().equals(document.dated()));
            documents.add(document);
            return again
                    ? part.fault(part.here(), "`" + document.title() + "` again", "each document once")
                    : Optional.of(document);
        }));
    }

    private Optional<Document> document(Reading in) {
        Optional<Document.Kind> kind = in.oneOf("kind", Document.Kind.class, true);
        Optional<String> title = in.text("title", true);
        var dated = in.date("dated");
        Optional<String> government = in.text("government", false);
        Optional<String> sha256 = in.text("sha256", false, "[0-9a-f]{64}", "a SHA-256 of 64 hexadecimal digits");
        return kind.isPresent() && title.isPresent() && dated.isPresent()
                ? Optional.of(new Document(kind.get(), title.get(), dated.get(), government, sha256))
                : Optional.empty();
    }

    private Optional<HarmEstimate> harmEstimate(Reading in) {
        Optional<String> author = in.text("author", true);
        Optional<String> method = in.text("method", true);
        Optional<String> expected = in.text("expected", true);
        in.unread();
        return author.isPresent() && method.isPresent() && expected.isPresent()
                ? Optional.of(new HarmEstimate(author.get(), method.get(), expected.get()))
                : Optional.empty();
    }
}
