package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import nullaosta.clearance.token.IssueEntry;
import nullaosta.cli.CommandLineDoor;
import nullaosta.disclosure.Envelope;
import nullaosta.dossier.Answer;
import nullaosta.dossier.Command;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.GatePhone;
import nullaosta.dossier.Row;
import nullaosta.gate.GateCheck;
import nullaosta.gate.SignedCheck;
import nullaosta.seal.Digest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server is audited from outside, with a key and a token; and what whoever runs it could add is found. */
class AuditTest {

    @TempDir
    Path folder;

    private Demo demo;

    @BeforeEach
    void open() throws Exception {
        demo = Demo.open();
        demo.verified();
        Files.writeString(folder.resolve("key"), demo.as("public").get("/register/key").body());
        Files.writeString(folder.resolve("policy"), demo.as("public").get("/register/policy").body());
        Files.writeString(folder.resolve("token"), "demo:audit.bruni");
    }

    @AfterEach
    void close() {
        demo.close();
    }

    private record Ended(int code, String text) {}

    private Ended audit(String... more) {
        StringWriter text = new StringWriter();
        String[] words = new String[more.length + 6];
        System.arraycopy(new String[]{"audit", demo.address(), "--token", folder.resolve("token").toString(), "--key",
                folder.resolve("key").toString()}, 0, words, 0, 6);
        System.arraycopy(more, 0, words, 6, more.length);
        int code = CommandLineDoor.run(new PrintWriter(text), new PrintWriter(text), words);
        return new Ended(code, text.toString().replaceAll("\\s+", " "));
    }

    @Test
    void theDemonstrationStandsOnTheServersWordAndOnNothingElse() throws Exception {
        Ended ended = audit("--policy", folder.resolve("policy").toString());
        assertThat(ended.code()).as(ended.text()).isEqualTo(4);
        assertThat(ended.text())
                .contains("Nothing contradicts the register; some of it rests on the server's word alone.",
                        "the policy asks for none", "On the server's word",
                        "On. G. Ferri (min.ferri) for government: on the server's record")
                .doesNotContain("Contradicted");
        assertThat(audit("--json").text()).contains("\"weight\":\"UNPROVEN\"").doesNotContain("CONTRADICTION");
    }

    @Test
    void aClearanceThatNoCaseShowsAndACaseThatIsNotListed() throws Exception {
        demo.installation().log().add(IssueEntry.bytes(Digest.of(new byte[]{1})));
        demo.installation().log().add(new Envelope("hidden", 1, "MissionFiled", Instant.EPOCH, Digest.of(),
                Digest.of()).bytes());
        demo.installation().log().add("opaque".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        demo.verified();
        Ended ended = audit();
        assertThat(ended.code()).as(ended.text()).isEqualTo(2);
        assertThat(ended.text()).contains("The server says what the register contradicts.", "Contradicted (2)",
                "is the issue of a clearance that no case shows",
                "1 entry of the case hidden, which the server does not list",
                "1 entries of no form that is known here");
    }

    /** A deputy under an absence that the register holds, and a general's word that nobody confirmed. */
    @Test
    void whatADeputySignedAndWhatWasHeardAreHeldAgainstTheRegister() throws Exception {
        Caller.Reply away = demo.as("desk.rossi").post("/api/v1/absences", Map.of("officer", "min.ferri", "deputy",
                "sot.riva", "from", Instant.now().toString(), "until", Instant.now().plusSeconds(3_600).toString()));
        assertThat(away.status()).as(away.body()).isEqualTo(201);
        String waits = demo.installation().lists().every().stream().filter(row -> row.callSign().equals("REACH23"))
                .findFirst().orElseThrow().number();
        for (String officer : List.of("sot.riva", "pcm.valle")) {
            Caller.Reply signed = demo.as(officer).post("/api/v1/cases/" + waits + "/signature",
                    Map.of("verdict", "APPROVE", "reasons", "agreed"));
            assertThat(signed.status()).as(signed.body()).isEqualTo(200);
        }
        String heard = OralStoryTest.prepared(demo);
        Caller.Reply oral = demo.as("desk.greco").post("/api/v1/cases/" + heard + "/oral",
                Map.of("officer", "smd.conti", "verdict", "APPROVE", "reasons", "go", "givenAt",
                        Instant.now().toString(), "means", "telephone", "heardBy", "Ten. Greco"));
        assertThat(oral.status()).as(oral.body()).isEqualTo(200);
        demo.verified();
        Ended ended = audit();
        assertThat(ended.code()).as(ended.text()).isEqualTo(4);
        assertThat(ended.text()).doesNotContain("Contradicted", "no form that is known here").contains(
                "On. A. Riva (sot.riva) for government: on the server's record",
                "Gen. B. Conti (smd.conti) for defence-staff: by word of mouth at", "not confirmed by the officer");
    }

    /** A phone of Sigonella hands over what it checked; the auditor verifies it with the phone's own key. */
    @Test
    void whatADeviceSignedIsVerifiedWithItsKey() throws Exception {
        Row row = demo.installation().lists().every().stream().filter(it -> it.clearance().isPresent()).findFirst()
                .orElseThrow();
        Dossier flight = demo.installation().dossiers().read(row.id()).orElseThrow();
        GatePhone phone = new GatePhone();
        Caller base = demo.as("sig.leone");
        assertThat(base.post("/api/v1/gate/devices",
                Map.of("key", phone.device("SIGONELLA").key().spki(), "name", "Gate 1")).status()).isEqualTo(201);
        assertThat(demo.installation().gate().devices().enrol(phone.id, "SIGONELLA", "sig.leone", Instant.now()))
                .isTrue();
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<SignedCheck> records = List.of(phone.add(flight, at, GateCheck.Call.NONE),
                phone.add(flight, at, GateCheck.Call.STOP));
        Caller.Reply taken = base.post("/api/v1/gate/checks", Map.of("device", phone.id, "records", records.stream()
                .map(it -> Map.of("record", it.text(), "signature", it.signature())).toList()));
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        demo.verified();
        Ended ended = audit();
        assertThat(ended.code()).as(ended.text()).isEqualTo(4);
        assertThat(ended.text()).doesNotContain("Contradicted")
                .contains("gates 1 device, 2 of their records verified by their own keys");
        assertThat(demo.as("desk.rossi").get("/api/v1/audit/devices").status()).isEqualTo(403);
    }

    /** Half a century on: what it said is gone, and the auditor is told so rather than left to find a gap. */
    @Test
    void aCaseThatWasErasedIsToldApart() throws Exception {
        Row cleared = demo.installation().lists().every().stream().filter(row -> row.landedAt().isEmpty())
                .filter(row -> row.clearance().isPresent() && row.takenOffAt().isEmpty()).findFirst().orElseThrow();
        Instant later = Instant.now().plus(Duration.ofDays(50 * 365));
        perform("desk.rossi", later, cleared, new Command.ProposeErasure("an act of Parliament", "its time is over"));
        perform("smd.conti", later, cleared, new Command.EraseCase("agreed"));
        demo.verified();
        Ended ended = audit();
        assertThat(ended.code()).as(ended.text()).isEqualTo(4);
        assertThat(ended.text()).contains(cleared.number() + " was erased on ",
                "on the ground of an act of Parliament: what it said can be held against nothing any more");
        Caller.Reply gone = demo.as("desk.rossi").get("/cases/" + cleared.number());
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.body()).contains("was erased on ").doesNotContain("call sign");
        assertThat(demo.as("desk.rossi").get("/api/v1/cases/" + cleared.number()).text("code")).isEqualTo("ERASED");
    }

    private void perform(String by, Instant at, Row row, Command command) {
        assertThat(demo.installation().dossiers().perform(demo.installation().people().find(by).orElseThrow(), at,
                row.id(), command)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void whatCannotBeAskedIsNotAudited() throws Exception {
        Files.writeString(folder.resolve("token"), "demo:us.embassy");
        assertThat(audit()).satisfies(ended -> {
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.text()).contains("nothing was audited: ", "/api/v1/audit/cases answered 403");
        });
        Files.writeString(folder.resolve("key"), "no key");
        assertThat(audit().text()).contains("nothing was audited: found `no key`; expected a verifier key");
    }
}
