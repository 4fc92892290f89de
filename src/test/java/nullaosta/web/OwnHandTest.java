package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import nullaosta.appointment.Act;
import nullaosta.appointment.Assertion;
import nullaosta.appointment.OfficerKey;
import nullaosta.decision.Verdict;
import nullaosta.dossier.Dossier;
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

    private AppointingHost appointing;
    private Demo demo;

    @BeforeEach
    void open() throws Exception {
        appointing = new AppointingHost(host, true);
        demo = appointing.demo;
    }

    @AfterEach
    void close() {
        appointing.close();
    }

    private Caller.Reply sign(String number, Map<String, ?> fields) throws Exception {
        return demo.as("smd.conti").post("/api/v1/cases/" + number + "/signature", fields);
    }

    private Dossier dossier(String number) {
        return demo.installation().dossiers().find(number).orElseThrow();
    }

    @Test
    void aProgramSignsTheTextThatItIsGiven() throws Exception {
        String number = appointing.prepared();
        assertThat(sign(number, Map.of("verdict", "APPROVE", "reasons", "agreed")).body())
                .contains("The officer's own signature is missing");

        IssuerKey general = IssuerKey.generate(RANDOM);
        Act act = appointing.appointment(new OfficerKey.OfFile(general.publicKey()));
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
        Act forged = Act.appoint(
                ((Act.Appointed) appointing.appointment(new OfficerKey.OfFile(appointing.authority.publicKey())))
                        .appointment(),
                IssuerKey.generate(RANDOM));
        assertThat(demo.as("desk.rossi").post("/api/v1/appointments", forged.document()).body())
                .contains("NOT_APPOINTING");
        assertThat(demo.as("desk.rossi").post("/api/v1/appointments", Map.of("signature", "AA==")).body())
                .contains("act: expected one of `appointment` and `ended`");
        assertThat(demo.as("smd.conti").submit("/keys", Map.of("act", "nothing")).body())
                .contains("Not entered: act: ");
        assertThat(demo.as("us.embassy").post("/api/v1/cases/" + appointing.prepared() + "/decision-text",
                Map.of("verdict", "APPROVE", "reasons", "agreed")).body()).contains("NOTHING_TO_SIGN");
        assertThat(
                demo.as("smd.conti").post("/api/v1/cases/" + appointing.prepared() + "/decision-text", Map.of()).body())
                .contains("NOT_VALID");
    }

    @Test
    void aPasskeyOfTheBrowser() throws Exception {
        String number = appointing.prepared();
        try (Browser browser = new Browser(demo.address())) {
            browser.withPasskeys();
            browser.as("smd.conti");
            browser.open("/keys");
            String request = browser.pressAndRead("Make a passkey on this device", "Public half");
            OfficerKey key = OfficerKey.parse(request.getBytes(StandardCharsets.UTF_8));
            assertThat(key).isInstanceOf(OfficerKey.Passkey.class);
            browser.paste("The act", new String(appointing.appointment(key).document(), StandardCharsets.UTF_8));
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

    /** The one thing that counts without a key, and says so until the general has put theirs under it. */
    @Test
    void whatWasSaidOnTheTelephoneIsConfirmedUnderTheOfficersOwnKey() throws Exception {
        String number = appointing.prepared();
        Caller.Reply heard = demo.as("desk.greco").post("/api/v1/cases/" + number + "/oral",
                Map.of("officer", "smd.conti", "verdict", "APPROVE", "reasons", "go", "givenAt",
                        Instant.now().toString(), "means", "telephone", "heardBy", "Ten. Greco"));
        assertThat(heard.status()).as(heard.body()).isEqualTo(200);
        assertThat(heard.text("phase")).isEqualTo("CLEARED");
        assertThat(demo.as("desk.rossi").get("/cases/" + number).body())
                .contains("Until then nothing stands under the officer's own key, which this host asks for.");

        IssuerKey general = IssuerKey.generate(RANDOM);
        demo.as("desk.rossi").post("/api/v1/appointments",
                appointing.appointment(new OfficerKey.OfFile(general.publicKey())).document());
        Map<String, String> word = Map.of("word", "CONFIRM", "reasons", "as I said");
        assertThat(demo.as("smd.conti").post("/api/v1/cases/" + number + "/confirmation", word).body())
                .contains("The officer's own signature is missing");
        String text = demo.as("smd.conti").post("/api/v1/cases/" + number + "/decision-text",
                Map.of("verdict", "APPROVE", "reasons", "as I said")).text("text");
        Caller.Reply confirmed = demo.as("smd.conti").post("/api/v1/cases/" + number + "/confirmation",
                Map.of("word", "CONFIRM", "reasons", "as I said", "text", text, "assertion",
                        new Assertion.ByKey(general.kid(), general.sign(text.getBytes(StandardCharsets.UTF_8)))
                                .text()));
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(dossier(number).orals().getFirst().confirmed().orElseThrow().own().orElseThrow().text())
                .isEqualTo(text);
    }

    @Test
    void aPasskeyConfirms() throws Exception {
        String number = appointing.prepared();
        demo.as("desk.greco").post("/api/v1/cases/" + number + "/oral",
                Map.of("officer", "smd.conti", "verdict", "APPROVE", "reasons", "go", "givenAt",
                        Instant.now().toString(), "means", "telephone", "heardBy", "Ten. Greco"));
        try (Browser browser = new Browser(demo.address())) {
            browser.withPasskeys();
            browser.as("smd.conti");
            browser.open("/keys");
            OfficerKey key = OfficerKey.parse(browser.pressAndRead("Make a passkey on this device", "Public half")
                    .getBytes(StandardCharsets.UTF_8));
            browser.paste("The act", new String(appointing.appointment(key).document(), StandardCharsets.UTF_8));
            browser.press("Enter it");
            browser.open("/cases/" + number);
            browser.fill("Your reasons", "as I said");
            browser.pressUntil("Confirm it: I decided this", "Under the officer's own key " + key.kid());
        }
        assertThat(dossier(number).oralUntil()).isEmpty();
    }

    /** The clerk's computer lies about the page, or another site asks: the device signs for that site, and it counts for nothing. */
    @Test
    void aPasskeyOfAnotherSiteSignsNothingHere() throws Exception {
        OfficerKey elsewhere = new OfficerKey.Passkey(IssuerKey.generate(RANDOM).publicKey(), "AAAA",
                "elsewhere.example");
        assertThat(new Assertion.ByPasskey(elsewhere.kid(), new byte[37], new byte[0], new byte[0])
                .covers(new byte[0], elsewhere)).isFalse();
        demo.as("desk.rossi").post("/api/v1/appointments", appointing.appointment(elsewhere).document());
        assertThat(demo.as("smd.conti").get("/keys/mine").body()).contains("elsewhere.example");
        assertThat(demo.as("pcm.valle").get("/keys/mine").body()).isEqualTo("[]");
    }
}
