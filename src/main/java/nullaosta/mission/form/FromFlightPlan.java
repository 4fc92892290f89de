package nullaosta.mission.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nullaosta.mission.flightplan.FlightPlan;
import nullaosta.party.Base;
import nullaosta.party.Host;
import nullaosta.party.Profile;

/** Fills in what a flight plan says, and names what it says that the form has no question for. */
public final class FromFlightPlan {

    private static final String ELSEWHERE = "ZZZZ";

    private final Form form;
    private final Host host;
    private final FlightPlan plan;
    private final Map<String, String> fields = new TreeMap<>();
    private final List<String> left = new ArrayList<>();
    private final TreeSet<String> used = new TreeSet<>();

    private FromFlightPlan(Form form, FlightPlan plan) {
        this.form = form;
        this.host = form.host();
        this.plan = plan;
    }

    /**
     * @param typed  what stood in the form, with what the plan says in its place
     * @param filled labels of the questions it answered
     * @param left   what of it no question takes
     */
    public record Outcome(Typed typed, List<String> filled, List<String> left) {
        public Outcome {
            filled = List.copyOf(filled);
            left = List.copyOf(left);
        }
    }

    public static Outcome fill(Form form, Typed typed, FlightPlan plan) {
        return new FromFlightPlan(form, plan).fill(typed);
    }

    private Outcome fill(Typed typed) {
        aircraft();
        rulesAndEquipment();
        String from = place(plan.from(), "DEP");
        String to = place(plan.to(), "DEST");
        fields.put("legs/0/from", from);
        fields.put("legs/0/to", to);
        base(plan.from()).ifPresentOrElse(base -> fields.put("base", base.code()),
                () -> left.add("item 13, " + plan.from() + ": no base of " + host.name()));
        times();
        points();
        answer("alternates", String.join(",", plan.alternates()), "item 16, alternates");
        plan.other().forEach((indicator, text) -> {
            if (!used.contains(indicator)) {
                left.add("item 18, " + indicator + "/" + text);
            }
        });
        if (!plan.rest().isEmpty()) {
            left.add("behind item 18: " + plan.rest());
        }
        Typed whole = typed;
        List<String> filled = new ArrayList<>();
        for (Form.Asked asked : form.questions()) {
            String field = asked.section().field(asked.question(), 0);
            String value = fields.get(field);
            if (value != null) {
                String before = typed.get(field).strip();
                whole = whole.with(field, value);
                filled.add(asked.section().label(asked.question(), 0)
                        + (before.isEmpty() || before.equals(value) ? "" : " (in place of `" + before + "`)"));
            }
        }
        return new Outcome(whole, filled, left);
    }

    private void aircraft() {
        fields.put("aircraft/callSign", plan.callSign());
        fields.put("aircraft/type", plan.type().equals(ELSEWHERE) ? said("TYP").orElse(ELSEWHERE) : plan.type());
        if (plan.aircraft() > 1) {
            left.add("item 9, " + plan.aircraft()
                    + " aircraft: name the others, with their tails, among those who fly with it");
        }
        said("REG").ifPresent(tail -> fields.put("aircraft/tail", tail));
        said("CODE").ifPresent(code -> fields.put("aircraft/address", code.toLowerCase(Locale.ROOT)));
        said("OPR").ifPresent(operator -> fields.put("operator", operator));
    }

    private void rulesAndEquipment() {
        switch (plan.rules()) {
            case "I" -> answer("instrumentFlightRules", "yes", "item 8, flight rules I");
            case "V" -> answer("instrumentFlightRules", "no", "item 8, flight rules V");
            default -> left.add("item 8, flight rules " + plan.rules() + ": partly each");
        }
        if (plan.kind().equals(Optional.of("M"))) {
            answer("operatorKind", "MILITARY", "item 8, type of flight M");
        } else {
            plan.kind().ifPresent(kind -> left.add("item 8, type of flight " + kind));
        }
        plan.reportsAltitude().ifPresent(reports -> answer("transponder", reports ? "yes" : "no",
                "item 10, surveillance " + plan.surveillance()));
        answer("twoWayRadio", plan.speaks() ? "yes" : "no", "item 10, equipment " + plan.radio());
    }

    private void times() {
        Optional<Instant> departure = said("DOF").flatMap(FromFlightPlan::day)
                .map(day -> day.atTime(plan.offBlock()).toInstant(ZoneOffset.UTC));
        if (departure.isPresent()) {
            fields.put("departure", TypedWriter.moment(departure.get()));
            fields.put("legs/0/departs", TypedWriter.moment(departure.get()));
            fields.put("legs/0/arrives", TypedWriter.moment(departure.get().plus(plan.elapsed())));
        } else {
            left.add("item 13, " + plan.offBlock() + "Z: item 18 has no day, such as DOF/160301");
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse("20" + text, DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** From the host outwards the first point of the host on the route, inwards the last; across it, first and last. One place is not both. */
    private void points() {
        boolean leaves = host.holdsAerodrome(plan.from());
        boolean comes = host.holdsAerodrome(plan.to());
        List<String> route = plan.route().stream().map(FromFlightPlan::name).toList();
        List<Integer> exits = places(route, Profile.Point::exit);
        List<Integer> entries = places(route, Profile.Point::entry);
        int exit = exits.isEmpty() || !leaves && comes ? -1 : leaves ? exits.getFirst() : exits.getLast();
        int entry = entries.isEmpty() || leaves && !comes ? -1 : comes ? entries.getLast() : entries.getFirst();
        boolean one = exit == entry && exit >= 0;
        if (exit >= 0 && (leaves || !one)) {
            fields.put("legs/0/exit", route.get(exit));
        }
        if (entry >= 0 && (!leaves || !one)) {
            fields.put("legs/0/entry", route.get(entry));
        }
        if (one) {
            left.add("item 15, " + route.get(exit) + ": the route names it once, so where the airspace is "
                    + (leaves ? "entered" : "left") + " is not said");
        }
        left.add("item 15, " + plan.speed() + plan.level() + " " + String.join(" ", plan.route())
                + ": type the volumes it flies in");
    }

    /** Where on the route the host's points of one kind stand. */
    private List<Integer> places(List<String> route, Predicate<Profile.Point> which) {
        return IntStream.range(0, route.size()).filter(i -> host.profile().points().stream().filter(which)
                .anyMatch(it -> it.name().equals(route.get(i)))).boxed().toList();
    }

    /** A point with its change of speed or level behind it: {@code DODUS/N0250F200}. */
    private static String name(String word) {
        return word.contains("/") ? word.substring(0, word.indexOf('/')) : word;
    }

    private Optional<Base> base(String icao) {
        return host.bases().values().stream().filter(base -> base.icao().equals(icao)).findFirst();
    }

    private String place(String icao, String indicator) {
        return icao.equals(ELSEWHERE) ? said(indicator).orElse(ELSEWHERE) : icao;
    }

    private Optional<String> said(String indicator) {
        used.add(indicator);
        return plan.said(indicator);
    }

    private void answer(String name, String value, String from) {
        if (value.isEmpty()) {
            return;
        }
        if (form.question(FactQuestions.ANSWERS + name).isPresent()) {
            fields.put(FactQuestions.ANSWERS + name, value);
        } else {
            left.add(from + (name.equals("alternates") ? " " + String.join(" ", plan.alternates()) : ""));
        }
    }
}
