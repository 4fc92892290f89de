package nullaosta.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import nullaosta.agreement.Terms;
import nullaosta.agreement.text.Problem;
import nullaosta.proof.VersionInquiry;
import nullaosta.proof.WovenPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a version as one page for a lawyer: words, source, condition, tests and proofs of every clause. */
@Command(name = "weave", description = "Write a version as one page to read and print.", exitCodeOnInvalidInput = 64)
public final class AgreementWeaveCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the agreement.")
    private Path folder;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = "--version", paramLabel = "VERSION", description = "This version, such as v2.proposed, instead of the latest in force.")
    private @Nullable String wanted;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the page there instead of AGREEMENT-VERSION.html here.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public AgreementWeaveCommand() {
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "`" + folder + "` is no folder");
        }
        return switch (ChosenVersion.of(spec, folder, wanted)) {
            case ChosenVersion.NotValid(List<Problem> problems) ->
                AgreementCommand.notValid(spec, problems, false, "; nothing was written");
            case ChosenVersion.Sound(Terms terms) -> written(terms);
        };
    }

    private int written(Terms terms) throws IOException {
        Path page = out != null ? out : Path.of(terms.agreement() + "-" + terms.version() + ".html");
        Files.writeString(page, WovenPage.of(terms, VersionInquiry.of(terms)));
        spec.commandLine().getOut().println("written: " + page.toAbsolutePath().normalize());
        return ProofExit.AS_CLAIMED.code();
    }
}
