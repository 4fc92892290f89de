package nullaosta.mission.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nullaosta.mission.DataMode;
import nullaosta.mission.Fault;
import nullaosta.mission.MissionReader;
import nullaosta.mission.Missions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with what is typed is told at its question, in its words, and once. */
class FilledTest {

    private static List<Filled.Told> told(Map<String, String> fields, String agreements) throws Exception {
        Typed typed = new Typed(fields);
        Form form = Forms.form(agreements);
        Filled filled = form.read(typed, DataMode.EXERCISE);
        List<Fault> more = Missions.READER.read(filled.mission()) instanceof MissionReader.Result.Faulty(var faults)
                ? faults.stream().map(it -> new Fault("/mission" + it.where(), it.found(), it.expected())).toList()
                : List.of();
        return filled.told(form, typed, more);
    }

    private static Map<String, String> armed() {
        return new LinkedHashMap<>(TypedWriter.write(Missions.with(Missions.armed(), Map.of("protectedParty", "a team",
                "legs", List.of(Map.of("from", "SIGONELLA", "to", "SIGONELLA")), "volumes", List.of(
                        Map.of("circle",
                                Map.of("centre", Map.of("latitude", 36, "longitude", 15), "radiusMetres", 9_000),
                                "altitude", Map.of("floorMetres", 0, "ceilingMetres", 9_000, "datum", "MSL"))))),
                Forms.italy()).fields());
    }

    @Test
    void nothingIsWrongWithAWholeMission() throws Exception {
        assertThat(told(armed(), "agreements")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            operatorState        | us           | State of the operator: found `us`, expected an ISO 3166 code of two capital letters such as `US`, or `XN` for NATO
            aircraft/callSign    | reach 21     | Call sign: found `reach 21`, expected a call sign of 2 to 7 capital letters and digits, as in item 7 of the flight plan
            aircraft/crewed      | ""           | Is there a crew on board?: found nothing, expected an answer: Italy asks for it of every flight
            protectedParty       | ""           | Whom it protects: found nothing, expected an answer: Italy asks for it where “Purpose” is protect personnel on ground
            departure            | noon         | Departure: found `noon`, expected a day and a time in UTC
            window/until         | 2016-03-01T10:00 | Window until: found `2016-03-01 10:00Z`, expected a day and a time in UTC after 2016-03-01 17:30Z
            flights              | many         | Flights in a block: found `many`, expected a number from 2 to 500
            block                | yesterday    | Flight of the block: found `yesterday`, expected the number of a block's case such as `IT-2016-0042`
            legs/0/to            | ""           | Leg 1, To: found nothing, expected a text
            legs/0/overflies     | FR XX1       | Leg 1, Other states under it: found `XX1`, expected ISO 3166 codes of two capital letters such as `FR`
            volumes/0/points     | nowhere      | Volume 1, Points: found `nowhere` in line 1, expected a point's or base's name such as DODUS, or a position such as `37.40 N 015.00 E`
            volumes/0/points     | ""           | Volume 1, Points: found nothing, expected an object
            volumes/0/reach      | far          | Volume 1, Half-width or radius: found `far`, expected a number such as 20 or 7.5
            volumes/0/reach      | 0            | Volume 1, Half-width or radius: found `0` kilometres, expected more than 0 and at most 1000
            volumes/0/ceiling    | -1           | Volume 1, Ceiling: found `-1` metres, expected at least the floor of 0
            volumes/0/heightUnit | FL           | Volume 1, measured from: found `MSL` for flight levels, expected STANDARD_PRESSURE, from which they are measured
            volumes/0/shape      | polygon      | Volume 1, Points: found polygon with `1` corners, expected at least 3
            volumes/0/shape      | blob         | Volume 1, Shape: found an unknown field, expected one of corridor along the points, circle about the point, polygon of the points
            documents/1/title    | a note       | Paper 2, Kind: found nothing, expected one of express request, assurance, note verbale, other
            """)
    void oneThingWrong(String field, String value, String words) throws Exception {
        Map<String, String> fields = armed();
        fields.put(field, value);
        assertThat(told(fields, "agreements")).extracting(Filled.Told::inWords).contains(words);
    }

    /** Nobody is told of a number that they did not type. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ft | 30000 | 25000  | NM | 10  | Volume 1, Ceiling: found `25000` feet, expected at least the floor of 30000
            FL | 300   | 250    | NM | 10  | Volume 1, Ceiling: found `250` as a flight level, expected at least the floor of 300
            ft | 0     | 400000 | NM | 10  | Volume 1, Ceiling: found `400000` feet, expected a number from -3280 to 328083
            ft | 0     | 5000   | NM | -1  | Volume 1, Half-width or radius: found `-1` nautical miles, expected more than 0 and at most 107
            ft | 0     | 5000   | km | 201 | Volume 1, Half-width or radius: found `201` kilometres, expected more than 0 and at most 200
            """)
    void whatIsOutOfBoundsIsToldInItsUnit(String heights, String floor, String ceiling, String unit, String reach,
            String words) throws Exception {
        Map<String, String> fields = armed();
        fields.putAll(Map.of("volumes/0/shape", "corridor", "volumes/0/heightUnit", heights, "volumes/0/floor", floor,
                "volumes/0/ceiling", ceiling, "volumes/0/reachUnit", unit, "volumes/0/reach", reach,
                "volumes/0/datum", "STANDARD_PRESSURE"));
        assertThat(told(fields, "agreements")).extracting(Filled.Told::inWords).containsExactly(words);
    }

    @Test
    void aCallSignAndAnAddressAreFolded() throws Exception {
        Map<String, String> fields = armed();
        fields.putAll(Map.of("aircraft/callSign", "rrr7210", "aircraft/address", "43C6AB"));
        assertThat(told(fields, "agreements")).isEmpty();
        assertThat(Forms.form("agreements").read(new Typed(fields), DataMode.EXERCISE).mission().get("aircraft"))
                .asString().contains("callSign=RRR7210", "address=43c6ab");
    }

    /** The second leg is empty: the third is the mission's second, and is told as what was typed third. */
    @Test
    void aFaultIsToldInTheRowInWhichItWasTyped() throws Exception {
        Map<String, String> fields = armed();
        fields.put("legs/1/from", " ");
        fields.put("legs/2/from", "SIGONELLA");
        assertThat(told(fields, "agreements")).singleElement().satisfies(told -> {
            assertThat(told.field()).isEqualTo("legs/2/to");
            assertThat(told.inWords()).isEqualTo("Leg 3, To: found nothing, expected a text");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            transponder       | perhaps  | Does it fly with a transponder that reports its altitude?: found `perhaps`, expected yes or no
            twoWayRadio       | VHF      | Is there two-way radio with air traffic control?: found `VHF`, expected yes or no
            """)
    void anAnswerThatDoesNotFitItsFact(String name, String value, String words) throws Exception {
        Map<String, String> fields = armed();
        fields.put("answers/" + name, value);
        assertThat(told(fields, "scenarios/assembled/agreements")).extracting(Filled.Told::inWords).contains(words);
    }

    @Test
    void allIsToldAtOnceInTheOrderOfTheForm() throws Exception {
        assertThat(told(Map.of(), "agreements")).extracting(Filled.Told::field).startsWith("operatorState", "operator",
                "aircraft/type", "aircraft/tail", "aircraft/callSign", "aircraft/crewed", "purpose", "area")
                .endsWith("legs/0/from", "volumes/0/points").doesNotHaveDuplicates();
    }

    /** A vocabulary that is gone may have known it; what is not known is not changed. */
    @Test
    void anAnswerOfNoKnownFactStaysAsTyped() throws Exception {
        Map<String, String> fields = armed();
        fields.put("answers/unheardOf", "yes");
        assertThat(Forms.form("agreements").read(new Typed(fields), DataMode.EXERCISE).mission().get("answers"))
                .isEqualTo(Map.of("unheardOf", "yes"));
    }
}
