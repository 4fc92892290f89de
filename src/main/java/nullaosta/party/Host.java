package nullaosta.party;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nullaosta.quantity.Distance;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.zone.Zone;

/**
 * The state whose consent is asked, and how it works.
 *
 * @param zone its official time, for days, months and deadlines
 * @param bases its bases by code, such as {@code SIGONELLA}
 * @param recognitions which governments it recognised, and when
 * @param signatures how many officers must sign an approval, by authority; an authority not named needs one
 * @param ordinaryAuthority who decides what the terms refer to nobody
 * @param checkLife how long a green light at take-off stands before the check must be made again
 * @param packLife age past which what a base synchronised is no longer fresh
 * @param office when requests are worked on, for terms in working days
 * @param aerodromePrefixes with which ICAO location indicators of its territory begin, such as {@code LI}
 * @param protectionReach from how far a flight can protect people on the ground: beyond it from all its volumes, it is not
 *     there for them
 * @param zones of its airspace; empty where it has no file of them
 * @param belligerents which states it holds to be at war, and when
 * @param profile what it asks of whoever fills in its form
 * @param retentionYears how long a case is kept at least before it may be erased; empty where cases are kept for good
 * @param numbering how its cases are numbered, and how a flight plan names a clearance
 * @param appointing who says which key is an officer's; empty where officers sign on the server's record alone
 * @param oralDecisionLife for how long a decision by word of mouth stands unless its officer confirms it; empty where
 *     none is taken
 * @param silenceRules by office: the rule of its own by which its silence is no objection
 * @param disclosureDays within how many days the public is answered that asks to see an entry of the register
 * @param publicDelay how far the public reads behind in the register; zero where it reads all at once
 */
public record Host(StateCode state, String name, ZoneId zone, Map<String, Base> bases, List<Recognition> recognitions,
        Map<String, Integer> signatures, String ordinaryAuthority, Duration checkLife, Duration packLife,
        OfficeHours office, Set<String> aerodromePrefixes, List<Belligerence> belligerents,
        Distance protectionReach, Optional<List<Zone>> zones, Profile profile, Optional<Integer> retentionYears,
        Optional<Appointing> appointing, Numbering numbering, Duration publicDelay,
        Optional<Duration> oralDecisionLife, Map<String, SilenceRule> silenceRules,
        int disclosureDays) {

    /**
     * The authority that appoints officers.
     *
     * @param required whether a decision counts only under the officer's own key
     */
    public record Appointing(IssuerPublicKey key, boolean required) {}

    public Host {
        bases = Map.copyOf(bases);
        recognitions = List.copyOf(recognitions);
        signatures = Map.copyOf(signatures);
        silenceRules = Map.copyOf(silenceRules);
        aerodromePrefixes = Set.copyOf(aerodromePrefixes);
        belligerents = List.copyOf(belligerents);
        zones = zones.map(List::copyOf);
        signatures.forEach((authority, count) -> {
            if (count < 1 || count > 5) {
                throw new IllegalArgumentException(
                        "`" + count + "` signatures for `" + authority + "`; expected 1 to 5");
            }
        });
    }

    /** What is odd about a point at which the airspace is left or entered; empty where it is published, or none is. */
    public Optional<String> unpublished(String point, boolean left) {
        List<String> known = profile.points().stream().filter(it -> left ? it.exit() : it.entry())
                .map(Profile.Point::name).toList();
        return known.isEmpty() || known.stream().anyMatch(point::equalsIgnoreCase)
                ? Optional.empty()
                : Optional.of("`" + point + "` is none of the points at which " + name + " has its airspace "
                        + (left ? "left" : "entered") + ": " + String.join(", ", known));
    }

    /** What is odd about a place where a leg begins or ends; empty for a base of the host and for an ICAO indicator. */
    public Optional<String> unknownPlace(String place) {
        return bases.containsKey(place) || place.matches("[A-Z]{4}")
                ? Optional.empty()
                : Optional.of("`" + place + "` is neither a base of " + name + " ("
                        + String.join(", ", bases.keySet().stream().sorted().toList())
                        + ") nor an ICAO location indicator of four capital letters");
    }

    /** Whether a decision counts only under the officer's own key. */
    public boolean officersHaveKeys() {
        return appointing.filter(Appointing::required).isPresent();
    }

    public int signaturesFor(String authority) {
        return signatures.getOrDefault(authority, 1);
    }

    /** A place on a route by the host's own name for it: the code of a base that is given by its ICAO indicator. */
    public String place(String place) {
        return bases.values().stream().filter(base -> base.icao().equals(place)).map(Base::code).findFirst()
                .orElse(place);
    }

    /** Whether a place on a route is on its soil: one of its bases by code or indicator, or an indicator of its own. */
    public boolean holdsAerodrome(String place) {
        return bases.values().stream().anyMatch(base -> base.code().equals(place) || base.icao().equals(place))
                || place.matches("[A-Z]{4}") && aerodromePrefixes.stream().anyMatch(place::startsWith);
    }
}
