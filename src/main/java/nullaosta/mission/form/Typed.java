package nullaosta.mission.form;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the form's fields, as typed, by the fields' names: {@code legs/0/exit}. Nothing is read into it. */
public record Typed(Map<String, String> fields) {

    private static final Pattern ROW = Pattern.compile("([a-z]+)/([0-9]{1,3})/(.*)");

    /** More rows than a mission may have of anything. */
    static final int MOST_ROWS = 40;

    public Typed {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    public boolean is(String field, String value) {
        return get(field).equals(value);
    }

    /** Whether one of several answers is among those ticked. */
    public boolean ticked(String field, String value) {
        return ("," + get(field) + ",").contains("," + value + ",");
    }

    public Typed with(String field, String value) {
        Map<String, String> copy = new TreeMap<>(fields);
        copy.put(field, value);
        return new Typed(copy);
    }

    /** How many rows there are, filled in or not. */
    public int rows(String name) {
        int most = 0;
        for (String field : fields.keySet()) {
            Matcher row = ROW.matcher(field);
            if (row.matches() && row.group(1).equals(name)) {
                most = Math.max(most, Math.min(MOST_ROWS, Integer.parseInt(row.group(2)) + 1));
            }
        }
        return most;
    }

    /** One more row, empty, after at least one. */
    public Typed withRow(String name) {
        return rows(name) >= MOST_ROWS ? this : with(name + "/" + Math.max(1, rows(name)) + "/", "");
    }

    /** Without a row; those after it move up. */
    public Typed withoutRow(String name, int gone) {
        Map<String, String> copy = new TreeMap<>();
        fields.forEach((field, value) -> {
            Matcher row = ROW.matcher(field);
            if (!row.matches() || !row.group(1).equals(name)) {
                copy.put(field, value);
            } else if (Integer.parseInt(row.group(2)) != gone) {
                int number = Integer.parseInt(row.group(2));
                copy.put(name + "/" + (number > gone ? number - 1 : number) + "/" + row.group(3), value);
            }
        });
        return new Typed(copy);
    }

    /** Without the times, for another flight like it. */
    public Typed withoutTimes() {
        Map<String, String> copy = new TreeMap<>(fields);
        copy.keySet().removeIf(field -> field.matches(
                "departure|window/.*|legs/[0-9]+/(departs|exits|enters|arrives)|volumes/[0-9]+/(from|until)"));
        return new Typed(copy);
    }
}
