package nullaosta.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nullaosta.airspace.Circle;
import nullaosta.airspace.Polygon;
import nullaosta.airspace.Position;
import nullaosta.airspace.Volume;
import nullaosta.quantity.AltitudeBand;
import nullaosta.quantity.Datum;
import nullaosta.quantity.Distance;
import nullaosta.quantity.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zones as a civil aviation office publishes them, and what a flight has of them. */
class ZoneFileTest {

    private static final String ZONE = """
            {"features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [15.0, 37.0],
              "extent": {"subType": "Circle", "radius": 5000},
              "layer": {"lower": 500, "lowerReference": "AMSL", "upper": 1000, "upperReference": "AMSL", "uom": "m"}},
              "properties": {"identifier": "GE70-57", "country": "ITA", "type": "REQ_AUTHORIZATION", "variant": "COMMON",
                "name": [{"text": "Zona", "lang": "it-IT"}, {"text": "Zone", "lang": "en-GB"}],
                "limitedApplicability": [{"startDateTime": "2026-06-01T00:00:00Z", "endDateTime": "2026-07-01T00:00:00Z",
                  "schedule": [{"day": ["MON", "TUE"], "startTime": "22:00:00Z", "endTime": "02:00:00Z"}]}],
                "zoneAuthority": [{"purpose": "AUTHORIZATION", "intervalBefore": "P07DT12H"},
                  {"purpose": "AUTHORIZATION", "intervalBefore": "P03D"}, {"purpose": "INFORMATION"}]}}]}""";

    private static List<Zone> read(String json) throws ZoneFile.Faulty {
        return ZoneFile.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Volume volume(double latitude, double floor, double ceiling, Datum datum, String from,
            String until) {
        return new Volume(new Circle(new Position(latitude, 15), new Distance(1_000)),
                new AltitudeBand(floor, ceiling, datum), new TimeWindow(Instant.parse(from), Instant.parse(until)));
    }

    /** Of the Federal Office of Civil Aviation (FOCA), as in interuss/monitoring (Apache-2.0): test data without legal validity. */
    @Test
    void theSwissSampleIsRead() throws Exception {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("swiss-sample-ed318.json"))) {
            assertThat(ZoneFile.read(in.readAllBytes()).stream()
                    .map(zone -> zone.id() + ", " + zone.name() + ": " + zone.notice().orElseThrow()))
                    .containsExactly("BLns058, Protected natural object Langmatt: PT168H",
                            "LSTB002, LSTB Bellechasse (Airport perimeter): PT48H",
                            "LSZB003, LSZB Bern-Belp 2: PT240H");
        }
    }

    @Test
    void theLongestNoticeCountsAndTheNameIsEnglish() throws Exception {
        Zone zone = read(ZONE).getFirst();
        assertThat(zone.notice().orElseThrow()).hasToString("PT180H");
        assertThat(zone.name()).isEqualTo("Zone");
        assertThat(zone.word()).isEqualTo("GE70_57");
    }

    @ParameterizedTest
    @CsvSource({"37.0, 600, 900, MSL, 2026-06-01T22:30:00Z, 2026-06-01T23:00:00Z, true, a Monday night",
            "37.0, 600, 900, MSL, 2026-06-03T01:30:00Z, 2026-06-03T01:59:00Z, true, Tuesday's hours reach into Wednesday",
            "37.0, 600, 900, MSL, 2026-06-03T02:00:00Z, 2026-06-03T03:00:00Z, false, they end at two",
            "37.0, 600, 900, MSL, 2026-06-04T22:30:00Z, 2026-06-04T23:00:00Z, false, no Thursday",
            "37.0, 600, 900, MSL, 2026-06-03T03:00:00Z, 2026-06-12T00:00:00Z, true, more than a week meets a Monday",
            "37.0, 600, 900, MSL, 2026-07-06T22:30:00Z, 2026-07-06T23:00:00Z, false, its season is over",
            "37.0, 1001, 2000, MSL, 2026-06-01T22:30:00Z, 2026-06-01T23:00:00Z, false, above it",
            "37.0, 0, 499, MSL, 2026-06-01T22:30:00Z, 2026-06-01T23:00:00Z, false, below it",
            "37.0, 5000, 6000, AGL, 2026-06-01T22:30:00Z, 2026-06-01T23:00:00Z, true, heights that cannot be compared",
            "37.06, 600, 900, MSL, 2026-06-01T22:30:00Z, 2026-06-01T23:00:00Z, false, beside it",
            "37.05, 600, 900, MSL, 2026-06-01T22:30:00Z, 2026-06-01T23:00:00Z, true, across its border"})
    void aFlightMayTouchIt(double latitude, double floor, double ceiling, Datum datum, String from, String until,
            boolean touches, String why) throws Exception {
        assertThat(read(ZONE).getFirst().mayTouch(volume(latitude, floor, ceiling, datum, from, until))).as(why)
                .isEqualTo(touches);
    }

    /** When the sun rises is not known here, so that hours which it ends or begins are taken as longer than they can be. */
    @ParameterizedTest
    @CsvSource({"endTime, BMCT, 2026-06-02T03:30:00Z, true, a Monday evening until sunrise",
            "endTime, BMCT, 2026-06-04T03:30:00Z, false, Tuesday's ended on Wednesday",
            "startTime, EECT, 2026-06-01T20:30:00Z, true, an evening until two on the next day",
            "startTime, EECT, 2026-06-04T20:30:00Z, false, no Thursday"})
    void hoursThatDaylightEndsOrBeginsErrTowardsAsking(String end, String event, String at, boolean touches, String why)
            throws Exception {
        String field = end.equals("endTime") ? "\"endTime\": \"02:00:00Z\"" : "\"startTime\": \"22:00:00Z\"";
        String json = ZONE.replace(field, "\"" + end.replace("Time", "Event") + "\": \"" + event + "\"");
        assertThat(json).contains(event);
        Instant from = Instant.parse(at);
        assertThat(read(json).getFirst().mayTouch(volume(37, 600, 900, Datum.MSL, at, from.plusSeconds(60).toString())))
                .as(why).isEqualTo(touches);
    }

    /** Each fault is planted into the sound file. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"REQ_AUTHORIZATION\" | \"SECRET\" | zone `GE70-57`: type `SECRET`; expected one of USPACE, PROHIBITED, REQ_AUTHORIZATION, CONDITIONAL, NO_RESTRICTION",
            "\"Circle\" | \"Square\" | zone `GE70-57`: a point without a circle as extent; expected `subType` Circle and a `radius` in metres",
            "\"Point\" | \"LineString\" | zone `GE70-57`: geometry of type `LineString`; expected Polygon, MultiPolygon, a Point with a circle as extent, or a collection of them",
            "\"layer\" | \"height\" | zone `GE70-57`: a geometry without `layer`; expected its heights",
            "\"lowerReference\": \"AMSL\" | \"lowerReference\": \"FL\" | zone `GE70-57`: found `500 m` above `FL` as `lower`; expected a number of m or ft above AGL, AMSL or WGS84",
            "[15.0, 37.0] | [15.0, 137.0] | zone `GE70-57`: latitude `137.0`; expected −90 to 90",
            "[15.0, 37.0] | [15.0] | zone `GE70-57`: found `[15.0]` as a position; expected longitude and latitude",
            "\"MON\" | \"MO\" | zone `GE70-57`: day `MO`; expected one of MON, TUE, WED, THU, FRI, SAT, SUN, ANY",
            "P03D | three days | zone `GE70-57`: Text cannot be parsed to a Duration",
            "\"identifier\" | \"id\" | found no `identifier` in a feature; expected a text",
            "\"features\" | \"zones\" | found no `features` in the collection; expected a list",
            "{\"features\" | [{\"features\" | line 9, column 94: found the end of the text; expected `,` or `]`"})
    void aFileThatIsWrongIsRefusedWithItsPlace(String sound, String planted, String words) {
        assertThat(ZONE).contains(sound);
        assertThatThrownBy(() -> read(ZONE.replace(sound, planted))).isInstanceOf(ZoneFile.Faulty.class)
                .hasMessageContaining(words);
    }

    @Test
    void aZoneThatStandsTwiceIsRefused() {
        String feature = ZONE.substring(ZONE.indexOf("[{\"type\"") + 1, ZONE.lastIndexOf("]}"));
        assertThatThrownBy(() -> read("{\"features\": [" + feature + ", " + feature + "]}"))
                .hasMessage("zone `GE70-57`: found twice; expected each identifier once");
    }

    @Test
    void aBorderThatCrossesItselfIsTakenAsTheCircleAroundIt() throws Exception {
        String ring = "\"Polygon\", \"coordinates\": [[[15, 37], [15.1, 37.1], [15.1, 37], [15, 37.1], [15, 37]]]";
        Zone crossed = read(ZONE.replace("\"Point\", \"coordinates\": [15.0, 37.0]", ring)).getFirst();
        assertThat(crossed.layers().getFirst().area()).isInstanceOf(Circle.class);
        String sound = ring.replace("[15.1, 37.1], [15.1, 37]", "[15.1, 37], [15.1, 37.1]");
        assertThat(read(ZONE.replace("\"Point\", \"coordinates\": [15.0, 37.0]", sound)).getFirst().layers()
                .getFirst().area()).isInstanceOf(Polygon.class);
    }

    @Test
    void partsOfACollectionHaveTheirOwnHeightsOrThoseOfTheWhole() throws Exception {
        String collection = """
                {"type": "GeometryCollection", "layer": {"lower": 0, "lowerReference": "AGL", "upper": 400,
                  "upperReference": "AGL", "uom": "ft"}, "geometries": [
                  {"type": "Point", "coordinates": [15, 37], "extent": {"subType": "Circle", "radius": 100}},
                  {"type": "Point", "coordinates": [15, 38], "extent": {"subType": "Circle", "radius": 100},
                   "layer": {"lower": 0, "lowerReference": "AGL", "upper": 60, "upperReference": "AGL"}}]}""";
        int from = ZONE.indexOf("{\"type\": \"Point\"");
        int until = ZONE.indexOf("\"properties\"");
        Zone zone = read(ZONE.substring(0, from) + collection + ", " + ZONE.substring(until)).getFirst();
        assertThat(zone.layers()).extracting(layer -> layer.upper().metres()).containsExactly(121.92, 60.0);
    }
}
