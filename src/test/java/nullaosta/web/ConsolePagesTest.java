package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nullaosta.dossier.Phase;
import nullaosta.dossier.Row;
import nullaosta.mission.form.TypedWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What single pages say, without a browser: one thing once, and nothing that another page contradicts. */
class ConsolePagesTest {

    private static Demo demo;

    @BeforeAll
    static void open() throws Exception {
        demo = Demo.open();
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    private static Row row(String callSign) {
        return demo.installation().lists().every().stream().filter(row -> row.callSign().equals(callSign)).findFirst()
                .orElseThrow();
    }

    private static String page(String person, String path) throws Exception {
        Caller.Reply reply = demo.as(person).get(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return reply.body();
    }

    @Test
    void aRevokedClearanceIsCalledClearedNowhere() throws Exception {
        String number = row("CHILL11").number();
        assertThat(demo.as("smd.conti").submit("/cases/" + number + "/revocation", Map.of("reason", "recall")).status())
                .isEqualTo(303);
        assertThat(page("desk.rossi", "/cases/" + number)).contains(number + " · clearance revoked")
                .doesNotContain(number + " · cleared");
    }

    @Test
    void thePermissionSaysWhereHowHighAndUnderWhat() throws Exception {
        assertThat(page("us.embassy", "/clearances/" + row("REACH21").number() + "/1")).contains(
                "<dt>Within</dt><dd>corridor of 20.0 km either side", "(10.8 NM)", "ft)", "<dt>Under</dt>",
                "it-us-sigonella/1");
    }

    @Test
    void theBaseReadsTheConditions() throws Exception {
        Row row = row("REACH21");
        String condition = demo.installation().dossiers().find(row.number()).orElseThrow().clearance().orElseThrow()
                .clearance().conditions().getFirst();
        assertThat(page("sig.leone", "/base/" + row.number())).contains("<h2>Conditions</h2><ul><li>" + condition);
    }

    /** The only version is the one that it was assessed under. */
    @Test
    void anotherVersionIsOfferedWhereThereIsOne() throws Exception {
        assertThat(page("desk.rossi", "/cases/" + row("REACH34").number()))
                .doesNotContain("Assess under another version");
    }

    @Test
    void aTextThatNobodyCanSignSaysWhy() throws Exception {
        assertThat(page("treaty.bassi", "/agreements/it-us-sigonella")).contains("Waits for a text that can be signed",
                "v2.proposed without a period; expected a version that says from when it is law.",
                "Counter-propose it without `.proposed` and with `inForce`.");
    }

    @Test
    void theTextOfEachVersionIsThereToWorkOn() throws Exception {
        String text = demo.as("us.envoy").get("/agreements/it-us-sigonella/v1/text.yaml").body();
        assertThat(text).contains("terms: it-us-sigonella/1").isEqualTo(
                Files.readString(Path.of("agreements/it-us-sigonella/v1.yaml")));
        assertThat(demo.as("us.envoy").get("/agreements/it-us-sigonella/v9/text.yaml").status()).isEqualTo(404);
        assertThat(page("gb.envoy", "/proposals/new?agreement=it-gb-sigonella")).contains("terms: it-gb-sigonella/1");
        assertThat(page("treaty.bassi", "/agreements")).contains("Propose a version");
        assertThat(page("treaty.orsini", "/agreements")).as("the lawyer proposes nothing")
                .doesNotContain("Propose a version");
    }

    @Test
    void theTreatyOfficeSeesDriftAndNoCases() throws Exception {
        assertThat(page("treaty.bassi", "/drift/it-us-sigonella")).contains("What each version widened")
                .doesNotContain("/cases/");
    }

    @Test
    void anOfficersListHasWhatTheOfficerCanSign() throws Exception {
        for (String officer : List.of("min.ferri", "smd.conti")) {
            String waiting = page(officer, "/cases").split("<h2>Waiting for others|<h2>Decided", 2)[0];
            for (Row row : demo.installation().lists().every()) {
                if (row.phase() == Phase.FOR_DECISION) {
                    boolean signs = page(officer, "/cases/" + row.number()).contains("Your reasons");
                    assertThat(waiting.contains(row.number())).as(officer + " " + row.number()).isEqualTo(signs);
                }
            }
        }
    }

    @Test
    void aListSaysByWhenTheOfficeMustHaveDecided() throws Exception {
        assertThat(page("desk.rossi", "/cases")).contains("<h2>Due today", "<h2>Waiting for others", "<h2>Decided");
        assertThat(demo.as("desk.rossi").get("/api/v1/cases").body()).contains("\"decideBy\":\"20",
                "\"wholeWorkingDaysLeft\":");
    }

    private static Map<String, String> typed(String callSign) {
        var mission = demo.installation().dossiers().find(row(callSign).number()).orElseThrow().mission();
        return new TreeMap<>(TypedWriter.write(mission, demo.installation().host()).fields());
    }

    @Test
    void aPointThatTheHostDoesNotPublishIsRemarkedOn() throws Exception {
        Map<String, String> fields = typed("REACH34");
        fields.put("legs/0/exit", "NOWHERE");
        fields.put("declarations/dangerousGoods", "no");
        fields.put("do", "preview");
        String remark = "`NOWHERE` is none of the points at which Italy has its airspace left: DODUS, SISMO, KOPUT.";
        assertThat(demo.as("us.embassy").submit("/missions", fields).body()).contains("Leg 1: " + remark);
        fields.put("do", "file");
        Caller.Reply filed = demo.as("us.embassy").submit("/missions", fields);
        assertThat(filed.status()).as(filed.body()).isEqualTo(303);
        String number = demo.installation().lists().every().getLast().number();
        assertThat(page("desk.rossi", "/cases/" + number)).contains("Leg 1: " + remark);
    }

    @Test
    void aPlaceThatIsNoAerodromeAndATimeOfAnotherDayAreRemarkedOn() throws Exception {
        Map<String, String> fields = typed("REACH34");
        fields.put("legs/0/to", "SIGONELA");
        fields.put("legs/0/departs", "2016-02-29T18:00");
        fields.put("declarations/dangerousGoods", "no");
        fields.put("do", "preview");
        String place = "Leg 1: `SIGONELA` is neither a base of Italy (PANTELLERIA, SIGONELLA) nor an ICAO location"
                + " indicator of four capital letters.";
        String time = "Leg 1: 2016-02-29 18:00Z is outside the flight's window, ";
        assertThat(demo.as("us.embassy").submit("/missions", fields).body()).contains(place, time);
        fields.put("do", "file");
        Caller.Reply filed = demo.as("us.embassy").submit("/missions", fields);
        assertThat(filed.status()).as(filed.body()).isEqualTo(303);
        String number = demo.installation().lists().every().getLast().number();
        assertThat(page("desk.rossi", "/cases/" + number)).contains(place, time);
    }

    /** What a block may not be is told where the block is asked for. */
    @Test
    void aBlockOfArmedFlightsIsRefusedAtItsField() throws Exception {
        Map<String, String> fields = typed("REACH21");
        fields.put("flights", "3");
        fields.put("do", "file");
        Caller.Reply reply = demo.as("us.embassy").submit("/missions", fields);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("<a href=\"#flights\">Flights in a block: found a block of flights",
                "id=\"flights-fault\"");
    }

    @Test
    void whatIsOnlyLookedAtIsNotCalledNotFiled() throws Exception {
        Caller.Reply reply = demo.as("us.embassy").submit("/missions", Map.of("do", "preview"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("To mend before it is filed").doesNotContain("Not filed");
    }

    @Test
    void whatIsUnsaidIsNoNoInTheNoticeBox() throws Exception {
        assertThat(demo.as("us.embassy").submit("/missions", Map.of("do", "rows", "departure", "2040-03-01T18:00"))
                .body()).contains("3 working days where “Are dangerous goods on board?” is yes,",
                        "and you have not said",
                        "then file until");
    }
}
