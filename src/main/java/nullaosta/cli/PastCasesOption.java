package nullaosta.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Agreements;
import nullaosta.mission.DataMode;
import nullaosta.oversight.CaseFolder;
import nullaosta.oversight.PastCases;
import nullaosta.store.EmbeddedPostgres;
import nullaosta.store.StoredPast;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where past cases are taken from: a folder of case folders, or what a server has stored. */
final class PastCasesOption {

    @Option(names = "--cases", paramLabel = "DIR", description = "Folder of case folders; without it the folder casebook beside the folder of agreements.")
    private @Nullable Path folder;

    @Option(names = "--data", paramLabel = "DIR", description = "The cases stored by a server, which must be stopped; a running one shows the same on its console.")
    private @Nullable Path data;

    @Option(names = "--exercise", description = "With --data: the exercise cases instead of the real ones.")
    private boolean exercise;

    /** @param agreements the folder that holds the agreement's folder */
    void open(CommandSpec spec, Agreement agreement, Path agreements, BiConsumer<PastCases, DataMode> use) {
        Path given = data;
        if (given == null) {
            use.accept(new CaseFolder(folder(spec, agreements), agreement), DataMode.REAL);
            return;
        }
        if (folder != null) {
            throw new ParameterException(spec.commandLine(), "found --cases and --data; expected one of them");
        }
        if (!Files.isDirectory(given.resolve("db"))) {
            throw new ParameterException(spec.commandLine(), "`" + given + "` holds no database of a server");
        }
        try (StoredPast stored = StoredPast.open(given, new Agreements(List.of(agreement)), new SecureRandom(),
                spec.commandLine().getErr()::println)) {
            use.accept(stored.cases(), exercise ? DataMode.EXERCISE : DataMode.REAL);
        } catch (EmbeddedPostgres.Refused e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private Path folder(CommandSpec spec, Path agreements) {
        Path chosen = Optional.ofNullable(folder).orElseGet(() -> agreements.resolveSibling("casebook"));
        if (!Files.isDirectory(chosen)) {
            throw new ParameterException(spec.commandLine(), "`" + chosen + "` is no folder of cases"
                    + (folder == null ? "; name one with --cases" : ""));
        }
        return chosen;
    }
}
