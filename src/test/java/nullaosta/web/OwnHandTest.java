package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nullaosta.appointment.Act;
import nullaosta.appointment.Appointment;
import nullaosta.appointment.Assertion;
import nullaosta.appointment.OfficerKey;
import nullaosta.decision.Verdict;
import nullaosta.dossier.Dossier;
import nullaosta.mission.MissionWriter;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.IssuerKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that takes no decision but under the officer's own key: as a program signs it, and with a passkey in a browser. */
class OwnHandTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path host;

    private final IssuerKey appointing = IssuerKey.generate(RANDOM);
    private Demo demo;

    @BeforeEach
    @SuppressWarnings("unchecked") // the host's description is an object
    void open() throws Exception {
        Map<String, Object> description = new LinkedHashMap<>((Map<String, Object>) Objects
                .requireNonNull(CanonicalJson.read(Files.readAllBytes(Path.of("hosts/it/host.json")))));
        description.put("appointing", Map.of("key", appointing.publicKey().spki(), "required", true));
        Files.write(host.resolve("host.json"), CanonicalJson.bytes(description));
        Files.copy(Path.of("hosts/it/people.json"), host.resolve("people.json"));
        demo = Demo.still(host);
    }

    @AfterEach
    void close() {
        demo.close();
    }

    /** A prepared case that one officer of the defence staff decides. */
    private String prepared() throws Exception {
        var scene = demo.scene("08-british-surveillance").mission();
        Map<String, Object> mission = MissionWriter.write(
                scene.shifted(Duration.between(scene.departure(), Instant.now().plus(Duration.ofDays(5)))));
        Caller.Reply filed = demo.as("gb.embassy").post("/api/v1/missions", Map.of("mission", mission));
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        String number = filed.text("number");
        Caller.Reply draft = demo.as("desk.rossi").post("/api/v1/cases/" + number + "/draft",
                Map.of("verdict", "APPROVE", "reasons", "within the terms", "conditions", List.of("By day")));
        assertThat(draft.status()).as(draft.body()).isEqualTo(200);
        return number;
    }

    private Act appointment(OfficerKey key) {
        return Act.appoint(new Appointment("smd.conti", "Gen. B. Conti", "defence-staff", "order of the day 12/2016",
                Instant.now().minusSeconds(60), Instant.now().plus(Duration.ofDays(30)), key), appointing);
    }

    private Caller.Reply sign(String number, Map<String, ?> fields) throws Exception {
        return demo.as("smd.conti").post("/api/v1/cases/" + number + "/signature", fields);
    }

    private Dossier dossier(String number) {
        return demo.installation().dossiers().find(number).orElseThrow();
    }

    @Test
    void aProgramSignsTheTextThatItIsGiven() throws Exception {
        String number = prepared();
        assertThat(sign(number, Map.of("verdict", "APPROVE", "reasons", "agreed")).body())
                .contains("The officer's own signature is missing");

        IssuerKey general = IssuerKey.generate(RANDOM);
        Act act = appointment(new OfficerKey.OfFile(general.publicKey()));
        assertThat(demo.as("desk.rossi").post("/api/v1/appointments", act.document()).status()).isEqualTo(201);
        assertThat(demo.as("desk.rossi").post("/api/v1/appointments", act.document()).status()).as("a second time")
                .isEqualTo(200);
        assertThat(demo.as("audit.bruni").get("/api/v1/appointments").body())
                .contains(general.publicKey().spki(), "order of the day 12/2016");

        Caller.Reply text = demo.as("smd.conti").post("/api/v1/cases/" + number + "/decision-text",
                Map.of("verdict", "APPROVE", "reasons", "agreed\r\nby day"));
        assertThat(text.status()).as(text.body()).isEqualTo(200);
        String assertion = new Assertion.ByKey(general.kid(),
                general.sign(text.text("text").getBytes(StandardCharsets.UTF_8))).text();
        assertThat(sign(number, Map.of("verdict", "REFUSE", "reasons", "agreed\nby day", "text", text.text("text"),
                "assertion", assertion)).body()).contains("What was signed is not what would be decided now");
        Caller.Reply signed = sign(number, Map.of("verdict", "APPROVE", "reasons", "agreed\nby day", "text",
                text.text("text"), "assertion", assertion));
        assertThat(signed.status()).as(signed.body()).isEqualTo(200);
        assertThat(signed.text("phase")).isEqualTo("CLEARED");
        assertThat(dossier(number).signatures().getFirst().own().orElseThrow().text()).isEqualTo(text.text("text"));
    }

    @Test
    void whatNobodyAppointedEntersNothing() throws Exception {
        Act forged = Act.appoint(((Act.Appointed) appointment(new OfficerKey.OfFile(appointing.publicKey())))
                .appointment(), IssuerKey.generate(RANDOM));
        assertThat(demo.as("desk.rossi").post("/api/v1/appointments", forged.document()).body())
                .contains("NOT_APPOINTING");
        assertThat(demo.as("desk.rossi").post("/api/v1/appointments", Map.of("signature", "AA==")).body())
                .contains("act: expected one of `appointment` and `ended`");
        assertThat(demo.as("smd.conti").submit("/keys", Map.of("act", "nothing")).body())
                .contains("Not entered: act: ");
        assertThat(demo.as("us.embassy").post("/api/v1/cases/" + prepared() + "/decision-text",
                Map.of("verdict", "APPROVE", "reasons", "agreed")).body()).contains("NOTHING_TO_SIGN");
        assertThat(demo.as("smd.conti").post("/api/v1/cases/" + prepared() + "/decision-text", Map.of()).body())
                .contains("NOT_VALID");
    }

    @Test
    void aPasskeyOfTheBrowser() throws Exception {
        String number = prepared();
        try (Browser browser = new Browser(demo.address())) {
            browser.withPasskeys();
            browser.as("smd.conti");
            browser.open("/keys");
            String request = browser.pressAndRead("Make a passkey on this device", "Public half");
            OfficerKey key = OfficerKey.parse(request.getBytes(StandardCharsets.UTF_8));
            assertThat(key).isInstanceOf(OfficerKey.Passkey.class);
            browser.paste("The act", new String(appointment(key).document(), StandardCharsets.UTF_8));
            browser.press("Enter it");
            assertThat(browser.text()).contains("The act is entered", "passkey for localhost", "order of the day");
            browser.shoot("keys");

            browser.open("/cases/" + number);
            browser.fill("Your reasons", "agreed,\nby day");
            browser.pressUntil("Approve this flight", "Under the officer's own key " + key.kid());
            assertThat(browser.text()).contains("cleared");
        }
        assertThat(dossier(number).signatures().getFirst().verdict()).isEqualTo(Verdict.APPROVE);
        assertThat(dossier(number).signatures().getFirst().own().orElseThrow().assertion())
                .contains("authenticatorData", "clientData");
    }

    /** The clerk's computer lies about the page, or another site asks: the device signs for that site, and it counts for nothing. */
    @Test
    void aPasskeyOfAnotherSiteSignsNothingHere() throws Exception {
        OfficerKey elsewhere = new OfficerKey.Passkey(IssuerKey.generate(RANDOM).publicKey(), "AAAA",
                "elsewhere.example");
        assertThat(new Assertion.ByPasskey(elsewhere.kid(), new byte[37], new byte[0], new byte[0])
                .covers(new byte[0], elsewhere)).isFalse();
        demo.as("desk.rossi").post("/api/v1/appointments", appointment(elsewhere).document());
        assertThat(demo.as("smd.conti").get("/keys/mine").body()).contains("elsewhere.example");
        assertThat(demo.as("pcm.valle").get("/keys/mine").body()).isEqualTo("[]");
    }
}
