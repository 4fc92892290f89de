package nullaosta.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Terms;
import nullaosta.assessment.ClauseTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example from which people learn to write terms is sound, and is what it says. */
class TermsExampleTest {

    @TempDir
    private Path folder;

    @Test
    void theExampleIsSoundAndItsTestsPass() throws Exception {
        Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/reference/terms.md")));
        assertThat(block.find()).isTrue();
        Path example = Files.createDirectory(folder.resolve("it-no-example"));
        Files.writeString(example.resolve("v1.yaml"), block.group(1));
        Agreement agreement = Agreement.read(example);
        assertThat(agreement.broken()).isEmpty();
        Terms terms = agreement.versions().getFirst();
        assertThat(ClauseTests.run(terms)).isEmpty();
        assertThat(terms.properties()).hasSize(2);
    }
}
