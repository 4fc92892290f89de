package nullaosta.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nullaosta.clearance.token.Gate;
import nullaosta.seal.SealFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing but a fault with words comes out of a reader, whatever goes in, and nothing becomes green by chance. */
class FuzzTest {

    private static final int MUTANTS = 400;
    /** Longer for whoever looks for more than the build does. */
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 5);

    @TempDir
    private Path folder = Path.of("");

    /** The same mutants each time: one or a few bytes of a vector altered, taken out, doubled, cut. */
    @ParameterizedTest
    @EnumSource
    void mutantsOfTheVectors(Reader reader) {
        List<byte[]> examples = reader.examples();
        assertThat(examples).isNotEmpty();
        Random random = new Random(reader.ordinal());
        for (byte[] example : examples) {
            end(reader, example);
        }
        for (int i = 0; i < MUTANTS; i++) {
            end(reader, mutant(examples.get(random.nextInt(examples.size())), random));
        }
    }

    private static void end(Reader reader, byte[] bytes) {
        try {
            reader.read(bytes);
        } catch (SealFault e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(1000);
        }
    }

    private static byte[] mutant(byte[] example, Random random) {
        byte[] bytes = example.clone();
        for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                case 3 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length));
                default -> bytes = joined(bytes, Arrays.copyOfRange(bytes, at, bytes.length));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /**
     * Jazzer follows the coverage; it runs in a JVM of its own, with a small heap and ten seconds at most for an input. The whole
     * process may take what the kernel gives it in large pages, which is not what a reader takes.
     */
    @Test
    void jazzerFindsNothing() throws Exception {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        for (Reader reader : Reader.values()) {
            int number = 0;
            for (byte[] example : reader.examples()) {
                Files.write(corpus.resolve(reader + "-" + number++),
                        joined(new byte[]{(byte) reader.ordinal()}, example));
            }
        }
        String classes = Stream.of(Jazzer.class, FuzzedDataProvider.class, Gate.class, FuzzTarget.class)
                .map(FuzzTest::place).distinct().collect(Collectors.joining(File.pathSeparator));
        Process jazzer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m", "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED", "-cp",
                classes, "-Dnullaosta.vectors=" + Path.of("vectors").toAbsolutePath(), Jazzer.class.getName(),
                "--target_class=" + FuzzTarget.class.getName(), "--instrumentation_includes=nullaosta.**",
                "-rss_limit_mb=4096", "-seed=20160222", "-timeout=10", "-max_len=4096", "-max_total_time=" + SECONDS,
                corpus.toString())
                .directory(folder.toFile()).redirectErrorStream(true).start();
        jazzer.getOutputStream().close();
        String said = new String(jazzer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jazzer.waitFor()).as(said).isZero();
        assertThat(said).containsPattern("Done \\d{3,} runs");
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
