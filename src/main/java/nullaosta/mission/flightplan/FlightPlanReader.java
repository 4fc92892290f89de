package nullaosta.mission.flightplan;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nullaosta.mission.Fault;

/** Reads an FPL message, or tells of each item what is wrong with it. */
public final class FlightPlanReader {

    /** Longer than any message that the network carries. */
    private static final int LONGEST = 4_000;

    private static final Pattern IDENTITY = Pattern.compile("([A-Z0-9]{2,7})(/A[0-7]{4})?");
    private static final Pattern RULES = Pattern.compile("([IVYZ])([SNGMX])?");
    private static final Pattern TYPE = Pattern.compile("([0-9]{1,2})?([A-Z][A-Z0-9]{1,3})/([LMHJ])");
    private static final Pattern EQUIPMENT = Pattern.compile("([A-Z0-9]+)/([A-Z0-9]+)");
    private static final Pattern DEPARTURE = Pattern.compile("([A-Z]{4})((?:[01][0-9]|2[0-3])[0-5][0-9])");
    private static final Pattern ROUTE = Pattern
            .compile("([KN][0-9]{4}|M[0-9]{3})([FA][0-9]{3}|[SM][0-9]{4}|VFR)(?: (.+))?");
    private static final Pattern DESTINATION = Pattern
            .compile("([A-Z]{4})([0-9]{2})([0-5][0-9])((?: [A-Z]{4}){0,2})");
    private static final Pattern INDICATOR = Pattern.compile("(?:^| )([A-Z]{3,4})/");

    private final List<Fault> faults = new ArrayList<>();
    private final List<String> items;

    /** A flight plan, or at least one fault; where a fault is says its item. */
    public sealed interface Result {
        record Read(FlightPlan plan) implements Result {}

        record Faulty(List<Fault> faults) implements Result {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    private FlightPlanReader(List<String> items) {
        this.items = items;
    }

    public static Result read(String message) {
        String text = message.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        if (text.length() > LONGEST) {
            return faulty("the message", text.length() + " characters", "at most " + LONGEST);
        }
        if (!text.startsWith("(FPL-") || !text.endsWith(")")) {
            return faulty("the message",
                    text.isEmpty() ? "nothing" : "`" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "`",
                    "a message from `(FPL-` to `)`");
        }
        List<String> items = Arrays.stream(text.substring(5, text.length() - 1).split("-", -1)).map(String::strip)
                .toList();
        if (items.size() < 8) {
            return faulty("the message", items.size() + " items", "items 7, 8, 9, 10, 13, 15, 16 and 18");
        }
        return new FlightPlanReader(items).plan();
    }

    private static Result faulty(String where, String found, String expected) {
        return new Result.Faulty(List.of(new Fault(where, found, expected)));
    }

    private Result plan() {
        Optional<Matcher> identity = item(0, "item 7", IDENTITY, "2 to 7 letters and digits, such as REACH21");
        Optional<Matcher> rules = item(1, "item 8", RULES, "flight rules and type of flight, such as IM");
        Optional<Matcher> type = item(2, "item 9", TYPE, "type and wake turbulence, such as C30J/M");
        Optional<Matcher> equipment = item(3, "item 10", EQUIPMENT, "equipment and surveillance, such as SDFG/S");
        Optional<Matcher> departure = item(4, "item 13", DEPARTURE, "aerodrome and time, such as LICZ1800");
        Optional<Matcher> route = item(5, "item 15", ROUTE, "speed, level and route, such as N0170F200 DCT DODUS");
        Optional<Matcher> destination = item(6, "item 16", DESTINATION,
                "aerodrome, time and up to two alternates, such as LICZ0559 LICG");
        Map<String, String> other = other(items.get(7));
        if (!faults.isEmpty()) {
            return new Result.Faulty(faults);
        }
        Matcher nine = type.orElseThrow();
        Matcher fifteen = route.orElseThrow();
        Matcher sixteen = destination.orElseThrow();
        String off = departure.orElseThrow().group(2);
        return new Result.Read(new FlightPlan(identity.orElseThrow().group(1), rules.orElseThrow().group(1),
                Optional.ofNullable(rules.get().group(2)),
                nine.group(1) == null ? 1 : Integer.parseInt(nine.group(1)), nine.group(2),
                equipment.orElseThrow().group(1), equipment.get().group(2), departure.get().group(1),
                LocalTime.of(Integer.parseInt(off.substring(0, 2)), Integer.parseInt(off.substring(2))),
                fifteen.group(1), fifteen.group(2),
                fifteen.group(3) == null ? List.of() : List.of(fifteen.group(3).split(" ")), sixteen.group(1),
                Duration.ofHours(Long.parseLong(sixteen.group(2))).plusMinutes(Long.parseLong(sixteen.group(3))),
                Arrays.stream(sixteen.group(4).split(" ")).filter(word -> !word.isEmpty()).toList(), other,
                String.join("-", items.subList(8, items.size()))));
    }

    private Optional<Matcher> item(int place, String name, Pattern form, String expected) {
        Matcher matcher = form.matcher(items.get(place));
        if (matcher.matches()) {
            return Optional.of(matcher);
        }
        faults.add(new Fault(name, "`" + items.get(place) + "`", expected));
        return Optional.empty();
    }

    /** Item 18: {@code 0}, or indicators with what follows each of them. */
    private Map<String, String> other(String text) {
        Map<String, String> other = new LinkedHashMap<>();
        if (text.equals("0")) {
            return other;
        }
        Matcher indicator = INDICATOR.matcher(text);
        int from = -1;
        String name = "";
        while (indicator.find()) {
            if (from < 0 && indicator.start() > 0) {
                break;
            }
            if (from >= 0) {
                other.merge(name, text.substring(from, indicator.start()).strip(), (a, b) -> a + " " + b);
            }
            name = indicator.group(1);
            from = indicator.end();
        }
        if (from < 0) {
            faults.add(new Fault("item 18", "`" + text + "`", "0, or indicators such as DOF/160301 REG/094066"));
        } else {
            other.merge(name, text.substring(from).strip(), (a, b) -> a + " " + b);
        }
        return other;
    }
}
