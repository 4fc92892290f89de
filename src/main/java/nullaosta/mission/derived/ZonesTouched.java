package nullaosta.mission.derived;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.mission.Mission;
import nullaosta.zone.Zone;

/** Which zones a mission may touch while they hold, and how long before their authorities must be asked. */
public final class ZonesTouched {

    private static final String FACT = "host.zones";

    private ZonesTouched() {
    }

    /** @param zones those of the host; empty where it has no file of them, and then nothing is known */
    public static Derived of(Mission mission, Optional<List<Zone>> zones) {
        if (zones.isEmpty()) {
            return Derived.absent(FACT, "the host has no file of zones");
        }
        if (mission.volumes().isEmpty()) {
            return Derived.absent(FACT, "no volumes were filed");
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Zone zone : zones.get()) {
            if (asks(zone) && mission.volumes().stream().anyMatch(zone::mayTouch)) {
                Optional<Duration> notice = zone.notice();
                if (notice.isEmpty()) {
                    return Derived.absent(FACT, "zone " + zone.id() + " (" + zone.name() + ") "
                            + (zone.kind() == Zone.Kind.PROHIBITED
                                    ? "prohibits flights and names nobody who could be asked"
                                    : "does not say how long before its authority must be asked"));
                }
                rows.add(Map.of("zone", zone.word(), "notice", notice.get().toString()));
            }
        }
        return Derived.known(FACT, rows, "the volumes against the host's " + zones.get().size() + " zones");
    }

    /** Whether somebody must be asked. */
    private static boolean asks(Zone zone) {
        return switch (zone.kind()) {
            case REQ_AUTHORIZATION, PROHIBITED -> true;
            case USPACE, CONDITIONAL, NO_RESTRICTION -> zone.notice().isPresent();
        };
    }
}
