package nullaosta.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nullaosta.exercise.Demonstration;
import nullaosta.exercise.Scene;
import nullaosta.exercise.SceneReader;
import nullaosta.exercise.Tour;
import nullaosta.mission.DataMode;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.register.proof.Verification;
import nullaosta.seal.NoteVerifier;
import nullaosta.store.Installation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays the story in the terminal against a fresh store, then verifies the register that came of it. */
@Command(name = "tour", description = "Play the story of Sigonella 2016 in the terminal.", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64)
public final class TourCommand implements Callable<Integer> {

    private static final Duration REGISTERED_WITHIN = Duration.ofSeconds(20);

    @Option(names = "--scenes", paramLabel = "DIR", description = "Folder of the scenes (tour).")
    private @Nullable Path scenes;

    @Option(names = "--pause", paramLabel = "SECONDS", defaultValue = "0", description = "Pause after each scene (${DEFAULT-VALUE}).")
    private int pause;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the field
    public TourCommand() {
    }

    @Override
    public Integer call() throws Exception {
        Path folder = scenes == null ? Home.folder("tour") : scenes;
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "`" + folder + "` is no folder of scenes");
        }
        Path data = Files.createTempDirectory("nullaosta-tour-");
        try (Installation installation = Installation.open(
                new Installation.Settings(data, Home.folder("data"), Home.folder("hosts/it"),
                        Home.folder("agreements"), DataMode.EXERCISE, Optional.empty()),
                new SecureRandom(), this::tell)) {
            int concluded = Demonstration.conclude(installation);
            tell(concluded + " agreements are signed by their parties and in force");
            return play(installation,
                    new SceneReader(installation.dossiers().chancery().missions()).all(folder));
        } catch (Installation.Refused | SceneReader.Faulty | Demonstration.Unconcluded e) {
            spec.commandLine().getErr().println("nullaosta: " + e.getMessage());
            return ExitCode.FAILURE.code();
        } finally {
            delete(data);
        }
    }

    private int play(Installation installation, List<Scene> all) throws InterruptedException {
        Tour tour = new Tour(installation);
        int number = 0;
        for (Scene scene : all) {
            number++;
            TourInWords words = new TourInWords(installation, number, all.size(), scene);
            Optional<String> stopped = tour.play(scene, words);
            stopped.ifPresent(words::stopped);
            print(words.toString());
            if (stopped.isPresent()) {
                return ExitCode.FAILURE.code();
            }
            Thread.sleep(Duration.ofSeconds(pause));
        }
        return verify(installation);
    }

    private int verify(Installation installation) throws InterruptedException {
        for (long waited = 0; !installation.log().drained(); waited += 50) {
            if (waited > REGISTERED_WITHIN.toMillis()) {
                print("The register did not take every entry within " + REGISTERED_WITHIN.toSeconds() + " s.\n");
                return ExitCode.FAILURE.code();
            }
            Thread.sleep(50);
        }
        NoteVerifier key = installation.published().registerVerifier();
        Verification verification = RegisterVerifier.verify(installation.log()::read, key);
        print(TourInWords.register(verification));
        return verification instanceof Verification.Sound ? 0 : 2;
    }

    private void tell(String line) {
        print("nullaosta: " + line + "\n");
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
