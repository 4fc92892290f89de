package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import nullaosta.mission.MissionWriter;
import nullaosta.negotiation.Negotiation;
import org.junit.jupiter.api.Test;

/** In a real browser: a version is proposed, drafted, looked at by a lawyer, signed by both states, and governs the next case. */
class NegotiationStoryTest {

    private static final String ID = "it-us-sigonella";

    /** The text in force with one clause's words changed, as a version of its own that begins today. */
    private static String second() throws Exception {
        String first = Files.readString(Path.of("agreements", ID, "v1.yaml"));
        return first.replace("terms: it-us-sigonella/1", "terms: it-us-sigonella/2")
                .replace("An armed aircraft may depart only to", "An armed aircraft departs only to")
                .replace("inForce: {from: 2016-02-22}", "inForce: {from: " + LocalDate.now().minusDays(1) + "}");
    }

    @Test
    void fromAProposalToACaseThatItGoverns() throws Exception {
        try (Demo demo = Demo.still(); Browser browser = new Browser(demo.address())) {
            String before = filed(demo);
            assertThat(assessedUnder(demo, before)).isEqualTo("it-us-sigonella/1");

            browser.as("public");
            browser.open("/agreements/" + ID);
            assertThat(browser.text()).contains("published", "from 2016-02-22").doesNotContain("asked for again");

            browser.as("treaty.bassi");
            browser.open("/agreements/" + ID);
            assertThat(browser.text()).contains("On the table: v2.proposed", "asked for again",
                    "what Italy can agree to", "Amb. J. Whitfield, US");
            browser.shoot("30-negotiation");
            browser.follow("Read and compare it");
            assertThat(browser.text()).contains("Compared with v1",
                    "The newer version permits missions that the older one did not");
            browser.shoot("31-proposal");
            browser.open("/proposals/new?agreement=" + ID);
            browser.paste("Text", second().replace("kind: grant", "kind: grand"));
            browser.press("Put it on the table");
            assertThat(browser.text()).contains("A text with", "found `grand`, expected one of grant", "^");
            browser.shoot("32-proposal-faults");
            browser.paste("Text", second());
            browser.fill("Note", "only the protection of personnel");
            browser.press("Put it on the table");
            assertThat(browser.path()).isEqualTo("/agreements/" + ID);
            assertThat(browser.text()).contains("On the table: v2", "Waits for the host's drafter",
                    "only the protection of personnel");

            browser.follow("Read and compare it");
            assertThat(browser.text()).contains("What reads otherwise", "other words",
                    "An armed aircraft may depart only to",
                    "An armed aircraft departs only to", "Tried on the past cases",
                    "1 past case: 1 comes to the same, 0 to something else, 0 cannot be tried.");
            browser.shoot("32-proposal-of-other-words");
            browser.open("/agreements/" + ID);

            browser.press("Sign as drafter");
            assertThat(browser.hasButton("Sign as lawyer")).isFalse();
            signs(browser, "treaty.orsini", "Sign as lawyer");
            signs(browser, "us.envoy", "Sign for your state");
            assertThat(browser.text()).contains("Waits for IT");
            assertThat(assessedUnder(demo, filed(demo))).isEqualTo("it-us-sigonella/1");
            signs(browser, "min.ferri", "Sign for your state");
            assertThat(browser.text()).contains("v2 from " + LocalDate.now().minusDays(1), "v1 ends the day before");
            browser.shoot("33-in-force");

            assertThat(assessedUnder(demo, filed(demo))).isEqualTo("it-us-sigonella/2");
            theDeskAssessesTheOldCaseAnew(browser, before);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void atTheFirstStartNothingIsInForceAndAFileCanBeProposed() throws Exception {
        try (Demo demo = Demo.unsigned()) {
            String page = demo.as("treaty.bassi").get("/agreements/" + ID).body();
            assertThat(page).contains("not in force: not published",
                    "/proposals/new?agreement=" + ID + "&version=v1", "Propose this file");
            assertThat(demo.as("desk.rossi").get("/agreements/" + ID).body()).contains("not in force: not published")
                    .doesNotContain("Propose this file");
            assertThat(demo.as("treaty.bassi").get("/proposals/new?agreement=" + ID + "&version=v1").body())
                    .contains("terms: it-us-sigonella/1");
            assertThat(demo.as("treaty.bassi").get("/proposals/new?agreement=" + ID + "&version=../../x").body())
                    .doesNotContain("terms:");
            Caller.Reply seen = demo.as("desk.rossi").get("/cases/" + filed(demo));
            assertThat(seen.body()).contains("it-us-sigonella v1 is not in force: not published");
        }
    }

    private static void signs(Browser browser, String person, String button) {
        browser.as(person);
        browser.open("/agreements/" + ID);
        browser.press(button);
    }

    private static void theDeskAssessesTheOldCaseAnew(Browser browser, String number) {
        browser.as("desk.rossi");
        browser.open("/cases/" + number);
        assertThat(browser.text()).contains("overtaken", "For its departure it-us-sigonella/2 is in force now.")
                .doesNotContain("Findings under v1 beside");
        browser.press("Assess under this version");
        assertThat(browser.text()).contains("Findings under v1 beside those under v2", "other words")
                .doesNotContain("overtaken");
        browser.untilDrawn();
        browser.shoot("34-beside");
    }

    private static String filed(Demo demo) throws Exception {
        long days = ChronoUnit.DAYS.between(LocalDate.parse("2016-03-01"), LocalDate.now());
        Map<String, Object> mission = MissionWriter
                .write(demo.scene("01-armed-to-protect-personnel").mission().shifted(Duration.ofDays(days)));
        Caller.Reply filed = demo.as("us.embassy").post("/api/v1/missions", Map.of("mission", mission));
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        return filed.text("number");
    }

    private static String assessedUnder(Demo demo, String number) {
        return demo.installation().dossiers().find(number).orElseThrow().assessed().orElseThrow().agreement()
                .orElseThrow();
    }

    /** What was opened an hour ago may answer a text that is gone; it is told, and nothing typed is lost. */
    @Test
    void anAnswerToATextThatIsNoLongerOnTheTableCanBeSentAgain() throws Exception {
        try (Demo demo = Demo.still()) {
            Caller bassi = demo.as("treaty.bassi");
            String wish = bassi.get("/api/v1/agreements/" + ID + "/negotiation").text("onTheTable");
            assertThat(bassi.get("/proposals/new?agreement=" + ID).body())
                    .contains("It answers <a href=\"/proposals/" + ID + "/" + wish, "v2.proposed, as US proposed it");
            assertThat(demo.as("us.envoy").post("/api/v1/agreements/" + ID + "/withdrawal",
                    Map.of("hash", wish, "reason", "we write another")).status()).isEqualTo(200);
            Caller.Reply late = bassi.submit("/proposals",
                    Map.of("agreement", ID, "answers", wish, "text", second(), "note", "typed for an hour"));
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.body()).contains("Nothing is on the table any more; sent again, yours is a proposal of its"
                    + " own.", "name=\"answers\" value=\"\"", "typed for an hour", "An armed aircraft departs only to");
            assertThat(bassi.submit("/proposals",
                    Map.of("agreement", ID, "answers", "", "text", second(), "note", "")).status()).isEqualTo(303);

            String other = second().replace("it-us-sigonella/2", "it-us-sigonella/3");
            Caller.Reply beside = demo.as("us.envoy").submit("/proposals",
                    Map.of("agreement", ID, "answers", "", "text", other, "note", ""));
            assertThat(beside.body()).contains("sent again, yours answers that one.", "v2, as IT proposed it");
            assertThat(demo.as("us.envoy").submit("/proposals", Map.of("text", " ", "note", "n")).body())
                    .contains("Text: found nothing, expected a text");
        }
    }

    @Test
    void programsDoTheSameAndAreToldWhatIsWrong() throws Exception {
        try (Demo demo = Demo.still()) {
            String table = demo.as("us.envoy").get("/api/v1/agreements/" + ID + "/negotiation").text("onTheTable");
            assertThat(demo.as("gb.envoy").get("/api/v1/agreements/" + ID + "/negotiation").status()).isEqualTo(404);
            assertThat(demo.as("public").get("/api/v1/agreements/" + ID + "/negotiation").status()).isEqualTo(404);
            assertThat(demo.as("gb.envoy").get("/proposals/" + ID + "/" + table).status()).isEqualTo(404);

            Caller.Reply moved = demo.as("gb.envoy").post("/api/v1/agreements/" + ID + "/rejection",
                    Map.of("hash", table, "reason", "no"));
            assertThat(moved.status()).isEqualTo(404);
            assertThat(moved.text("detail")).isEqualTo(demo.as("gb.envoy").post("/api/v1/agreements/nowhere/rejection",
                    Map.of("hash", table, "reason", "no")).text("detail").replace("nowhere", ID));

            Caller.Reply faulty = demo.as("treaty.bassi").post("/api/v1/proposals",
                    Map.of("text", second().replace("kind: grant", "kind: grand"), "answers", table));
            assertThat(faulty.status()).isEqualTo(422);
            assertThat(faulty.text("code")).isEqualTo("TERMS_NOT_VALID");
            assertThat(faulty.text("problems")).contains("found `grand`", "line=", "column=");

            Caller.Reply wrong = demo.as("treaty.bassi").post("/api/v1/agreements/" + ID + "/draft-signature",
                    Map.of("hash", "0".repeat(64)));
            assertThat(wrong.status()).isEqualTo(409);
            assertThat(wrong.text("code")).isEqualTo("NOT_ON_THE_TABLE");
            assertThat(demo.as("treaty.bassi").post("/api/v1/agreements/" + ID + "/draft-signature",
                    Map.of("hash", "abc")).text("faults")).contains("a SHA-256 of 64 hexadecimal digits");
            assertThat(demo.as("treaty.bassi").post("/api/v1/agreements/" + ID + "/signature", "{}").text("code"))
                    .isEqualTo("UNKNOWN_COMMAND");
            assertThat(demo.as("desk.rossi").post("/api/v1/agreements/" + ID + "/rejection",
                    Map.of("hash", table, "reason", "no")).text("code")).isEqualTo("NOT_FOR_YOUR_ROLE");

            Caller.Reply rejected = demo.as("treaty.bassi").post("/api/v1/agreements/" + ID + "/rejection",
                    Map.of("hash", table, "reason", "offensive use is not on offer"));
            assertThat(rejected.status()).as(rejected.body()).isEqualTo(200);
            assertThat(demo.as("treaty.bassi").post("/api/v1/proposals", Map.of("text", second())).status())
                    .isEqualTo(201);
            Negotiation negotiation = demo.installation().negotiations().negotiation(ID);
            assertThat(negotiation.table().orElseThrow().version().text()).isEqualTo(second());
        }
    }
}
