package nullaosta.mission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.vocabulary.EnumDeclaration;
import nullaosta.agreement.vocabulary.VocabularyReader;

/** Missions as they would be filed, and variants of them. */
public final class Missions {

    public static final MissionReader READER = new MissionReader(words("Purpose"), words("Area"), words("Base"));

    private Missions() {
    }

    /** An armed, uncrewed flight from Sigonella to protect personnel on the ground in Libya. */
    public static Mission armed() {
        return read(json());
    }

    /** An unarmed flight of surveillance from Sigonella. */
    public static Mission surveillance() {
        return with(armed(), Map.of("purpose", "SURVEILLANCE", "declarations",
                Map.of("armed", "no", "strike", "no", "sensors", "yes", "dangerousGoods", "no")));
    }

    /** An unarmed flight of surveillance from Pantelleria along the coast of Libya. */
    public static Mission pantelleria(String tail) {
        return with(surveillance(), Map.of("base", "PANTELLERIA", "aircraft",
                Map.of("type", "RC12", "tail", tail, "callSign", tail, "crewed", "yes")));
    }

    /** The same mission with some fields of its JSON form put in place of its own. */
    public static Mission with(Mission mission, Map<String, ?> fields) {
        Map<String, Object> json = new LinkedHashMap<>(MissionWriter.write(mission));
        json.putAll(fields);
        return read(json);
    }

    public static Mission without(Mission mission, String field) {
        Map<String, Object> json = new LinkedHashMap<>(MissionWriter.write(mission));
        json.remove(field);
        return read(json);
    }

    static Mission read(Map<?, ?> json) {
        return switch (READER.read(json)) {
            case MissionReader.Result.Read(Mission mission) -> mission;
            case MissionReader.Result.Faulty(List<Fault> faults) -> throw new AssertionError(faults);
        };
    }

    /** The JSON form of {@link #armed}. */
    static Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operatorState", "US");
        json.put("operator", "Example squadron");
        json.put("aircraft", Map.of("type", "MQ-9", "tail", "AF 09-4066", "address", "ae1234", "callSign", "DRAGO11",
                "crewed", "no"));
        json.put("base", "SIGONELLA");
        json.put("area", "LIBYA");
        json.put("purpose", "PROTECT_PERSONNEL_ON_GROUND");
        json.put("declarations", Map.of("armed", "yes", "strike", "no", "sensors", "yes", "dangerousGoods", "no"));
        json.put("protectedParty", "a party named in annex A");
        json.put("departure", "2016-03-01T18:00:00Z");
        json.put("window", Map.of("from", "2016-03-01T17:30:00Z", "until", "2016-03-02T04:00:00Z"));
        json.put("legs", List.of(Map.of("from", "SIGONELLA", "to", "SIGONELLA", "exit", "DODUS", "entry", "DODUS")));
        json.put("volumes", List.of(volume()));
        json.put("documents", List.of(Map.of("kind", "NOTE_VERBALE", "title", "note 112/2016", "dated", "2016-02-28")));
        json.put("harmEstimate", Map.of("author", "Maj. J. Doe", "method", "collateral damage estimate", "expected",
                "none expected"));
        json.put("dataMode", "REAL");
        return json;
    }

    /** A corridor from Sigonella to the coast of Libya, 20 km to either side, 3,000 to 8,000 m above the sea. */
    static Map<String, Object> volume() {
        return Map.of("corridor",
                Map.of("centreline", List.of(Map.of("latitude", 37.4, "longitude", 15),
                        Map.of("latitude", 32.4, "longitude", 15)), "halfWidthMetres", 20_000),
                "altitude", Map.of("floorMetres", 3_000, "ceilingMetres", 8_000, "datum", "MSL"));
    }

    private static List<String> words(String name) {
        return Optional.ofNullable(VocabularyReader.shared("flight/1").enums().get(name))
                .map(EnumDeclaration::constants).orElseThrow();
    }
}
