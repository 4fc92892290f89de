package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nullaosta.assessment.Assessment;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Row;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A case on paper: the desk has all of it, the embassy what is not the host's deliberation, a stranger nothing. */
class CaseFileTest {

    /** Greek, Polish and Turkish letters, which the fonts of PDF itself do not have. */
    private static final String FAR = "Ταξίαρχος Łukasiewicz Şahin";

    private static Demo demo;
    private static String number = "";

    @BeforeAll
    static void open() throws Exception {
        demo = Demo.open();
        number = demo.installation().lists().every().stream().filter(row -> row.callSign().equals("REACH34"))
                .map(Row::number).findFirst().orElseThrow();
        assertThat(demo.as("desk.rossi").post("/api/v1/cases/" + number + "/statement", Map.of("fact",
                "file.personnelOnGround", "value", "true", "source", FAR, "dated", "2016-03-02", "grade", "B2", "basis",
                "ASSURED")).status()).isEqualTo(200);
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    @Test
    void theDesksFileHasEveryClauseStatementAndStep() throws Exception {
        String text = text("desk.rossi");
        Dossier dossier = demo.installation().dossiers().find(number).orElseThrow();
        Assessment.fromMap(dossier.assessed().orElseThrow().assessment()).findings()
                .forEach(finding -> assertThat(text).contains(finding.clause()));
        assertThat(text).contains("10-4112", FAR, "B2, assured", "1 / ");
        assertThat(text.lines().filter(line -> line.matches("\\d+ \\d+ \\w{3} \\d{4} \\d\\d:\\d\\dZ .*")).count())
                .isEqualTo(dossier.history().size());
    }

    @Test
    void theEmbassysFileSaysWhatIsClosedAndWhy() throws Exception {
        assertThat(text("us.embassy")).contains("10-4112", "Closed to whoever asked for the flight",
                "D.Lgs 33/2013 art. 5-bis, 1d", "a step of the host, closed").doesNotContain(FAR);
    }

    @Test
    void thePageHasTheSameToPrint() throws Exception {
        assertThat(demo.as("desk.rossi").get("/cases/" + number + "/file").body()).contains("10-4112", FAR,
                "/cases/" + number + "/file.pdf");
    }

    @Test
    void toAStrangerThereIsNoFile() throws Exception {
        for (String path : List.of("/file", "/file.pdf")) {
            Caller.Reply reply = demo.as("gb.embassy").get("/cases/" + number + path);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.body()).contains("No such case file").doesNotContain("REACH34");
        }
    }

    /** PDF/UA: tagged, in a language, with a title; every font is in the file. */
    @Test
    void thePdfCanBeReadAloudAndLooksTheSameEverywhere() throws Exception {
        try (PDDocument document = pdf("desk.rossi")) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("File of " + number);
            List<String> loose = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    if (!font.isEmbedded()) {
                        loose.add(font.getName());
                    }
                }
            }
            assertThat(loose).isEmpty();
        }
    }

    private static PDDocument pdf(String person) throws Exception {
        byte[] file = demo.as(person).file("/cases/" + number + "/file.pdf");
        Files.write(Files.createDirectories(Path.of("target/papers")).resolve("case-" + person + ".pdf"), file);
        return Loader.loadPDF(file);
    }

    private static String text(String person) throws Exception {
        try (PDDocument document = pdf(person)) {
            return words(document);
        }
    }

    /** Each line as it stands on the paper; what was parted between two lines is joined. */
    private static String words(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return stripper.getText(document);
    }
}
