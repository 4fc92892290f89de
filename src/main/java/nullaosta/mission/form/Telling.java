package nullaosta.mission.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nullaosta.mission.Fault;

/** Brings faults from their places in the mission's JSON to the questions of the form. */
final class Telling {

    private static final Pattern ELEMENT = Pattern.compile("(legs|volumes|documents)/([0-9]+)(?:/(.*))?");

    private final Map<String, List<Integer>> rows;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, Question> questions = new LinkedHashMap<>();

    Telling(Form form, Typed typed, Map<String, List<Integer>> rows) {
        this.rows = rows;
        for (Section section : form.sections()) {
            for (int row = 0; row < section.count(typed); row++) {
                for (Question question : section.questions()) {
                    labels.put(section.field(question, row), section.label(question, row));
                    questions.put(section.field(question, row), question);
                }
            }
        }
    }

    List<Filled.Told> told(List<Fault> own, List<Fault> more) {
        Map<String, Filled.Told> byField = new LinkedHashMap<>();
        Set<String> broken = new LinkedHashSet<>();
        for (Fault fault : own) {
            Filled.Told told = told(fault);
            byField.putIfAbsent(told.field().isEmpty() ? fault.where() : told.field(), told);
            broken.add(rowOf(told.field()));
        }
        for (Fault fault : more) {
            Filled.Told told = told(fault);
            String key = told.field().isEmpty() ? fault.where() : told.field();
            if (!(follows(fault) && broken.contains(rowOf(told.field()))) && !repeats(fault, byField, more)) {
                byField.putIfAbsent(key, told);
            }
        }
        List<String> order = List.copyOf(labels.keySet());
        List<Filled.Told> all = new ArrayList<>(byField.values());
        all.sort((a, b) -> Integer.compare(place(order, a), place(order, b)));
        return List.copyOf(all);
    }

    private static int place(List<String> order, Filled.Told told) {
        int place = order.indexOf(told.field());
        return place < 0 ? order.size() : place;
    }

    /** "0 valid areas" says nothing beside what is wrong with the area. */
    private boolean repeats(Fault fault, Map<String, Filled.Told> byField, List<Fault> all) {
        return fault.found().endsWith(" valid areas") && (all.stream()
                .anyMatch(other -> other != fault && other.where().startsWith(fault.where() + "/"))
                || byField.keySet().stream().anyMatch(field -> rowOf(field).equals(rowOf(field(fault.where())))));
    }

    /** A count of points or areas that follows from points that could not be read. */
    private static boolean follows(Fault fault) {
        return fault.found().endsWith(" points") || fault.found().endsWith(" valid areas")
                || fault.where().endsWith("/corners") || fault.where().endsWith("/centre");
    }

    private static String rowOf(String field) {
        Matcher element = ELEMENT.matcher(field);
        return element.matches() ? element.group(1) + "/" + element.group(2) : "";
    }

    private Filled.Told told(Fault fault) {
        String field = field(fault.where());
        return Optional.ofNullable(labels.get(field)).map(label -> new Filled.Told(field, label,
                Optional.ofNullable(questions.get(field)).map(question -> question.inWords(fault)).orElse(fault)))
                .orElseGet(() -> new Filled.Told("", fault.where(), fault));
    }

    private String field(String where) {
        String place = where.startsWith("/mission/")
                ? where.substring(9)
                : where.substring(Math.min(1, where.length()));
        Matcher element = ELEMENT.matcher(place);
        if (!element.matches()) {
            return switch (place) {
                case "legs" -> "legs/0/from";
                case "volumes" -> "volumes/0/points";
                case "documents" -> "documents/0/kind";
                case "spares", "formation" -> place + "/0/tail";
                case "window" -> "window/from";
                default -> place;
            };
        }
        List<Integer> typedRows = rows.getOrDefault(element.group(1), List.of());
        int index = Integer.parseInt(element.group(2));
        String rest = element.group(3) == null ? "" : element.group(3);
        return element.group(1) + "/" + (index < typedRows.size() ? typedRows.get(index) : index) + "/"
                + switch (element.group(1)) {
                    case "legs" -> rest.isEmpty() ? "departs" : rest;
                    case "volumes" -> ofVolume(rest);
                    case "spares", "formation" -> rest.isEmpty() ? "tail" : rest;
                    default -> rest.isEmpty() ? "title" : rest;
                };
    }

    private static String ofVolume(String rest) {
        if (rest.endsWith("Metres") && !rest.startsWith("altitude/")) {
            return "reach";
        }
        return switch (rest) {
            case "altitude/floorMetres", "altitude" -> "floor";
            case "altitude/ceilingMetres" -> "ceiling";
            case "altitude/datum" -> "datum";
            case "window/from", "window" -> "from";
            case "window/until" -> "until";
            default -> rest.contains("/") ? "points" : "shape";
        };
    }
}
