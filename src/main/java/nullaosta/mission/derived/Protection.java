package nullaosta.mission.derived;

import java.util.List;
import nullaosta.airspace.Volume;
import nullaosta.mission.Mission;
import nullaosta.mission.ProtectedParty;
import nullaosta.quantity.Distance;
import nullaosta.quantity.Judgement;

/**
 * Whether a flight has people on the ground to protect, there and then. What is derived names parties by number: the
 * assessment is read by more people than may know who and where they are.
 */
public final class Protection {

    private static final String FACT = "file.personnelOnGround";

    private Protection() {
    }

    /**
     * @param parties those entered in the case; where there is none, nothing can be derived
     * @param reach from how far a flight can protect people on the ground
     */
    public static Derived of(Mission mission, List<ProtectedParty> parties, Distance reach) {
        if (parties.isEmpty()) {
            return Derived.absent(FACT, "neither a statement nor a protected party is entered");
        }
        List<Judgement> there = parties.stream().map(party -> judge(party, mission, reach)).toList();
        int held = there.indexOf(Judgement.INSIDE);
        if (held >= 0) {
            return Derived.known(FACT, true, "protected party " + parties.get(held).number()
                    + " is there for the whole window");
        }
        int open = there.indexOf(Judgement.UNDETERMINED);
        return open >= 0
                ? Derived.absent(FACT, "whether protected party " + parties.get(open).number()
                        + " is within reach cannot be told: " + (mission.volumes().isEmpty()
                                ? "no volumes were filed"
                                : "the place is known too roughly"))
                : Derived.known(FACT, false, "no protected party entered is there for the whole window");
    }

    /** For whoever may look again and again without an entry, and would find out by trying. */
    public static Derived unsaid() {
        return Derived.absent(FACT, "whether there is anybody to protect is found when it is filed");
    }

    /** There: in the mission's area and within reach of one of its volumes. Then: for all its window. */
    private static Judgement judge(ProtectedParty party, Mission mission, Distance reach) {
        if (!party.area().equals(mission.area()) || !party.there().holds(mission.window())) {
            return Judgement.OUTSIDE;
        }
        if (mission.volumes().isEmpty()) {
            return Judgement.UNDETERMINED;
        }
        return Judgement.any(mission.volumes().stream().map(volume -> within(party, volume, reach)).toList());
    }

    private static Judgement within(ProtectedParty party, Volume volume, Distance reach) {
        double beyond = volume.area().metresOutside(party.place().centre()) - reach.metres();
        double radius = party.place().radius().metres();
        if (beyond + radius <= 0) {
            return Judgement.INSIDE;
        }
        return beyond - radius > 0 ? Judgement.OUTSIDE : Judgement.UNDETERMINED;
    }
}
