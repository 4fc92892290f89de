package nullaosta.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Terms;
import nullaosta.agreement.Version;
import nullaosta.agreement.text.Problem;
import nullaosta.assessment.ClauseTests;
import nullaosta.oversight.NotReplayed;
import nullaosta.oversight.Replay;
import nullaosta.oversight.ReplayReport;
import nullaosta.oversight.Turn;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries a version on past cases: which outcomes change, by which clauses, and which cases it cannot be tried on. */
@Command(name = "replay", description = "Try a version on every past case.", exitCodeOnInvalidInput = 64)
public final class AgreementReplayCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NEW", description = "File of the version, such as agreements/it-us-sigonella/v2.proposed.yaml.")
    private Path file;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = "--from", paramLabel = "DATE", description = "Only cases that depart on that day or later, in the time zone of the terms.")
    private @Nullable LocalDate from;

    @Mixin
    private PastCasesOption past;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public AgreementReplayCommand() {
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "`" + file + "` is no file of a version");
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().normalize().getParent()).orElseThrow();
        Agreement agreement = Agreement.read(folder);
        List<Problem> problems = agreement.broken().stream().flatMap(broken -> broken.problems().stream()).toList();
        String version = String.valueOf(file.getFileName()).replaceAll("\\.ya?ml$", "");
        Optional<Terms> terms = Version.parse(version).flatMap(agreement::version);
        if (problems.isEmpty() && terms.isPresent()) {
            problems = ClauseTests.run(terms.get());
        }
        if (!problems.isEmpty() || terms.isEmpty()) {
            return AgreementCommand.notValid(spec, problems, json, "; nothing was replayed");
        }
        Terms tried = terms.get();
        Optional<Instant> since = Optional.ofNullable(from)
                .map(day -> day.atStartOfDay(tried.timezone()).toInstant());
        Replay replay = new Replay(tried, agreement::terms);
        past.open(spec, agreement, Optional.ofNullable(folder.getParent()).orElseThrow(),
                (cases, mode) -> cases.each(agreement.id(), mode, since, replay, replay::setApart));
        ReplayReport report = replay.report();
        if (json) {
            AgreementCommand.print(spec, map(report));
        } else {
            spec.commandLine().getOut().print(ReplayInWords.page(tried, report));
        }
        return (report.changed() == 0 && report.untried() == 0 ? ProofExit.AS_CLAIMED : ProofExit.NOT_AS_CLAIMED)
                .code();
    }

    private static Map<String, Object> map(ReplayReport report) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("terms", report.terms());
        map.put("cases", report.cases());
        map.put("same", report.same());
        map.put("changes", report.changes());
        map.put("turns", report.turns().stream().map(AgreementReplayCommand::map).toList());
        map.put("notReplayed", report.reasons());
        map.put("casesNotReplayed", report.notReplayed().stream().map(NotReplayed::name).toList());
        return map;
    }

    private static Map<String, Object> map(Turn turn) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("case", turn.name());
        turn.departure().ifPresent(at -> map.put("departure", at.toString()));
        map.put("was", turn.was().name());
        map.put("wasBy", turn.wasBy());
        map.put("now", turn.now().name());
        map.put("nowBy", turn.nowBy());
        return map;
    }
}
