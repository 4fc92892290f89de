package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nullaosta.mission.Mission;
import nullaosta.mission.MissionWriter;
import nullaosta.mission.Missions;
import nullaosta.register.proof.Verification;
import org.junit.jupiter.api.Test;

/** A flight lands at Pantelleria on its way home; the commander there checks it on a phone, and it goes on. */
class StopoverStoryTest {

    @Test
    void itGoesOnFromPantelleria() throws Exception {
        try (Demo demo = Demo.open(); Browser browser = new Browser(demo.address())) {
            Mission scene = demo.scene("08-british-surveillance").mission();
            Mission soon = scene.shifted(Duration.between(scene.departure(), Instant.now().plusSeconds(900)));
            Map<String, Object> mission = MissionWriter.write(Missions.with(soon, Map.of("legs", List.of(
                    Map.of("from", "SIGONELLA", "to", "PANTELLERIA", "exit", "DODUS", "entry", "DODUS", "overflies",
                            List.of()),
                    Map.of("from", "PANTELLERIA", "to", "SIGONELLA", "exit", "DODUS", "entry", "DODUS", "overflies",
                            List.of())))));
            String number = demo.as("gb.embassy").post("/api/v1/missions", Map.of("mission", mission)).text("number");
            say(demo, "desk.rossi", number, "draft", Map.of("verdict", "APPROVE", "reasons", "within the terms"));
            say(demo, "smd.conti", number, "signature", Map.of("verdict", "APPROVE", "reasons", "agreed"));
            demo.verified();
            Map<String, String> seen = Map.of("tail", soon.aircraft().tail(), "callSign", soon.aircraft().callSign(),
                    "type", soon.aircraft().type(), "armed", "no", "otherStatesCleared", "yes");

            browser.as("pan.moro");
            browser.open("/base");
            assertThat(browser.text()).contains(soon.aircraft().callSign(), "SIGONELLA → DODUS → PANTELLERIA");
            browser.open("/base/" + number);
            assertThat(browser.text()).contains("It leaves SIGONELLA first.");

            say(demo, "sig.leone", number, "check", seen);
            say(demo, "sig.leone", number, "call", Map.of("call", "RELEASE"));
            say(demo, "sig.leone", number, "takeoff", Map.of());
            browser.open("/base/" + number);
            assertThat(browser.value("Place")).isEqualTo("PANTELLERIA");
            browser.choose("Landing", "as planned");
            browser.press("Enter the landing");
            assertThat(browser.heading()).isEqualTo("May " + soon.aircraft().callSign() + " go on?");
            assertThat(browser.text()).contains("It goes on from PANTELLERIA by the same clearance",
                    "SIGONELLA to PANTELLERIA: took off");
            browser.shoot("stopover-01-at-pantelleria");
            browser.shootDark("stopover-01-at-pantelleria");
            say(demo, "pan.moro", number, "check", seen);
            browser.open("/base/" + number);
            browser.press("Release this aircraft");
            browser.press("Enter the take-off");
            assertThat(browser.heading()).isEqualTo(soon.aircraft().callSign() + " is in the air");
            assertThat(browser.value("Place")).isEqualTo("SIGONELLA");
            assertThat(demo.as("desk.rossi").get("/api/v1/cases/" + number).body()).contains("\"stops\"",
                    "\"deviations\":[]");
            assertThat(browser.complaints()).isEmpty();
            assertThat(demo.verified()).isInstanceOf(Verification.Sound.class);
        }
    }

    private static void say(Demo demo, String by, String number, String asked, Map<String, ?> json) throws Exception {
        Caller.Reply reply = demo.as(by).post("/api/v1/cases/" + number + "/" + asked, json);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }
}
