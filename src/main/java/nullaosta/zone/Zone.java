package nullaosta.zone;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nullaosta.airspace.Volume;

/**
 * A geographical zone as ED-318 publishes it.
 *
 * @param id identifier within its country, at most seven characters there: {@code LSZB003}
 * @param layers its parts; at least one
 * @param active when it holds; empty where it always does
 * @param notice how long before the flight its authority must be asked for an authorisation; empty where it asks for none
 *     or does not say
 */
public record Zone(String id, String name, Kind kind, List<Layer> layers, List<Activity> active,
        Optional<Duration> notice) {

    /** What a zone asks of a flight: {@code zoneType} of ED-318. */
    public enum Kind {
        USPACE,
        PROHIBITED,
        REQ_AUTHORIZATION,
        CONDITIONAL,
        NO_RESTRICTION
    }

    public Zone {
        layers = List.copyOf(layers);
        active = List.copyOf(active);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("zone `" + id + "` has no geometry; expected at least one part");
        }
    }

    /** Whether a flight may be in it while it holds; false only where it certainly is not. */
    public boolean mayTouch(Volume volume) {
        return (active.isEmpty() || active.stream().anyMatch(time -> time.mayHold(volume.window())))
                && layers.stream().anyMatch(layer -> layer.mayTouch(volume));
    }

    /** Its name in conditions: capital letters, digits and {@code _}, as {@code GE70_57} for {@code GE70-57}. */
    public String word() {
        String word = id.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
        return word.matches("[A-Z].*") ? word : "Z" + word;
    }
}
