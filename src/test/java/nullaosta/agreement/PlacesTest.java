package nullaosta.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nullaosta.agreement.text.Problem;
import nullaosta.agreement.text.Reading;
import nullaosta.airspace.Circle;
import nullaosta.airspace.Position;
import nullaosta.quantity.AltitudeBand;
import nullaosta.quantity.Datum;
import nullaosta.quantity.Distance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The places that terms name, and what is said of those that are none. */
class PlacesTest {

    private static final String TERMS = """
            terms: p/1
            agreement: {id: p, title: "t", host: IT, parties: [IT, US], userStates: [US], bases: [SIGONELLA],
              inForce: {from: 2016-01-01}}
            timezone: Europe/Rome
            sources: {A: "a paper"}
            vocabulary: {uses: flight/2}
            places:
              ORBIT: {text: "orbit", source: {doc: A, locator: "1"}, AREA, altitude: {floorMetres: 100, ceilingMetres: 900, datum: MSL}}
            clauses:
              - {id: G, kind: grant, text: g, source: {doc: A, locator: "1"}, when: "Place.ORBIT in mission.places",
                 tests: [{given: {mission.places: [ORBIT]}, expect: satisfied}]}
            """;
    private static final String CIRCLE = "circle: {centre: {latitude: 37.5, longitude: -14.25}, radiusMetres: 27780}";

    private static Reading<Terms> read(String from, String to) {
        String text = TERMS.replace("AREA", CIRCLE);
        assertThat(text).contains(from);
        return TermsReader.read("p", text.replace(from, to));
    }

    @Test
    void aPlaceHasAnAreaAndHeights() {
        AgreedPlace place = read("", "").orThrow().places().values().iterator().next();
        assertThat(place.area()).isEqualTo(new Circle(new Position(37.5, -14.25), new Distance(27_780)));
        assertThat(place.band()).contains(new AltitudeBand(100, 900, Datum.MSL));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            Place.ORBIT           | Place.ORBITS         | unknown name `ORBITS` in `Place`
            ORBIT: {              | orbit: {             | found the name `orbit`, expected one such as `ORBIT_EAST`
            radiusMetres: 27780   | radiusMetres: 0      | found `0`, expected a number from 1 to 1,000,000
            latitude: 37.5        | latitude: 97.5       | found `97.5`, expected a number from -90 to 90
            latitude: 37.5        | latitude: north      | found `north`, expected a number from -90 to 90
            floorMetres: 100      | floorMetres: 1000    | found heights from 1000.0 to 900.0 m, expected the floor first
            datum: MSL            | datum: AMSL          | found `AMSL`, expected one of WGS84, MSL, STANDARD_PRESSURE, AGL
            flight/2              | flight/1             | found `places`, but the vocabulary has no open enum `Place`
            circle: {centre: {latitude: 37.5, longitude: -14.25}, radiusMetres: 27780}, | '' | found 0 areas of the place `ORBIT`, expected exactly one corridor, circle or polygon
            circle: {centre: {latitude: 37.5, longitude: -14.25}, radiusMetres: 27780} | corridor: {centreline: [{latitude: 1, longitude: 1}], halfWidthMetres: 5} | found 1 points, expected at least 2
            circle: {centre: {latitude: 37.5, longitude: -14.25}, radiusMetres: 27780} | polygon: {corners: [{latitude: 1, longitude: 1}, {latitude: 2, longitude: 1}]} | found a polygon with `2` corners; expected at least 3
            """)
    void aPlaceThatIsNone(String from, String to, String message) {
        if (!(read(from, to) instanceof Reading.Faulty<Terms>(List<Problem> problems))) {
            throw new AssertionError("it was read");
        }
        assertThat(problems).extracting(Problem::message).contains(message);
    }
}
