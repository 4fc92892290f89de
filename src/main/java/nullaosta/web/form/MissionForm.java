package nullaosta.web.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.mission.DataMode;
import nullaosta.mission.Declared;
import nullaosta.mission.Document;
import nullaosta.mission.Leg;
import nullaosta.mission.Mission;
import nullaosta.mission.MissionWriter;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;

/**
 * A mission as the console's form holds it: one text a field. It becomes the JSON form of a mission, and that alone is
 * read.
 *
 * @param amends number of the case that is amended; empty for a new one
 */
public record MissionForm(String amends, Map<String, String> fields) {

    /** Field and question of each declaration. */
    public static final List<List<String>> DECLARATIONS = List.of(List.of("crewed", "Crew on board?"),
            List.of("armed", "Armed?"), List.of("strike", "Release of weapons planned?"),
            List.of("sensors", "Sensors?"), List.of("dangerousGoods", "Dangerous goods?"));

    public MissionForm {
        fields = Map.copyOf(fields);
    }

    public static MissionForm empty() {
        return new MissionForm("", Map.of());
    }

    public static MissionForm of(Mission mission, String amends) {
        Map<String, String> fields = new HashMap<>();
        fields.put("operatorState", mission.operatorState().code());
        fields.put("operator", mission.operator());
        fields.put("type", mission.aircraft().type());
        fields.put("tail", mission.aircraft().tail());
        fields.put("callSign", mission.aircraft().callSign());
        mission.aircraft().address().ifPresent(address -> fields.put("address", address));
        fields.put("crewed", word(mission.aircraft().crewed()));
        fields.put("armed", word(mission.armed()));
        fields.put("strike", word(mission.strike()));
        fields.put("sensors", word(mission.sensors()));
        fields.put("dangerousGoods", word(mission.dangerousGoods()));
        fields.put("purpose", mission.purpose());
        fields.put("area", mission.area());
        fields.put("base", mission.base());
        mission.protectedParty().ifPresent(party -> fields.put("protectedParty", party));
        fields.put("departure", mission.departure().toString());
        fields.put("from", mission.window().from().toString());
        fields.put("until", mission.window().until().toString());
        mission.legs().stream().map(Leg::exit).flatMap(Optional::stream).findFirst()
                .ifPresent(point -> fields.put("exit", point));
        mission.legs().stream().map(Leg::entry).flatMap(Optional::stream).findFirst()
                .ifPresent(point -> fields.put("entry", point));
        fields.put("volumes", JsonText.indented(mission.volumes().stream().map(MissionWriter::volume).toList()));
        mission.documents().stream().filter(d -> d.kind() == Document.Kind.EXPRESS_REQUEST).findFirst()
                .ifPresent(document -> {
                    fields.put("requestTitle", document.title());
                    fields.put("requestDated", document.dated().toString());
                    document.government().ifPresent(government -> fields.put("requestGovernment", government));
                });
        mission.harmEstimate().ifPresent(harm -> {
            fields.put("harmExpected", harm.expected());
            fields.put("harmAuthor", harm.author());
            fields.put("harmMethod", harm.method());
        });
        return new MissionForm(amends, fields);
    }

    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    public boolean is(String field, String value) {
        return get(field).equals(value);
    }

    /**
     * The mission's JSON form.
     *
     * @param before the mission that is amended: its legs, where it has several, and its other papers stay as they are,
     *               since the form shows neither
     * @throws JsonFault if the volumes, which are typed as JSON, are none
     */
    public Map<String, Object> toJson(DataMode mode, Optional<Mission> before) throws JsonFault {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "operatorState", "operatorState");
        put(json, "operator", "operator");
        json.put("aircraft", part("type", "tail", "callSign", "address", "crewed"));
        put(json, "base", "base");
        put(json, "area", "area");
        put(json, "purpose", "purpose");
        json.put("declarations", part("armed", "strike", "sensors", "dangerousGoods"));
        put(json, "protectedParty", "protectedParty");
        put(json, "departure", "departure");
        json.put("window", part("from", "until"));
        json.put("legs", legs(before));
        if (!get("volumes").isBlank()) {
            json.put("volumes",
                    CanonicalJson.read(get("volumes").getBytes(StandardCharsets.UTF_8)));
        }
        List<Object> documents = new ArrayList<>(request());
        before.ifPresent(mission -> mission.documents().stream()
                .filter(document -> document.kind() != Document.Kind.EXPRESS_REQUEST)
                .forEach(document -> documents.add(MissionWriter.document(document))));
        json.put("documents", documents);
        if (!get("harmExpected").isBlank() || !get("harmAuthor").isBlank()) {
            Map<String, Object> harm = new LinkedHashMap<>();
            put(harm, "expected", "harmExpected");
            put(harm, "author", "harmAuthor");
            put(harm, "method", "harmMethod");
            json.put("harmEstimate", harm);
        }
        json.put("dataMode", mode.name());
        return json;
    }

    private List<Map<String, Object>> legs(Optional<Mission> before) {
        if (before.isPresent() && before.get().legs().size() > 1) {
            return before.get().legs().stream().map(MissionWriter::leg).toList();
        }
        Map<String, Object> leg = part("exit", "entry");
        leg.put("from", get("base"));
        leg.put("to", get("base"));
        return List.of(leg);
    }

    private List<Map<String, Object>> request() {
        if (get("requestGovernment").isBlank() && get("requestTitle").isBlank() && get("requestDated").isBlank()) {
            return List.of();
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", Document.Kind.EXPRESS_REQUEST.name());
        put(document, "title", "requestTitle");
        put(document, "dated", "requestDated");
        put(document, "government", "requestGovernment");
        return List.of(document);
    }

    private Map<String, Object> part(String... names) {
        Map<String, Object> part = new LinkedHashMap<>();
        for (String name : names) {
            put(part, name, name);
        }
        return part;
    }

    private void put(Map<String, Object> json, String name, String field) {
        if (!get(field).isBlank()) {
            json.put(name, get(field).strip());
        }
    }

    private static String word(Declared declared) {
        return switch (declared) {
            case YES -> "yes";
            case NO -> "no";
            case UNDECLARED -> "";
        };
    }
}
