package nullaosta.mission.derived;

import java.util.List;
import java.util.Map;
import nullaosta.mission.Aircraft;
import nullaosta.mission.Mission;

/** What follows from the aircraft as filed, and from what was declared of its equipment. */
public final class Airframe {

    private Airframe() {
    }

    public static List<Derived> of(Mission mission) {
        return List.of(type(mission), identity(mission), equipment(mission.answers()));
    }

    /** Terms speak of one type; where a mission has several, that of the first would stand for what it is not. */
    private static Derived type(Mission mission) {
        List<String> types = mission.cleared().stream().map(Aircraft::type).distinct().toList();
        if (types.size() > 1) {
            return Derived.absent("mission.aircraftType", "the aircraft are of several types: "
                    + String.join(", ", types) + "; ask for those of another type by themselves");
        }
        return Named.of(types.getFirst())
                .map(name -> Derived.known("mission.aircraftType", name, "the type as filed"))
                .orElseGet(() -> Derived.absent("mission.aircraftType",
                        "the type `" + types.getFirst() + "` begins with no letter"));
    }

    private static Derived identity(Mission mission) {
        List<String> open = mission.cleared().stream().filter(one -> one.address().isEmpty()).map(Aircraft::tail)
                .toList();
        String without = mission.cleared().size() == 1 ? "" : " of " + String.join(", ", open);
        return Derived.known("mission.identityComplete", open.isEmpty(), open.isEmpty()
                ? "tail, call sign and 24-bit address were filed"
                : "the 24-bit address" + without + " was not filed");
    }

    private static Derived equipment(Map<String, Object> answers) {
        List<String> open = List.of("photographicSensors", "electronicWarfare").stream()
                .filter(name -> !(answers.get(name) instanceof Boolean)).toList();
        return Derived.known("mission.equipmentDeclared", open.isEmpty(), open.isEmpty()
                ? "both were answered"
                : "not answered: mission." + String.join(", mission.", open));
    }
}
