package nullaosta.mission.derived;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nullaosta.agreement.AgreedPlace;
import nullaosta.airspace.Volume;
import nullaosta.mission.Mission;
import nullaosta.quantity.Datum;
import nullaosta.quantity.Judgement;

/** How far a mission reaches: in time, on the ground and in height. */
public final class Extent {

    private static final String NO_VOLUMES = "no volumes were filed";

    private Extent() {
    }

    /**
     * @param zone of the terms
     * @param places of the terms
     */
    public static List<Derived> of(Mission mission, ZoneId zone, Collection<AgreedPlace> places) {
        LocalDate day = mission.departure().atZone(zone).toLocalDate();
        return List.of(Derived.known("mission.departureDay", day, "the departure's day in " + zone),
                Derived.known("mission.windowLength", mission.window().length(), "the window as filed"),
                touched(mission.volumes(), places), inside(mission.volumes(), places), datum(mission.volumes()),
                floor(mission.volumes()), ceiling(mission.volumes()));
    }

    private static Derived touched(List<Volume> volumes, Collection<AgreedPlace> places) {
        if (volumes.isEmpty()) {
            return Derived.absent("mission.places", NO_VOLUMES);
        }
        TreeSet<String> names = places.stream()
                .filter(place -> volumes.stream().anyMatch(volume -> place.area().mayTouch(volume.area())))
                .map(AgreedPlace::name).collect(Collectors.toCollection(TreeSet::new));
        return Derived.known("mission.places", List.copyOf(names), "the volumes against the agreement's places");
    }

    private static Derived inside(List<Volume> volumes, Collection<AgreedPlace> places) {
        String fact = "mission.insidePlaces";
        if (volumes.isEmpty()) {
            return Derived.absent(fact, NO_VOLUMES);
        }
        for (int i = 0; i < volumes.size(); i++) {
            Volume volume = volumes.get(i);
            Judgement held = Judgement.any(places.stream().map(place -> place.holds(volume)).toList());
            if (held == Judgement.OUTSIDE) {
                return Derived.known(fact, false, "volume " + (i + 1) + " lies in none of the agreement's places");
            }
            if (held == Judgement.UNDETERMINED) {
                return Derived.absent(fact, "whether volume " + (i + 1)
                        + " lies in one of the agreement's places cannot be told: its border or datum leaves it open");
            }
        }
        return Derived.known(fact, true, "each volume lies in one of the agreement's places");
    }

    private static Set<Datum> datums(List<Volume> volumes) {
        return volumes.stream().map(volume -> volume.band().datum()).collect(Collectors.toSet());
    }

    private static String noDatum(List<Volume> volumes) {
        return volumes.isEmpty() ? NO_VOLUMES : "the volumes' heights are measured from different datums";
    }

    private static Derived datum(List<Volume> volumes) {
        Set<Datum> datums = datums(volumes);
        return datums.size() == 1
                ? Derived.known("mission.altitudeDatum", datums.iterator().next().name(), "the volumes as filed")
                : Derived.absent("mission.altitudeDatum", noDatum(volumes));
    }

    private static Derived floor(List<Volume> volumes) {
        return datums(volumes).size() == 1
                ? Derived.known("mission.floorMetres", (long) Math.floor(volumes.stream()
                        .mapToDouble(volume -> volume.band().floorMetres()).min().orElseThrow()), "the lowest volume")
                : Derived.absent("mission.floorMetres", noDatum(volumes));
    }

    private static Derived ceiling(List<Volume> volumes) {
        return datums(volumes).size() == 1
                ? Derived.known("mission.ceilingMetres", (long) Math.ceil(volumes.stream()
                        .mapToDouble(volume -> volume.band().ceilingMetres()).max().orElseThrow()),
                        "the highest volume")
                : Derived.absent("mission.ceilingMetres", noDatum(volumes));
    }
}
