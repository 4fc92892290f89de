package nullaosta.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nullaosta.agreement.Terms;
import nullaosta.agreement.TermsReader;
import nullaosta.agreement.text.Problem;
import nullaosta.agreement.text.Reading;
import nullaosta.agreement.text.YamlReader;
import nullaosta.assessment.ClauseTests;
import nullaosta.proof.Inquiry;
import nullaosta.proof.VersionComparison;
import nullaosta.verifier.Wrapped;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a newer version permits, refuses and leaves to an authority otherwise than an older one. */
@Command(name = "compare", description = "Say what a new version permits that the old one did not.", exitCodeOnInvalidInput = 64)
public final class AgreementCompareCommand implements Callable<Integer> {

    @Parameters(arity = "2..3", hideParamSyntax = true, paramLabel = "OLD NEW | FOLDER VERSION VERSION", description = "Two files of versions; or a folder and two versions, such as v1 v2.proposed.")
    private List<String> named;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = "--out", paramLabel = "DIR", description = "Write the certificate and a file for each question there.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the certificate as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public AgreementCompareCommand() {
    }

    @Override
    public Integer call() throws IOException {
        List<Path> files = files();
        if (out != null) {
            AgreementCommand.refuseFull(spec, out);
        }
        List<Problem> problems = new ArrayList<>();
        List<Terms> versions = new ArrayList<>();
        for (Path file : files) {
            switch (TermsReader.read(file.toString(), YamlReader.text(file))) {
                case Reading.Sound<Terms>(Terms terms) -> {
                    problems.addAll(ClauseTests.run(terms));
                    versions.add(terms);
                }
                case Reading.Faulty<Terms>(List<Problem> found) -> problems.addAll(found);
            }
        }
        if (!problems.isEmpty()) {
            return AgreementCommand.notValid(spec, problems, json, "; nothing was compared");
        }
        return switch (VersionComparison.of(versions.getFirst(), versions.getLast())) {
            case VersionComparison.Compared(Inquiry inquiry) -> AgreementCommand.answered(spec, inquiry,
                    InquiryInWords::comparison, Optional.ofNullable(out), json);
            case VersionComparison.Incomparable(List<String> why) -> incomparable(why);
        };
    }

    /** The files of versions that a folder has, by the names that this command takes. */
    private static String versions(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - 5)).sorted().collect(Collectors.joining(", "));
        }
    }

    private List<Path> files() throws IOException {
        boolean folder = Files.isDirectory(Path.of(named.getFirst()));
        if (named.size() != (folder ? 3 : 2)) {
            throw new ParameterException(spec.commandLine(), "expected two files of versions, or a folder and two "
                    + "versions such as v1 v2.proposed");
        }
        List<Path> files = folder
                ? named.stream().skip(1).map(version -> Path.of(named.getFirst(), version + ".yaml")).toList()
                : named.stream().map(Path::of).toList();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new ParameterException(spec.commandLine(), "`" + file + "` is no file of a version"
                        + (folder ? "; there are " + versions(Path.of(named.getFirst())) : ""));
            }
        }
        return files;
    }

    private int incomparable(List<String> why) {
        if (json) {
            AgreementCommand.print(spec, Map.of("incomparable", why));
        } else {
            Wrapped page = new Wrapped();
            page.paragraph("CANNOT COMPARE  ", 16, "the two vocabularies mean different things by one name");
            why.forEach(each -> page.paragraph("  ", 4, each));
            spec.commandLine().getOut().print(page);
        }
        return ProofExit.NOT_AS_CLAIMED.code();
    }
}
