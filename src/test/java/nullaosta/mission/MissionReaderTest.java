package nullaosta.mission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nullaosta.airspace.Area;
import nullaosta.airspace.Circle;
import nullaosta.airspace.Corridor;
import nullaosta.airspace.Polygon;
import nullaosta.airspace.Position;
import nullaosta.airspace.Volume;
import nullaosta.party.StateCode;
import nullaosta.quantity.AltitudeBand;
import nullaosta.quantity.Datum;
import nullaosta.quantity.Distance;
import nullaosta.quantity.TimeWindow;
import nullaosta.seal.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a mission that was filed, all of it at once and word for word; and that what is right survives. */
class MissionReaderTest {

    private static String faults(Map<?, ?> json) {
        return switch (Missions.READER.read(json)) {
            case MissionReader.Result.Read(Mission mission) -> "";
            case MissionReader.Result.Faulty(List<Fault> faults) ->
                faults.stream().map(Fault::inWords).collect(Collectors.joining("\n"));
        };
    }

    /** The mission with the value at a path put in place of its own; {@code gone} takes the field away. */
    private static Map<String, Object> with(String path, String value) throws Exception {
        String text = new String(CanonicalJson.bytes(Missions.json()), StandardCharsets.UTF_8);
        Map<String, Object> json = mutable(CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8)));
        List<String> steps = new ArrayList<>(List.of(path.substring(1).split("/")));
        String field = steps.removeLast();
        Map<String, Object> at = json;
        for (int i = 0; i < steps.size(); i++) {
            Object next = at.get(steps.get(i));
            if (next instanceof List<?> list) {
                i++;
                Map<String, Object> element = mutable(list.get(Integer.parseInt(steps.get(i))));
                at.put(steps.get(i - 1), List.of(element));
                at = element;
            } else {
                Map<String, Object> inner = mutable(next);
                at.put(steps.get(i), inner);
                at = inner;
            }
        }
        if (value.equals("gone")) {
            at.remove(field);
        } else {
            at.put(field, Objects.requireNonNull(
                    CanonicalJson.read(value.getBytes(StandardCharsets.UTF_8))));
        }
        return json;
    }

    private static Map<String, Object> mutable(@Nullable Object json) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> map) {
            map.forEach((key, value) -> copy.put(String.valueOf(key), Objects.requireNonNull(value)));
        }
        return copy;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            /operatorState | gone | /operatorState: found nothing, expected a text
            /operatorState | "UK" | /operatorState: found `UK`, expected an ISO 3166 code of two capital letters such as `US`, or `XN` for NATO
            /operator | " " | /operator: found ` `, expected a text of 1 to 2000 characters
            /aircraft | "MQ-9" | /aircraft: found `MQ-9`, expected an object
            /aircraft/tail | gone | /aircraft/tail: found nothing, expected a text
            /aircraft/address | "AE1234" | /aircraft/address: found `AE1234`, expected a 24-bit address of six hexadecimal digits in lower case
            /aircraft/callSign | "drago 11" | /aircraft/callSign: found `drago 11`, expected a call sign of 2 to 7 capital letters and digits, as in item 7 of the flight plan
            /aircraft/crewed | true | /aircraft/crewed: found `true`, expected `yes`, `no`, or the field left out while undeclared
            /aircraft/weight | 4760 | /aircraft/weight: found an unknown field, expected one of address, callSign, crewed, tail, type
            /base | "SIGONELA" | /base: found `SIGONELA`, expected one of SIGONELLA, PANTELLERIA, TRAPANI, AMENDOLA, AVIANO, GHEDI, DECIMOMANNU; did you mean `SIGONELLA`?
            /area | "LIBIA" | /area: found `LIBIA`, expected one of LIBYA, NORTH_AFRICA_OTHER, MEDITERRANEAN, ELSEWHERE; did you mean `LIBYA`?
            /purpose | "OFENSIVE" | /purpose: found `OFENSIVE`, expected one of LOGISTICS, SURVEILLANCE, PROTECT_PERSONNEL_ON_GROUND, OFFENSIVE; did you mean `OFFENSIVE`?
            /declarations/armed | "perhaps" | /declarations/armed: found `perhaps`, expected `yes`, `no`, or the field left out while undeclared
            /declarations/armd | "yes" | /declarations/armd: found an unknown field, expected one of armed, dangerousGoods, sensors, strike; did you mean `armed`?
            /departure | "2016-03-01 18:00" | /departure: found `2016-03-01 18:00`, expected an instant with zone such as `2016-03-01T18:00:00Z`
            /departure | "2016-03-02T04:00:00Z" | /departure: found `2016-03-02T04:00:00Z`, expected an instant within the window from 2016-03-01T17:30:00Z until 2016-03-02T04:00:00Z
            /window/until | "2016-03-01T17:30:00Z" | /window/until: found `2016-03-01T17:30:00Z`, expected an instant after 2016-03-01T17:30:00Z
            /legs | {} | /legs: found `{}`, expected a list
            /legs/0/to | gone | /legs/0/to: found nothing, expected a text
            /legs/0/via | "X" | /legs/0/via: found an unknown field, expected one of arrives, departs, enters, entry, exit, exits, from, overflies, to
            /legs/0/departs | "at six" | /legs/0/departs: found `at six`, expected an instant with zone such as `2016-03-01T18:00:00Z`
            /legs/0/overflies | ["MT", "Malta"] | /legs/0/overflies: found `Malta`, expected ISO 3166 codes of two capital letters such as `FR`
            /legs | [{"from": "A", "to": "B", "departs": "2016-03-01T18:00:00Z", "exits": "2016-03-01T17:59:59Z"}] | /legs/0: found times out of order, expected departs first and arrives last
            /answers | [] | /answers: found `[]`, expected an object of answers by name
            /answers | {"mission.exercise": false} | /answers/mission.exercise: found `mission.exercise`, expected the name of a fact without `mission.`, such as `exercise`
            /answers | {"personnel": 1.5} | /answers/personnel: found `1.5`, expected true, false, a whole number, a text or a list of texts
            /answers | {"alternates": [1]} | /answers/alternates: found `[1]`, expected true, false, a whole number, a text or a list of texts
            /volumes/0/altitude/datum | gone | /volumes/0/altitude/datum: found nothing, expected one of WGS84, MSL, STANDARD_PRESSURE, AGL
            /volumes/0/altitude/datum | "AMSL" | /volumes/0/altitude/datum: found `AMSL`, expected one of WGS84, MSL, STANDARD_PRESSURE, AGL; did you mean `MSL`?
            /volumes/0/altitude/floorMetres | 9000 | /volumes/0/altitude/ceilingMetres: found `8000.0`, expected at least the floor of 9000.0
            /volumes/0/altitude/floorMetres | "FL100" | /volumes/0/altitude/floorMetres: found `FL100`, expected a number from -1000 to 100000
            /volumes/0/altitude | gone | /volumes/0/altitude: found nothing, expected an object
            /volumes/0/corridor/halfWidthMetres | 0 | '/volumes/0/corridor/halfWidthMetres: found `0`, expected a number from 1 to 200000'
            /volumes/0/circle | {"centre": {"latitude": 37, "longitude": 15}, "radiusMetres": 5} | /volumes/0: found 2 valid areas, expected exactly one corridor, circle or polygon
            /documents/0/kind | "NOTE" | /documents/0/kind: found `NOTE`, expected one of EXPRESS_REQUEST, ASSURANCE, NOTE_VERBALE, OTHER
            /documents/0/dated | "28.2.2016" | /documents/0/dated: found `28.2.2016`, expected a date such as `2016-02-20`
            /documents/0/sha256 | "ab" | /documents/0/sha256: found `ab`, expected a SHA-256 of 64 hexadecimal digits
            /harmEstimate/author | gone | /harmEstimate/author: found nothing, expected a text
            /dataMode | "TEST" | /dataMode: found `TEST`, expected one of REAL, EXERCISE
            /dataMode | gone | /dataMode: found nothing, expected one of REAL, EXERCISE
            /flights | 1 | /flights: found `1`, expected a number from 2 to 500
            /flights | 2.5 | /flights: found `2.5`, expected a whole number
            /flights | "3" | /flights: found `3`, expected a number from 2 to 500
            /block | "42" | /block: found `42`, expected the number of a block's case such as `IT-2016-0042`
            /spares | [{"tail": "af 094066"}] | /spares/0/tail: found `af 094066` again, expected each aircraft of the mission once
            /spares | [{"tail": "A"}, {"tail": "A-"}] | /spares/1/tail: found `A-` again, expected each aircraft of the mission once
            /formation | [{"tail": "B", "address": "ae1234"}] | /formation/0/address: found `ae1234` again, expected a 24-bit address that no other aircraft of the mission has
            /formation | [{"address": "ae1234"}] | /formation/0/tail: found nothing, expected a text
            /formation | [{"tail": "B", "crewed": "no"}] | /formation/0/crewed: found an unknown field, expected one of address, callSign, tail, type
            /formation | [{"tail": "B", "callSign": "drago 12"}] | /formation/0/callSign: found `drago 12`, expected a call sign of 2 to 7 capital letters and digits, as in item 7 of the flight plan
            /spares | [{"tail": "one that is much too long"}] | /spares/0/tail: found `one that is much too long`, expected a tail of 1 to 20 characters
            /spares | [{"tail":"1"},{"tail":"2"},{"tail":"3"},{"tail":"4"},{"tail":"5"},{"tail":"6"},{"tail":"7"},{"tail":"8"},{"tail":"9"}] | /spares: found 9 aircraft, expected at most 8; file the rest as another mission
            /formation | [{"tail":"1"},{"tail":"2"},{"tail":"3"},{"tail":"4"},{"tail":"5"},{"tail":"6"},{"tail":"7"},{"tail":"8"},{"tail":"9"},{"tail":"10"},{"tail":"11"},{"tail":"12"}] | /formation: found 12 aircraft, expected at most 11 beside the leader; file the rest as another mission
            /targets | [] | /targets: found an unknown field, expected one of aircraft, answers, area, base, block, dataMode, declarations, departure, documents, flights, formation, harmEstimate, legs, operator, operatorState, protectedParty, purpose, spares, volumes, window
            """)
    void oneThingWrong(String path, String value, String words) throws Exception {
        String found = faults(with(path, value));
        assertThat(found.lines().filter(line -> !line.contains("0 valid areas")).toList()).containsExactly(words);
    }

    @Test
    void aPolygonThatCrossesItselfIsPlaced() throws Exception {
        assertThat(faults(with("/volumes", """
                [{"altitude": {"ceilingMetres": 2, "datum": "MSL", "floorMetres": 1}, "polygon": {"corners": [
                {"latitude": 36, "longitude": 14}, {"latitude": 37, "longitude": 15},
                {"latitude": 36, "longitude": 15}, {"latitude": 37, "longitude": 14}]}}]"""))).isEqualTo(
                """
                        /volumes/0/polygon/corners: found polygon crosses or touches itself near `36.5000, 14.5000`, \
                        expected edges that meet only at corners
                        /volumes/0: found 0 valid areas, expected exactly one corridor, circle or polygon""");
    }

    @Test
    void aDocumentNamedTwiceIsSaidOnce() throws Exception {
        assertThat(faults(with("/documents", """
                [{"dated": "2016-02-28", "kind": "NOTE_VERBALE", "title": "note 112/2016"},
                 {"dated": "2016-02-28", "kind": "NOTE_VERBALE", "title": "note 113/2016"},
                 {"dated": "2016-02-28", "kind": "NOTE_VERBALE", "title": "note 112/2016"}]""")))
                .isEqualTo("/documents/2: found `note 112/2016` again, expected each document once");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThat(faults(Map.of("operatorState", "Italy", "window",
                Map.of("from", "2016-03-02T00:00:00Z", "until", "2016-03-01T00:00:00Z"), "legs", List.of("SIGONELLA"),
                "dataMode", "REAL", "purpos", "x")).lines().map(line -> line.substring(0, line.indexOf(':'))))
                .containsExactlyInAnyOrder("/operatorState", "/operator", "/aircraft", "/base", "/area", "/purpose",
                        "/departure", "/window/until", "/legs/0", "/purpos");
        assertThat(faults(Map.of())).as("nothing at all").hasLineCount(9);
    }

    @Test
    void whatWasLeftOutIsUndeclaredAndNotNo() throws Exception {
        Mission mission = Missions.read(with("/declarations", "gone"));
        assertThat(List.of(mission.armed(), mission.strike(), mission.sensors(), mission.dangerousGoods()))
                .containsOnly(Declared.UNDECLARED);
        assertThat(Declared.UNDECLARED.asFact()).isEmpty();
    }

    @Test
    void aVolumeWithoutAWindowHasTheMissions() {
        assertThat(Missions.armed().volumes().getFirst().window()).isEqualTo(Missions.armed().window());
    }

    @Test
    void theRouteInOneLine() {
        assertThat(Missions.armed().route()).isEqualTo("SIGONELLA → DODUS → SIGONELLA");
        assertThat(Missions.with(Missions.armed(), Map.of("legs", List.of())).route()).isEqualTo("SIGONELLA");
    }

    // Round trip

    /** Property: whatever mission is written reads back equal, also by way of its stored bytes. */
    @Test
    void whatIsWrittenReadsBackEqual() throws Exception {
        Random random = new Random(1954);
        for (int i = 0; i < 500; i++) {
            Mission mission = mission(random);
            assertThat(Missions.read(MissionWriter.write(mission))).isEqualTo(mission);
            byte[] stored = CanonicalJson.bytes(MissionWriter.write(mission));
            assertThat(Missions.read((Map<?, ?>) Objects.requireNonNull(CanonicalJson.read(stored))))
                    .isEqualTo(mission);
        }
    }

    private static Series series(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Series.SINGLE;
            case 1 -> new Series.Block(2 + random.nextInt(499));
            default -> new Series.Announced("IT-2016-" + random.nextInt(1_000, 10_000));
        };
    }

    private static Mission mission(Random random) {
        Instant from = Instant.ofEpochSecond(1_450_000_000L + random.nextInt(30_000_000),
                random.nextInt(1_000_000_000));
        TimeWindow window = new TimeWindow(from, from.plusSeconds(1 + random.nextInt(100_000)));
        Instant departure = from.plusSeconds(random.nextInt((int) window.length().toSeconds()));
        Aircraft first = new Aircraft(text(random), text(random),
                maybe(random, () -> "%06x".formatted(random.nextInt(1 << 24))), "X" + random.nextInt(100_000),
                declared(random));
        return new Mission(new StateCode(pick(random, "US", "GB", "FR", "XN")), text(random), first,
                others(random, first, "S"), others(random, first, "F"),
                pick(random, "SIGONELLA", "PANTELLERIA"), pick(random, "LIBYA", "ELSEWHERE"),
                pick(random, "LOGISTICS", "OFFENSIVE"), declared(random), declared(random), declared(random),
                declared(random), maybe(random, () -> text(random)), departure, window,
                some(random, () -> new Leg(text(random), text(random), maybe(random, () -> text(random)),
                        maybe(random, () -> text(random)), times(random, from),
                        maybe(random, () -> List.of(new StateCode(pick(random, "FR", "DE")))))),
                some(random, () -> new Volume(area(random), band(random), window)), documents(random),
                maybe(random, () -> new HarmEstimate(text(random), text(random), text(random))),
                answers(random), series(random), random.nextBoolean() ? DataMode.REAL : DataMode.EXERCISE);
    }

    private static List<Aircraft> others(Random random, Aircraft first, String tail) {
        List<Aircraft> others = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            others.add(new Aircraft(random.nextBoolean() ? first.type() : "P-3", tail + i,
                    others.isEmpty() ? Optional.of(tail.equals("S") ? "ae0001" : "ae0002") : Optional.empty(),
                    random.nextBoolean() ? first.callSign() : "Y" + random.nextInt(1_000), first.crewed()));
        }
        return others;
    }

    private static Leg.Times times(Random random, Instant from) {
        return new Leg.Times(maybe(random, () -> from), maybe(random, () -> from.plusSeconds(60)),
                maybe(random, () -> from.plusSeconds(90)), maybe(random, () -> from.plusSeconds(120)));
    }

    private static Map<String, Object> answers(Random random) {
        return random.nextBoolean()
                ? Map.of()
                : Map.of("exercise", random.nextBoolean(), "beneficiary", "NOBODY", "crew", (long) random.nextInt(),
                        "alternates", List.of("LICZ", "LICG"));
    }

    private static Area area(Random random) {
        Position centre = position(random);
        return switch (random.nextInt(3)) {
            case 0 -> new Circle(centre, new Distance(1 + random.nextInt(1_000_000)));
            case 1 -> new Corridor(List.of(centre, position(random)), new Distance(1 + random.nextDouble() * 199_999));
            default -> new Polygon(List.of(centre, centre.towards(20, new Distance(9_000)),
                    centre.towards(130, new Distance(7_000 + random.nextInt(9_000)))));
        };
    }

    private static Position position(Random random) {
        return new Position(random.nextDouble() * 120 - 60, random.nextDouble() * 340 - 170);
    }

    private static AltitudeBand band(Random random) {
        double floor = random.nextDouble() * 10_000 - 500;
        return new AltitudeBand(floor, floor + random.nextInt(5_000), pick(random, Datum.values()));
    }

    private static List<Document> documents(Random random) {
        List<Document> documents = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            documents.add(new Document(pick(random, Document.Kind.values()), "paper " + i + text(random),
                    LocalDate.ofEpochDay(16_000 + random.nextInt(1_000)), maybe(random, () -> "GNA"),
                    maybe(random, () -> "%064x".formatted(random.nextInt(1 << 30)))));
        }
        return documents;
    }

    private static Declared declared(Random random) {
        return pick(random, Declared.values());
    }

    private static String text(Random random) {
        return pick(random, "Sigonella", "città", "a \"quoted\" \\ word", "€ 𝄞 línea", "1", "true", "a/b~c");
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> Optional<T> maybe(Random random, Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private static <T> List<T> some(Random random, Supplier<T> value) {
        List<T> values = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            values.add(value.get());
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({"A1, A1", "f6, F6"})
    void aGradeHasTwoParts(String text, String expected) {
        assertThat(Grade.parse(text)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"G1", "A0", "A7", "1A", "A", "B22"})
    void whatIsNoGradeIsRefused(String text) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Grade.parse(text))
                .hasMessage("grade `" + text + "`; expected A1 to F6");
    }
}
