package nullaosta.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nullaosta.agreement.Terms;
import nullaosta.agreement.text.Problem;
import nullaosta.proof.VersionInquiry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves or refutes what a version claims of every possible mission, and what is asked of every version. */
@Command(name = "prove", description = "Prove what a version claims of every possible mission.", exitCodeOnInvalidInput = 64)
public final class AgreementProveCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder with v1.yaml, v2.proposed.yaml, …")
    private Path folder;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = "--version", paramLabel = "VERSION", description = "Prove this version, such as v2.proposed, instead of the latest in force.")
    private @Nullable String wanted;

    @Option(names = "--out", paramLabel = "DIR", description = "Write the certificate and a file for each question there.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the certificate as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public AgreementProveCommand() {
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "`" + folder + "` is no folder of an agreement");
        }
        if (out != null) {
            AgreementCommand.refuseFull(spec, out);
        }
        return switch (ChosenVersion.of(spec, folder, wanted)) {
            case ChosenVersion.NotValid(List<Problem> problems) ->
                AgreementCommand.notValid(spec, problems, json, "; nothing was proved");
            case ChosenVersion.Sound(Terms terms) -> AgreementCommand.answered(spec, VersionInquiry.of(terms),
                    InquiryInWords::version, Optional.ofNullable(out), json);
        };
    }
}
