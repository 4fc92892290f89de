package nullaosta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tour as the terminal shows it: {@code tour.txt} is reviewed as a diff and written anew by
 * {@code -Dgolden.update=true}; the length of a token differs from run to run and is written as 500.
 */
class TourCommandTest {

    private static final Path GOLDEN = Path.of("src/test/resources/nullaosta/cli/tour.txt");
    private static final int SCREEN = 26;

    @TempDir
    private Path scenes;

    private record Run(int code, String out, String err) {}

    private static Run tour(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = Stream.concat(Stream.of("tour"), Stream.of(arguments)).toArray(String[]::new);
        int code = CommandLineDoor.run(new PrintWriter(out), new PrintWriter(err), all);
        return new Run(code, out.toString().lines().filter(line -> !line.startsWith("nullaosta: "))
                .map(line -> line.replaceAll("token of [0-9]+ characters", "token of 500 characters"))
                .reduce("", (text, line) -> text + line + "\n"), err.toString());
    }

    @Test
    void theWholeStory() throws IOException {
        Run run = tour();
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, run.out());
        }
        assertThat(run.out()).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void eachSceneFitsOneScreenOfEightyColumns() throws IOException {
        List<String> scenes = List.of(Files.readString(GOLDEN).split("\n── ", -1));
        assertThat(scenes).hasSize(9);
        assertThat(scenes).allMatch(scene -> scene.lines().count() <= SCREEN);
        assertThat(Files.readString(GOLDEN).lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
    }

    @Test
    void aFactChangedInItsFolderChangesTheScene() throws IOException {
        String was = one("03-offensive", text -> text);
        assertThat(was).contains("REFUSED", "ART-5.1").doesNotContain("cleared    ");
        String is = one("03-offensive", text -> text.replace("\"OFFENSIVE\"", "\"SURVEILLANCE\"")
                .replace("\"armed\": \"yes\"", "\"armed\": \"no\"")
                .replace("\"strike\": \"yes\"", "\"strike\": \"no\""));
        assertThat(is).contains("cleared    EX-IT-2016-0001/1").doesNotContain("REFUSED");
    }

    @Test
    void withoutTheTeamOnTheGroundNobodyTakesOff() throws IOException {
        Path folder = copied("01-armed-to-protect-personnel");
        Path file = folder.resolve("circumstances.json");
        Files.writeString(file, Files.readString(file).replace("\"value\": \"true\"", "\"value\": \"false\""));
        Run run = tour("--scenes", scenes.toString());
        assertThat(run.out()).contains("not cleared: ART-3.2 refuses it", "REFUSED").doesNotContain("took off");
        assertThat(run.code()).isZero();
    }

    @Test
    void aFactMisspeltStopsTheScene() throws IOException {
        Path folder = copied("01-armed-to-protect-personnel");
        Path file = folder.resolve("circumstances.json");
        Files.writeString(file, Files.readString(file).replace("file.personnelOnGround", "file.personelOnGround"));
        Run run = tour("--scenes", scenes.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().replaceAll("\\s+", " ")).contains("STOPPED", "nknown fact `file.personelOnGround`",
                "id you mean `file.personnelOnGround`?");
    }

    @Test
    void aMissionThatIsWrongIsToldWhole() throws IOException {
        Path folder = copied("01-armed-to-protect-personnel");
        Path file = folder.resolve("mission.json");
        Files.writeString(file, Files.readString(file).replace("\"base\": \"SIGONELLA\"", "\"base\": \"SIGONELA\""));
        Run run = tour("--scenes", scenes.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("mission.json").contains("/base: found `SIGONELA`")
                .contains("did you mean `SIGONELLA`?");
    }

    @Test
    void aFolderThatIsNone() {
        Run run = tour("--scenes", "nowhere");
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).startsWith("nullaosta: `nowhere` is no folder of scenes\n");
    }

    private String one(String scene, java.util.function.UnaryOperator<String> change) throws IOException {
        Path folder = copied(scene);
        Path file = folder.resolve("mission.json");
        Files.writeString(file, change.apply(Files.readString(file)));
        Run run = tour("--scenes", scenes.toString());
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    private Path copied(String scene) throws IOException {
        Path folder = Files.createDirectories(scenes.resolve(scene));
        for (String file : List.of("mission.json", "circumstances.json")) {
            Files.writeString(folder.resolve(file), Files.readString(Path.of("tour", scene, file)));
        }
        return folder;
    }
}
