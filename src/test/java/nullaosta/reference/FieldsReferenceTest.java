package nullaosta.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nullaosta.exercise.SceneReader;
import nullaosta.flight.PositionLine;
import nullaosta.mission.Fault;
import nullaosta.mission.MissionReader;
import nullaosta.mission.Missions;
import nullaosta.party.HostFile;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;
import nullaosta.seal.TestWitness;
import nullaosta.web.SiteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields of what is filed, reported and configured: those the readers know are those the reference lists. */
class FieldsReferenceTest {

    private static final String POINT = "{\"latitude\": 36, \"longitude\": 15}";
    private static final String HEIGHTS = "\"altitude\": {\"floorMetres\": 0, \"ceilingMetres\": 9000, \"datum\": \"MSL\"}";

    /** With every object that a mission may hold. */
    private static final String MISSION = """
            {"operatorState": "US", "operator": "Example squadron",
             "aircraft": {"type": "MQ-9", "tail": "09-4066", "callSign": "REACH21"},
             "formation": [{"tail": "09-4067"}], "spares": [{"tail": "09-4068"}],
             "base": "SIGONELLA", "area": "LIBYA", "purpose": "SURVEILLANCE", "declarations": {"armed": "no"},
             "departure": "2016-03-01T18:00:00Z",
             "window": {"from": "2016-03-01T17:30:00Z", "until": "2016-03-02T04:00:00Z"},
             "legs": [{"from": "SIGONELLA", "to": "SIGONELLA"}], "answers": {"exercise": false},
             "volumes": [
               {"corridor": {"centreline": [POINT, {"latitude": 33, "longitude": 15}], "halfWidthMetres": 20000}, HEIGHTS,
                "window": {"from": "2016-03-01T17:30:00Z", "until": "2016-03-02T04:00:00Z"}},
               {"circle": {"centre": POINT, "radiusMetres": 1000}, HEIGHTS},
               {"polygon": {"corners": [POINT, {"latitude": 33, "longitude": 15}, {"latitude": 33, "longitude": 16}]},
                HEIGHTS}],
             "documents": [{"kind": "OTHER", "title": "note", "dated": "2016-02-28"}],
             "harmEstimate": {"author": "a", "method": "b", "expected": "c"}, "dataMode": "EXERCISE"}"""
            .replace("POINT", POINT).replace("HEIGHTS", HEIGHTS);

    /** With every object that the circumstances of a scene may hold. */
    private static final String CIRCUMSTANCES = """
            {"title": "t", "told": "t", "filedBy": "us.embassy", "receivedAt": "2016-03-01T08:40:00Z", "evidence": "e",
             "statements": [{"fact": "file.personnelOnGround", "value": "true", "source": "s", "dated": "2016-02-29",
                             "grade": "B2", "basis": "ASSURED"}],
             "apron": {"tail": "t"}, "sortie": {"metresPerSecond": 85, "cruiseMetres": 6000, "minutes": 60},
             "showing": {"departsInMinutes": 5, "until": "FILED"}}""";

    @TempDir
    private Path folder;

    private record Fields(Set<String> known, Set<String> required) {}

    @Test
    void theMissionsFields() {
        Fields read = provoked(MISSION, FieldsReferenceTest::faults);
        assertThat(documented("reference/mission.md", "field | required | value | meaning")).isEqualTo(read);
        assertThat(described()).isEqualTo(read);
    }

    @Test
    void theCircumstancesFields() {
        assertThat(documented("tour.md", "field | required | meaning"))
                .isEqualTo(provoked(CIRCUMSTANCES, this::faultsOfScene));
    }

    @Test
    void thePositionsFields() {
        Map<String, Object> whole = new LinkedHashMap<>(Map.of("flight", "REACH21", "at", "2016-03-01T18:20:00Z",
                "latitude", 36, "longitude", 15, "accuracyMetres", 30, "altitudeMetres", 6000, "datum", "MSL",
                "altitudeAccuracyMetres", 45));
        String told = words(with(whole, "qqqq", 1));
        Set<String> known = new TreeSet<>(List.of(told.substring(told.indexOf("expected ") + 9).split(", ")));
        Set<String> required = known.stream().filter(field -> !words(without(whole, field)).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented("reference/positions.md", "field | required | value | without it"))
                .isEqualTo(new Fields(known, required));
    }

    @Test
    void theHostsFields() throws Exception {
        Map<String, Object> host = copied(json(Files.readString(Path.of("hosts/it/host.json"))));
        Files.write(folder.resolve("host.json"), CanonicalJson.bytes(with(host, "qqqq", 1)));
        String told = "";
        try {
            HostFile.host(folder);
        } catch (HostFile.Faulty e) {
            told = String.valueOf(e.getMessage());
        }
        Set<String> documented = Markdown.table("operating.md", "field of `host.json` | meaning").stream()
                .flatMap(row -> Stream.of(row.getFirst().split(", "))).collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented)
                .isEqualTo(new TreeSet<>(List.of(told.substring(told.indexOf("one of ") + 7).split(", "))));
    }

    @Test
    void theSitesFields() throws Exception {
        Files.setPosixFilePermissions(Files.writeString(folder.resolve("secret"), "secret"),
                PosixFilePermissions.fromString("rw-------"));
        assertThat(documented("operating.md", "field of the site | required | meaning"))
                .isEqualTo(
                        provoked(
                                """
                                        {"address": "127.0.0.1", "port": 8080, "publicUrl": "https://nullaosta.example.it",
                                         "data": "REAL", "signIn": {"issuer": "https://login.example.it", "clientId": "nullaosta",
                                           "clientSecretFile": "secret", "audience": "nullaosta-programs"},
                                         "monitoring": {"address": "127.0.0.1", "port": 9090},
                                         "post": {"mail": {"host": "mail.example.it", "port": 465, "security": "TLS",
                                             "from": "a@example.it", "user": "u", "passwordFile": "secret",
                                             "addresses": [{"person": "desk.rossi", "address": "rossi@example.it"}]},
                                           "hooks": [{"name": "h", "person": "us.embassy", "url": "https://a.example.us",
                                             "secretFile": "secret"}]},
                                         "register": {"secondPlace": "last.checkpoint", "add": false, "quorum": 1, "witnesses": [{"name": "parliament",
                                           "key": "KEY", "url": "https://witness.example.it"}]}}"""
                                        .replace("KEY",
                                                TestWitness.generate("example/witness", new SecureRandom()).verifier()
                                                        .vkey()),
                                this::faultsOfSite));
    }

    private List<Fault> faultsOfSite(Map<?, ?> json) {
        return SiteFile.faults(json, folder);
    }

    private static Fields provoked(String example, java.util.function.Function<Map<?, ?>, List<Fault>> reader) {
        Map<?, ?> json = json(example);
        assertThat(reader.apply(json)).as("the example is whole").isEmpty();
        Provoked provoked = new Provoked(json, reader);
        return new Fields(provoked.known(), provoked.required());
    }

    private static Fields documented(String file, String headings) {
        List<List<String>> rows = Markdown.table(file, headings);
        return new Fields(new TreeSet<>(rows.stream().map(List::getFirst).toList()), new TreeSet<>(
                rows.stream().filter(row -> row.get(1).equals("yes")).map(List::getFirst).toList()));
    }

    private static List<Fault> faults(Map<?, ?> json) {
        return switch (Missions.READER.read(json)) {
            case MissionReader.Result.Read read -> List.of();
            case MissionReader.Result.Faulty(List<Fault> faults) -> faults;
        };
    }

    /** The reader of scenes tells its faults as lines of a message. */
    private List<Fault> faultsOfScene(Map<?, ?> json) {
        try {
            Path scene = Files.createDirectories(folder.resolve("scenes/01"));
            Files.writeString(scene.resolve("mission.json"), MISSION);
            Files.write(scene.resolve("circumstances.json"), CanonicalJson.bytes(copied(json)));
            new SceneReader(Missions.READER).all(folder.resolve("scenes"));
            return List.of();
        } catch (SceneReader.Faulty e) {
            return String.valueOf(e.getMessage()).lines().skip(1).map(String::strip).map(line -> {
                int found = line.indexOf(": found ");
                int expected = line.lastIndexOf(", expected ");
                return new Fault(line.substring(0, found), line.substring(found + 8, expected),
                        line.substring(expected + 11));
            }).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields of the JSON Schema that programs are given. */
    private static Fields described() {
        try (InputStream in = Objects.requireNonNull(
                MissionReader.class.getResourceAsStream("/nullaosta/web/mission.schema.json"))) {
            Fields fields = new Fields(new TreeSet<>(), new TreeSet<>());
            describe(json(new String(in.readAllBytes(), StandardCharsets.UTF_8)), "", fields);
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(Map<?, ?> schema, String place, Fields fields) {
        Map<?, ?> shape = switch (String.valueOf(schema.get("$ref"))) {
            case "#/components/schemas/Window" -> object("from", "until");
            case "#/components/schemas/Position" -> object("latitude", "longitude");
            default -> schema;
        };
        if (shape.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((field, value) -> {
                fields.known().add(place + field);
                Map<?, ?> part = (Map<?, ?>) value;
                if (part.get("items") instanceof Map<?, ?> items) {
                    describe(items, place + field + "[]/", fields);
                } else {
                    describe(part, place + field + "/", fields);
                }
            });
            if (shape.get("required") instanceof List<?> required) {
                required.forEach(field -> fields.required().add(place + field));
            }
        }
    }

    private static Map<?, ?> object(String... fields) {
        return Map.of("required", List.of(fields), "properties",
                Stream.of(fields).collect(Collectors.toMap(field -> field, field -> Map.of())));
    }

    /** What is wrong with a line; nothing where it is read. */
    private static String words(Map<String, Object> line) {
        return switch (PositionLine.read(new String(CanonicalJson.bytes(line), StandardCharsets.UTF_8))) {
            case PositionLine.Result.Read read -> "";
            case PositionLine.Result.Faulty(String words) -> words;
        };
    }

    private static Map<String, Object> with(Map<String, Object> json, String field, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(json);
        copy.put(field, value);
        return copy;
    }

    private static Map<String, Object> without(Map<String, Object> json, String field) {
        Map<String, Object> copy = new LinkedHashMap<>(json);
        copy.remove(field);
        return copy;
    }

    private static Map<String, Object> copied(Map<?, ?> json) {
        Map<String, Object> copy = new LinkedHashMap<>();
        json.forEach((field, value) -> copy.put(String.valueOf(field), value));
        return copy;
    }

    private static Map<?, ?> json(String text) {
        try {
            return (Map<?, ?>) Objects.requireNonNull(CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonFault e) {
            throw new IllegalStateException(e);
        }
    }
}
