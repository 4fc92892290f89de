package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nullaosta.register.proof.Verification;
import org.junit.jupiter.api.Test;

/** Parliament's auditor asks about a flight that is over, in a real browser; the desk finds the question and answers it. */
class QuestionStoryTest {

    private static final String WHY = "Why was <b>nobody</b> consulted on this flight?";
    private static final String BECAUSE = "The terms ask for no office where the aircraft is unarmed.";

    private static String number(Demo demo) {
        return demo.installation().lists().every().stream().filter(row -> row.callSign().equals("REACH34"))
                .findFirst().orElseThrow().number();
    }

    @Test
    void theDeskFindsTheQuestionFirstAndAnswersIt() throws Exception {
        try (Demo demo = Demo.open(); Browser browser = new Browser(demo.address())) {
            String number = number(demo);
            browser.as("desk.rossi");
            browser.open("/cases");
            assertThat(browser.text()).doesNotContain("Oversight asks");

            browser.as("audit.bruni");
            browser.open("/cases/" + number);
            browser.unfold("Ask the desk about this case");
            browser.fill("Question", WHY);
            browser.press("Ask the desk");
            assertThat(browser.text()).contains("Questions of oversight", "1: " + WHY, "waits for the desk");
            browser.shoot("question-01-asked");

            browser.as("desk.rossi");
            browser.open("/cases");
            assertThat(browser.text()).contains("Oversight asks", "1 question of oversight");
            browser.shoot("question-02-queue");
            browser.open("/cases/" + number);
            browser.fill("Your answer", BECAUSE);
            browser.shoot("question-03-to-answer");
            browser.shootDark("question-03-to-answer");
            browser.press("Enter the answer");
            assertThat(browser.text()).contains(BECAUSE, "answered").doesNotContain("waits for the desk");
            browser.open("/cases");
            assertThat(browser.text()).doesNotContain("Oversight asks", "question of oversight");
            browser.open("/cases/" + number + "/file");
            assertThat(browser.text()).contains("Questions of oversight", WHY, BECAUSE);

            browser.as("us.embassy");
            for (String page : new String[]{"/cases", "/cases/" + number, "/cases/" + number + "/file"}) {
                browser.open(page);
                assertThat(browser.text()).as(page).doesNotContain("oversight", WHY, BECAUSE);
            }
            assertThat(browser.complaints()).isEmpty();
            assertThat(demo.verified()).isInstanceOf(Verification.Sound.class);
        }
    }

    @Test
    void programsAskAndAnswerAndAreToldWhyNot() throws Exception {
        try (Demo demo = Demo.open()) {
            String at = "/api/v1/cases/" + number(demo);
            assertThat(demo.as("desk.rossi").post(at + "/question", Map.of("question", WHY)).body())
                    .contains("NOT_FOR_YOUR_ROLE");
            assertThat(demo.as("audit.bruni").post(at + "/question", Map.of()).body()).contains("NOT_VALID",
                    "question");
            Caller.Reply asked = demo.as("audit.bruni").post(at + "/question", Map.of("question", WHY));
            assertThat(asked.status()).isEqualTo(200);
            assertThat(demo.as("audit.bruni").post(at + "/reply", Map.of("question", 1, "answer", BECAUSE)).body())
                    .contains("NOT_FOR_YOUR_ROLE");
            Caller.Reply none = demo.as("desk.rossi").post(at + "/reply", Map.of("question", 2, "answer", BECAUSE));
            assertThat(none.status()).isEqualTo(422);
            assertThat(none.body()).contains("no question 2", "one of 1 to 1");
            assertThat(demo.as("desk.rossi").post(at + "/reply", Map.of("question", 1, "answer", BECAUSE)).body())
                    .contains("\"questions\"", "\"reply\"", BECAUSE);
            assertThat(demo.as("us.embassy").get(at).body()).doesNotContain("\"questions\"", BECAUSE);
            assertThat(demo.verified()).isInstanceOf(Verification.Sound.class);
        }
    }
}
