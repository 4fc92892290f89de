package nullaosta.oversight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Terms;
import nullaosta.agreement.Version;
import nullaosta.agreement.text.Problem;
import nullaosta.agreement.text.Problems;
import nullaosta.agreement.text.Reading;
import nullaosta.agreement.text.Section;
import nullaosta.agreement.text.YamlNode.Text;
import nullaosta.agreement.text.YamlReader;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.FactsFile;
import nullaosta.assessment.Assessor;
import nullaosta.mission.DataMode;

/**
 * Past cases written down in a folder: one folder a case, with {@code case.yaml} and {@code facts.yaml}. A case's past
 * outcome is what the version it names, or the one in force at its departure, makes of its facts.
 *
 * @param agreement whose versions the cases were assessed under; cases of other agreements are passed over
 */
public record CaseFolder(Path folder, Agreement agreement) implements PastCases {

    /** The folder is read as it is: it holds cases of one kind of data only. */
    @Override
    public void each(String wanted, DataMode mode, Optional<Instant> from, Consumer<PastCase> each,
            Consumer<NotReplayed> unreadable) {
        for (Path file : cases()) {
            String name = String.valueOf(file.getFileName());
            switch (read(file, wanted)) {
                case Reading.Sound<Optional<PastCase>>(Optional<PastCase> past) -> past
                        .filter(it -> from.isEmpty() || it.departure().map(at -> !at.isBefore(from.get())).orElse(true))
                        .ifPresent(each);
                case Reading.Faulty<Optional<PastCase>>(List<Problem> problems) ->
                    unreadable.accept(new NotReplayed(name, problems.getFirst().message()));
            }
        }
    }

    private List<Path> cases() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> Files.isRegularFile(path.resolve("case.yaml"))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for a case of another agreement. */
    private Reading<Optional<PastCase>> read(Path at, String wanted) {
        Problems problems = new Problems();
        String file = at.resolve("case.yaml").toString();
        Optional<Section> section = YamlReader.read(file, text(at.resolve("case.yaml")), problems)
                .flatMap(root -> Section.of(root, "a case", problems));
        Optional<Text> named = section.flatMap(it -> it.text("agreement"));
        if (named.isPresent() && !named.get().value().equals(wanted)) {
            return new Reading.Sound<>(Optional.empty());
        }
        String facts = text(at.resolve("facts.yaml"));
        Optional<Instant> departure = FactsFile.departure("facts.yaml", facts);
        Optional<Terms> terms = section.flatMap(it -> terms(it, departure));
        if (named.isPresent() && terms.isEmpty()) {
            problems.add(named.get().place(), "found no version of " + wanted + " for this case",
                    "name one with `version`, or state mission.departure");
        }
        if (!problems.isEmpty() || terms.isEmpty()) {
            return new Reading.Faulty<>(problems.inOrder());
        }
        return switch (FactsFile.read(at.resolve("facts.yaml").toString(), facts, terms.get().vocabulary())) {
            case Reading.Sound<FactSheet>(FactSheet sheet) -> new Reading.Sound<>(Optional.of(new PastCase(
                    String.valueOf(at.getFileName()), departure, terms.get().id(), sheet,
                    Assessor.assess(terms.get(), sheet).outcome())));
            case Reading.Faulty<FactSheet>(List<Problem> found) -> new Reading.Faulty<>(found);
        };
    }

    private Optional<Terms> terms(Section section, Optional<Instant> departure) {
        Optional<Text> named = section.optionalText("version");
        if (named.isPresent()) {
            return Version.parse(named.get().value()).flatMap(agreement::version);
        }
        return departure.isPresent() ? agreement.inForceAt(departure.get()) : agreement.latest();
    }

    private static String text(Path file) {
        try {
            return YamlReader.text(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
