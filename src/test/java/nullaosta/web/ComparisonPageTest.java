package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import nullaosta.dossier.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two cases side by side, for those who may see both. */
class ComparisonPageTest {

    private static Demo demo;

    @BeforeAll
    static void open() throws Exception {
        demo = Demo.open();
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    private static String number(String callSign) {
        return demo.installation().lists().every().stream().filter(row -> row.callSign().equals(callSign))
                .map(Row::number).findFirst().orElseThrow();
    }

    private static String path(String one, String other) {
        return "/comparison?one=" + number(one) + "&other=" + number(other);
    }

    @Test
    void whatDiffersIsMarkedAndWhatDoesNotIsNot() throws Exception {
        String page = demo.as("desk.rossi").get(path("REACH34", "REACH22")).body();
        assertThat(page).contains("<tr class=\"differs\"><th scope=\"row\">Purpose</th><td><div>protect personnel on"
                + " ground</div></td><td><div>offensive</div></td><td>differs</td></tr>",
                "<tr><th scope=\"row\">Crew on board</th><td><div>no</div></td><td><div>no</div></td><td>same</td></tr>",
                "<tr class=\"differs\"><th scope=\"row\">ART-5.1</th><td><span class=\"tag clear\">clear</span></td>"
                        + "<td><span class=\"tag way\">stands in the way</span></td><td>differs</td></tr>",
                "<tr><th scope=\"row\">ART-7.1</th>");
    }

    /** ART-1.1 of two agreements is not one clause. */
    @Test
    void clausesOfDifferentAgreementsStandApart() throws Exception {
        assertThat(demo.as("desk.rossi").get(path("REACH34", "CHILL11")).body())
                .contains("They were assessed under different agreements", "US surveillance from Pantelleria, 2016")
                .doesNotContain("not in its terms");
    }

    @Test
    void anothersCaseIsAsUnknownAsNone() throws Exception {
        Caller british = demo.as("gb.embassy");
        assertThat(british.get(path("RRR7201", "REACH34")).status()).isEqualTo(404);
        assertThat(british.get(path("RRR7201", "REACH34")).body()).contains("There is no case `" + number("REACH34")
                + "` that concerns you").doesNotContain("offensive");
        assertThat(british.get("/comparison").status()).isEqualTo(404);
    }

    @Test
    void itHasNoBarrier() throws Exception {
        try (Browser browser = new Browser(demo.address())) {
            browser.as("min.ferri");
            browser.open(path("REACH34", "REACH22"));
            browser.shoot("comparison");
            browser.shootDark("comparison");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
