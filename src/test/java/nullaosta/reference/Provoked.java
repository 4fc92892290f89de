package nullaosta.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nullaosta.mission.Fault;

/**
 * Which fields a reader of JSON knows, and which it must have: found out by giving it, in every object of an example, a
 * field that nobody knows, and then none at all. The example must hold every object that there may be.
 */
record Provoked(Object example, Function<Map<?, ?>, List<Fault>> reader) {

    private static final String UNKNOWN = "qqqqqqqq";
    private static final Pattern KNOWN = Pattern.compile("one of ([\\w, ]+)");
    private static final Pattern ELEMENT = Pattern.compile("/\\d+");

    /** {@code aircraft/callSign}, {@code volumes[]/altitude}. */
    Set<String> known() {
        Set<String> fields = new TreeSet<>();
        for (String object : objects()) {
            for (Fault fault : reader.apply(map(changed(example, "", object, with -> with.put(UNKNOWN, 1))))) {
                Matcher words = KNOWN.matcher(fault.expected());
                if (fault.where().equals(object + "/" + UNKNOWN) && words.lookingAt()) {
                    for (String field : List.of(words.group(1).split(", "))) {
                        fields.add(named(object + "/" + field));
                    }
                }
            }
        }
        return fields;
    }

    Set<String> required() {
        Set<String> fields = new TreeSet<>();
        for (String object : objects()) {
            for (Fault fault : reader.apply(map(changed(example, "", object, Map::clear)))) {
                if (fault.where().startsWith(object + "/")
                        && fault.where().indexOf('/', object.length() + 1) < 0) {
                    fields.add(named(fault.where()));
                }
            }
        }
        return fields;
    }

    private static String named(String pointer) {
        return ELEMENT.matcher(pointer).replaceAll("[]").substring(1);
    }

    private List<String> objects() {
        List<String> places = new ArrayList<>();
        gather(example, "", places);
        return places;
    }

    private static void gather(Object json, String place, List<String> places) {
        if (json instanceof Map<?, ?> map) {
            places.add(place);
            map.forEach((field, value) -> gather(value, place + "/" + field, places));
        } else if (json instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                gather(list.get(i), place + "/" + i, places);
            }
        }
    }

    private interface Change {
        void to(Map<String, Object> object);
    }

    /** A copy in which the object at one place is changed. */
    private static Object changed(Object json, String place, String wanted, Change change) {
        if (json instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((field, value) -> copy.put(String.valueOf(field),
                    changed(value, place + "/" + field, wanted, change)));
            if (place.equals(wanted)) {
                change.to(copy);
            }
            return copy;
        }
        if (json instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                copy.add(changed(list.get(i), place + "/" + i, wanted, change));
            }
            return copy;
        }
        return json;
    }

    private static Map<?, ?> map(Object json) {
        return (Map<?, ?>) json;
    }
}
