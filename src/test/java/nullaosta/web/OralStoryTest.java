package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import nullaosta.mission.MissionWriter;
import nullaosta.register.proof.Verification;
import org.junit.jupiter.api.Test;

/** A general on the telephone, in a real browser: entered by the night's duty officer, seen by all, confirmed in the morning. */
class OralStoryTest {

    /** Another British surveillance flight, of the day after tomorrow. */
    static String prepared(Demo demo) throws Exception {
        var scene = demo.scene("08-british-surveillance").mission();
        Map<String, Object> mission = MissionWriter.write(
                scene.shifted(Duration.between(scene.departure(), Instant.now().plus(Duration.ofDays(2)))));
        String number = demo.as("gb.embassy").post("/api/v1/missions", Map.of("mission", mission)).text("number");
        Caller.Reply draft = demo.as("desk.rossi").post("/api/v1/cases/" + number + "/draft",
                Map.of("verdict", "APPROVE", "reasons", "within the terms"));
        assertThat(draft.status()).as(draft.body()).isEqualTo(200);
        return number;
    }

    @Test
    void aDecisionOnTheTelephoneIsEnteredSeenAndConfirmed() throws Exception {
        try (Demo demo = Demo.open(); Browser browser = new Browser(demo.address())) {
            String number = prepared(demo);

            Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
            browser.as("desk.greco");
            browser.open("/cases/" + number);
            browser.unfold("Enter a decision given by word of mouth");
            assertThat(browser.text()).contains("It lapses after 12 hours unless the officer confirms it.");
            browser.moment("Given at", now.plusSeconds(3_600));
            browser.fill("Reasons given", "go ahead tonight");
            browser.fill("How it was given", "telephone, number known");
            browser.fill("Who heard it", "Ten. Greco, Magg. Sala listening");
            browser.shoot("oral-01-entering");
            browser.press("Enter this decision");
            assertThat(browser.text()).contains("Given at: Given at", "expected an instant that is not in the future");
            assertThat(browser.value("Who heard it")).as("nothing typed is lost")
                    .isEqualTo("Ten. Greco, Magg. Sala listening");
            browser.moment("Given at", now);
            browser.press("Enter this decision");
            assertThat(browser.heading()).isEqualTo("Cleared");
            assertThat(browser.text()).contains("It rests on an oral decision of Gen. B. Conti, which lapses at");
            browser.shoot("oral-02-case");

            browser.as("smd.conti");
            assertThat(browser.text()).contains("Given orally in your name: confirm or deny");
            browser.shoot("oral-03-queue");
            browser.follow(number);
            browser.fill("Your reasons", "as I said on the telephone");
            browser.shoot("oral-04-confirm");
            browser.press("Confirm it: I decided this");
            assertThat(browser.text()).contains("as I said on the telephone").doesNotContain("which lapses at");
            browser.shoot("oral-05-confirmed");
            assertThat(browser.complaints()).isEmpty();
            assertThat(demo.verified()).isInstanceOf(Verification.Sound.class);
        }
    }
}
