package nullaosta.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nullaosta.clearance.token.Light;
import nullaosta.flight.Apron;
import nullaosta.flight.Remark;
import nullaosta.flight.TakeoffCheck;
import nullaosta.mission.Aircraft;
import nullaosta.mission.Mission;

/**
 * The aircraft that were checked last, as many as the clearance lets fly: what a release covers. Whoever wants another of
 * them to fly checks it again, so that no two of one place are ever covered together.
 *
 * @param checked their last checks that still stand, by tail, the earliest first
 */
record Lineup(Mission mission, Map<String, Movement.Check> checked) {

    Lineup {
        checked = new LinkedHashMap<>(checked);
    }

    /** @param life for how long a check stands */
    static Lineup of(Dossier dossier, Duration life, Instant at) {
        Mission mission = dossier.mission();
        Map<String, Movement.Check> last = new LinkedHashMap<>();
        for (Movement.Check check : dossier.movement().checks()) {
            Apron apron = check.check().apron();
            if (mission.aircraftAtOnce() == 1 || apron.tail().isPresent()) {
                String tail = tail(mission, apron);
                last.remove(tail);
                last.put(tail, check);
            }
        }
        List<String> tails = new ArrayList<>(last.keySet());
        Map<String, Movement.Check> standing = new LinkedHashMap<>();
        for (String tail : tails.subList(Math.max(0, tails.size() - mission.aircraftAtOnce()), tails.size())) {
            Movement.Check check = last.get(tail);
            if (check != null && !check.at().plus(life).isBefore(at)) {
                standing.put(tail, check);
            }
        }
        return new Lineup(mission, standing);
    }

    /** As the clearance spells it; what is not of the clearance as it was found. */
    private static String tail(Mission mission, Apron apron) {
        return apron.tail().filter(found -> mission.cleared(found).isEmpty())
                .orElseGet(() -> TakeoffCheck.meant(mission, apron).tail());
    }

    /** The worst of their lights; red while one is missing. The commander's own stop is left out: lifting it is theirs to say. */
    Light light() {
        return missing().isEmpty()
                ? checked.values().stream().map(Lineup::light).reduce(Light.GREEN, Light::worse)
                : Light.RED;
    }

    private static Light light(Movement.Check check) {
        return check.check().remarks().stream().map(Remark::reason)
                .filter(reason -> reason != Remark.Reason.STOPPED).map(Remark.Reason::light)
                .reduce(Light.GREEN, Light::worse);
    }

    private List<String> good() {
        return checked.entrySet().stream().filter(one -> light(one.getValue()) != Light.RED).map(Map.Entry::getKey)
                .toList();
    }

    /** Who of those named has no light yet, nor a spare in their place; of several that lack one, all are told. */
    List<String> missing() {
        List<String> good = good();
        return good.size() >= mission.aircraftAtOnce()
                ? List.of()
                : mission.named().stream().map(Aircraft::tail).filter(tail -> !good.contains(tail)).toList();
    }

    /** What the release covers, the leader first where it is among them. */
    List<String> tails() {
        List<String> good = good();
        return mission.cleared().stream().map(Aircraft::tail).filter(good::contains).toList();
    }
}
