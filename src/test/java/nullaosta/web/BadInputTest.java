package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nullaosta.mission.MissionWriter;
import nullaosta.register.proof.Verification;
import nullaosta.seal.CanonicalJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with what is sent has one clear answer; nothing is stored and nobody sees a stack trace. */
class BadInputTest {

    private static Demo demo;
    private static Verification before;

    @BeforeAll
    static void open() throws Exception {
        demo = Demo.still();
        before = demo.verified();
    }

    @AfterAll
    static void verified() throws Exception {
        assertThat(demo.verified()).isInstanceOf(Verification.Sound.class);
        demo.close();
    }

    static Stream<Arguments> bodies() {
        return Stream.of(body("cut short", text -> text.substring(0, text.length() - 2), 400, "NOT_JSON",
                "found the end of the text; expected `,` or `}`"),
                body("no object", text -> "[" + text + "]", 400, "NOT_JSON", "the body is no object"),
                body("a key twice", text -> text.replaceFirst("\\{", "{\"mission\":1,"), 400, "NOT_JSON",
                        "the key `mission` stands twice"),
                body("nested without end", text -> "[".repeat(100_000), 400, "NOT_JSON", "deep"),
                body("an enum's value misspelt", text -> text.replace("\"LIBYA\"", "\"LIBIA\""), 422, "NOT_VALID",
                        "did you mean `LIBYA`?"),
                body("a field misspelt", text -> text.replace("\"purpose\"", "\"purpos\""), 422, "NOT_VALID",
                        "did you mean `purpose`?"),
                body("times reversed", text -> text.replace("2016-03-01T23:59:00Z", "2016-03-01T11:59:00Z"), 422,
                        "NOT_VALID", "an instant after 2016-03-01T17:30:00Z"),
                body("an altitude without datum", text -> text.replaceFirst(",?\"datum\":\"MSL\"", "")
                        .replaceFirst("\\{,", "{"), 422, "NOT_VALID",
                        "one of WGS84, MSL, STANDARD_PRESSURE, AGL"),
                body("a polygon that crosses itself", text -> text.replaceFirst("\"volumes\":\\[\\{",
                        "\"volumes\":[{\"altitude\":{\"ceilingMetres\":9,\"datum\":\"MSL\",\"floorMetres\":1},"
                                + "\"polygon\":{\"corners\":[{\"latitude\":1,\"longitude\":1},{\"latitude\":2,\"longitude\":2},"
                                + "{\"latitude\":1,\"longitude\":2},{\"latitude\":2,\"longitude\":1}]}},{"),
                        422, "NOT_VALID", "polygon crosses or touches itself"),
                body("real data in an exercise", text -> text.replace("\"EXERCISE\"", "\"REAL\""), 422, "BAD_INPUT",
                        "exercise and real cases are kept by different servers"),
                body("another state's mission", text -> text.replace("\"US\"", "\"GB\""), 403, "NOT_YOUR_CASE",
                        "let that state's embassy file it"));
    }

    private static Arguments body(String name, UnaryOperator<String> broken, int status, String code, String words) {
        return Arguments.of(name, broken, status, code, words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBodyThatIsWrong(String name, UnaryOperator<String> broken, int status, String code, String words)
            throws Exception {
        String sound = new String(
                CanonicalJson.bytes(Map.of("mission",
                        MissionWriter.write(demo.scene("01-armed-to-protect-personnel").mission()))),
                StandardCharsets.UTF_8);
        String wrong = broken.apply(sound);
        assertThat(wrong).isNotEqualTo(sound);
        refused(demo.as("us.embassy").post("/api/v1/missions", wrong), status, code, words);
    }

    @Test
    void aBodyOfTenMegabytes() throws Exception {
        refused(demo.as("us.embassy").post("/api/v1/missions", new byte[10_000_000]), 413, "CONTENT_TOO_LARGE",
                "larger than 1,000,000 bytes");
    }

    @Test
    void aCommandThatDoesNotExist() throws Exception {
        refused(demo.as("desk.rossi").post("/api/v1/cases/EX-IT-2026-0001/signatur", "{}"), 404, "UNKNOWN_COMMAND",
                "did you mean `signature`?");
    }

    @Test
    void aCaseThatDoesNotExist() throws Exception {
        refused(demo.as("desk.rossi").post("/api/v1/cases/EX-IT-1999-0001/draft", "{}"), 404, "UNKNOWN_CASE",
                "no case `EX-IT-1999-0001`");
    }

    @Test
    void anAgreementThatDoesNotExist() throws Exception {
        refused(demo.as("public").get("/api/v1/agreements/it-us-sigonela"), 404, "UNKNOWN_AGREEMENT",
                "did you mean `it-us-sigonella`?");
    }

    @Test
    void somebodyWhoDoesNotExist() throws Exception {
        refused(demo.as("desk.nobody").get("/api/v1/cases"), 401, "UNAUTHORIZED", "names nobody who may act");
    }

    @Test
    void aPlaceThatDoesNotExist() throws Exception {
        refused(demo.as("desk.rossi").get("/api/v1/nothing"), 404, "NOT_FOUND", "there is nothing at");
    }

    @Test
    void aPageThatDoesNotExistIsAnsweredAsAPage() throws Exception {
        Caller.Reply reply = demo.as("desk.rossi").get("/nothing");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).contains("There is nothing at `/nothing`").doesNotContain("Exception");
    }

    /** A base reads a paper that is damaged, altered or not the host's: the page says what is wrong, and finds no flight. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cut-short.txt           | The paper: red. the text ends before the clearance does: it was cut short or altered
            strangers-key.txt       | The paper: red. no key of the trust file signed it: it names the key 65026fa7a685dcbd
            valid-with-receipt.txt  | The paper: red. no key of the trust file signed it: it names the key e22e362f2703c378
            """)
    void aPaperThatIsNotTheHosts(String file, String words) throws Exception {
        String token = Files.readString(Path.of("vectors/clearance", file)).strip();
        Caller.Reply reply = demo.as("sig.leone")
                .get("/base/find?text=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).contains(words);
    }

    private static void refused(Caller.Reply reply, int status, String code, String words) throws Exception {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.type()).startsWith("application/problem+json");
        assertThat(reply.text("code")).isEqualTo(code);
        assertThat(reply.body()).contains(words).doesNotContain("Exception", "\tat ", ".java");
        assertThat(demo.installation().lists().every()).as("nothing is stored").isEmpty();
        assertThat(demo.verified()).isEqualTo(before);
    }
}
