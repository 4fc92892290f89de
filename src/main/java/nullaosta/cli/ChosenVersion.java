package nullaosta.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Terms;
import nullaosta.agreement.Version;
import nullaosta.agreement.text.Problem;
import nullaosta.assessment.ClauseTests;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The version that a command is about, or what is wrong with it: the file, or a test that one of its clauses carries. */
sealed interface ChosenVersion {

    record Sound(Terms terms) implements ChosenVersion {}

    record NotValid(List<Problem> problems) implements ChosenVersion {

        public NotValid {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The version named, or else the latest in force, or else the last one proposed. Without a name a broken file that may
     * be the one in force is in the way.
     *
     * @param wanted such as {@code v2.proposed}
     */
    static ChosenVersion of(CommandSpec spec, Path folder, @Nullable String wanted) throws IOException {
        Agreement agreement = Agreement.read(folder);
        if (agreement.versions().isEmpty() && agreement.broken().isEmpty()) {
            throw new ParameterException(spec.commandLine(), none(folder));
        }
        Optional<Terms> terms = wanted == null ? latest(agreement) : named(spec, agreement, wanted);
        List<Problem> problems = terms.isEmpty() ? broken(agreement, wanted) : ClauseTests.run(terms.get());
        return problems.isEmpty() ? new Sound(terms.orElseThrow()) : new NotValid(problems);
    }

    /** That a folder holds no version, and which of its own folders do. */
    static String none(Path folder) throws IOException {
        List<String> within = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : all.filter(Files::isDirectory).sorted().toList()) {
                if (!Agreement.read(each).versions().isEmpty()) {
                    within.add(each.getFileName().toString());
                }
            }
        }
        return "`" + folder + "` holds no version of an agreement; expected a file such as v1.yaml"
                + (within.isEmpty() ? "" : "; choose one of its folders: " + String.join(", ", within));
    }

    private static Optional<Terms> latest(Agreement agreement) {
        return agreement.standingUnknown()
                ? Optional.empty()
                : agreement.latest().or(() -> agreement.versions().reversed().stream().findFirst());
    }

    private static Optional<Terms> named(CommandSpec spec, Agreement agreement, String name) {
        Optional<Version> version = Version.parse(name);
        Optional<Terms> terms = version.flatMap(agreement::version);
        if (terms.isEmpty() && (version.isEmpty() || brokenOf(agreement, version).isEmpty())) {
            throw new ParameterException(spec.commandLine(), "`" + agreement.id() + "` has no version `" + name
                    + "`; it has " + String.join(", ",
                            agreement.versions().stream().map(it -> it.version().toString()).toList()));
        }
        return terms;
    }

    private static List<Problem> broken(Agreement agreement, @Nullable String wanted) {
        List<Problem> named = wanted == null ? List.of() : brokenOf(agreement, Version.parse(wanted));
        return named.isEmpty()
                ? agreement.broken().stream().flatMap(file -> file.problems().stream()).toList()
                : named;
    }

    private static List<Problem> brokenOf(Agreement agreement, Optional<Version> version) {
        return agreement.broken().stream().filter(file -> file.version().equals(version))
                .flatMap(file -> file.problems().stream()).toList();
    }
}
