package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nullaosta.clearance.token.Gate;
import nullaosta.clearance.token.Light;
import nullaosta.clearance.token.Pack;
import nullaosta.clearance.token.Remark;
import nullaosta.clearance.token.TokenCheck;
import nullaosta.clearance.token.Trust;
import nullaosta.seal.Base45;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;
import nullaosta.seal.SealFault;
import org.junit.jupiter.api.Test;

/** The gate's page comes to what Java's verifier comes to: light, reasons and words, on every vector and on what is made of them. */
class GateVerdictTest {

    private static final Path VECTORS = Path.of("vectors/clearance");

    /** Runs in the page; an exception would come back as words that no verdict has. */
    private static final String CHECKED = """
            const [asked, done] = arguments;
            (async () => {
              const { Gate } = await import("/gate/check.mjs");
              const { parseTrust, parsePack } = await import("/gate/trust.mjs");
              const answers = [];
              const gates = new Map();
              for (const { trust, pack, text, at } of asked) {
                const key = trust + pack;
                if (!gates.has(key)) {
                  gates.set(key, await Gate.of(await parseTrust(trust), pack === "" ? null : parsePack(pack)));
                }
                const found = await gates.get(key).check(text, Date.parse(at));
                answers.push([found.light, ...found.remarks.map((it) => `${it.code}: ${it.words}`)].join("\\n"));
              }
              return answers;
            })().then(done, (fault) => done([`exception: ${fault.stack}`]));
            """;

    private record Asked(String name, String trust, String pack, String text, Instant at) {

        String byJava() throws SealFault {
            Optional<Pack> given = pack.isEmpty() ? Optional.empty() : Optional.of(Pack.read(bytes(pack)));
            TokenCheck check = Gate.of(Trust.read(bytes(trust)), given).check(text, at);
            return Stream.concat(Stream.of(check.light().name()),
                    check.remarks().stream().map(it -> it.reason().code() + ": " + it.inWords()))
                    .reduce((one, other) -> one + "\n" + other).orElseThrow();
        }

        Map<String, String> json() {
            return Map.of("trust", trust, "pack", pack, "text", text, "at", at.toString());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String file(String name) throws IOException {
        return Files.readString(VECTORS.resolve(name));
    }

    private static List<Asked> vectors() throws IOException, JsonFault {
        List<Asked> asked = new ArrayList<>();
        for (Object one : (List<?>) Objects
                .requireNonNull(CanonicalJson.read(Files.readAllBytes(VECTORS.resolve("cases.json"))))) {
            Map<?, ?> it = (Map<?, ?>) Objects.requireNonNull(one);
            asked.add(new Asked(text(it, "name"), file(text(it, "trust")),
                    it.containsKey("pack") ? file(text(it, "pack")) : "", file(text(it, "token")),
                    Instant.parse(text(it, "at"))));
        }
        return asked;
    }

    private static String text(Map<?, ?> map, String field) {
        return String.valueOf(map.get(field));
    }

    /** Whatever the browser says, Java says the same. */
    private static void agree(List<Asked> asked) throws Exception {
        try (StaticFiles files = new StaticFiles(); Browser browser = new Browser(files.address())) {
            browser.open("/");
            List<?> answers = (List<?>) browser.run(CHECKED, asked.stream().map(Asked::json).toList());
            assertThat(answers).as(String.valueOf(answers.getFirst())).hasSameSizeAs(asked);
            for (int i = 0; i < asked.size(); i++) {
                assertThat(answers.get(i)).as(asked.get(i).name() + ": " + asked.get(i).text())
                        .isEqualTo(asked.get(i).byJava());
            }
        }
    }

    @Test
    void everyVectorHasTheSameVerdict() throws Exception {
        List<Asked> vectors = vectors();
        assertThat(vectors).hasSizeGreaterThan(45);
        agree(vectors);
    }

    /** Every bit of the message turned around once, bytes changed, left out and doubled; and the same in the text's characters. */
    @Test
    void whatIsMadeOfASoundPaperHasTheSameVerdict() throws Exception {
        List<Asked> asked = new ArrayList<>();
        Random random = new Random(4);
        for (String name : List.of("valid.txt", "valid-with-receipt.txt")) {
            String whole = file(name);
            byte[] message = Base45.decode(whole.substring(4));
            for (int i = 0; i < message.length; i++) {
                byte[] altered = message.clone();
                altered[i] ^= (byte) (1 << random.nextInt(8));
                asked.add(of(name + ", byte " + i, "NA1:" + Base45.encode(altered)));
            }
            for (int i = 0; i < 200; i++) {
                StringBuilder text = new StringBuilder(whole);
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, (char) (' ' + random.nextInt(96)));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, "é\n0 \u0000a".charAt(random.nextInt(6)));
                }
                asked.add(of(name + ", character " + at, text.toString()));
            }
        }
        assertThat(asked).hasSizeGreaterThan(1_000);
        agree(asked);
    }

    private static Asked of(String name, String text) throws IOException {
        return new Asked(name, file("trust.json"), file("pack.json"), text, Instant.parse("2016-03-01T18:10:00Z"));
    }

    @Test
    void reasonsHaveTheSameCodesLightsSentencesAndOrder() throws Exception {
        try (StaticFiles files = new StaticFiles(); Browser browser = new Browser(files.address())) {
            browser.open("/");
            Object reasons = browser.run("""
                    const done = arguments[0];
                    import("/gate/check.mjs").then((it) =>
                      done(it.REASONS.map((one) => `${one.code} ${one.light} ${one.sentence}`)));
                    """);
            assertThat(reasons).isEqualTo(Stream.of(Remark.Reason.values())
                    .map(it -> it.code() + " " + it.light() + " " + it.sentence()).toList());
            assertThat(Light.values()).containsExactly(Light.GREEN, Light.AMBER, Light.RED);
        }
    }

    /** A field that stands twice could say one thing to a base and another to an auditor. */
    @Test
    void aTrustFileOrPackInAnotherSpellingIsRefused() throws Exception {
        String trust = file("trust.json");
        Map<String, String> refused = Map.of(
                trust.replace("{\"dataMode\":\"EXERCISE\",", "{\"dataMode\":\"EXERCISE\",\"dataMode\":\"EXERCISE\","),
                "this is not JSON in its canonical form (RFC 8785)",
                trust.replace("\"quorum\":2", "\"quorum\":3"),
                "/quorum: found `3`; expected a whole number from 0 to 2",
                trust.replace("\"name\":\"Italy\"", "\"more\":1,\"name\":\"Italy\""),
                ": found the field `more`; expected only host, name, dataMode, issuerKeys, register, witnesses, quorum,"
                        + " packGreenMinutes, packAmberMinutes, pack, appointingKey",
                "{", "this is no JSON");
        try (StaticFiles files = new StaticFiles(); Browser browser = new Browser(files.address())) {
            browser.open("/");
            for (Map.Entry<String, String> one : refused.entrySet()) {
                Object said = browser.run("""
                        const [text, done] = arguments;
                        import("/gate/trust.mjs").then((it) => it.parseTrust(text)).then(() => done("taken"),
                          (fault) => done(fault.message));
                        """, one.getKey());
                assertThat(said).isEqualTo(one.getValue());
            }
        }
    }
}
