package nullaosta.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.Terms;
import nullaosta.agreement.text.Problem;
import nullaosta.assessment.ClauseTests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads every version of an agreement, or of a folder of agreements, and runs the tests that its clauses carry. */
@Command(name = "check", description = "Read every version and run the clauses' own tests.", exitCodeOnInvalidInput = 64)
public final class AgreementCheckCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of an agreement, or of agreements.")
    private Path folder;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public AgreementCheckCommand() {
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "`" + folder + "` is no folder");
        }
        List<Agreement> agreements = agreements();
        List<Terms> versions = agreements.stream().flatMap(agreement -> agreement.versions().stream()).toList();
        List<Problem> problems = new ArrayList<>();
        agreements.forEach(agreement -> agreement.broken().forEach(file -> problems.addAll(file.problems())));
        versions.forEach(terms -> problems.addAll(ClauseTests.run(terms)));
        if (versions.isEmpty() && problems.isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "`" + folder + "` holds no version of an agreement; expected a file such as v1.yaml");
        }
        if (!problems.isEmpty()) {
            return AgreementCommand.notValid(spec, problems, json, untried(agreements));
        }
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("problems", List.of());
            map.put("versions", versions.stream().map(AgreementCheckCommand::map).toList());
            AgreementCommand.print(spec, map);
        } else {
            versions.forEach(terms -> spec.commandLine().getOut().println(terms.agreement() + " " + terms.version()
                    + ": sound; " + counted(terms)));
        }
        return ProofExit.AS_CLAIMED.code();
    }

    /** Tests can be run only of a text that can be read. */
    private static String untried(List<Agreement> agreements) {
        return agreements.stream().allMatch(agreement -> agreement.broken().isEmpty())
                ? ""
                : "; tests are run once a file has no other";
    }

    /** The folder itself where it holds versions, else those in it. */
    private List<Agreement> agreements() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            if (files.anyMatch(file -> file.toString().matches(".*\\.ya?ml"))) {
                return List.of(Agreement.read(folder));
            }
        }
        return Agreements.read(folder).all();
    }

    private static String counted(Terms terms) {
        return count(terms.clauses().size(), "clause") + ", " + count(tests(terms), "test") + " passed, "
                + (terms.properties().size() == 1 ? "1 property" : terms.properties().size() + " properties");
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static int tests(Terms terms) {
        return terms.clauses().stream().mapToInt(clause -> clause.tests().size()).sum();
    }

    private static Map<String, Object> map(Terms terms) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("agreement", terms.agreement());
        map.put("version", terms.version().toString());
        map.put("termsHash", terms.hash());
        map.put("clauses", terms.clauses().size());
        map.put("tests", tests(terms));
        map.put("properties", terms.properties().size());
        return map;
    }
}
