package nullaosta.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference writes each command as the verifier reads it. */
class VerifierReferenceTest {

    @Test
    void everyCommandStandsThereAsItIsWritten() throws IOException {
        List<String> written = Stream.of("token.md", "register.md").flatMap(VerifierReferenceTest::lines)
                .filter(line -> line.startsWith("nullaosta verify "))
                .map(line -> line.substring("nullaosta verify ".length())).toList();
        assertThat(written).isEqualTo(Verifier.usages());
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of("docs/reference", file)).stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
