package nullaosta.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.text.Problem;
import nullaosta.assessment.Outcome;
import nullaosta.oversight.Drift;
import nullaosta.oversight.Turn;
import nullaosta.proof.Answer;
import nullaosta.proof.VersionComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says of each version of an agreement what it widened: by proof, and by the past cases it would have turned. */
@Command(name = "drift", description = "Say what each version widened.", exitCodeOnInvalidInput = 64)
public final class AgreementDriftCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the agreement.")
    private Path folder;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Mixin
    private PastCasesOption past;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public AgreementDriftCommand() {
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "`" + folder + "` is no folder");
        }
        Agreement agreement = Agreement.read(folder);
        List<Problem> problems = agreement.broken().stream().flatMap(broken -> broken.problems().stream()).toList();
        if (!problems.isEmpty()) {
            return AgreementCommand.notValid(spec, problems, json, "; nothing was compared");
        }
        if (agreement.versions().isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    ChosenVersion.none(folder));
        }
        Path agreements = Optional.ofNullable(folder.toAbsolutePath().normalize().getParent()).orElseThrow();
        List<Drift> found = new ArrayList<>();
        past.open(spec, agreement, agreements,
                (cases, mode) -> found.add(Drift.of(agreement, cases, mode, VersionComparison::of)));
        Drift drift = found.getFirst();
        if (json) {
            AgreementCommand.print(spec, map(drift));
        } else {
            spec.commandLine().getOut().print(DriftInWords.page(drift));
        }
        boolean still = drift.steps().stream().allMatch(step -> step.widened().isEmpty()
                && step.comparison() instanceof VersionComparison.Compared(var inquiry) && inquiry.asClaimed());
        return (still ? ProofExit.AS_CLAIMED : ProofExit.NOT_AS_CLAIMED).code();
    }

    private static Map<String, Object> map(Drift drift) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("agreement", drift.agreement());
        map.put("versions", drift.marks().stream().map(AgreementDriftCommand::map).toList());
        map.put("steps", drift.steps().stream().map(AgreementDriftCommand::map).toList());
        return map;
    }

    private static Map<String, Object> map(Drift.Mark mark) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("version", mark.terms().version().toString());
        map.put("termsHash", mark.terms().hash());
        mark.terms().inForce().ifPresent(period -> map.put("inForce", period.toString()));
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome.name(), mark.count(outcome));
        }
        map.put("pastCases", outcomes);
        map.put("cannotBeTried", mark.untried());
        return map;
    }

    private static Map<String, Object> map(Drift.Step step) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("from", step.older().version().toString());
        map.put("to", step.newer().version().toString());
        switch (step.comparison()) {
            case VersionComparison.Compared(var inquiry) -> {
                Map<String, String> results = new LinkedHashMap<>();
                for (Answer answer : inquiry.answers()) {
                    results.put(answer.question().id(), answer.result().word());
                }
                map.put("byProof", results);
            }
            case VersionComparison.Incomparable(List<String> why) -> map.put("incomparable", why);
        }
        map.put("widened", step.widened().stream().map(Turn::name).toList());
        map.put("narrowed", step.narrowed().stream().map(Turn::name).toList());
        return map;
    }
}
