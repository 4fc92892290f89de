package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.dossier.Row;
import org.junit.jupiter.api.Test;

/** The base's page in a real browser, with and without a network. */
class GatePageTest {

    @Test
    void lookAtTheDemo() throws Exception {
        try (Demo demo = Demo.open(); Cable cable = new Cable(demo.address());
                Browser browser = new Browser(cable.address())) {
            for (Row row : demo.installation().cases().every()) {
                System.out.println(row.callSign() + " " + row.phase() + " " + row.clearance() + " " + row.base() + " "
                        + row.window() + " " + row.life() + " " + row.takenOffAt() + " now " + Instant.now());
            }
            browser.as("sig.leone");
            browser.open("/gate");
            Thread.sleep(4000);
            System.out.println(browser.text());
            System.out.println(browser.complaints());
            browser.shoot("gate");
        }
    }
}
