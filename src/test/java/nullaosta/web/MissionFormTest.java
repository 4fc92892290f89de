package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nullaosta.mission.Mission;
import org.junit.jupiter.api.Test;

/** The form in a real browser, as an embassy fills it in: by keys, from empty to filed. */
class MissionFormTest {

    @Test
    void fromAnEmptyFormToTheArmedMissionOfTheDemonstration() throws Exception {
        try (Demo demo = Demo.still(); Browser browser = new Browser(demo.address())) {
            browser.as("us.embassy");
            browser.follow("File a mission");
            assertThat(browser.text()).contains("Every flight: 1 working day");
            browser.shoot("30-form-empty");
            whatIsMissingIsToldAtItsQuestion(browser);
            Instant departure = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(40, ChronoUnit.DAYS);
            fillIn(browser, departure);
            nothingTypedIsLost(browser);
            whatItWouldBe(browser, demo);
            browser.press("File this mission");
            assertThat(browser.heading()).isEqualTo("Not yet: facts are missing");
            browser.shoot("34-form-filed");
            assertThat(demo.installation().cases().every()).hasSize(1);
            Mission filed = demo.installation().dossiers().find(browser.path().substring("/cases/".length()))
                    .orElseThrow().mission();
            Mission armed = demo.scene("01-armed-to-protect-personnel").mission();
            Mission expected = armed.shifted(java.time.Duration.between(armed.departure(), departure));
            assertThat(filed).isEqualTo(expected);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void whatIsMissingIsToldAtItsQuestion(Browser browser) {
        browser.fill("Operator", "Expeditionary reconnaissance squadron");
        browser.fill("Points", "SIGONELLA\nDODOS");
        browser.fill("Half-width or radius", "20 km");
        browser.answer("Does the aircraft carry weapons?", "yes");
        browser.press("File this mission");
        assertThat(browser.text()).contains("things to mend", "Aircraft type: found nothing, expected a text",
                "Departure: found nothing, expected an instant with zone such as `2016-03-01T18:00:00Z`",
                "Volume 1, Points: found `DODOS` in line 2, expected a point's or base's name such as DODUS, or a position",
                "Volume 1, Half-width or radius: found `20 km`, expected a number such as 20 or 7.5",
                "Leg 1, From: found nothing, expected at least one leg: Italy asks for it of every flight",
                "Is a release of weapons planned?: found nothing, expected an answer: Italy asks for it where “Does the"
                        + " aircraft carry weapons?” is yes");
        browser.shoot("31-form-faults");
        assertThat(browser.value("Operator")).isEqualTo("Expeditionary reconnaissance squadron");
        assertThat(browser.value("Points")).isEqualTo("SIGONELLA\nDODOS");
        assertThat(browser.value("Half-width or radius")).isEqualTo("20 km");
    }

    private static void fillIn(Browser browser, Instant departure) {
        browser.fill("Aircraft type", "MQ-9");
        browser.fill("Tail", "09-4066");
        browser.fill("Call sign", "REACH21");
        browser.fill("24-bit address", "ae5c21");
        browser.answer("Is there a crew on board?", "no");
        browser.choose("Purpose", "protect personnel on ground");
        browser.choose("Area", "libya");
        browser.fill("Whom it protects", "a coalition team of eight near Misrata");
        browser.answer("Is a release of weapons planned?", "no");
        browser.answer("Does it carry sensors?", "yes");
        browser.answer("Are dangerous goods on board?", "yes");
        browser.choose("From base", "Sigonella (LICZ)");
        browser.moment("Departure", departure);
        browser.moment("Window from", departure.minus(30, ChronoUnit.MINUTES));
        browser.moment("Window until", departure.plus(359, ChronoUnit.MINUTES));
        browser.fillField("legs/0/from", "SIGONELLA");
        browser.fillField("legs/0/to", "SIGONELLA");
        browser.fill("Leaves the host", "DODUS");
        browser.fill("Enters the host", "DODUS");
        browser.fill("Points", "SIGONELLA\nDODUS\n34.6 N 015.30 E\n3306N01506E");
        browser.fill("Half-width or radius", "20");
        browser.choose("in", "kilometres");
        browser.fill("Floor", "0");
        browser.fill("Ceiling", "7600");
        browser.choose("Heights in", "metres");
        browser.choose("measured from", "mean sea level");
        browser.fill("What is expected", "none expected; the flight leaves rather than act near a settlement");
        browser.fill("Who estimated it", "Air operations centre, legal adviser");
        browser.fill("How", "estimate for a self-defence flight, open ground, no built-up area inside 5 km");
    }

    /** Another volume is another row, added by a button that the server answers. */
    private static void nothingTypedIsLost(Browser browser) {
        browser.press("Add a volume");
        assertThat(browser.value("Call sign")).isEqualTo("REACH21");
        assertThat(browser.text()).contains("Volume 2", "Remove volume 2");
        List<List<String>> second = List.of(List.of("points", "32.2 N 15.1 E"), List.of("reach", "110"),
                List.of("floor", "3000"), List.of("ceiling", "7600"));
        second.forEach(field -> browser.fillField("volumes/1/" + field.get(0), field.get(1)));
        browser.chooseField("volumes/1/shape", "circle about the point");
        browser.chooseField("volumes/1/reachUnit", "kilometres");
        browser.chooseField("volumes/1/heightUnit", "metres");
        browser.chooseField("volumes/1/datum", "mean sea level");
        browser.shoot("32-form-filled");
        browser.shootDark("32-form-filled");
    }

    private static void whatItWouldBe(Browser browser, Demo demo) throws Exception {
        browser.press("See what this would be");
        assertThat(browser.text()).contains("As filed this would be", "Not yet: facts are missing",
                "Nothing was filed", "Are the personnel to be protected on the ground there, then?",
                "The decision of the Government of Italy, with Parliament informed: 2 signatures",
                "Dangerous goods on board: 3 working days", "file until");
        browser.shoot("33-form-preview");
        assertThat(demo.installation().cases().every()).as("looking files nothing").isEmpty();
        assertThat(demo.installation().log().drained()).isTrue();
        assertThat(demo.installation().log().publishedSize()).contains(0L);
    }
}
