package nullaosta.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nullaosta.agreement.text.Problem;
import nullaosta.agreement.text.Reading;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each mistake in a terms file has one clear answer. {@code problems.txt} holds a sound file, then for each mistake the
 * piece that is replaced, what replaces it, and the problems word for word. With {@code -Dgolden.update=true} the
 * problems are written anew.
 */
class TermsProblemsTest {

    static final Path FILE = Path.of("src/test/resources/nullaosta/agreement/problems.txt");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    /** One mistake: the title says what it is. */
    record Mistake(String title, String piece, String instead, String problems) {}

    static String sound() throws IOException {
        return Files.readString(FILE).split("(?m)^=== .*\n", 2)[0];
    }

    static List<Mistake> mistakes() throws IOException {
        List<Mistake> all = new ArrayList<>();
        String[] parts = Files.readString(FILE).split("(?m)^=== ");
        for (int i = 1; i < parts.length; i++) {
            String[] piece = parts[i].split("(?m)^--- (?:instead|problems)\n", -1);
            int line = piece[0].indexOf('\n');
            all.add(new Mistake(piece[0].substring(0, line), piece[0].substring(line + 1), piece[1],
                    piece[2]));
        }
        return all;
    }

    @Test
    void theFileWithoutAMistakeIsSound() throws IOException {
        assertThat(TermsReader.read("v1.yaml", sound())).isInstanceOf(Reading.Sound.class);
    }

    @TestFactory
    Stream<DynamicTest> eachMistakeIsAnswered() throws IOException {
        String sound = sound();
        if (UPDATE) {
            update(sound);
        }
        return mistakes().stream().map(mistake -> DynamicTest.dynamicTest(mistake.title(), () -> {
            assertThat(sound).contains(mistake.piece());
            assertThat(problems(sound, mistake)).isEqualTo(mistake.problems());
        }));
    }

    private static String problems(String sound, Mistake mistake) {
        Reading<Terms> reading = TermsReader.read("v1.yaml", sound.replace(mistake.piece(), mistake.instead()));
        return switch (reading) {
            case Reading.Sound<Terms> fine -> "";
            case Reading.Faulty<Terms>(List<Problem> problems) -> problems.stream().map(Problem::inFull)
                    .collect(Collectors.joining("\n", "", "\n\n"));
        };
    }

    private static void update(String sound) throws IOException {
        StringBuilder text = new StringBuilder(sound);
        for (Mistake mistake : mistakes()) {
            text.append("=== ").append(mistake.title()).append('\n').append(mistake.piece()).append("--- instead\n")
                    .append(mistake.instead()).append("--- problems\n").append(problems(sound, mistake));
        }
        Files.writeString(FILE, text);
    }
}
