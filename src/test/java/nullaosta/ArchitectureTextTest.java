package nullaosta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nullaosta.reference.Markdown;
import org.junit.jupiter.api.Test;

/** ARCHITECTURE.md lists the packages in the order that {@link ArchitectureTest} holds, each with its own sentence. */
class ArchitectureTextTest {

    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    @Test
    void packagesStandThereInTheirOrder() {
        assertThat(Markdown.table("../ARCHITECTURE.md", "package | what it is"))
                .isEqualTo(ArchitectureTest.ORDER.stream()
                        .map(name -> List.of(name, sentence(name))).toList());
    }

    private static String sentence(String name) {
        try {
            String source = Files.readString(Path.of("src/main/java/nullaosta", name, "package-info.java"));
            Matcher matcher = SENTENCE.matcher(source);
            assertThat(matcher.find()).as("%s says what it is", name).isTrue();
            return matcher.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ").strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
