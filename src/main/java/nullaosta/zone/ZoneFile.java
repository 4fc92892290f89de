package nullaosta.zone;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;

/**
 * Reads zones in ED-318's GeoJSON. Of what it says about a zone this takes where, when, what it asks, and how long before;
 * names in several languages are taken in English where there is one. What it does not know refuses the file: a zone that
 * was skipped would be missed by every flight.
 */
public final class ZoneFile {

    private static final Map<String, DayOfWeek> DAYS = Map.of("MON", DayOfWeek.MONDAY, "TUE", DayOfWeek.TUESDAY, "WED",
            DayOfWeek.WEDNESDAY, "THU", DayOfWeek.THURSDAY, "FRI", DayOfWeek.FRIDAY, "SAT", DayOfWeek.SATURDAY, "SUN",
            DayOfWeek.SUNDAY);

    private ZoneFile() {
    }

    /** What is wrong with the file, at which zone, and what was expected. */
    public static final class Faulty extends Exception {
        private static final long serialVersionUID = 1L;

        Faulty(String message) {
            super(message);
        }
    }

    /** @return the zones, by identifier */
    public static List<Zone> read(byte[] json) throws Faulty {
        Map<String, Zone> zones = new LinkedHashMap<>();
        for (Map<?, ?> feature : features(json)) {
            Map<?, ?> properties = object(feature, "properties", "a feature");
            String id = text(properties, "identifier", "a feature");
            try {
                if (zones.put(id, zone(id, properties, object(feature, "geometry", id))) != null) {
                    throw new Faulty("found twice; expected each identifier once");
                }
            } catch (Faulty | IllegalArgumentException | DateTimeException e) {
                throw new Faulty("zone `" + id + "`: " + e.getMessage());
            }
        }
        return zones.values().stream().sorted(Comparator.comparing(Zone::id)).toList();
    }

    private static List<Map<?, ?>> features(byte[] json) throws Faulty {
        try {
            if (CanonicalJson.read(json) instanceof Map<?, ?> collection) {
                return objects(collection, "features", "the collection");
            }
        } catch (JsonFault e) {
            throw new Faulty(String.valueOf(e.getMessage()));
        }
        throw new Faulty("found no object; expected a FeatureCollection of ED-318");
    }

    private static Zone zone(String id, Map<?, ?> properties, Map<?, ?> geometry) throws Faulty {
        List<Activity> active = new ArrayList<>();
        for (Map<?, ?> time : objectsIfGiven(properties, "limitedApplicability", id)) {
            active.add(activity(time, id));
        }
        return new Zone(id, name(properties, id), kind(text(properties, "type", id)), Geometry.layers(geometry), active,
                notice(properties, id));
    }

    private static Zone.Kind kind(String word) throws Faulty {
        return Arrays.stream(Zone.Kind.values()).filter(kind -> kind.name().equals(word)).findFirst()
                .orElseThrow(() -> new Faulty("type `" + word + "`; expected one of "
                        + String.join(", ", Arrays.stream(Zone.Kind.values()).map(Zone.Kind::name).toList())));
    }

    private static String name(Map<?, ?> properties, String id) throws Faulty {
        List<Map<?, ?>> names = objectsIfGiven(properties, "name", id);
        return names.stream().filter(name -> String.valueOf(name.get("lang")).startsWith("en")).findFirst()
                .or(() -> names.stream().findFirst()).map(name -> String.valueOf(name.get("text"))).orElse(id);
    }

    /** The longest that one of its authorities asks; a day is 24 hours there. */
    private static Optional<Duration> notice(Map<?, ?> properties, String id) throws Faulty {
        Set<Duration> notices = new TreeSet<>();
        for (Map<?, ?> authority : objects(properties, "zoneAuthority", id)) {
            if ("AUTHORIZATION".equals(authority.get("purpose")) && authority.get("intervalBefore") != null) {
                notices.add(Duration.parse(text(authority, "intervalBefore", id)));
            }
        }
        return notices.stream().reduce((shorter, longer) -> longer);
    }

    private static Activity activity(Map<?, ?> time, String id) throws Faulty {
        List<DailyHours> schedule = new ArrayList<>();
        for (Map<?, ?> daily : objectsIfGiven(time, "schedule", id)) {
            schedule.add(new DailyHours(days(daily), textIfGiven(daily, "startTime", id).map(OffsetTime::parse),
                    textIfGiven(daily, "endTime", id).map(OffsetTime::parse)));
        }
        return new Activity(textIfGiven(time, "startDateTime", id).map(at -> OffsetDateTime.parse(at).toInstant()),
                textIfGiven(time, "endDateTime", id).map(at -> OffsetDateTime.parse(at).toInstant()), schedule);
    }

    private static Set<DayOfWeek> days(Map<?, ?> daily) throws Faulty {
        if (!(daily.get("day") instanceof List<?> words) || words.isEmpty()) {
            throw new Faulty("a schedule without `day`; expected days such as MON, or ANY");
        }
        Set<DayOfWeek> days = new HashSet<>();
        for (Object word : words) {
            DayOfWeek day = DAYS.get(String.valueOf(word));
            if (day != null) {
                days.add(day);
            } else if (!"ANY".equals(word)) {
                throw new Faulty("day `" + word + "`; expected one of MON, TUE, WED, THU, FRI, SAT, SUN, ANY");
            }
        }
        return words.contains("ANY") ? Set.of() : days;
    }

    private static String text(Map<?, ?> json, String field, String where) throws Faulty {
        return textIfGiven(json, field, where)
                .orElseThrow(() -> new Faulty("found no `" + field + "` in " + where + "; expected a text"));
    }

    private static Optional<String> textIfGiven(Map<?, ?> json, String field, String where) throws Faulty {
        Object value = json.get(field);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        throw new Faulty("found `" + value + "` as `" + field + "` of " + where + "; expected a text");
    }

    private static Map<?, ?> object(Map<?, ?> json, String field, String where) throws Faulty {
        if (json.get(field) instanceof Map<?, ?> map) {
            return map;
        }
        throw new Faulty("found no `" + field + "` in " + where + "; expected an object");
    }

    private static List<Map<?, ?>> objectsIfGiven(Map<?, ?> json, String field, String where) throws Faulty {
        return json.get(field) == null ? List.of() : objects(json, field, where);
    }

    private static List<Map<?, ?>> objects(Map<?, ?> json, String field, String where) throws Faulty {
        if (!(json.get(field) instanceof List<?> list)) {
            throw new Faulty("found no `" + field + "` in " + where + "; expected a list");
        }
        List<Map<?, ?>> objects = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map)) {
                throw new Faulty("found `" + item + "` in `" + field + "` of " + where + "; expected objects");
            }
            objects.add(map);
        }
        return objects;
    }
}
