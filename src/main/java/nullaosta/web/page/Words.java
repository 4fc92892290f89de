package nullaosta.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nullaosta.airspace.Area;
import nullaosta.airspace.Circle;
import nullaosta.airspace.Corridor;
import nullaosta.airspace.Polygon;
import nullaosta.airspace.Volume;
import nullaosta.assessment.FactSeen;
import nullaosta.assessment.Finding;
import nullaosta.assessment.Outcome;
import nullaosta.assessment.Status;
import nullaosta.clearance.Life;
import nullaosta.clearance.token.Light;
import nullaosta.dossier.Row;
import nullaosta.flight.FlightState;
import nullaosta.mission.Aircraft;
import nullaosta.mission.Leg;
import nullaosta.oversight.figures.Count;
import nullaosta.oversight.figures.CountTable;
import nullaosta.oversight.figures.Dimension;
import nullaosta.quantity.Distance;
import nullaosta.quantity.TimeWindow;

/** The field's words and times, the same on every page. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter ZULU = DateTimeFormatter.ofPattern("d MMM HH:mm'Z'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** ICAO Annex 5. */
    private static final double METRES_IN_A_FOOT = 0.3048;
    private static final double METRES_IN_A_MILE = 1852;

    /** As {@link Duration} writes itself. */
    private static final Pattern LENGTH = Pattern.compile("PT(?=-?[0-9])(-?[0-9]+H)?(-?[0-9]+M)?(-?[0-9.]+S)?");

    private final ZoneId zone;

    public Words(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code 1 Mar 2016 18:00Z (19:00 Rome)}. */
    public String time(Instant instant) {
        return DAY.format(instant.atZone(ZoneOffset.UTC)) + " " + clock(instant);
    }

    /** {@code 18:00Z (19:00 Rome)}. */
    public String clock(Instant instant) {
        return MINUTE.format(instant.atZone(ZoneOffset.UTC)) + "Z (" + MINUTE.format(instant.atZone(zone)) + " "
                + place() + ")";
    }

    /** {@code 1 Mar 2016 19:00 Rome}: the host's own time. */
    public String local(Instant instant) {
        return DAY.format(instant.atZone(zone)) + " " + MINUTE.format(instant.atZone(zone)) + " " + place();
    }

    private String place() {
        return zone.getId().substring(zone.getId().indexOf('/') + 1).replace('_', ' ');
    }

    /** Area and heights in the units of charts and cockpits, and the hours where they are not the mission's. */
    public String volume(Volume volume, TimeWindow mission) {
        return volume.area().inWords() + aeronautical(volume.area()) + ", " + volume.band().inWords()
                + String.format(Locale.ROOT, " (%,.0f–%,.0f ft)", volume.band().floorMetres() / METRES_IN_A_FOOT,
                        volume.band().ceilingMetres() / METRES_IN_A_FOOT)
                + (volume.window().equals(mission)
                        ? ""
                        : ", " + time(volume.window().from()) + " until " + time(volume.window().until()));
    }

    private static String aeronautical(Area area) {
        return switch (area) {
            case Corridor corridor -> miles(corridor.halfWidth());
            case Circle circle -> miles(circle.radius());
            case Polygon polygon -> "";
        };
    }

    private static String miles(Distance distance) {
        return String.format(Locale.ROOT, " (%.1f NM)", distance.metres() / METRES_IN_A_MILE);
    }

    public String day(LocalDate date) {
        return DAY.format(date);
    }

    /** One sentence on an assessment's outcome. */
    public static String sentence(Outcome outcome) {
        return switch (outcome) {
            case INELIGIBLE -> "Cannot be cleared: a clause stands in the way";
            case CANNOT_EVALUATE -> "Cannot be assessed: a clause failed, nothing can be decided";
            case NEEDS_FACTS -> "Not yet: facts are missing";
            case NOT_COVERED -> "Not covered: no agreement brings this flight within it";
            case REFER -> "For decision: the terms ask for one, flight by flight";
            case ELIGIBLE -> "Nothing stands in the way; an officer still signs";
        };
    }

    /** The four words that every page uses for a clause, and one for the rest. */
    public static String status(Finding finding) {
        return switch (finding.status()) {
            case Status.Breached breached -> finding.inTheWay() ? "stands in the way" : "noted";
            case Status.Failed failed -> "failed";
            case Status.Undetermined undetermined -> "missing";
            case Status.Referred referred -> "for decision";
            case Status.Satisfied satisfied -> "clear";
            case Status.NotApplicable not -> "does not apply";
        };
    }

    /** For the style sheet: the same five, as class names. */
    public static String mark(Finding finding) {
        return switch (finding.status()) {
            case Status.Breached breached -> finding.inTheWay() ? "way" : "none";
            case Status.Failed failed -> "way";
            case Status.Undetermined undetermined -> "missing";
            case Status.Referred referred -> "decide";
            case Status.Satisfied satisfied -> "clear";
            case Status.NotApplicable not -> "none";
        };
    }

    /** Class name and shape of an outcome, as stored in lists. */
    public static String outcomeMark(String outcome) {
        return switch (outcome) {
            case "INELIGIBLE", "CANNOT_EVALUATE", "NOT_COVERED" -> "way";
            case "NEEDS_FACTS" -> "missing";
            case "REFER" -> "decide";
            case "ELIGIBLE" -> "clear";
            default -> "none";
        };
    }

    public static String outcomeWord(String outcome) {
        return switch (outcome) {
            case "INELIGIBLE" -> "stands in the way";
            case "CANNOT_EVALUATE" -> "cannot be assessed";
            case "NOT_COVERED" -> "not covered";
            case "NEEDS_FACTS" -> "facts missing";
            case "REFER" -> "for decision";
            case "ELIGIBLE" -> "nothing in the way";
            default -> "not assessed";
        };
    }

    public static String light(Light light) {
        return switch (light) {
            case GREEN -> "GO";
            case AMBER -> "NOT YET";
            case RED -> "STOP";
        };
    }

    public static String state(FlightState state) {
        return switch (state) {
            case AUTHORISED -> "cleared, not heard yet";
            case ACTIVATED -> "taken off, not heard yet";
            case CONFORMING -> "as cleared";
            case NONCONFORMING -> "not as cleared";
            case CONTINGENT -> "was not as cleared for over a minute; marked until it lands";
            case UNKNOWN -> "unknown";
            case ENDED -> "landed";
        };
    }

    /** How a case stands in a list: once decided, the decision; before, what the terms say. */
    public static String standing(Row row) {
        return switch (row.phase()) {
            case WITH_THE_DESK, FOR_DECISION -> outcomeWord(row.outcome());
            case CLEARED -> row.life().filter(life -> life != Life.VALID).map(Life::words).orElse("cleared");
            case BLOCK -> "block";
            case REFUSED -> "refused";
            case WITHDRAWN -> "withdrawn";
        };
    }

    /** The same as a class name. */
    public static String standingMark(Row row) {
        return switch (row.phase()) {
            case WITH_THE_DESK, FOR_DECISION -> outcomeMark(row.outcome());
            case CLEARED -> row.life().filter(life -> life != Life.VALID).isPresent() ? "way" : "clear";
            case BLOCK -> "clear";
            case REFUSED -> "way";
            case WITHDRAWN -> "none";
        };
    }

    /** What a clause looked at: lengths of time in days and hours, a row as its fields, no rows as {@code none}. */
    public static String seen(FactSeen fact) {
        return fact.value().map(Words::seen).orElseGet(fact::written);
    }

    private static String seen(Object plain) {
        return switch (plain) {
            case List<?> list -> list.isEmpty()
                    ? "none"
                    : String.join(list.getFirst() instanceof Map<?, ?> ? "; " : ", ",
                            list.stream().map(Words::seen).toList());
            case Map<?, ?> row -> join(row.entrySet().stream().map(it -> it.getKey() + " " + seen(it.getValue()))
                    .toList());
            case String text when LENGTH.matcher(text).matches() -> length(Duration.parse(text));
            default -> String.valueOf(plain);
        };
    }

    /** {@code 6 days 23 h 59 min}; parts of a second are left out, so that no length is shown longer than it is. */
    static String length(Duration length) {
        if (length.isNegative()) {
            return "minus " + length(length.negated());
        }
        List<String> parts = new ArrayList<>();
        part(parts, length.toDays(), length.toDays() == 1 ? " day" : " days");
        part(parts, length.toHoursPart(), " h");
        part(parts, length.toMinutesPart(), " min");
        part(parts, length.toSecondsPart(), " s");
        return parts.isEmpty() ? "0 s" : String.join(" ", parts);
    }

    private static void part(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + unit);
        }
    }

    /** {@code NORTH_AFRICA_OTHER} → {@code North Africa Other}: names of places. */
    public static String aircraft(List<Aircraft> aircraft) {
        return String.join("; ", aircraft.stream().map(Words::aircraft).toList());
    }

    public static String aircraft(Aircraft one) {
        return one.type() + ", tail " + one.tail() + ", call sign " + one.callSign()
                + one.address().map(address -> ", address " + address).orElse("");
    }

    /** {@code SIGONELLA, out at DODUS, to HLLB}: times where they were filed. */
    public static String leg(Leg leg) {
        return leg.from() + leg.times().departs().map(at -> " " + ZULU.format(at)).orElse("")
                + leg.exit().map(point -> ", out at " + point).orElse("")
                + leg.entry().map(point -> ", in at " + point).orElse("") + ", to " + leg.to()
                + leg.times().arrives().map(at -> " " + ZULU.format(at)).orElse("");
    }

    public static String place(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.split("_", -1)) {
            name.append(name.isEmpty() ? "" : " ").append(word, 0, Math.min(1, word.length()))
                    .append(word.substring(Math.min(1, word.length())).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    /** {@code PROTECT_PERSONNEL_ON_GROUND} → {@code protect personnel on ground}. */
    public static String plain(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code CIVIL_AVIATION} → {@code Civil aviation}; a short name stays: {@code FOCA}. */
    public static String office(String name) {
        return name.contains("_") ? name.charAt(0) + plain(name).substring(1) : name;
    }

    /** As a part of an address. */
    public static String address(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** {@code an aircraft}, {@code a leg}. */
    public static String one(String thing) {
        return ("aeiou".indexOf(thing.charAt(0)) >= 0 ? "an " : "a ") + thing;
    }

    /** A count as the public is told it. */
    public static String count(Count count) {
        return count.told().isPresent() ? count.toString() : "fewer than " + Count.FEWEST;
    }

    /** {@code Month by month: outcome}. */
    public static String tableTitle(CountTable table) {
        return (table.down() == Dimension.MONTH ? "Month by month: " : "By state: ") + table.across().column();
    }

    /** A category as a heading; states are codes and stay as they are. */
    public static String category(Dimension dimension, String category) {
        return dimension == Dimension.STATE ? category : plain(category);
    }

    /** A kind of entry as a phrase: {@code DecisionSigned} → {@code decision signed}. */
    public static String kind(String kind) {
        return kind.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    public static String join(List<String> words) {
        return String.join(", ", words);
    }
}
