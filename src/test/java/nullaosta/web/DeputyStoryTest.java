package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import nullaosta.register.proof.Verification;
import org.junit.jupiter.api.Test;

/** A minister travels, in a real browser: the absence is entered, the undersecretary's list fills, and the entry says for whom. */
class DeputyStoryTest {

    @Test
    void theUndersecretaryDecidesInTheMinistersPlace() throws Exception {
        try (Demo demo = Demo.open(); Browser browser = new Browser(demo.address())) {
            String waits = demo.installation().lists().every().stream()
                    .filter(row -> row.callSign().equals("REACH23")).findFirst().orElseThrow().number();
            browser.as("sot.riva");
            browser.open("/cases/" + waits);
            assertThat(browser.text()).contains("you cannot sign: the person holds no live mandate");

            Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
            browser.as("min.ferri");
            browser.follow("Absences");
            assertThat(browser.text()).contains("Nobody is entered as away.");
            browser.moment("From", now);
            browser.moment("Until", now.minusSeconds(3_600));
            browser.press("Enter this absence");
            assertThat(browser.text()).contains("Until: found", "expected a day and a time in UTC after");
            browser.moment("Until", now.plusSeconds(48 * 3_600));
            browser.press("Enter this absence");
            assertThat(browser.text()).contains("On. A. Riva decides in their place, by decree of delegation 4/2016");
            browser.shoot("deputy-01-absences");
            browser.open("/cases/" + waits);
            assertThat(browser.text()).contains("you cannot sign: the person is entered as absent");

            browser.as("sot.riva");
            browser.open("/cases");
            assertThat(browser.text()).contains("You decide in the place of On. G. Ferri until", waits);
            browser.shoot("deputy-02-queue");
            browser.open("/cases/" + waits);
            assertThat(browser.text()).contains("You decide in the place of On. G. Ferri, Minister of Defence");
            browser.fill("Your reasons", "as the minister would");
            browser.shoot("deputy-03-case");
            browser.press("Approve this flight");
            assertThat(browser.text()).contains("On. A. Riva, in place of On. G. Ferri",
                    "approve in place of On. G. Ferri for government");

            browser.as("min.ferri");
            browser.open("/cases");
            assertThat(browser.text()).contains("You are entered as away until", "On. A. Riva decides in your place.");
            browser.open("/absences");
            browser.press("On. G. Ferri is back");
            assertThat(browser.text()).contains("Nobody is entered as away.", "Over");
            browser.open("/cases/" + waits);
            assertThat(browser.text()).contains("you cannot sign: a signature was given under this mandate already");
            assertThat(browser.complaints()).isEmpty();
            assertThat(demo.verified()).isInstanceOf(Verification.Sound.class);
        }
    }

    @Test
    void programsEnterAndEndAbsencesAndAreToldWhy() throws Exception {
        try (Demo demo = Demo.still()) {
            String from = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            Map<String, String> away = Map.of("officer", "min.ferri", "deputy", "sot.riva", "from", from, "until",
                    Instant.now().plusSeconds(3_600).toString());
            assertThat(demo.as("audit.bruni").post("/api/v1/absences", away).body()).contains("NOT_FOR_YOUR_ROLE");
            Caller.Reply entered = demo.as("desk.rossi").post("/api/v1/absences", away);
            assertThat(entered.status()).as(entered.body()).isEqualTo(201);
            assertThat(entered.text("act")).isEqualTo("decree of delegation 4/2016 (exercise)");
            assertThat(demo.as("desk.rossi").post("/api/v1/absences", away).body()).contains("ABSENT_ALREADY");
            assertThat(demo.as("desk.rossi").post("/api/v1/absences", Map.of("officer", "min.ferri")).body())
                    .contains("NOT_VALID", "/deputy", "/from", "/until");
            assertThat(demo.as("us.embassy").get("/api/v1/absences").status()).isEqualTo(403);
            assertThat(demo.as("audit.bruni").get("/api/v1/absences").body()).contains(entered.text("digest"));
            assertThat(demo.as("min.ferri").post("/api/v1/absences/1/end", Map.of()).text("endedAt")).isNotEmpty();
            assertThat(demo.as("min.ferri").post("/api/v1/absences/1/end", Map.of()).status()).isEqualTo(422);
        }
    }
}
