package nullaosta.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Terms;
import nullaosta.agreement.Version;
import nullaosta.agreement.text.Problem;
import nullaosta.assessment.ClauseTests;
import nullaosta.proof.Certificate;
import nullaosta.proof.Inquiry;
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
        Agreement agreement = Agreement.read(folder);
        if (agreement.versions().isEmpty() && agreement.broken().isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "`" + folder + "` holds no version of an agreement; expected a file such as v1.yaml");
        }
        Optional<Terms> terms = wanted == null ? latest(agreement) : named(agreement, wanted);
        List<Problem> problems = terms.isEmpty() ? broken(agreement) : ClauseTests.run(terms.get());
        if (!problems.isEmpty()) {
            return AgreementCommand.notValid(spec, problems, json, "; nothing was proved");
        }
        return proved(VersionInquiry.of(terms.orElseThrow()));
    }

    /** The latest in force, or the last one proposed; empty where a broken file may be the one meant. */
    private static Optional<Terms> latest(Agreement agreement) {
        return agreement.standingUnknown()
                ? Optional.empty()
                : agreement.latest().or(() -> agreement.versions().reversed().stream().findFirst());
    }

    private Optional<Terms> named(Agreement agreement, String name) {
        Optional<Version> version = Version.parse(name);
        Optional<Terms> terms = version.flatMap(agreement::version);
        if (terms.isEmpty() && (version.isEmpty() || brokenOf(agreement, version).isEmpty())) {
            throw new ParameterException(spec.commandLine(), "`" + agreement.id() + "` has no version `" + name
                    + "`; it has " + String.join(", ",
                            agreement.versions().stream().map(it -> it.version().toString()).toList()));
        }
        return terms;
    }

    private List<Problem> broken(Agreement agreement) {
        List<Problem> named = wanted == null ? List.of() : brokenOf(agreement, Version.parse(wanted));
        return named.isEmpty()
                ? agreement.broken().stream().flatMap(file -> file.problems().stream()).toList()
                : named;
    }

    private static List<Problem> brokenOf(Agreement agreement, Optional<Version> version) {
        return agreement.broken().stream().filter(file -> file.version().equals(version))
                .flatMap(file -> file.problems().stream()).toList();
    }

    private int proved(Inquiry inquiry) throws IOException {
        Certificate certificate = new Certificate(inquiry);
        if (out != null) {
            AgreementCommand.write(certificate, out);
        }
        if (json) {
            AgreementCommand.print(spec, certificate.toMap());
        } else {
            spec.commandLine().getOut().print(InquiryInWords.version(inquiry));
            if (out != null) {
                spec.commandLine().getOut().println("written: " + out.resolve("certificate.html") + " and "
                        + certificate.files().size() + " questions for other solvers");
            }
        }
        return (inquiry.asClaimed() ? ProofExit.AS_CLAIMED : ProofExit.NOT_AS_CLAIMED).code();
    }
}
