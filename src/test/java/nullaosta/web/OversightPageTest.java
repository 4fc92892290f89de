package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nullaosta.dossier.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the public sees of the demonstration's cases. */
class OversightPageTest {

    private static Demo demo;

    @BeforeAll
    static void open() throws Exception {
        demo = Demo.open();
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    @Test
    void theSameCountsOnThePageInTheFileAndForPrograms() throws Exception {
        Caller anybody = demo.as("public");
        Caller.Reply file = anybody.get("/oversight.csv");
        Caller.Reply json = anybody.get("/api/v1/oversight");
        Caller.Reply page = anybody.get("/oversight");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.type()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.body().lines()).startsWith("month,state,purpose,lane,outcome,count",
                "*,*,*,*,*," + json.text("asked"));
        assertThat(page.body()).contains(">" + json.text("asked") + "</b> asked", "Month by month: outcome",
                "No count of a past month differs from what was published before.");
        assertThat(json.text("restatements")).isEqualTo("[]");
        assertThat(json.text("deviated")).as("of fewer than three it is not told how many").isIn("null", "0");
    }

    @Test
    void newsOfTheCountsIsAFeed() throws Exception {
        Caller.Reply feed = demo.as("public").get("/oversight.atom");
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.type()).isEqualTo("application/atom+xml;charset=UTF-8");
        assertThat(feed.body()).contains("<id>" + demo.address() + "/oversight.atom</id>");
        assertThat(demo.as("public").get("/oversight").body()).contains("rel=\"alternate\"", "/oversight.atom");
    }

    @Test
    void wideAndNarrow() {
        try (Browser browser = new Browser(demo.address())) {
            browser.open("/oversight");
            browser.shoot("oversight");
        }
    }

    /** Oversight enters it on the page of a cleared case, an officer answers it, and the public sees how many there are. */
    @Test
    void anAllegationIsEnteredAnsweredAndCounted() throws Exception {
        String number = demo.installation().lists().every().stream().filter(row -> row.clearance().isPresent())
                .findFirst().orElseThrow().number();
        try (Browser browser = new Browser(demo.address())) {
            browser.as("audit.bruni");
            browser.open("/cases/" + number);
            browser.unfold("Enter an allegation of harm to civilians");
            browser.fill("Who says so", "a hospital in Sirte");
            browser.paste("Dated", "2016-03-01");
            browser.fill("Place", "a farm south of Sirte");
            browser.fill("Dead", "2");
            browser.fill("What is alleged", "two farmers were brought in dead");
            browser.press("Enter the allegation");
            assertThat(browser.text()).contains("1: 2 dead, injured unknown", "not answered",
                    "a hospital in Sirte, 1 Mar 2016, graded F6");
            browser.shoot("allegation");
        }
        Caller.Reply faulty = demo.as("audit.bruni").post("/api/v1/cases/" + number + "/allegation",
                Map.of("source", "a paper", "dated", "2016-03-01", "grade", "G7", "place", "Sirte", "dead", -1,
                        "words", "smoke"));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.body()).contains("`G7`", "a grade from A1 to F6", "a number from 0 to 1000000");
        assertThat(demo.as("desk.rossi").post("/api/v1/cases/" + number + "/inquiry",
                Map.of("allegation", 1, "finding", "NOT_CREDIBLE", "words", "nothing was released")).body())
                .contains("\"finding\":\"NOT_CREDIBLE\"");
        assertThat(demo.as("public").get("/api/v1/oversight").json().get("allegations"))
                .isEqualTo(Map.of("alleged", 1L, "answered", 1L, "open", 0L));
        assertThat(demo.as("public").get("/oversight").body()).contains("cleared flight harmed civilians: <b class"
                + "=\"num\">1</b>");
    }

    /** The desk pastes a list; a program's bad one is told line by line, and nothing of it is stored. */
    @Test
    void aListOfMovementsIsHeldAgainstTheCases() throws Exception {
        Row flown = demo.installation().lists().every().stream().filter(row -> row.takenOffAt().isPresent())
                .findFirst().orElseThrow();
        String list = "callsign,aerodrome,movement,time\n" + flown.callSign() + "," + flown.base() + ",DEP,"
                + flown.takenOffAt().orElseThrow() + "\nGHOST1,LICZ,DEP," + flown.takenOffAt().orElseThrow() + "\n";
        try (Browser browser = new Browser(demo.address())) {
            browser.as("audit.bruni");
            browser.open("/movements");
            browser.paste("Movements", list);
            browser.press("Hold it against the cases");
            assertThat(browser.text()).contains("1\nfound in a case", "1\nwithout a clearance", flown.number(),
                    "GHOST1");
            browser.shoot("movements");
        }
        assertThat(demo.as("desk.rossi").post("/api/v1/movements", list).json().get("matched"))
                .isEqualTo(List.of(Map.of("line", 2L, "number", flown.number())));
        Caller.Reply faulty = demo.as("audit.bruni").post("/api/v1/movements", list + "GHOST2,LICZ,DEP,soon\n");
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.body()).contains("\"line\":4", "found the time `soon`; expected an instant in UTC");
        assertThat(demo.as("desk.rossi").submit("/movements", Map.of("movements", "callsign\n")).body())
                .contains("Line 1: found no column `aerodrome`");
        assertThat(demo.as("us.embassy").post("/api/v1/movements", list).status()).isEqualTo(403);
    }
}
