package nullaosta.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nullaosta.decision.Verdict;
import nullaosta.mission.MissionReader;
import nullaosta.oversight.Reader;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;
import nullaosta.web.form.Asked;
import nullaosta.web.form.Field;
import nullaosta.web.form.Leave;
import nullaosta.web.form.Moved;

/**
 * The interface described as OpenAPI 3.1, made from the same table of commands that reads them; a test compares its
 * addresses with those the server answers.
 */
final class OpenApi {

    private static final Map<String, Object> WINDOW = Map.of("type", "object", "additionalProperties", false,
            "required",
            List.of("from", "until"), "properties", Map.of("from", dateTime(), "until", dateTime()));
    private static final Map<String, Object> POSITION = Map.of("type", "object", "additionalProperties", false,
            "required", List.of("latitude", "longitude"), "properties",
            Map.of("latitude", number(-90, 90), "longitude", number(-180, 180)));

    private OpenApi() {
    }

    static Map<String, Object> description(MissionReader missions) {
        Map<String, Object> api = new LinkedHashMap<>();
        api.put("openapi", "3.1.0");
        api.put("info", Map.of("title", "Nullaosta", "version", "1", "description",
                "The commands of the console for programs. In a demonstration a program says who it is with"
                        + " `Authorization: Bearer demo:ID`, such as `demo:desk.rossi`. Errors are problems as RFC 9457"
                        + " has them; their `code` is stable."));
        api.put("servers", List.of(Map.of("url", "/api/v1")));
        api.put("security", List.of(Map.of("bearer", List.of())));
        api.put("paths", paths());
        api.put("components", Map.of("schemas", schemas(missions), "securitySchemes",
                Map.of("bearer", Map.of("type", "http", "scheme", "bearer"))));
        return api;
    }

    private static Map<String, Object> paths() {
        Map<String, Object> paths = new LinkedHashMap<>();
        paths.put("/missions", Map.of("post", operation("File a mission; the answer is its case.", "Filing", "201")));
        paths.put("/cases", Map.of("get", reading("The cases that concern you, soonest departure first.")));
        paths.put("/cases/{number}", Map.of("get", numbered(reading("One case."))));
        for (Asked asked : Asked.values()) {
            paths.put("/cases/{number}/" + asked.path(),
                    Map.of("post", numbered(operation(asked.does(), name(asked), "200"))));
        }
        paths.put("/cases/{number}/decision-text", Map.of("post", numbered(
                operation("The text that an officer would sign with a key of their own.", "DecisionText", "200"))));
        paths.put("/cases/{number}/disclosure", Map.of("get", with(
                reading("The case as a package that its reader verifies alone."), "parameters",
                List.of(parameter("number"), Map.of("name", "to", "in", "query", "required", true, "schema",
                        words(Arrays.stream(Reader.values()).map(Reader::word).toList()))))));
        paths.put("/audit/cases", Map.of("get", reading("Every case, with what its lists say of it.")));
        paths.put("/audit/devices", Map.of("get",
                reading("Every device that a base enrolled, with the documents whose digests the register holds.")));
        paths.put("/audit/devices/{device}", Map.of("get", with(
                reading("What a device signed, in its order; at most 1,000 behind the number `after`."), "parameters",
                List.of(parameter("device"), Map.of("name", "after", "in", "query", "required", false, "schema",
                        Map.of("type", "integer", "minimum", 0))))));
        paths.put("/appointments", Map.of("get", reading("Every act of the appointing authority, oldest first."),
                "post", operation("Enter an act of the appointing authority.", "Act", "201")));
        paths.put("/positions", Map.of("post", positions()));
        paths.put("/flights", Map.of("get", reading("Flights in the air, worst first.")));
        paths.put("/agreements", Map.of("get", reading("All agreements with their clauses.")));
        paths.put("/agreements/{id}", Map.of("get", with(reading("One agreement."), "parameters",
                List.of(parameter("id")))));
        paths.put("/proposals", Map.of("post", operation("Put a version's text on the table.", "Proposal", "201")));
        paths.put("/agreements/{id}/negotiation", Map.of("get", with(reading(
                "Every step of an agreement's negotiation, oldest first."), "parameters", List.of(parameter("id")))));
        for (Moved moved : Moved.values()) {
            paths.put("/agreements/{id}/" + moved.path(), Map.of("post", with(
                    operation(moved.does(), moved.motion().getSimpleName(), "200"), "parameters",
                    List.of(parameter("id")))));
        }
        paths.put("/oversight", Map.of("get", reading("How many were asked, cleared, refused.")));
        paths.put("/absences", Map.of("get", reading("Every absence of an officer, oldest first."), "post",
                operation("Enter that an officer is away, and who decides meanwhile.", "Absence", "201")));
        paths.put("/absences/{number}/end", Map.of("post", numbered(reading("End an absence before its time."))));
        paths.put("/movements", Map.of("post", movements()));
        paths.put("/gate/devices", Map.of("post",
                operation("A base's device asks to be enrolled.", "GateDevice", "201")));
        paths.put("/gate/checks", Map.of("post", operation(
                "What a base's device checked without a network; what is known already changes nothing.",
                "GateChecks", "200")));
        paths.put("/openapi.json", Map.of("get", reading("This description.")));
        return paths;
    }

    private static Map<String, Object> schemas(MissionReader missions) {
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put("Mission", mission(missions));
        schemas.put("Declared", Map.of("type", "string", "enum", List.of("yes", "no")));
        schemas.put("Window", WINDOW);
        schemas.put("Position", POSITION);
        schemas.put("Filing", Map.of("type", "object", "additionalProperties", false, "required", List.of("mission"),
                "properties", Map.of("mission", reference("Mission"), "original", text(), "receivedAt", dateTime(),
                        "evidence", text())));
        for (Asked asked : Asked.values()) {
            schemas.put(name(asked), body(asked.fields()));
        }
        schemas.put("DecisionText", Map.of("type", "object", "additionalProperties", false, "required",
                List.of("verdict", "reasons"), "properties", Map.of("verdict",
                        words(Arrays.stream(Verdict.values()).map(Enum::name).toList()), "reasons", text())));
        schemas.put("Act", Map.of("type", "object", "additionalProperties", false, "required", List.of("signature"),
                "properties", Map.of("appointment", Map.of("type", "object"), "ended", Map.of("type", "object"),
                        "signature", text())));
        schemas.put("Absence", Map.of("type", "object", "additionalProperties", false, "required",
                Leave.FIELDS.stream().map(Field::name).toList(), "properties",
                Leave.FIELDS.stream().collect(Collectors.toMap(Field::name,
                        field -> field.kind() == Field.Kind.INSTANT ? dateTime() : text()))));
        schemas.put("GateDevice", Map.of("type", "object", "additionalProperties", false, "required",
                List.of("key", "name"), "properties", Map.of("key", text(), "name", text())));
        schemas.put("GateChecks", Map.of("type", "object", "additionalProperties", false, "required",
                List.of("device", "records"), "properties",
                Map.of("device", text(), "records", Map.of("type", "array", "minItems", 1, "maxItems", 200, "items",
                        Map.of("type", "object", "required", List.of("record", "signature"), "properties",
                                Map.of("record", text(), "signature", text()))))));
        schemas.put("Proposal", Map.of("type", "object", "additionalProperties", false, "required", List.of("text"),
                "properties", Map.of("text", text(), "answers", text(), "note", text())));
        for (Moved moved : Moved.values()) {
            schemas.put(moved.motion().getSimpleName(), body(moved.fields()));
        }
        schemas.put("Problem",
                Map.of("type", "object", "required", List.of("type", "title", "status", "detail", "code"),
                        "properties",
                        Map.of("type", text(), "title", text(), "status", Map.of("type", "integer"), "detail",
                                text(), "code", text(), "found", text(), "expected", text(), "help", text(), "faults",
                                Map.of("type", "array", "items", Map.of("type", "object")))));
        return schemas;
    }

    private static Map<String, Object> mission(MissionReader missions) {
        try (InputStream in = Objects.requireNonNull(
                OpenApi.class.getResourceAsStream("/nullaosta/web/mission.schema.json"))) {
            Map<String, Object> schema = copied(Objects.requireNonNull(CanonicalJson.read(in.readAllBytes())));
            Map<String, Object> properties = copied(Objects.requireNonNull(schema.get("properties")));
            properties.put("base", words(missions.bases()));
            properties.put("area", words(missions.areas()));
            properties.put("purpose", words(missions.purposes()));
            schema.put("properties", properties);
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonFault e) {
            throw new IllegalStateException("the schema of a mission is no JSON", e);
        }
    }

    private static Map<String, Object> copied(Object json) {
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) json).forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }

    private static Map<String, Object> body(List<Field> fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Field field : fields) {
            properties.put(field.name(), field.words().isEmpty() ? schema(field.kind()) : words(field.words()));
            if (field.required()) {
                required.add(field.name());
            }
        }
        return Map.of("type", "object", "additionalProperties", false, "required", required, "properties", properties);
    }

    private static Map<String, Object> schema(Field.Kind kind) {
        return switch (kind) {
            case TEXT -> text();
            case TEXTS -> Map.of("type", "array", "items", text());
            case NUMBER -> Map.of("type", "integer", "minimum", 1);
            case COUNT -> Map.of("type", "integer", "minimum", 0);
            case DECIMAL -> Map.of("type", "number");
            case INSTANT -> dateTime();
            case DATE -> Map.of("type", "string", "format", "date");
            case MISSION -> reference("Mission");
        };
    }

    private static Map<String, Object> positions() {
        Map<String, Object> operation = new LinkedHashMap<>(reading(
                "Positions, one JSON object a line. Good lines count even where others are bad."));
        operation.put("requestBody", Map.of("required", true, "content",
                Map.of("application/x-ndjson", Map.of("schema", text()))));
        return operation;
    }

    private static Map<String, Object> movements() {
        Map<String, Object> operation = new LinkedHashMap<>(reading(
                "A list of movements, held against the take-offs and landings of cleared flights."));
        operation.put("requestBody",
                Map.of("required", true, "content", Map.of("text/csv", Map.of("schema", text()))));
        return operation;
    }

    private static Map<String, Object> operation(String does, String body, String done) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("summary", does);
        operation.put("requestBody",
                Map.of("required", true, "content", Map.of("application/json", Map.of("schema", reference(body)))));
        operation.put("responses", responses(done));
        return operation;
    }

    private static Map<String, Object> reading(String does) {
        return Map.of("summary", does, "responses", responses("200"));
    }

    private static Map<String, Object> responses(String done) {
        return Map.of(done, Map.of("description", "done"), "default", Map.of("description", "not done; nothing changed",
                "content", Map.of("application/problem+json", Map.of("schema", reference("Problem")))));
    }

    private static Map<String, Object> numbered(Map<String, Object> operation) {
        return with(operation, "parameters", List.of(parameter("number")));
    }

    private static Map<String, Object> with(Map<String, Object> operation, String member, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(operation);
        all.put(member, value);
        return all;
    }

    private static Map<String, Object> parameter(String name) {
        return Map.of("name", name, "in", "path", "required", true, "schema", text());
    }

    private static String name(Asked asked) {
        return asked.name().charAt(0) + asked.path().substring(1);
    }

    private static Map<String, Object> reference(String schema) {
        return Map.of("$ref", "#/components/schemas/" + schema);
    }

    private static Map<String, Object> words(List<String> words) {
        return Map.of("type", "string", "enum", words);
    }

    private static Map<String, Object> text() {
        return Map.of("type", "string");
    }

    private static Map<String, Object> dateTime() {
        return Map.of("type", "string", "format", "date-time");
    }

    private static Map<String, Object> number(int lowest, int highest) {
        return Map.of("type", "number", "minimum", lowest, "maximum", highest);
    }
}
