package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import nullaosta.register.proof.Verification;
import org.junit.jupiter.api.Test;

/** The desk asks an office that has no account; the office reads the flight and answers by the link of the letter. */
class AnswerStoryTest {

    private static final String QUESTION = "Does the corridor meet civil traffic on that day?";

    @Test
    void anOfficeAnswersByItsLink() throws Exception {
        try (Demo demo = Demo.open(); Browser browser = new Browser(demo.address())) {
            String number = demo.installation().lists().every().stream()
                    .filter(row -> row.phase().open()).findFirst().orElseThrow().number();
            Caller.Reply asked = demo.as("desk.rossi").post("/api/v1/cases/" + number + "/consultation",
                    Map.of("office", "Civil aviation", "question", QUESTION, "answerBy",
                            LocalDate.now(java.time.ZoneId.of("Europe/Rome")).plusDays(2).toString()));
            assertThat(asked.status()).as(asked.body()).isEqualTo(200);

            browser.as("desk.rossi");
            browser.open("/cases/" + number);
            String link = browser.value("Link by which Civil aviation answers, once, without an account");
            assertThat(link).startsWith(demo.address() + "/answer/" + number + "/");
            assertThat(browser.text()).contains("Write the letter with it");
            browser.shoot("answer-01-desk");

            browser.as("public");
            browser.open(URI.create(link).getPath());
            assertThat(browser.text()).contains("A question to Civil aviation", QUESTION, "Silence is not taken for an",
                    "Operator").doesNotContain("Statements");
            browser.shoot("answer-02-office");
            browser.shootDark("answer-02-office");
            assertThat(browser.value("Answer")).as("nobody consents by haste").isEmpty();
            browser.choose("Answer", "objection");
            browser.fill("Who answers", "Ing. P. Serra, civil aviation authority");
            browser.press("Give this answer");
            assertThat(browser.text()).contains("No reason");
            assertThat(browser.value("Who answers")).as("nothing typed is lost")
                    .isEqualTo("Ing. P. Serra, civil aviation authority");
            browser.fill("In words", "keep below flight level 200");
            browser.press("Give this answer");
            assertThat(browser.text()).contains("Answered: objection", "keep below flight level 200",
                    "cannot be changed here").doesNotContain("Give this answer");
            browser.shoot("answer-03-answered");

            for (String wrong : new String[]{link.substring(0, link.length() - 1), link + "A",
                    link.replace("/1/", "/2/"), link.replace("/1/", "/one/"), demo.address() + "/answer/x/1/y"}) {
                Caller.Reply nothing = demo.as("public").get(URI.create(wrong).getPath());
                assertThat(nothing.status()).isEqualTo(404);
                assertThat(nothing.body()).contains("This link opens nothing.").doesNotContain(QUESTION);
            }

            browser.as("desk.rossi");
            browser.open("/cases/" + number);
            assertThat(browser.text()).contains("Ing. P. Serra, civil aviation authority",
                    "Civil aviation itself, by the desk's link").doesNotContain("Write the letter with it");
            assertThat(browser.complaints()).isEmpty();
            assertThat(demo.verified()).isInstanceOf(Verification.Sound.class);
        }
    }
}
