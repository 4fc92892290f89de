package nullaosta.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mirror that is left running: it goes on through failures and ends when the register does not hold. */
class MirrorCommandTest {

    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void itGoesOnUntilTheHistoryChanges() throws Exception {
        Path published = folder.resolve("published");
        CompletableFuture<Integer> ended = CompletableFuture.supplyAsync(() -> Verifier.run(
                new Terminal("nullaosta-verify", System.in, new PrintWriter(out), new PrintWriter(err, true),
                        InstantSource.fixed(Ended.NOW)),
                List.of("mirror", published.toString(), folder.resolve("copy").toString(), "--key",
                        "vectors/register/key", "--every", "1s")));
        await(err, said -> said.contains("nothing was checked"));
        publish("sound", published);
        await(out, said -> said.contains("UNCHANGED"));
        assertThat(ended).isNotDone();
        Files.move(published, folder.resolve("gone"));
        await(err, said -> said.lines().count() == 2);
        publish("altered", published);
        assertThat(ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(VerifyExit.DOES_NOT_HOLD.code());
        assertThat(err.toString()).isEqualTo("nullaosta: nothing was checked: no folder `%1$s`\n".repeat(2)
                .replace("%1$s", published.toString()));
        assertThat(words()).containsExactly("TAKEN", "UNCHANGED", "CHANGED");
        assertThat(Files.list(folder.resolve("copy/evidence"))).hasSize(2);
    }

    /** The word that begins each thing said. */
    private List<String> words() {
        return out.toString().lines().filter(line -> line.matches("[A-Z]{4,}  .*"))
                .map(line -> line.substring(0, line.indexOf(' '))).toList();
    }

    /** Appears at once, so that no half of it is seen. */
    private void publish(String register, Path published) throws IOException {
        Path beside = folder.resolve(register);
        Path from = Path.of("vectors/register", register);
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, beside.resolve(from.relativize(file)));
            }
        }
        Files.move(beside, published);
    }

    private static void await(StringWriter writer, Predicate<String> said) throws InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 20 && !said.test(writer.toString()); i++) {
            Thread.sleep(50);
        }
        assertThat(writer.toString()).matches(said);
    }
}
