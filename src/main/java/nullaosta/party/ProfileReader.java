package nullaosta.party;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import nullaosta.airspace.Position;
import nullaosta.party.Profile.LeadTime;
import nullaosta.party.Profile.Need;
import nullaosta.party.Profile.Point;
import nullaosta.party.Profile.Rule;
import nullaosta.party.Profile.Tolerance;

/** The {@code profile} of a {@code host.json}; what is wrong is told with its place, such as {@code profile/points/2}. */
final class ProfileReader {

    private static final String PLACE = "profile";

    private ProfileReader() {
    }

    static Profile read(Map<?, ?> host) {
        if (!host.containsKey(PLACE)) {
            return Profile.NONE;
        }
        if (!(host.get(PLACE) instanceof Map<?, ?> json)) {
            throw new IllegalArgumentException("found `" + host.get(PLACE) + "` as `profile`; expected an object");
        }
        at(PLACE, () -> HostFile.known(json, Set.of("questions", "points", "leadTimes", "tolerances")));
        List<Rule> rules = each(json, "questions", ProfileReader::rule);
        reachable(rules);
        List<Point> points = each(json, "points", ProfileReader::point);
        once("point", points.stream().map(Point::name).toList());
        List<LeadTime> leadTimes = each(json, "leadTimes", ProfileReader::leadTime);
        once("lead time", leadTimes.stream().map(LeadTime::name).toList());
        List<Tolerance> tolerances = each(json, "tolerances", ProfileReader::tolerance);
        once("tolerance of", tolerances.stream().map(Tolerance::of).toList());
        return new Profile(rules, points, leadTimes, tolerances);
    }

    private interface Part<T> {
        T read();
    }

    private static <T> T at(String place, Part<T> part) {
        try {
            return part.read();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
        }
    }

    private static <T> List<T> each(Map<?, ?> json, String field, Function<Map<?, ?>, T> part) {
        List<Map<?, ?>> items = at(PLACE, () -> HostFile.list(json, field));
        List<T> read = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Map<?, ?> item = items.get(i);
            read.add(at(PLACE + "/" + field + "/" + i, () -> part.apply(item)));
        }
        return read;
    }

    private static Rule rule(Map<?, ?> json) {
        HostFile.known(json, Set.of("question", "need", "when", "taken"));
        String word = HostFile.text(json, "need");
        List<String> needs = Arrays.stream(Need.values()).map(Need::name).toList();
        if (!needs.contains(word)) {
            throw new IllegalArgumentException(
                    "found `" + word + "` as `need`; expected one of " + String.join(", ", needs));
        }
        return new Rule(HostFile.text(json, "question"), Need.valueOf(word), when(json),
                HostFile.optional(json, "taken").orElse(""));
    }

    private static Point point(Map<?, ?> json) {
        HostFile.known(json, Set.of("name", "latitude", "longitude", "entry", "exit"));
        String name = HostFile.text(json, "name");
        if (!name.matches("[A-Z0-9]{2,7}")) {
            throw new IllegalArgumentException(
                    "found `" + name + "` as `name`; expected 2 to 7 capital letters and digits");
        }
        return new Point(name, new Position(HostFile.number(json, "latitude").doubleValue(),
                HostFile.number(json, "longitude").doubleValue()), truth(json, "entry"), truth(json, "exit"));
    }

    private static LeadTime leadTime(Map<?, ?> json) {
        HostFile.known(json, Set.of("name", "workingDays", "when"));
        return new LeadTime(HostFile.text(json, "name"), (int) HostFile.whole(json, "workingDays"), when(json));
    }

    private static Tolerance tolerance(Map<?, ?> json) {
        HostFile.known(json, Set.of("of", "words", "minutes"));
        return new Tolerance(HostFile.text(json, "of"), HostFile.text(json, "words"),
                json.containsKey("minutes")
                        ? Optional.of(Duration.ofMinutes(HostFile.whole(json, "minutes")))
                        : Optional.empty());
    }

    private static boolean truth(Map<?, ?> json, String field) {
        if (json.get(field) instanceof Boolean truth) {
            return truth;
        }
        throw new IllegalArgumentException("found no true or false `" + field + "`; expected one");
    }

    private static Circumstances when(Map<?, ?> json) {
        if (!json.containsKey("when")) {
            return Circumstances.ALWAYS;
        }
        if (!(json.get("when") instanceof Map<?, ?> when) || when.isEmpty()) {
            throw new IllegalArgumentException("found `" + json.get("when")
                    + "` as `when`; expected an object of questions with lists of answers");
        }
        Map<String, List<String>> answers = new LinkedHashMap<>();
        when.keySet().forEach(question -> answers.put(String.valueOf(question),
                HostFile.words(when, String.valueOf(question), ".+", "an answer")));
        return new Circumstances(answers);
    }

    /** What stands behind a rule without circumstances would never count. */
    private static void reachable(List<Rule> rules) {
        Set<String> settled = new TreeSet<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (settled.contains(rule.question())) {
                throw new IllegalArgumentException(PLACE + "/questions/" + i + ": `" + rule.question()
                        + "` is settled for every flight above; expected rules with `when` before the one without");
            }
            if (rule.when().always()) {
                settled.add(rule.question());
            }
        }
    }

    private static void once(String what, List<String> names) {
        Set<String> seen = new TreeSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(PLACE + ": " + what + " `" + name + "` is given twice");
            }
        }
    }
}
