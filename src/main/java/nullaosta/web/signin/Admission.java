package nullaosta.web.signin;

import static nullaosta.party.Role.AUTHORITY;
import static nullaosta.party.Role.BASE;
import static nullaosta.party.Role.DESK;
import static nullaosta.party.Role.ENVOY;
import static nullaosta.party.Role.OVERSIGHT;
import static nullaosta.party.Role.REQUESTER;
import static nullaosta.party.Role.TREATY;
import static nullaosta.party.Role.WATCH;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nullaosta.party.Role;

/**
 * Which roles are let in where; what is listed nowhere is closed to all. Behind the door each command asks again, by
 * {@link nullaosta.dossier.Competence}, and each case whether it concerns the reader. {@code docs/reference/roles.md}
 * shows the same table.
 *
 * @param place an address, or with {@code /*} at its end all addresses below it
 */
public record Admission(String place, Set<Role> roles) {

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> OFFICES = EnumSet.complementOf(EnumSet.of(TREATY, ENVOY, Role.PUBLIC));

    /** The first that fits counts. */
    public static final List<Admission> TABLE = List.of(new Admission("/", ALL), new Admission("/sign-in", ALL),
            new Admission("/nullaosta.css", ALL), new Admission("/form.mjs", ALL), new Admission("/sign.mjs", ALL),
            new Admission("/mark.svg", ALL),
            new Admission("/gate", Set.of(BASE)), new Admission("/gate/standing", Set.of(BASE)),
            new Admission("/gate/*", ALL), new Admission("/gate-worker.mjs", ALL),
            new Admission("/vendor/*", ALL),
            new Admission("/map/*", ALL), new Admission("/error", ALL), new Admission("/register/*", ALL),
            new Admission("/trust.json", ALL), new Admission("/pack.json", ALL), new Admission("/agreements", ALL),
            new Admission("/agreements/*", ALL), new Admission("/proposals", Set.of(TREATY, ENVOY)),
            new Admission("/proposals/new", Set.of(TREATY, ENVOY)),
            new Admission("/proposals/*", Set.of(TREATY, ENVOY, AUTHORITY, OVERSIGHT)),
            new Admission("/drift/*", Set.of(DESK, AUTHORITY, OVERSIGHT, TREATY)),
            new Admission("/proofs/*", Set.of(REQUESTER, DESK, AUTHORITY, OVERSIGHT, TREATY, ENVOY)),
            new Admission("/oversight", ALL), new Admission("/oversight.csv", ALL),
            new Admission("/oversight.atom", ALL),
            new Admission("/answer/*", ALL), new Admission("/movements", Set.of(DESK, OVERSIGHT)),
            new Admission("/requests", Set.of(DESK, OVERSIGHT)), new Admission("/requests/*", Set.of(DESK, OVERSIGHT)),
            new Admission("/absences", Set.of(DESK, AUTHORITY)),
            new Admission("/absences/*", Set.of(DESK, AUTHORITY)),
            new Admission("/sign-ins", Set.of(OVERSIGHT)),
            new Admission("/sample", Set.of(OVERSIGHT)), new Admission("/sample.pdf", Set.of(OVERSIGHT)),
            new Admission("/keys", Set.of(AUTHORITY)),
            new Admission("/keys/*", Set.of(AUTHORITY)),
            new Admission("/cases", Set.of(REQUESTER, DESK, AUTHORITY, OVERSIGHT)),
            new Admission("/cases/*", Set.of(REQUESTER, DESK, AUTHORITY, OVERSIGHT, WATCH)),
            new Admission("/comparison", Set.of(REQUESTER, DESK, AUTHORITY, OVERSIGHT, WATCH)),
            new Admission("/missions", Set.of(REQUESTER, DESK)),
            new Admission("/missions/*", Set.of(REQUESTER, DESK)), new Admission("/base", Set.of(BASE)),
            new Admission("/base/*", Set.of(BASE)), new Admission("/watch", Set.of(WATCH, DESK, AUTHORITY)),
            new Admission("/watch/*", Set.of(WATCH, DESK, AUTHORITY)), new Admission("/clearances/*", OFFICES),
            new Admission("/api/v1/openapi.json", ALL), new Admission("/api/v1/agreements", ALL),
            new Admission("/api/v1/agreements/*", ALL), new Admission("/api/v1/proposals", Set.of(TREATY, ENVOY)),
            new Admission("/api/v1/oversight", ALL), new Admission("/api/v1/movements", Set.of(DESK, OVERSIGHT)),
            new Admission("/api/v1/absences", Set.of(DESK, AUTHORITY, OVERSIGHT)),
            new Admission("/api/v1/absences/*", Set.of(DESK, AUTHORITY)),
            new Admission("/api/v1/gate/*", Set.of(BASE)),
            new Admission("/api/v1/appointments", OFFICES),
            new Admission("/api/v1/audit/cases", Set.of(OVERSIGHT)),
            new Admission("/api/v1/audit/devices", Set.of(OVERSIGHT)),
            new Admission("/api/v1/audit/devices/*", Set.of(OVERSIGHT)),
            new Admission("/api/v1/missions", Set.of(REQUESTER, DESK)),
            new Admission("/api/v1/positions", Set.of(WATCH)), new Admission("/api/v1/flights", Set.of(WATCH, DESK,
                    AUTHORITY)),
            new Admission("/api/v1/cases", OFFICES), new Admission("/api/v1/cases/*", OFFICES),
            new Admission("/partners", OFFICES));

    public Admission {
        roles = Set.copyOf(roles);
    }

    public boolean covers(String address) {
        return place.endsWith("/*")
                ? address.startsWith(place.substring(0, place.length() - 1))
                : address.equals(place);
    }

    /** Who is let in at an address. */
    public static Set<Role> at(String address) {
        return TABLE.stream().filter(line -> line.covers(address)).findFirst().map(Admission::roles).orElse(Set.of());
    }
}
