package nullaosta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nullaosta.reference.Markdown;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The options of commands that are documented as a table, with the defaults that their help names. */
class OptionsReferenceTest {

    private static final Pattern DEFAULT = Pattern.compile("\\(([^)]+)\\)\\.$");

    @Test
    void thoseOfServe() {
        assertThat(documented("operating.md")).containsExactlyInAnyOrderElementsOf(known(new ServeCommand()));
    }

    @Test
    void thoseOfTour() {
        assertThat(documented("tour.md")).containsExactlyInAnyOrderElementsOf(known(new TourCommand()));
    }

    @Test
    void thoseOfWitness() {
        assertThat(documented("reference/register.md"))
                .containsExactlyInAnyOrderElementsOf(known(new WitnessCommand()));
    }

    @Test
    void theVariablesThatServeReads() throws IOException {
        String documented = Files.readString(Path.of("docs/operating.md"));
        assertThat(ServeCommand.VARIABLES).isNotEmpty()
                .allSatisfy(name -> assertThat(documented).contains("`" + name + "`"));
    }

    private static List<List<String>> documented(String file) {
        return Markdown.table(file, "option | default | meaning").stream().map(row -> row.subList(0, 2)).toList();
    }

    private static List<List<String>> known(Object command) {
        return new CommandLine(command).getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .map(option -> List.of(
                        option.longestName() + (option.arity().max() == 0 ? "" : " " + option.paramLabel()),
                        defaultOf(option)))
                .toList();
    }

    private static String defaultOf(OptionSpec option) {
        Matcher named = DEFAULT.matcher(String.join("", option.description()));
        String declared = option.defaultValue();
        return declared != null ? declared : named.find() ? named.group(1) : "–";
    }
}
