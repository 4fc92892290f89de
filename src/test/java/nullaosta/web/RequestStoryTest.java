package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nullaosta.register.proof.Verification;
import org.junit.jupiter.api.Test;

/** A journalist finds a closed entry in the register, asks to see it, and is answered with a ground. */
class RequestStoryTest {

    @Test
    void anEntryIsAskedForAndAnswered() throws Exception {
        try (Demo demo = Demo.open(); Browser browser = new Browser(demo.address())) {
            demo.verified();
            browser.as("public");
            browser.open("/oversight");
            browser.follow("Every entry, and how to ask");
            assertThat(browser.text()).contains("a step of the host's deliberation", "mission filed", "closed ·");
            browser.shoot("request-01-entries");
            browser.shootDark("request-01-entries");
            browser.open("/register/request/0");
            assertThat(browser.text()).contains("Ask to see entry 0", "answers within 30 days");
            browser.shoot("request-02-asking");
            browser.fill("Your name", "Anna Verdi");
            browser.fill("Where the answer goes", "x".repeat(201));
            browser.press("Ask to see it");
            assertThat(browser.text()).contains("1 to 200 characters in one line");
            assertThat(browser.value("Your name")).isEqualTo("Anna Verdi");
            browser.fill("Where the answer goes", "anna@example.org");
            browser.press("Ask to see it");
            assertThat(browser.text()).contains("Your request has the number 1.", "who asked does not");

            browser.as("audit.bruni");
            browser.follow("Requests");
            assertThat(browser.text()).contains("Anna Verdi, anna@example.org").doesNotContain("Answer request 1");
            assertThat(demo.as("audit.bruni").submit("/requests/1", Map.of("outcome", "REFUSED", "ground", "x", "words",
                    "y")).status()).isEqualTo(403);
            browser.as("desk.rossi");
            browser.open("/requests");
            browser.unfold("Answer request 1");
            browser.shoot("request-03-desk");
            browser.shootDark("request-03-desk");
            browser.choose("Answer", "refused");
            browser.fill("Ground in law", "D.Lgs. 33/2013, art. 5-bis, 1 c");
            browser.fill("In words", "it names a protected party");
            browser.press("Enter this answer");
            assertThat(browser.text()).contains("On the ground of D.Lgs. 33/2013, art. 5-bis, 1 c");
            assertThat(demo.as("desk.rossi").submit("/requests/1", Map.of("outcome", "GRANTED", "ground", "x", "words",
                    "y")).status()).as("once").isEqualTo(409);

            assertThat(demo.as("public").get("/oversight").body().replaceAll("<[^>]*>", "")).contains(
                    "Requests to see what an entry says: 1; granted: 0, partly: 0, refused: 1; not answered yet: 0");
            for (String nothing : new String[]{"99999999", "-1", "x", "01"}) {
                assertThat(demo.as("public").get("/register/request/" + nothing).status()).as(nothing).isEqualTo(404);
            }
            assertThat(demo.as("us.embassy").get("/requests").status()).isEqualTo(403);
            assertThat(browser.complaints()).isEmpty();
            assertThat(demo.verified()).isInstanceOf(Verification.Sound.class);
        }
    }
}
