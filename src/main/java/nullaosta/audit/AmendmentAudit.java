package nullaosta.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import nullaosta.disclosure.PackageCheck;
import org.jspecify.annotations.Nullable;

/** That an amendment which left a decision standing changed no more than its class may. */
final class AmendmentAudit {

    private static final String MISSION = "/entry/mission/";
    private static final Set<String> NAMES_AND_PAPERS = Set.of("operator", "protectedParty", "documents");
    private static final String DEPARTURE = "departure";
    private static final String LEGS = "legs";
    private static final Set<String> TIMES_OF_A_LEG = Set.of("departs", "exits", "enters", "arrives");

    private final Consumer<String> contradiction;

    AmendmentAudit(Consumer<String> contradiction) {
        this.contradiction = contradiction;
    }

    void of(List<PackageCheck.Entry> entries) {
        Map<String, Object> before = Map.of();
        for (PackageCheck.Entry entry : entries) {
            Map<String, Object> mission = mission(entry);
            if (entry.kind().equals("MissionAmended")) {
                String called = String.valueOf(entry.opened().get("/entry/amendment"));
                Set<String> changed = changed(before, mission);
                switch (called) {
                    case "ADMINISTRATIVE" -> changed.removeAll(NAMES_AND_PAPERS);
                    case "WITHIN_TOLERANCE" -> {
                        changed.removeAll(NAMES_AND_PAPERS);
                        changed.remove(DEPARTURE);
                        if (Objects.equals(timeless(before.get(LEGS)), timeless(mission.get(LEGS)))) {
                            changed.remove(LEGS);
                        }
                    }
                    default -> changed.clear();
                }
                if (!changed.isEmpty()) {
                    contradiction.accept("entry " + entry.envelope().number() + " calls itself " + called
                            + " and changes `" + String.join("`, `", changed) + "`");
                }
            }
            before = mission.isEmpty() ? before : mission;
        }
    }

    private static Map<String, Object> mission(PackageCheck.Entry entry) {
        Map<String, Object> mission = new TreeMap<>();
        entry.opened().forEach((pointer, value) -> {
            if (pointer.startsWith(MISSION) && value != null) {
                mission.put(pointer.substring(MISSION.length()), value);
            }
        });
        return mission;
    }

    private static Set<String> changed(Map<String, Object> before, Map<String, Object> after) {
        Set<String> changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(field -> Objects.equals(before.get(field), after.get(field)));
        return changed;
    }

    private static List<Object> timeless(@Nullable Object legs) {
        return legs instanceof List<?> list ? list.stream().map(AmendmentAudit::timelessLeg).toList() : List.of();
    }

    private static Object timelessLeg(Object leg) {
        if (!(leg instanceof Map<?, ?> fields)) {
            return leg;
        }
        Map<Object, Object> rest = new HashMap<>(fields);
        rest.keySet().removeAll(TIMES_OF_A_LEG);
        return rest;
    }
}
