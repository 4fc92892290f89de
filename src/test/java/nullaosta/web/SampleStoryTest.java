package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nullaosta.dossier.Row;
import nullaosta.register.proof.Verification;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** An auditor draws cases, reads one as it was decided, asks the desk, and takes the report home. */
class SampleStoryTest {

    private static final String WHY = "Why was the second officer not told?";

    @Test
    void anAuditorsMorning() throws Exception {
        try (Demo demo = Demo.open(); Browser browser = new Browser(demo.address())) {
            List<Row> rows = demo.installation().lists().every();
            browser.as("audit.bruni");
            browser.follow("Sample");
            browser.fill("How many cases", "51");
            browser.fill("Seed", "lotto 7 21 44");
            browser.paste("Received from", "2016-01-01");
            browser.paste("Received until", "2015-01-01");
            browser.press("Draw");
            assertThat(browser.text()).contains("How many cases: ", "1 to 50", "Received until: ",
                    "a day that is not before");
            browser.fill("How many cases", "50");
            browser.paste("Received until", LocalDate.now(java.time.ZoneId.of("Europe/Rome")).toString());
            browser.press("Draw");
            assertThat(browser.text()).contains(rows.size() + " of " + rows.size() + " cases",
                    "came out as it did").contains(rows.stream().map(Row::number).toArray(String[]::new));
            assertThat(browser.value("Seed")).as("the form keeps what was drawn by").isEqualTo("lotto 7 21 44");
            browser.shoot("sample-01-drawn");
            browser.shootDark("sample-01-drawn");

            String flown = rows.stream().filter(row -> row.takenOffAt().isPresent()).findFirst().orElseThrow().number();
            browser.open("/cases/" + flown + "/file?as=decided");
            assertThat(browser.text()).contains("As it stood when it was decided", "What came later is left out.")
                    .doesNotContain("taken off");
            browser.shoot("sample-02-as-decided");
            browser.open("/cases/" + flown + "/file");
            assertThat(browser.text()).contains("taken off", "As it was decided");

            assertThat(demo.as("audit.bruni").post("/api/v1/cases/" + flown + "/question", Map.of("question", WHY))
                    .status()).isEqualTo(200);
            byte[] report = demo.as("audit.bruni").file("/sample.pdf?seed=lotto+7+21+44&size=50&from=2016-01-01&until="
                    + LocalDate.now(java.time.ZoneId.of("Europe/Rome")));
            Files.write(Files.createDirectories(Path.of("target/papers")).resolve("sample.pdf"), report);
            try (PDDocument document = Loader.loadPDF(report)) {
                assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " ")).contains("lotto 7 21 44",
                        "drawn by Dott.ssa C. Bruni", WHY, "Not answered.", flown, "SHA-256 over the seed");
            }
            assertThat(demo.as("desk.rossi").get("/sample").status()).isEqualTo(403);
            assertThat(demo.as("audit.bruni").get("/sample.pdf?seed=a").status()).isEqualTo(422);
            assertThat(browser.complaints()).isEmpty();
            assertThat(demo.verified()).isInstanceOf(Verification.Sound.class);
        }
    }
}
