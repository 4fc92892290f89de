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
        Aircraft aircraft = mission.aircraft();
        Derived type = Named.of(aircraft.type())
                .map(name -> Derived.known("mission.aircraftType", name, "the type as filed"))
                .orElseGet(() -> Derived.absent("mission.aircraftType",
                        "the type `" + aircraft.type() + "` begins with no letter"));
        return List.of(type,
                Derived.known("mission.identityComplete", aircraft.address().isPresent(),
                        aircraft.address().isPresent()
                                ? "tail, call sign and 24-bit address were filed"
                                : "the 24-bit address was not filed"),
                equipment(mission.answers()));
    }

    private static Derived equipment(Map<String, Object> answers) {
        List<String> open = List.of("photographicSensors", "electronicWarfare").stream()
                .filter(name -> !(answers.get(name) instanceof Boolean)).toList();
        return Derived.known("mission.equipmentDeclared", open.isEmpty(), open.isEmpty()
                ? "both were answered"
                : "not answered: mission." + String.join(", mission.", open));
    }
}
