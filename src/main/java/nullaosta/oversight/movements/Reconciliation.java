package nullaosta.oversight.movements;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nullaosta.party.Base;

/**
 * A list of movements held against the movements of cleared flights.
 *
 * @param withoutClearance listed, and in no case of a cleared flight
 * @param notListed        entered in a case, within the list's period and at an aerodrome that the list speaks of, and not
 *                         in the list
 */
public record Reconciliation(List<Match> matched, List<ListedMovement> withoutClearance,
        List<EnteredMovement> notListed) {

    /** How far apart two clocks may tell one movement. */
    public static final Duration WITHIN = Duration.ofMinutes(30);

    public Reconciliation {
        matched = List.copyOf(matched);
        withoutClearance = List.copyOf(withoutClearance);
        notListed = List.copyOf(notListed);
    }

    /** One movement in both. */
    public record Match(ListedMovement listed, EnteredMovement entered) {

        Duration apart() {
            return Duration.between(listed.at(), entered.at()).abs();
        }
    }

    /**
     * The nearest in time find each other first; none is found twice.
     *
     * @param entered of cleared flights, around the list's period
     * @param bases   of the host, which a list may call by code, name or ICAO location indicator
     */
    public static Reconciliation of(MovementList list, List<EnteredMovement> entered, Map<String, Base> bases) {
        List<Match> possible = new ArrayList<>();
        for (ListedMovement listed : list.movements()) {
            entered.stream().map(it -> new Match(listed, it)).filter(it -> same(it, bases)).forEach(possible::add);
        }
        possible.sort(Comparator.comparing(Match::apart).thenComparing(it -> it.listed().line())
                .thenComparing(it -> it.entered().number()));
        Set<ListedMovement> found = new HashSet<>();
        Set<EnteredMovement> foundEntered = new HashSet<>();
        List<Match> matched = new ArrayList<>();
        for (Match match : possible) {
            if (!found.contains(match.listed()) && !foundEntered.contains(match.entered())) {
                found.add(match.listed());
                foundEntered.add(match.entered());
                matched.add(match);
            }
        }
        matched.sort(Comparator.comparing(it -> it.listed().line()));
        Set<String> spokenOf = list.movements().stream().map(it -> place(it.aerodrome(), bases))
                .collect(Collectors.toSet());
        return new Reconciliation(matched, list.movements().stream().filter(it -> !found.contains(it)).toList(),
                entered.stream().filter(it -> !foundEntered.contains(it))
                        .filter(it -> !it.at().isBefore(list.from()) && !it.at().isAfter(list.until()))
                        .filter(it -> spokenOf.contains(place(it.aerodrome(), bases))).toList());
    }

    private static boolean same(Match match, Map<String, Base> bases) {
        ListedMovement listed = match.listed();
        EnteredMovement entered = match.entered();
        boolean named = !plain(listed.callSign()).isEmpty()
                && plain(listed.callSign()).equals(plain(entered.callSign()))
                || listed.registration().map(Reconciliation::plain).filter(plain(entered.tail())::equals).isPresent();
        return named && listed.kind() == entered.kind()
                && place(listed.aerodrome(), bases).equals(place(entered.aerodrome(), bases))
                && match.apart().compareTo(WITHIN) <= 0;
    }

    /** {@code n-351 dy} and {@code N351DY} are one. */
    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static String place(String aerodrome, Map<String, Base> bases) {
        String named = aerodrome.strip().toUpperCase(Locale.ROOT);
        return bases.values().stream().filter(base -> List.of(base.code().toUpperCase(Locale.ROOT), base.icao(),
                base.name().toUpperCase(Locale.ROOT)).contains(named)).map(Base::icao).findFirst().orElse(named);
    }
}
