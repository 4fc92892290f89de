package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

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
    void wideAndNarrow() {
        try (Browser browser = new Browser(demo.address())) {
            browser.open("/oversight");
            browser.shoot("oversight");
        }
    }
}
