package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.IssuerKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a device may send and what it is told: each bad body has its own words, and nothing of it is stored. */
class GateDoorTest {

    private static final IssuerKey KEY = IssuerKey.generate(new SecureRandom());
    private static final String DEVICE = Digest.of(Base64.getDecoder().decode(KEY.publicKey().spki())).hex();

    private static Demo demo;

    @BeforeAll
    static void open() throws Exception {
        demo = Demo.still();
        Caller.Reply asked = demo.as("sig.leone").post("/api/v1/gate/devices",
                Map.of("key", KEY.publicKey().spki(), "name", "Gate 1"));
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.text("standing")).isEqualTo("ASKED");
        assertThat(demo.as("sig.leone").submit("/base/devices/enrol", Map.of("device", DEVICE)).body())
                .contains("compare the number on both screens");
        assertThat(demo.as("pan.moro").submit("/base/devices/enrol", Map.of("device", DEVICE, "same", "yes")).status())
                .isEqualTo(409);
        assertThat(demo.as("sig.leone").submit("/base/devices/enrol", Map.of("device", DEVICE, "same", "yes")).status())
                .isEqualTo(303);
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    private static Map<String, Object> content() {
        return new TreeMap<>(Map.ofEntries(Map.entry("v", 1), Map.entry("kind", "GateCheck"),
                Map.entry("device", DEVICE), Map.entry("number", 1), Map.entry("previous", "0".repeat(64)),
                Map.entry("at", "2026-03-01T18:00:00Z"), Map.entry("who", "Cpl Neri"),
                Map.entry("paper", "cd".repeat(32)), Map.entry("light", "RED"),
                Map.entry("reasons", List.of("expired")),
                Map.entry("compared", Map.of()), Map.entry("call", "NONE"), Map.entry("words", "")));
    }

    private static Caller.Reply sent(String record) throws Exception {
        byte[] signature = KEY.sign(record.getBytes(StandardCharsets.UTF_8));
        return demo.as("sig.leone").post("/api/v1/gate/checks", Map.of("device", DEVICE, "records",
                List.of(Map.of("record", record, "signature", Base64.getEncoder().encodeToString(signature)))));
    }

    private static Caller.Reply sent(Map<String, Object> content) throws Exception {
        return sent(new String(CanonicalJson.bytes(content), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number  | 0            | /number: found `0`; expected a whole number from 1
            at      | "yesterday"  | /at: found `yesterday`; expected an instant such as `2016-03-01T18:00:00Z`
            light   | "PINK"       | /light: found `PINK`; expected one of GREEN, AMBER, RED
            call    | "GO"         | /call: found `GO`; expected one of NONE, RELEASE, STOP
            call    | "RELEASE"    | a release on no clearance; expected one on a green or amber light
            call    | "STOP"       | /words: found nothing; expected why it was stopped, or who was called
            kind    | "GateChecks" | /kind: found `GateChecks`; expected `GateCheck`
            v       | 2            | /v: found `2`; expected `1`
            previous| "00"         | /previous: found `00`; expected 64 hexadecimal digits in lower case
            reasons | ["A"]        | /reasons: found `[A]`; expected a list of codes
            token   | "ab"         | /token: found `ab`; expected 64 hexadecimal digits in lower case
            who     | 7            | /who: found `7`; expected a text of at most 60 characters
            compared| {"fin":"same"} | /compared/fin: found nothing; expected `same` or `different` of tail, type, armed, callSign, base or states
            more    | 1            | found the field `more`; a record has none of that name
            """)
    void aRecordThatIsNone(String field, String value, String words) throws Exception {
        Map<String, Object> content = content();
        content.put(field, CanonicalJson.read(value.getBytes(StandardCharsets.UTF_8)));
        Caller.Reply reply = sent(content);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("detail")).isEqualTo("/records/0: " + words);
    }

    @Test
    void aReleaseOfWhatNobodyLookedAt() throws Exception {
        Map<String, Object> content = content();
        content.putAll(Map.of("call", "RELEASE", "light", "GREEN", "token", "ab".repeat(32), "clearance",
                "EX-IT-2026-0001/1", "compared", Map.of("tail", "same", "type", "same")));
        assertThat(sent(content).text("detail"))
                .isEqualTo("/records/0: a release without comparing armed, base, callSign, states");
        content.put("compared", Map.of("tail", "different"));
        assertThat(sent(content).text("detail"))
                .isEqualTo("/records/0: a release of an aircraft that differs from the paper");
    }

    @Test
    void aRecordInAnotherSpelling() throws Exception {
        String record = new String(CanonicalJson.bytes(content()), StandardCharsets.UTF_8);
        assertThat(sent(record.replace("{\"at\"", "{ \"at\"")).text("detail"))
                .isEqualTo("/records/0: the record is not in its canonical form (RFC 8785)");
        assertThat(sent(record.replace("{\"at\"", "{\"v\":1,\"at\"")).text("detail"))
                .contains("the key `v` stands twice");
        assertThat(sent("[]").text("detail")).isEqualTo("/records/0: the record is no JSON object");
        assertThat(sent("x".repeat(9_000)).text("detail"))
                .isEqualTo("/records/0: a record of 9000 bytes; expected at most 8000");
    }

    @Test
    void aBodyThatIsNone() throws Exception {
        Caller base = demo.as("sig.leone");
        assertThat(base.post("/api/v1/gate/checks", "{").status()).isEqualTo(400);
        assertThat(base.post("/api/v1/gate/checks", "{}").text("detail"))
                .isEqualTo("no `device` and `records`; expected the device's number and a list");
        assertThat(base.post("/api/v1/gate/checks", Map.of("device", DEVICE, "records", List.of())).text("detail"))
                .isEqualTo("/records: found 0; expected 1 to 200 at once");
        assertThat(base.post("/api/v1/gate/checks",
                Map.of("device", DEVICE, "records", Collections.nCopies(201, "x"))).text("detail"))
                .isEqualTo("/records: found 201; expected 1 to 200 at once");
        assertThat(base.post("/api/v1/gate/checks", Map.of("device", DEVICE, "records", List.of("x"))).text("detail"))
                .isEqualTo("/records/0: no `record` and `signature`; expected two texts");
        assertThat(base.post("/api/v1/gate/devices", Map.of("key", "AAAA", "name", "x")).text("detail"))
                .isEqualTo("/key: this is not a public key for ES256");
        assertThat(base.post("/api/v1/gate/devices", Map.of("key", "AAAA", "name", " ")).text("detail"))
                .isEqualTo("no `key` and `name`; expected a public key and a name of 1 to 60 characters");
        assertThat(demo.as("pan.moro").post("/api/v1/gate/devices",
                Map.of("key", KEY.publicKey().spki(), "name", "Gate 1")).status()).isEqualTo(409);
        assertThat(demo.as("desk.rossi").post("/api/v1/gate/checks", "{}").status()).isEqualTo(403);
        assertThat(demo.as("public").get("/gate").status()).isEqualTo(403);
    }

    /** Sound records, from whom they should not come, or not in their order. */
    @Test
    void eachRefusalHasItsStatus() throws Exception {
        Map<String, Object> second = content();
        second.put("number", 3);
        Caller.Reply missing = sent(second);
        assertThat(List.of(missing.status(), missing.text("code"), missing.text("detail"), missing.text("last")))
                .containsExactly(409, "RECORDS_MISSING", "records missing between 0 and 3", "0");
        assertThat(demo.as("sig.leone").get("/base/devices").body()).contains("records missing between 0 and 3");
        String record = new String(CanonicalJson.bytes(content()), StandardCharsets.UTF_8);
        Map<String, Object> body = Map.of("device", DEVICE, "records",
                List.of(Map.of("record", record, "signature", "AAAA")));
        Caller.Reply unsigned = demo.as("sig.leone").post("/api/v1/gate/checks", body);
        assertThat(List.of(unsigned.status(), unsigned.text("code"))).containsExactly(422, "NOT_SIGNED");
        Caller.Reply elsewhere = demo.as("pan.moro").post("/api/v1/gate/checks", body);
        assertThat(List.of(elsewhere.status(), elsewhere.text("code"))).containsExactly(403, "OTHER_BASE");
        Caller.Reply unknown = demo.as("sig.leone").post("/api/v1/gate/checks",
                Map.of("device", "00", "records", List.of(Map.of("record", record, "signature", "AAAA"))));
        assertThat(List.of(unknown.status(), unknown.text("code"))).containsExactly(404, "UNKNOWN_DEVICE");
        assertThat(sent(content()).json()).isEqualTo(Map.of("last", 1L, "taken", 1L, "knownAlready", 0L));
        assertThat(sent(content()).json()).isEqualTo(Map.of("last", 1L, "taken", 0L, "knownAlready", 1L));
        Map<String, Object> other = content();
        other.put("who", "somebody else");
        Caller.Reply forked = sent(other);
        assertThat(List.of(forked.status(), forked.text("code"))).containsExactly(409, "RECORDS_FORKED");
    }
}
