package nullaosta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nullaosta.seal.CanonicalJson;
import nullaosta.verifier.VerifyExit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code verify} prints and how it ends, word for word, on the vectors: one file a case under {@code verify/}, which
 * {@code -Dgolden.update=true} writes anew.
 */
class VerifyCommandTest {

    private static final Path GOLDEN = Path.of("src/test/resources/nullaosta/cli/verify");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final String FOLDER = "vectors/clearance/";
    private static final String KEY = "vectors/register/key";

    @TempDir
    static Path scratch;

    private record Run(String name, int exit, List<String> arguments) {}

    private record Ended(int exit, String out, String err) {}

    private static Run run(String name, VerifyExit exit, String... arguments) {
        return new Run(name, exit.code(), List.of(arguments));
    }

    private static Run clearance(String name, VerifyExit exit, String token, String... more) {
        List<String> arguments = new ArrayList<>(List.of("clearance", "@" + FOLDER + token + ".txt"));
        arguments.addAll(List.of(more));
        return new Run(name, exit.code(), arguments);
    }

    private static Run proof(String name, VerifyExit exit, String proof, String... more) {
        List<String> arguments = new ArrayList<>(List.of("proof", "vectors/proof/" + proof + ".tlog-proof",
                "--policy", "vectors/policy/both.txt"));
        arguments.addAll(List.of(more));
        return new Run(name, exit.code(), arguments);
    }

    private static Run mirror(String name, VerifyExit exit, String from, String into, String... more) {
        List<String> arguments = new ArrayList<>(List.of("mirror", "vectors/" + from,
                scratch.resolve(into).toString(), "--key", KEY));
        arguments.addAll(List.of(more));
        return new Run(name, exit.code(), arguments);
    }

    private static String file(String name, String text) throws IOException {
        return Files.writeString(scratch.resolve(name), text).toString();
    }

    private static Stream<Run> runs() throws IOException {
        String trust = FOLDER + "trust.json";
        String pack = FOLDER + "pack.json";
        String at = "2016-03-01T18:10:00Z";
        return Stream.of(
                clearance("green", VerifyExit.HOLDS, "valid", "--trust", trust, "--pack", pack, "--at", at),
                clearance("green-operator-alone", VerifyExit.HOLDS, "valid", "--trust",
                        FOLDER + "trust-operator-alone.json", "--pack", pack, "--at", at),
                clearance("amber-conditions-elsewhere", VerifyExit.NOT_CERTAIN, "conditions-elsewhere", "--trust",
                        trust,
                        "--pack", pack, "--at", at),
                clearance("amber-no-pack", VerifyExit.NOT_CERTAIN, "valid-with-receipt", "--trust", trust, "--at", at),
                clearance("red-revoked", VerifyExit.DOES_NOT_HOLD, "revoked", "--trust", trust, "--pack", pack, "--at",
                        "2016-03-01T20:10:00Z"),
                clearance("red-one-bit-altered", VerifyExit.DOES_NOT_HOLD, "one-bit-altered", "--trust", trust,
                        "--pack", pack, "--at", at),
                clearance("json-red", VerifyExit.DOES_NOT_HOLD, "revoked", "--trust", trust, "--pack", pack, "--at",
                        at, "--json"),
                clearance("json-unreadable", VerifyExit.DOES_NOT_HOLD, "no-prefix", "--trust", trust, "--json",
                        "--at", at),
                clearance("no-trust-file", VerifyExit.NOT_CHECKED, "valid", "--trust", "nowhere.json"),
                clearance("trust-file-faulty", VerifyExit.NOT_CHECKED, "valid", "--trust",
                        file("trust.json", "{\"host\":1}")),
                clearance("pack-is-no-pack", VerifyExit.NOT_CHECKED, "valid", "--trust", trust, "--pack", trust),
                clearance("no-token-file", VerifyExit.NOT_CHECKED, "nowhere", "--trust", trust, "--at", at),
                clearance("no-instant", VerifyExit.WRONG_USAGE, "valid", "--trust", trust, "--at", "noon"),
                clearance("trust-not-given", VerifyExit.WRONG_USAGE, "valid"),
                run("nothing-to-verify", VerifyExit.WRONG_USAGE),
                run("register-sound", VerifyExit.HOLDS, "register", "vectors/register/sound", "--key", KEY),
                run("register-altered", VerifyExit.DOES_NOT_HOLD, "register", "vectors/register/altered", "--key",
                        KEY),
                run("json-register-sound", VerifyExit.HOLDS, "register", "vectors/register/sound", "--key", KEY,
                        "--json"),
                run("json-register-altered", VerifyExit.DOES_NOT_HOLD, "register", "vectors/register/altered", "--key",
                        KEY, "--json"),
                run("register-other-key", VerifyExit.DOES_NOT_HOLD, "register", "vectors/register/sound", "--key",
                        file("other-key",
                                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n")),
                run("register-not-there", VerifyExit.NOT_CHECKED, "register", "nowhere", "--key", KEY),
                run("register-empty-folder", VerifyExit.NOT_CHECKED, "register", "vectors", "--key", KEY),
                run("register-no-key", VerifyExit.NOT_CHECKED, "register", "vectors/register/sound", "--key",
                        "nowhere"),
                run("register-key-faulty", VerifyExit.NOT_CHECKED, "register", "vectors/register/sound", "--key",
                        trust),
                run("register-unwitnessed", VerifyExit.NOT_CERTAIN, "register", "vectors/register/sound", "--policy",
                        "vectors/policy/both.txt"),
                run("register-nobody-asked", VerifyExit.HOLDS, "register", "vectors/register/sound", "--policy",
                        "vectors/policy/nobody.txt", "--json"),
                run("register-policy-faulty", VerifyExit.NOT_CHECKED, "register", "vectors/register/sound", "--policy",
                        "vectors/policy/no-quorum.txt"),
                run("register-policy-of-another", VerifyExit.NOT_CHECKED, "register", "vectors/register/sound",
                        "--policy", "vectors/policy/both.txt", "--key", file("other-key",
                                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n")),
                run("register-policy-without-register", VerifyExit.NOT_CHECKED, "register", "vectors/register/sound",
                        "--policy", file("no-log", "quorum none\n")),
                run("register-no-key-given", VerifyExit.WRONG_USAGE, "register", "vectors/register/sound"),
                proof("proven", VerifyExit.HOLDS, "both-witnesses", "--entry", FOLDER + "valid.entry.json"),
                proof("json-proven", VerifyExit.HOLDS, "both-witnesses", "--entry", FOLDER + "valid.entry.json",
                        "--json"),
                proof("proof-without-entry", VerifyExit.NOT_CERTAIN, "both-witnesses"),
                proof("proof-unwitnessed", VerifyExit.NOT_CERTAIN, "one-witness", "--entry",
                        FOLDER + "valid.entry.json"),
                proof("proof-of-another-entry", VerifyExit.DOES_NOT_HOLD, "both-witnesses", "--entry", KEY),
                proof("proof-not-there", VerifyExit.NOT_CHECKED, "nowhere"),
                proof("proof-faulty", VerifyExit.NOT_CHECKED, "other-version"),
                mirror("mirror-taken", VerifyExit.HOLDS, "register/sound", "first"),
                mirror("mirror-unchanged", VerifyExit.HOLDS, "register/sound", "first", "--once"),
                mirror("mirror-broken", VerifyExit.DOES_NOT_HOLD, "register/altered", "second"),
                mirror("mirror-unwitnessed", VerifyExit.NOT_CERTAIN, "register/sound", "third", "--policy",
                        "vectors/policy/either.txt"),
                mirror("mirror-not-there", VerifyExit.NOT_CHECKED, "nowhere", "third"),
                mirror("mirror-once-and-every", VerifyExit.WRONG_USAGE, "register/sound", "third", "--once",
                        "--every", "5m"),
                mirror("mirror-no-duration", VerifyExit.WRONG_USAGE, "register/sound", "third", "--every", "soon"),
                run("help", VerifyExit.HOLDS, "--help"),
                run("help-clearance", VerifyExit.HOLDS, "clearance", "--help"),
                run("unknown-command", VerifyExit.WRONG_USAGE, "treaty"),
                clearance("unknown-option", VerifyExit.WRONG_USAGE, "valid", "--trust", trust, "--pak", pack),
                clearance("option-without-value", VerifyExit.WRONG_USAGE, "valid", "--trust"),
                clearance("option-twice", VerifyExit.WRONG_USAGE, "valid", "--trust", trust, "--trust=" + trust),
                clearance("value-for-a-flag", VerifyExit.WRONG_USAGE, "valid", "--trust", trust, "--json=yes"),
                clearance("word-too-many", VerifyExit.WRONG_USAGE, "valid", "more", "--trust", trust),
                run("register-no-address", VerifyExit.WRONG_USAGE, "register", "http://a b", "--key", KEY));
    }

    @TestFactory
    Stream<DynamicTest> itPrintsAndEndsAsExpected() throws IOException {
        return runs().map(run -> DynamicTest.dynamicTest(run.name(), () -> {
            List<String> arguments = new ArrayList<>(List.of("verify"));
            arguments.addAll(run.arguments());
            Ended ended = end(arguments.toArray(String[]::new));
            String printed = ("$ nullaosta " + String.join(" ", arguments) + "\n" + ended.out()
                    + (ended.err().isEmpty() ? "" : "(stderr)\n" + ended.err()) + "(exit " + ended.exit() + ")\n")
                    .replace(scratch + "/", "/scratch/");
            Path golden = GOLDEN.resolve(run.name() + ".txt");
            if (UPDATE) {
                Files.createDirectories(GOLDEN);
                Files.writeString(golden, printed);
            }
            assertThat(printed).isEqualTo(Files.readString(golden));
            assertThat(ended.exit()).isEqualTo(run.exit());
        }));
    }

    /** The exit code of each vector is that of its light. */
    @Test
    void eachVectorEndsAsItsLightSays() throws Exception {
        List<?> cases = CanonicalJson.read(Files.readAllBytes(Path.of(FOLDER + "cases.json"))) instanceof List<?> list
                ? list
                : List.of();
        assertThat(cases).hasSizeGreaterThan(30);
        Map<String, Integer> exits = Map.of("GREEN", 0, "RED", 2, "AMBER", 4);
        for (Object one : cases) {
            Map<?, ?> it = (Map<?, ?>) one;
            List<String> arguments = new ArrayList<>(List.of("verify", "clearance", "@" + FOLDER + it.get("token"),
                    "--trust", FOLDER + it.get("trust"), "--at", String.valueOf(it.get("at"))));
            if (it.get("pack") instanceof String pack) {
                arguments.addAll(List.of("--pack", FOLDER + pack));
            }
            Ended ended = end(arguments.toArray(String[]::new));
            assertThat(ended.exit()).as(String.valueOf(it.get("name")))
                    .isEqualTo(exits.get(String.valueOf(it.get("light"))));
            assertThat(ended.out()).startsWith(it.get("light") + "  ");
        }
    }

    @Test
    void theTokenMayBeGivenInThreeWays() throws Exception {
        String text = Files.readString(Path.of(FOLDER + "valid.txt"));
        String expected = end(check("@" + FOLDER + "valid.txt")).out();
        assertThat(expected).startsWith("GREEN  ");
        assertThat(end(check(text)).out()).isEqualTo(expected);
        assertThat(end(check("@" + file("with-newline.txt", text + "\r\n"))).out()).isEqualTo(expected);
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream((text + "\n").getBytes(StandardCharsets.UTF_8)));
            assertThat(end(check("-")).out()).isEqualTo(expected);
        } finally {
            System.setIn(before);
        }
        assertThat(end(check("@" + file("endless.txt", "NA1:" + "0".repeat(20_000)))).exit()).isEqualTo(2);
    }

    private static String[] check(String token) {
        return new String[]{"verify", "clearance", token, "--trust", FOLDER + "trust.json", "--pack",
                FOLDER + "pack.json", "--at", "2016-03-01T18:10:00Z"};
    }

    /** A register that is served is verified like a folder. */
    @Test
    void aRegisterIsReadFromItsAddress() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/register/", exchange -> {
            Path asked = Path.of("vectors/register/sound",
                    exchange.getRequestURI().getPath().substring("/register/".length()));
            byte[] body = Files.exists(asked) ? Files.readAllBytes(asked) : new byte[1];
            exchange.sendResponseHeaders(Files.exists(asked) ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String address = "http://localhost:" + server.getAddress().getPort() + "/register";
        try {
            assertThat(end("verify", "register", address, "--key", KEY).out())
                    .isEqualTo(end("verify", "register", "vectors/register/sound", "--key", KEY).out());
        } finally {
            server.stop(0);
        }
        assertThat(end("verify", "register", address, "--key", KEY)).isEqualTo(new Ended(1, "",
                "nullaosta: nothing was checked: `" + address + "/checkpoint` does not answer\n"));
    }

    /** It is run at a base from whatever medium is at hand: nothing that it reads changes, nothing is left there. */
    @Test
    void itWritesNothing() throws Exception {
        Map<String, String> before = tree();
        end(check("@" + FOLDER + "valid.txt"));
        end("verify", "register", "vectors/register/sound", "--key", KEY);
        assertThat(tree()).isEqualTo(before).isNotEmpty();
    }

    private static Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("vectors"))) {
            for (Path file : files.toList()) {
                tree.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return tree;
    }

    private static Ended end(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = CommandLineDoor.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Ended(exit, out.toString(), err.toString());
    }
}
