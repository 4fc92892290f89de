package nullaosta.mission.flightplan;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A flight plan by the numbers of its items.
 *
 * @param callSign     item 7
 * @param rules        item 8: {@code I}, {@code V}, {@code Y} or {@code Z}
 * @param kind         item 8: type of flight such as {@code M}, military
 * @param aircraft     item 9: how many
 * @param type         item 9: designator; {@code ZZZZ} where item 18 names it
 * @param radio        item 10, before the stroke
 * @param surveillance item 10, behind it
 * @param from         item 13
 * @param offBlock     item 13, UTC
 * @param speed        item 15, as sent
 * @param level        item 15, as sent
 * @param route        item 15, its words
 * @param to           item 16
 * @param elapsed      item 16: total estimated time
 * @param alternates   item 16
 * @param other        item 18 by indicator: {@code DOF} → {@code 160301}
 * @param rest         what stands behind item 18
 */
public record FlightPlan(String callSign, String rules, Optional<String> kind, int aircraft, String type,
        String radio, String surveillance, String from, LocalTime offBlock, String speed, String level,
        List<String> route, String to, Duration elapsed, List<String> alternates, Map<String, String> other,
        String rest) {

    public FlightPlan {
        route = List.copyOf(route);
        alternates = List.copyOf(alternates);
        other = Collections.unmodifiableMap(new LinkedHashMap<>(other));
    }

    /** What item 18 says under an indicator. */
    public Optional<String> said(String indicator) {
        return Optional.ofNullable(other.get(indicator)).filter(text -> !text.isEmpty());
    }

    /** Whether its transponder reports pressure altitude; empty where item 10 cannot be told. */
    public Optional<Boolean> reportsAltitude() {
        String modes = surveillance.replaceAll("[BUVD][0-9]", "").replaceAll("G1", "");
        return modes.isEmpty() ? Optional.empty() : Optional.of(modes.matches(".*[CEHLPS].*"));
    }

    /** Whether it has a radio for speech on HF, VHF or UHF; {@code S} stands for the standard equipment. */
    public boolean speaks() {
        return radio.replaceAll("[EJMP][0-9]", "").matches(".*[SVUHY].*");
    }
}
