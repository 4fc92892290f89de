package nullaosta.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Terms;
import nullaosta.agreement.Version;
import nullaosta.agreement.text.Place;
import nullaosta.agreement.text.Problem;
import nullaosta.agreement.text.Reading;
import nullaosta.agreement.text.YamlReader;
import nullaosta.agreement.vocabulary.Fact;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.FactsFile;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Assessor;
import nullaosta.assessment.ClauseTests;
import nullaosta.assessment.Outcome;
import nullaosta.assessment.Sentence;
import nullaosta.verifier.Wrapped;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Assesses a file of facts under an agreement and says what it comes to; the exit code carries the outcome. */
@Command(name = "assess", description = "Assess facts under an agreement.", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64)
public final class AssessCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "AGREEMENT-DIR", description = "Folder with v1.yaml, v2.proposed.yaml, …")
    private Path folder;

    @Parameters(index = "1", paramLabel = "FACTS.yaml", description = "Facts, one a line; see docs/reference.")
    private Path facts;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Option(names = "--version", paramLabel = "VERSION", description = "Assess under this version, such as v2.proposed, instead of the one in force.")
    private @Nullable String wanted;

    @Spec
    private CommandSpec spec;

    private final List<String> notes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public AssessCommand() {
    }

    private static final Set<Outcome> PERMITTED = Set.of(Outcome.ELIGIBLE, Outcome.REFER);

    /** Which terms to use, or why there are none. */
    private sealed interface Choice {

        record Chosen(Terms terms) implements Choice {}

        record NotInForce(String why) implements Choice {}

        record NotValid(List<Problem> problems) implements Choice {}
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "`" + folder + "` is no folder of an agreement");
        }
        if (!Files.isRegularFile(facts)) {
            throw new ParameterException(spec.commandLine(), "`" + facts + "` is no file of facts");
        }
        Agreement agreement = Agreement.read(folder);
        String text = YamlReader.text(facts);
        return switch (choose(agreement, text)) {
            case Choice.Chosen(Terms terms) -> assess(terms, text);
            case Choice.NotInForce(String why) -> notInForce(why);
            case Choice.NotValid(List<Problem> problems) -> notValid(problems);
        };
    }

    // Which version

    private Choice choose(Agreement agreement, String text) {
        if (agreement.versions().isEmpty() && agreement.broken().isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "`" + folder + "` holds no version of an agreement; expected a file such as v1.yaml");
        }
        return wanted != null ? named(agreement, wanted) : inForce(agreement, text);
    }

    private Choice named(Agreement agreement, String name) {
        Optional<Version> version = Version.parse(name);
        Optional<Terms> terms = version.flatMap(agreement::version);
        if (terms.isPresent()) {
            return new Choice.Chosen(terms.get());
        }
        List<Problem> problems = agreement.broken().stream().filter(broken -> broken.version().equals(version))
                .flatMap(broken -> broken.problems().stream()).toList();
        if (version.isPresent() && !problems.isEmpty()) {
            return new Choice.NotValid(problems);
        }
        List<String> known = agreement.versions().stream().map(it -> it.version().toString()).toList();
        throw new ParameterException(spec.commandLine(), "`" + agreement.id() + "` has no version `" + name
                + "`; it has " + String.join(", ", known));
    }

    private Choice inForce(Agreement agreement, String text) {
        if (agreement.standingUnknown()) {
            return new Choice.NotValid(agreement.broken().stream().flatMap(it -> it.problems().stream()).toList());
        }
        agreement.broken().forEach(broken -> notes.add(broken.file() + " has "
                + broken.problems().size() + (broken.problems().size() == 1 ? " problem" : " problems")
                + " and cannot be used; see --version " + broken.version().orElseThrow()));
        Optional<Instant> departure = FactsFile.departure(facts.toString(), text);
        Optional<Terms> terms = departure.isPresent() ? agreement.inForceAt(departure.get()) : agreement.latest();
        if (terms.isPresent()) {
            if (departure.isEmpty()) {
                notes.add("mission.departure is absent: assessed under " + terms.get().version()
                        + ", which holds " + terms.get().inForce().orElseThrow());
            }
            return new Choice.Chosen(terms.get());
        }
        return new Choice.NotInForce(agreement.latest().isEmpty()
                ? agreement.id() + " has no version in force"
                : "no version of " + agreement.id() + " is in force at departure, " + departure.orElseThrow() + "; "
                        + String.join(", ", agreement.versions().stream().filter(it -> it.inForce().isPresent())
                                .map(it -> it.version() + " holds " + it.inForce().orElseThrow()).toList()));
    }

    // What it comes to

    private int assess(Terms terms, String text) {
        List<Problem> problems = new ArrayList<>(ClauseTests.run(terms));
        Reading<FactSheet> reading = FactsFile.read(facts.toString(), text, terms.vocabulary());
        if (reading instanceof Reading.Faulty<FactSheet>(List<Problem> more)) {
            problems.addAll(more);
        }
        if (!problems.isEmpty() || !(reading instanceof Reading.Sound<FactSheet>(FactSheet sheet))) {
            return notValid(problems);
        }
        Assessment assessment = Assessor.assess(terms, sheet);
        Optional<String> elsewhere = elsewhere(terms, sheet);
        if (elsewhere.isPresent() && PERMITTED.contains(assessment.outcome())) {
            return notInForce(elsewhere.get());
        }
        List<String> open = open(terms, sheet);
        if (!open.isEmpty() && PERMITTED.contains(assessment.outcome())) {
            return openWhether(terms, open);
        }
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("sentence", assessment.sentence());
            map.put("notes", notes);
            map.putAll(assessment.toMap());
            print(map);
        } else {
            out().print(AssessmentInWords.page(assessment));
            out().println();
            notes.forEach(note -> out().println("note: " + note));
            out().println("terms " + assessment.termsHash().substring(0, 16) + ", vocabulary "
                    + assessment.vocabularyHash().substring(0, 16));
        }
        return ExitCode.of(assessment.outcome()).code();
    }

    /** Why an agreement is not about this flight: it would not be selected for it, whatever its clauses say. */
    private static Optional<String> elsewhere(Terms terms, FactSheet sheet) {
        return about(terms, sheet, "mission.operatorState", terms.userStates(), "flights of ")
                .or(() -> about(terms, sheet, "mission.base", terms.bases(), "flights from "));
    }

    private static Optional<String> about(Terms terms, FactSheet sheet, String fact, List<String> named, String words) {
        return terms.vocabulary().fact(fact).isPresent()
                && sheet.fact(fact) instanceof Fact.Known(var value, String origin)
                && !named.contains(String.valueOf(value.plain()))
                        ? Optional.of(terms.id() + " is about " + words + String.join(", ", named) + ", and `" + fact
                                + "` is " + value.plain())
                        : Optional.empty();
    }

    /** The facts without which nobody can say whether these terms govern the flight. */
    private List<String> open(Terms terms, FactSheet sheet) {
        return Stream.of("mission.operatorState", "mission.base", "mission.departure")
                .filter(fact -> wanted == null || !fact.equals("mission.departure"))
                .filter(fact -> terms.vocabulary().fact(fact).isPresent()
                        && sheet.fact(fact) instanceof Fact.Absent)
                .toList();
    }

    private int openWhether(Terms terms, List<String> missing) {
        return headOnly(Outcome.NEEDS_FACTS, "not yet: without " + Sentence.joined(missing)
                + " it is not known whether " + terms.id() + " governs the flight", ExitCode.NEEDS_FACTS);
    }

    private int notInForce(String why) {
        return headOnly(Outcome.NOT_COVERED, "not covered: " + why, ExitCode.NOT_COVERED);
    }

    private int headOnly(Outcome outcome, String sentence, ExitCode code) {
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("sentence", sentence);
            map.put("notes", notes);
            map.put("outcome", outcome.name());
            print(map);
        } else {
            out().print(new Wrapped().paragraph(outcome + "  ", 13, sentence));
            notes.forEach(note -> out().println("note: " + note));
        }
        return code.code();
    }

    private int notValid(List<Problem> problems) {
        if (json) {
            print(Map.of("problems", problems.stream().map(Problem::toMap).toList()));
            return ExitCode.NOT_VALID.code();
        }
        problems.forEach(problem -> spec.commandLine().getErr().println(problem.inFull()));
        boolean whole = problems.stream().map(Problem::place).allMatch(place -> place.equals(Place.ofFile(
                place.file())));
        spec.commandLine().getErr().println((whole ? "" : "\n") + problems.size()
                + (problems.size() == 1 ? " problem" : " problems") + "; nothing was assessed");
        return ExitCode.NOT_VALID.code();
    }

    private void print(Map<String, Object> map) {
        out().println(JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(map));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
