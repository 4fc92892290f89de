package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nullaosta.seal.Digest;
import org.junit.jupiter.api.Test;

/** What the device keeps of the page, and that it takes a later release's files together. */
class GateWorkerTest {

    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Path WORKER = STATIC.resolve("gate-worker.mjs");
    private static final Pattern VERSION = Pattern.compile("const VERSION = \"([0-9a-f]+)\";");

    private static List<String> kept() throws IOException {
        String list = Files.readString(WORKER).split("const KEPT = \\[", 2)[1].split("]", 2)[0];
        return Pattern.compile("\"([^\"]+)\"").matcher(list).results().map(it -> it.group(1)).toList();
    }

    @Test
    void everyFileOfThePageIsKeptAndNothingElse() throws IOException {
        TreeSet<String> expected = new TreeSet<>(List.of("/gate", "/nullaosta.css", "/mark.svg",
                "/vendor/qr-0.7.0/decode.js", "/vendor/qr-0.7.0/index.js"));
        try (Stream<Path> files = Files.list(STATIC.resolve("gate"))) {
            files.forEach(file -> expected.add("/gate/" + file.getFileName()));
        }
        assertThat(new TreeSet<>(kept())).isEqualTo(expected);
    }

    /** Rewritten with {@code -Dgolden.update=true}: a device that kept the page takes a changed one only under another version. */
    @Test
    void theVersionFollowsFromTheFiles() throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (String path : kept()) {
            all.add(Files.readAllBytes(
                    path.equals("/gate") ? Path.of("src/main/jte/gate.jte") : STATIC.resolve(path.substring(1))));
        }
        String expected = Digest.of(all.toArray(byte[][]::new)).hex().substring(0, 12);
        String worker = Files.readString(WORKER);
        if (Boolean.getBoolean("golden.update")) {
            worker = VERSION.matcher(worker).replaceFirst("const VERSION = \"" + expected + "\";");
            Files.writeString(WORKER, worker);
        }
        assertThat(worker).as("other files need another version: run it once with -Dgolden.update=true")
                .contains("const VERSION = \"" + expected + "\";");
    }

    /** Ten words are what somebody reads who stands before an aircraft. */
    @Test
    void everyReasonHasAtMostTenWords() throws Exception {
        try (StaticFiles files = new StaticFiles(); Browser browser = new Browser(files.address())) {
            browser.open("/");
            Object said = browser.run("""
                    const done = arguments[0];
                    Promise.all([import("/gate/check.mjs"), import("/gate/words.mjs")]).then(([check, words]) =>
                      done(check.REASONS.map((it) => words.SHORT[it.code] ?? `nothing for ${it.code}`)
                        .concat(words.SHORT["used-here"], words.SHORT["not-checked"])));
                    """);
            assertThat((List<?>) said).hasSize(30)
                    .allSatisfy(words -> assertThat(String.valueOf(words)).doesNotStartWith(
                            "nothing").satisfies(it -> assertThat(it.split(" ")).hasSizeLessThanOrEqualTo(10)));
        }
    }
}
