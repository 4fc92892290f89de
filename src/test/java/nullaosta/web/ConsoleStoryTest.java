package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nullaosta.register.proof.Verification;
import org.junit.jupiter.api.Test;

/** One whole story in a real browser: from a request to a landing, by everybody whose task it is. */
class ConsoleStoryTest {

    @Test
    void fromARequestToALandingByEverybodyWhoseTaskItIs() throws Exception {
        try (Demo demo = Demo.open(); Browser browser = new Browser(demo.address())) {
            browser.open("/");
            assertThat(browser.heading()).isEqualTo("Who are you today?");
            browser.shoot("01-start");

            String number = theEmbassyFiles(browser);
            theDeskCompletesAndPrepares(browser, number);
            twoOfficersSign(browser, number);
            theBaseChecksAndReleases(browser, number);
            theWatchSeesIt(browser);
            theMinisterRevokes(browser, number);
            itLands(browser, number);
            anybodyReadsTheRegister(browser);

            assertThat(browser.complaints()).isEmpty();
            assertThat(demo.verified()).isInstanceOf(Verification.Sound.class);
        }
    }

    private static String theEmbassyFiles(Browser browser) {
        browser.as("us.embassy");
        assertThat(browser.heading()).isEqualTo("My missions");
        browser.shoot("02-requester-list");
        browser.open("/cases/EX-IT-2026-0001");
        browser.follow("File another like this");
        browser.fill("Call sign", "REACH77");
        browser.fill("Tail", "12-7777");
        browser.fill("24-bit address", "AE5C7");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        browser.moment("Departure", now.plusSeconds(180));
        browser.moment("Window from", now.minusSeconds(600));
        browser.moment("Window until", now.plusSeconds(4 * 3600));
        browser.shoot("03-requester-form");
        browser.press("File this mission");
        assertThat(browser.text()).contains("Not filed: 1 thing to mend",
                "24-bit address: found `AE5C7`, expected a 24-bit address of six hexadecimal digits in lower case");
        browser.shoot("04-requester-form-faults");
        browser.fill("24-bit address", "AE5C77");
        browser.press("File this mission");
        assertThat(browser.heading()).isEqualTo("Not yet: facts are missing");
        browser.shoot("05-requester-case");
        assertThat(browser.hasButton("Put it in the file")).isFalse();
        return browser.path().substring("/cases/".length());
    }

    private static void theDeskCompletesAndPrepares(Browser browser, String number) {
        browser.as("desk.rossi");
        assertThat(browser.heading()).isEqualTo("Cases");
        browser.shoot("06-desk-queue");
        browser.shootDark("06-desk-queue");
        browser.follow(number);
        browser.untilDrawn();
        browser.shoot("07-desk-case");
        browser.shootDark("07-desk-case");
        browser.fill("Value", "perhaps");
        state(browser);
        assertThat(browser.text()).contains("`perhaps` in answer to");
        assertThat(browser.value("Who says so")).as("it came back").isEqualTo("liaison officer of the coalition");
        browser.shoot("07-desk-came-back");
        browser.fill("Value", "yes");
        browser.press("Put it in the file");
        assertThat(browser.heading()).isEqualTo("For decision: the terms ask for one, flight by flight");
        browser.fill("Reasons", "Defensive escort of a named team, within the terms.");
        browser.fill("Conditions", "No release of weapons\nReturn at once if revoked");
        browser.press("Put it before the authority");
        assertThat(browser.text()).contains("Prepared: approve", "Must still sign: the government, 2 signatures");
    }

    private static void state(Browser browser) {
        browser.fill("Who says so", "liaison officer of the coalition");
        browser.fill("Dated", "11/20/2026");
        browser.press("Put it in the file");
    }

    private static void twoOfficersSign(Browser browser, String number) {
        browser.as("smd.conti");
        browser.open("/cases/" + number);
        assertThat(browser.text()).contains("you cannot sign");
        browser.as("min.ferri");
        browser.open("/cases/" + number);
        browser.shoot("08-authority-case");
        browser.fill("Your reasons", "To protect named personnel; revocable at any time.");
        browser.press("Approve this flight");
        assertThat(browser.text()).contains("you cannot sign", "nobody counts twice");
        browser.as("pcm.valle");
        browser.open("/cases/" + number);
        browser.fill("Your reasons", "Agreed.");
        browser.press("Approve this flight");
        assertThat(browser.heading()).isEqualTo("Cleared");
        browser.shoot("09-cleared-case");
        browser.follow("Open the document");
        assertThat(browser.text()).contains(number + "/1", "No release of weapons", "On. G. Ferri", "Cons. E. Valle");
        browser.shoot("10-clearance");
        assertThat(browser.printedPages("10-clearance")).isEqualTo(1);
        browser.open("/clearances/" + number + "/1/token.txt");
    }

    private static void theBaseChecksAndReleases(Browser browser, String number) {
        browser.as("sig.leone");
        assertThat(browser.heading()).isEqualTo("Sigonella: movements");
        browser.shoot("11-base-board");
        browser.fill("Clearance number", "REACH99");
        browser.press("Find it");
        assertThat(browser.text()).contains("nothing permits it to take off");
        browser.fill("Clearance number", "12 7777");
        browser.press("Find it");
        assertThat(browser.path()).isEqualTo("/base/" + number);
        browser.press("Release this aircraft");
        assertThat(browser.text()).contains("No green or amber check that still stands");
        inspect(browser, "12-7778");
        assertThat(browser.textOf(".light .word")).isEqualTo("STOP");
        browser.shoot("12-base-red");
        inspect(browser, "12-7777");
        assertThat(browser.textOf(".light .word")).isEqualTo("GO");
        browser.shoot("13-base-green");
        browser.press("Release this aircraft");
        assertThat(browser.text()).contains("Last word: release.");
        browser.press("Enter the take-off");
        assertThat(browser.text()).contains("In the air since");
    }

    private static void inspect(Browser browser, String tail) {
        browser.fill("Tail", tail);
        browser.fill("Call sign", "REACH77");
        browser.fill("Type", "MQ-9");
        browser.choose("Weapons, as inspected", "armed");
        browser.choose("Other states on the route", "all have cleared it, or there are none");
        browser.press("Check");
    }

    private static void theWatchSeesIt(Browser browser) {
        browser.as("watch.sala");
        browser.untilText("REACH77");
        browser.untilText("REACH21");
        assertThat(browser.text()).doesNotContain("took off without a green light");
        browser.untilDrawn();
        browser.shoot("14-watch");
        browser.shootDark("14-watch");
    }

    private static void theMinisterRevokes(Browser browser, String number) {
        browser.as("min.ferri");
        browser.open("/cases/" + number);
        assertThat(browser.text()).contains("in the air", "must be recovered");
        browser.fill("Reason", "The team has left.");
        browser.press("Revoke this clearance");
        assertThat(browser.heading()).isEqualTo("Clearance revoked, in the air");
        browser.as("watch.sala");
        browser.untilText("clearance revoked: recover");
        assertThat(browser.textOf("#floor li:first-child")).as("worst first").contains("REACH77");
        browser.shoot("15-watch-revoked");
    }

    private static void itLands(Browser browser, String number) {
        browser.as("sig.leone");
        browser.open("/base/" + number);
        assertThat(browser.textOf(".light .word")).isEqualTo("RECOVER");
        browser.shoot("16-base-recover");
        browser.choose("Landing", "emergency");
        browser.press("Enter the landing");
        assertThat(browser.text()).contains("Not done");
        browser.choose("Landing", "emergency");
        browser.fill("Words", "low on fuel");
        browser.press("Enter the landing");
        assertThat(browser.text()).contains("an emergency landing, low on fuel");
        browser.shoot("17-base-landed");
    }

    private static void anybodyReadsTheRegister(Browser browser) {
        browser.as("public");
        assertThat(browser.heading()).isEqualTo("What was asked, and what was answered");
        browser.shoot("18-register");
        browser.follow("Agreements");
        browser.shoot("19-agreements");
        browser.follow("US aircraft at Sigonella, 2016");
        browser.shoot("20-agreement");
        browser.open("/cases");
        assertThat(browser.text()).contains("This place is for");
        browser.shoot("21-not-for-you");
    }
}
