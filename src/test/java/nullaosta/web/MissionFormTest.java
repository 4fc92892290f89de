package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nullaosta.mission.Mission;
import nullaosta.mission.form.TypedWriter;
import nullaosta.web.page.Words;
import org.junit.jupiter.api.Test;

/** The form in a real browser, as an embassy fills it in: by keys, from empty to filed. */
class MissionFormTest {

    @Test
    void fromAnEmptyFormToTheArmedMissionOfTheDemonstration() throws Exception {
        try (Demo demo = Demo.still(); Browser browser = new Browser(demo.address())) {
            browser.as("us.embassy");
            browser.follow("File a mission");
            assertThat(browser.text()).contains("Every flight: 1 working day");
            browser.shoot("30-form-empty");
            whatIsMissingIsToldAtItsQuestion(browser);
            Instant departure = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(40, ChronoUnit.DAYS);
            fillIn(browser, departure);
            nothingTypedIsLost(browser);
            whatItWouldBe(browser, demo);
            browser.press("File this mission");
            assertThat(browser.heading()).isEqualTo("Not yet: facts are missing");
            browser.shoot("34-form-filed");
            assertThat(demo.installation().lists().every()).hasSize(1);
            Mission filed = demo.installation().dossiers().find(browser.path().substring("/cases/".length()))
                    .orElseThrow().mission();
            Mission armed = demo.scene("01-armed-to-protect-personnel").mission();
            Mission expected = armed.shifted(java.time.Duration.between(armed.departure(), departure));
            assertThat(filed).isEqualTo(expected);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void whatIsMissingIsToldAtItsQuestion(Browser browser) {
        browser.fill("Operator", "Expeditionary reconnaissance squadron");
        browser.fill("Points", "SIGONELLA\nDODOS");
        browser.fill("Half-width or radius", "20 km");
        browser.answer("Does the aircraft carry weapons?", "yes");
        browser.press("File this mission");
        assertThat(browser.text()).contains("things to mend", "Aircraft type: found nothing, expected a text",
                "Departure: found nothing, expected a day and a time in UTC",
                "Volume 1, Points: found `DODOS` in line 2, expected a point's or base's name such as DODUS, or a position",
                "Volume 1, Half-width or radius: found `20 km`, expected a number such as 20 or 7.5",
                "Leg 1, From: found nothing, expected at least one leg: Italy asks for it of every flight",
                "Is a release of weapons planned?: found nothing, expected an answer: Italy asks for it where “Does the"
                        + " aircraft carry weapons?” is yes");
        browser.shoot("31-form-faults");
        assertThat(browser.value("Operator")).isEqualTo("Expeditionary reconnaissance squadron");
        assertThat(browser.value("Points")).isEqualTo("SIGONELLA\nDODOS");
        assertThat(browser.value("Half-width or radius")).isEqualTo("20 km");
    }

    private static void fillIn(Browser browser, Instant departure) {
        browser.fill("Aircraft type", "MQ-9");
        browser.fill("Tail", "09-4066");
        browser.fill("Call sign", "REACH21");
        browser.fill("24-bit address", "ae5c21");
        browser.answer("Is there a crew on board?", "no");
        browser.choose("Purpose", "protect personnel on ground");
        browser.choose("Area", "Libya");
        browser.fill("Whom it protects", "a coalition team of eight near Misrata");
        browser.answer("Is a release of weapons planned?", "no");
        browser.answer("Does it carry sensors?", "yes");
        browser.answer("Are dangerous goods on board?", "yes");
        browser.choose("From base", "Sigonella (LICZ)");
        browser.moment("Departure", departure);
        assertThat(browser.textOf("[data-local='departure']")).as("beside it, as it is typed")
                .isEqualTo("= " + new Words(ZoneId.of("Europe/Rome")).local(departure));
        browser.moment("Window from", departure.minus(30, ChronoUnit.MINUTES));
        browser.moment("Window until", departure.plus(359, ChronoUnit.MINUTES));
        browser.fillField("legs/0/from", "SIGONELLA");
        browser.fillField("legs/0/to", "SIGONELLA");
        browser.fill("Leaves the host", "DODUS");
        browser.fill("Enters the host", "DODUS");
        browser.fill("Points", "SIGONELLA\nDODUS\n34.6 N 015.30 E\n3306N01506E");
        browser.fill("Half-width or radius", "20");
        browser.choose("in", "kilometres");
        browser.fill("Floor", "0");
        browser.fill("Ceiling", "7600");
        browser.choose("Heights in", "metres");
        browser.choose("measured from", "mean sea level");
        browser.fill("What is expected", "none expected; the flight leaves rather than act near a settlement");
        browser.fill("Who estimated it", "Air operations centre, legal adviser");
        browser.fill("How", "estimate for a self-defence flight, open ground, no built-up area inside 5 km");
    }

    /** Another volume is another row, added by a button that the server answers. */
    private static void nothingTypedIsLost(Browser browser) {
        browser.press("Add a volume");
        assertThat(browser.value("Call sign")).isEqualTo("REACH21");
        assertThat(browser.text()).contains("Volume 2", "Remove volume 2");
        List<List<String>> second = List.of(List.of("points", "32.2 N 15.1 E"), List.of("reach", "110"),
                List.of("floor", "3000"), List.of("ceiling", "7600"));
        second.forEach(field -> browser.fillField("volumes/1/" + field.get(0), field.get(1)));
        browser.chooseField("volumes/1/shape", "circle about the point");
        browser.chooseField("volumes/1/reachUnit", "kilometres");
        browser.chooseField("volumes/1/heightUnit", "metres");
        browser.chooseField("volumes/1/datum", "mean sea level");
        browser.shoot("32-form-filled");
        browser.shootDark("32-form-filled");
    }

    private static void whatItWouldBe(Browser browser, Demo demo) throws Exception {
        assertThat(demo.installation().log().drained()).isTrue();
        var before = demo.installation().log().publishedSize();
        browser.press("See what this would be");
        assertThat(browser.text()).contains("As filed this would be", "Not yet: facts are missing",
                "Nothing was filed", "Are the personnel to be protected on the ground there, then?",
                "The decision of the Government of Italy, with Parliament informed: 2 signatures",
                "Dangerous goods on board: 3 working days", "file until");
        browser.shoot("33-form-preview");
        assertThat(demo.installation().lists().every()).as("looking files nothing").isEmpty();
        assertThat(demo.installation().log().drained()).isTrue();
        assertThat(demo.installation().log().publishedSize()).as("nor anything else").isEqualTo(before);
    }

    /** The desk's form has the same questions, and how the request came; an amendment opens what was filed. */
    @Test
    void theDeskFilesForARequesterWhoThenAmends() throws Exception {
        try (Demo demo = Demo.open(); Browser browser = new Browser(demo.address())) {
            browser.as("desk.rossi");
            browser.open("/missions/new?copy=EX-IT-2026-0003");
            assertThat(browser.value("Departure")).as("another flight has its own times").isEmpty();
            Instant departure = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(3, ChronoUnit.DAYS);
            browser.moment("Departure", departure);
            browser.moment("Window from", departure.minus(30, ChronoUnit.MINUTES));
            browser.moment("Window until", departure.plus(2, ChronoUnit.HOURS));
            browser.press("File this mission");
            assertThat(browser.text()).contains("Not filed: 4 things to mend",
                    "Came as: found nothing, expected an answer: it came another way than by this form",
                    "Are dangerous goods on board?: found nothing, expected an answer: Italy asks for it of every flight");
            browser.answer("Are dangerous goods on board?", "no");
            browser.fill("Came as", "note verbale 12/2026");
            browser.moment("Received at", Instant.now().minus(1, ChronoUnit.HOURS));
            browser.press("File this mission");
            assertThat(browser.text()).contains("Not filed: 1 thing to mend",
                    "Shown by: found nothing, expected an answer");
            browser.fill("Shown by", "stamp of the desk");
            browser.press("File this mission");
            assertThat(browser.path()).as(browser.text()).startsWith("/cases/");
            String number = browser.path().substring("/cases/".length());

            browser.as("us.embassy");
            browser.open("/cases/" + number);
            browser.follow("Amend this mission");
            assertThat(browser.heading()).isEqualTo("Amend " + number);
            browser.fill("Operator", "Another squadron");
            browser.press("See what this would be");
            assertThat(browser.text()).contains("As filed this would be");
            browser.press("Amend this mission");
            assertThat(browser.text()).contains("Why it is amended: found nothing, expected a text");
            browser.fill("Why it is amended", "the squadron was relieved");
            browser.shoot("36-form-amend");
            browser.press("Amend this mission");
            assertThat(browser.path()).isEqualTo("/cases/" + number);
            assertThat(browser.text()).contains("Another squadron");
            Mission before = demo.installation().dossiers().find("EX-IT-2026-0003").orElseThrow().mission();
            Mission after = demo.installation().dossiers().find(number).orElseThrow().mission();
            assertThat(after.legs()).isEqualTo(before.legs());
            assertThat(after.documents()).isEqualTo(before.documents());
            assertThat(after.volumes()).extracting(volume -> volume.area())
                    .isEqualTo(before.volumes().stream().map(volume -> volume.area()).toList());
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static final String PLAN = "(FPL-REACH21-IM-Q9/M-SDFG/S-LICZ1800-N0170F200 DCT DODUS DCT-LICZ0559"
            + "-DOF/160301 REG/094066 OPR/USAF CODE/AE5C21)";

    /** A plan that cannot be read changes nothing and is not lost; one that can is filled in, and what is left is named. */
    @Test
    void aFlightPlanFillsInWhatItSays() throws Exception {
        try (Demo demo = Demo.still(); Browser browser = new Browser(demo.address())) {
            browser.as("us.embassy");
            browser.open("/missions/new");
            browser.choose("Purpose", "surveillance");
            browser.unfold("Fill it in from a flight plan");
            browser.fill("Flight plan", PLAN.replace("LICZ1800", "LICZ2460"));
            browser.press("Fill in from this flight plan");
            assertThat(browser.text()).contains("Flight plan, item 13: found `LICZ2460`, expected aerodrome and time");
            assertThat(browser.value("Flight plan")).contains("LICZ2460");
            browser.fill("Flight plan", PLAN);
            browser.press("Fill in from this flight plan");
            assertThat(browser.text()).contains("Filled in: Operator; Aircraft type; Tail; Call sign; 24-bit address",
                    "Not taken: item 10, surveillance S", "= 1 Mar 2016 19:00 Rome");
            assertThat(browser.value("Purpose")).isEqualTo("SURVEILLANCE");
            assertThat(browser.value("Departure")).isEqualTo("2016-03-01T18:00");
            assertThat(browser.value("Leaves the host")).isEqualTo("DODUS");
            browser.shoot("37-form-flight-plan");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static final Path GOLDEN = Path.of("src/test/resources/nullaosta/web/form-on-paper.txt");

    /** The empty form, line by line; {@code -Dgolden.update=true} writes the file anew. */
    @Test
    void theFormOnPaper() throws Exception {
        try (Demo demo = Demo.still(); Browser browser = new Browser(demo.address())) {
            browser.as("us.embassy");
            browser.open("/missions/paper");
            browser.shoot("35-form-paper");
            assertThat(browser.printedPages("35-form-paper")).isLessThanOrEqualTo(4);
            String printed = browser.text().lines().map(String::strip).collect(Collectors.joining("\n")) + "\n";
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(GOLDEN.getParent());
                Files.writeString(GOLDEN, printed);
            }
            assertThat(printed).isEqualTo(Files.readString(GOLDEN));
        }
    }

    /** What is clicked on the map is a line of the field, and what is typed there is drawn; a circle has one point. */
    @Test
    void pointsArePickedOnAMap() throws Exception {
        try (Demo demo = Demo.still(); Browser browser = new Browser(demo.address())) {
            browser.as("us.embassy");
            browser.open("/missions/new");
            String field = "volumes/0/points";
            browser.chooseField("volumes/0/shape", "polygon of the points");
            browser.unfold("Pick them on a map");
            browser.untilPresent("[data-pick='" + field + "'][data-drawn]");
            browser.clickOn("[data-pick='" + field + "'] canvas");
            browser.clickOn("[data-pick='" + field + "'] canvas");
            String picked = browser.valueOfField(field);
            assertThat(picked.lines()).hasSize(2)
                    .allMatch(line -> line.matches("-?\\d{1,2}\\.\\d{4}, -?\\d{1,3}\\.\\d{4}"));
            browser.shoot("36-form-map");
            browser.clickOn("details.pick button");
            assertThat(browser.valueOfField(field).lines()).hasSize(1);
            browser.chooseField("volumes/0/shape", "circle about the point");
            browser.clickOn("[data-pick='" + field + "'] canvas");
            browser.clickOn("[data-pick='" + field + "'] canvas");
            assertThat(browser.valueOfField(field).lines()).as("the centre alone").hasSize(1);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Whatever a form sends has an answer, files nothing by itself, and is shown as text. */
    @Test
    void whateverAFormSends() throws Exception {
        try (Demo demo = Demo.still()) {
            Caller embassy = demo.as("us.embassy");
            for (Map<String, String> fields : List.of(Map.of("do", "what"), Map.of("do", "remove legs/999"),
                    Map.of("do", "add people"), Map.of("do", "add legs", "legs/998/from", "X"),
                    Map.of("do", "preview", "legs/0/from", "<script>alert(1)</script>"),
                    Map.of("do", "file", "departure", "0000-99-99T99:99", "window/from", "x".repeat(10_000)),
                    Map.of("do", "file", "answers/<b>", "\"><b>", "volumes/39/points", "1 1\n".repeat(5_000)),
                    Map.of("do", "paste", "flightPlan", "(FPL-" + "-".repeat(100_000)),
                    Map.of("do", "preview", "operatorState", "GB"))) {
                Caller.Reply reply = embassy.submit("/missions", fields);
                assertThat(reply.status()).as(fields.toString()).isIn(200, 422);
                assertThat(reply.body()).contains("</html>").doesNotContain("<script>alert", "\"><b>", "Exception");
                assertThat(embassy.submit("/missions/paper", fields).body()).contains("Request for a flight")
                        .doesNotContain("<script>alert", "\"><b>");
            }
            assertThat(embassy.submit("/missions", Map.of("amends", "EX-IT-1999-0001")).status()).isEqualTo(404);
            assertThat(demo.as("sig.leone").submit("/missions", Map.of("do", "preview")).status()).isEqualTo(403);
            assertThat(demo.installation().lists().every()).isEmpty();
        }
    }

    /** What is typed stands on the paper, with the host's own words for choices; other states' missions are not foreseen. */
    @Test
    void whatIsTypedOnPaperAndForWhomItIsForeseen() throws Exception {
        try (Demo demo = Demo.still()) {
            Mission british = demo.scene("08-british-surveillance").mission();
            Map<String, String> fields = new TreeMap<>(
                    TypedWriter.write(british, demo.installation().host()).fields());
            Caller.Reply paper = demo.as("gb.embassy").submit("/missions/paper", fields);
            assertThat(paper.body()).contains(british.aircraft().callSign(), british.aircraft().tail(),
                    "☒ no", british.departure().toString().substring(0, 10));
            fields.put("do", "preview");
            assertThat(demo.as("us.embassy").submit("/missions", fields).body())
                    .contains("It would not be taken", "a mission of your own state");
            assertThat(demo.installation().lists().every()).isEmpty();
        }
    }
}
