package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nullaosta.appointment.Assertion;
import nullaosta.appointment.OfficerKey;
import nullaosta.cli.CommandLineDoor;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.IssuerKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decided case goes out to its readers, who verify it with nothing but the register's key. */
class DisclosureTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    private final IssuerKey general = IssuerKey.generate(RANDOM);
    private AppointingHost appointing;
    private Demo demo;
    private String number;

    @BeforeEach
    void prepareACase() throws Exception {
        appointing = new AppointingHost(Files.createDirectories(folder.resolve("host")), false);
        demo = appointing.demo;
        assertThat(demo.as("desk.rossi").post("/api/v1/appointments",
                appointing.appointment(new OfficerKey.OfFile(general.publicKey())).document()).status()).isEqualTo(201);
        number = appointing.prepared();
        Files.writeString(folder.resolve("key"), demo.as("public").get("/register/key").body());
        Files.write(folder.resolve("appointing.json"),
                CanonicalJson.bytes(new OfficerKey.OfFile(appointing.authority.publicKey()).toMap()));
    }

    @AfterEach
    void close() {
        appointing.close();
    }

    private void signedByKey() throws Exception {
        String text = demo.as("smd.conti").post("/api/v1/cases/" + number + "/decision-text",
                Map.of("verdict", "APPROVE", "reasons", "agreed")).text("text");
        String assertion = new Assertion.ByKey(general.kid(), general.sign(text.getBytes(StandardCharsets.UTF_8)))
                .text();
        assertThat(demo.as("smd.conti").post("/api/v1/cases/" + number + "/signature",
                Map.of("verdict", "APPROVE", "reasons", "agreed", "text", text, "assertion", assertion)).status())
                .isEqualTo(200);
    }

    private void signedOnRecord() throws Exception {
        demo.as("smd.conti").post("/api/v1/cases/" + number + "/signature",
                Map.of("verdict", "APPROVE", "reasons", "agreed"));
    }

    /** With the command, as its reader does it. */
    private Path disclosed(String person, String reader) throws Exception {
        demo.verified();
        Path file = folder.resolve(reader + ".json");
        Path token = Files.writeString(folder.resolve("token"), "demo:" + person);
        Ended ended = run("disclose", number, "--to", reader, "--from", demo.address(), "--token", token.toString(),
                "--out", file.toString());
        assertThat(ended.code()).as(ended.text()).isZero();
        return file;
    }

    private record Ended(int code, String text) {}

    private static Ended run(String... arguments) {
        StringWriter text = new StringWriter();
        int code = CommandLineDoor.run(new PrintWriter(text), new PrintWriter(text), arguments);
        return new Ended(code, text.toString());
    }

    private Ended verify(String what, Path file, String... more) {
        List<String> words = new ArrayList<>(List.of("verify", what, file.toString(), "--key",
                folder.resolve("key").toString()));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private Ended decisions(Path file) {
        return verify("decision", file, "--appointing", folder.resolve("appointing.json").toString());
    }

    /** One entry is closed as a whole, and each reader is told on which ground; without that the package is broken. */
    @Test
    void whoWasForgottenIsMissingFromEveryPackageAndTheRestIsWhole() throws Exception {
        String at = "/api/v1/cases/" + number;
        say("desk.rossi", at + "/party", Map.of("who", "the field hospital", "area", "LIBYA", "latitude", 32.375,
                "longitude", 15.092, "radiusMetres", 500, "from", "2016-03-01T00:00:00Z", "until",
                "2016-03-09T00:00:00Z", "source", "liaison", "grade", "B2"));
        say("desk.rossi", at + "/strikeout", Map.of("party", 1, "reason", "they left"));
        say("min.ferri", at + "/forgetting",
                Map.of("party", 1, "ground", "Regulation (EU) 2016/679, article 17", "reason", "they asked for it"));
        for (Map.Entry<String, String> reader : Map
                .of("audit.bruni", "auditor", "gb.embassy", "state", "desk.rossi", "public").entrySet()) {
            Path file = disclosed(reader.getKey(), reader.getValue());
            Ended ended = verify("disclosure", file);
            assertThat(ended.code()).as(reader + " " + ended.text()).isZero();
            assertThat(ended.text()).contains("WHOLE", "article 17").doesNotContain("hospital");
            assertThat(Files.readString(file)).doesNotContain("hospital");
            String hidden = Files.readString(file).replace("PartyForgotten", "PartyForgottem");
            assertThat(verify("disclosure", Files.writeString(folder.resolve("hidden.json"), hidden)).code())
                    .isEqualTo(2);
        }
        String token = Files.writeString(folder.resolve("token"), "demo:audit.bruni").toString();
        Ended audit = run("audit", demo.address(), "--token", token, "--key", folder.resolve("key").toString());
        assertThat(audit.code()).as(audit.text()).isEqualTo(4);
        assertThat(audit.text().replaceAll("\\s+", " ")).doesNotContain("Contradicted").contains(
                "of a protected party was forgotten on the ground of Regulation (EU) 2016/679, article 17");
    }

    private void say(String by, String path, Map<String, ?> json) throws Exception {
        Caller.Reply reply = demo.as(by).post(path, json);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    @Test
    void theAuditorSeesAllAndWhoseHandItWas() throws Exception {
        signedByKey();
        Path file = disclosed("audit.bruni", "auditor");
        Ended entries = verify("disclosure", file);
        assertThat(entries.code()).as(entries.text()).isZero();
        assertThat(entries.text()).contains("WHOLE", "DecisionPrepared", "DecisionSigned", "within the terms");
        Ended decisions = decisions(file);
        assertThat(decisions.code()).as(decisions.text()).isZero();
        assertThat(decisions.text().replaceAll("\\s+", " ")).contains("THEIRS", "Gen. B. Conti (smd.conti) for "
                + "defence-staff: under their own key " + general.kid() + ", appointed by order of the day 12/2016");
        Path trust = Files.writeString(folder.resolve("trust.json"), demo.as("public").get("/trust.json").body());
        assertThat(run("verify", "decision", file.toString(), "--trust", trust.toString()).text()).contains("THEIRS");
        assertThat(verify("decision", file)).satisfies(ended -> {
            assertThat(ended.code()).isEqualTo(4);
            assertThat(ended.text()).contains("NOT KNOWN");
        });
    }

    @Test
    void aDecisionOnTheServersRecordIsToldFromOneUnderAKey() throws Exception {
        signedOnRecord();
        Ended decisions = decisions(disclosed("audit.bruni", "auditor"));
        assertThat(decisions.code()).isEqualTo(4);
        assertThat(decisions.text()).contains("ON RECORD");
    }

    @Test
    void theStateThatAskedDoesNotReadTheDeliberation() throws Exception {
        signedByKey();
        Path file = disclosed("gb.embassy", "state");
        assertThat(verify("disclosure", file).code()).isZero();
        assertThat(Files.readString(file)).contains("RRR7201", "international relations").doesNotContain(
                "within the terms", "assertion");
        assertThat(decisions(file).text()).contains("no officer's decision is shown");
    }

    @Test
    void thePublicSeesThatItWasDecidedAndHow() throws Exception {
        signedByKey();
        Path file = disclosed("desk.rossi", "public");
        assertThat(verify("disclosure", file).code()).isZero();
        assertThat(Files.readString(file)).contains("\"APPROVE\"", "\"Decided\"", "defence and military questions",
                "protection of personal data")
                .doesNotContain("SURVEILLANCE", "desk.rossi", "embassy", "within the terms");
    }

    @Test
    void whoMayNotHandItOutDoesNotGetIt() throws Exception {
        assertThat(demo.as("gb.embassy").get("/api/v1/cases/" + number + "/disclosure?to=auditor").body())
                .contains("NOT_FOR_YOUR_ROLE");
        assertThat(demo.as("us.embassy").get("/api/v1/cases/" + number + "/disclosure?to=state").status())
                .isEqualTo(404);
        assertThat(demo.as("audit.bruni").get("/api/v1/cases/" + number + "/disclosure?to=everybody").body())
                .contains("UNKNOWN_READER", "auditor, state, public");
        assertThat(run("disclose", number, "--to", "everybody", "--from", "http://localhost", "--token", "x").text())
                .contains("no reader `everybody`; expected one of auditor, state, public");
    }

    /** Whatever is changed in a package, the reader is told, and where. */
    @Test
    void nothingInItCanBeChanged() throws Exception {
        signedByKey();
        Path whole = disclosed("audit.bruni", "auditor");
        for (Tamper tamper : List.of(new Tamper("agreed", "forced", 2, "is not what was entered"),
                new Tamper("\"case\":\"" + number, "\"case\":\"IT-1", 2,
                        "it is of the case " + number + ", not of IT-1"),
                new Tamper("\"reader\"", "\"reade\"", 1, "/reade is not known; expected one of acts, case, checkpoint"),
                new Tamper("\"v\":1}", "\"v\":2}", 1, "this is no package of a disclosure"))) {
            Path file = Files.writeString(folder.resolve("altered.json"),
                    Files.readString(whole).replace(tamper.from(), tamper.to()));
            Ended ended = verify("disclosure", file);
            assertThat(ended.code()).as(ended.text()).isEqualTo(tamper.code());
            assertThat(ended.text().replaceAll("\\s+", " ")).contains(tamper.words());
        }
        withoutEntry(whole, 2, "found entry 4 of the case; expected 3: one is missing, or they are out of order");
        withoutEntry(whole, 0, "found entry 2 of the case; expected 1");
    }

    private record Tamper(String from, String to, int code, String words) {}

    @SuppressWarnings("unchecked") // a package is an object with a list of entries
    private void withoutEntry(Path whole, int index, String words) throws Exception {
        Map<String, Object> json = (Map<String, Object>) Objects
                .requireNonNull(CanonicalJson.read(Files.readAllBytes(whole)));
        ((List<Object>) Objects.requireNonNull(json.get("entries"))).remove(index);
        Path file = Files.write(folder.resolve("altered.json"), CanonicalJson.bytes(json));
        assertThat(verify("disclosure", file)).satisfies(ended -> {
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.text().replaceAll("\\s+", " ")).contains(words);
        });
    }
}
