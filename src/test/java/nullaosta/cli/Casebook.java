package nullaosta.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.ShippedAgreements;
import nullaosta.agreement.Terms;
import nullaosta.agreement.Version;
import nullaosta.agreement.text.Problems;
import nullaosta.agreement.text.Reading;
import nullaosta.agreement.text.Section;
import nullaosta.agreement.text.YamlNode.Text;
import nullaosta.agreement.text.YamlReader;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.FactsFile;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Assessor;

/** The cases of {@code casebook/} and of the scenario packs, read and assessed. */
final class Casebook {

    /** Each folder of an agreement is read once: the checks of its conditions take longer than all its cases. */
    private static final Map<Path, Agreement> READ = new ConcurrentHashMap<>();

    private Casebook() {
    }

    /** @param version the one named, else the one in force at the case's departure */
    record Case(Path folder, String title, String story, Terms terms, List<String> sources, List<String> clauses,
            FactSheet facts) {

        Assessment assessment() {
            return Assessor.assess(terms, facts);
        }

        /** What people read of the case: {@code expected.txt}. */
        String expected() {
            return AssessmentInWords.page(assessment());
        }

        String name() {
            return folder.getFileName().toString();
        }

        /** Whether it belongs to a scenario pack, whose clauses cite documents of their own. */
        boolean ofScenario() {
            return folder.startsWith("scenarios");
        }

        @Override
        public String toString() {
            return folder.toString();
        }
    }

    static List<Case> all() throws IOException {
        List<Case> all = new ArrayList<>();
        for (Path agreements : ShippedAgreements.folders()) {
            try (Stream<Path> folders = Files.list(agreements.resolveSibling("casebook"))) {
                folders.filter(Files::isDirectory).sorted().map(Casebook::read).forEach(all::add);
            }
        }
        return all;
    }

    private static Case read(Path folder) {
        try {
            String facts = Files.readString(folder.resolve("facts.yaml"));
            String file = folder.resolve("case.yaml").toString();
            Problems problems = new Problems();
            Optional<Case> read = YamlReader.read(file, Files.readString(Path.of(file)), problems)
                    .flatMap(root -> Section.of(root, "a case", problems))
                    .map(section -> read(folder, facts, section));
            return Reading.of(problems, read::orElseThrow).orThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Case read(Path folder, String facts, Section section) {
        String title = section.text("title").map(Text::value).orElse("");
        String story = section.text("story").map(Text::value).orElse("");
        Terms terms = terms(section, folder, facts);
        List<String> sources = section.words("sources").stream().map(Text::value).toList();
        List<String> clauses = section.words("clauses").stream().map(Text::value).toList();
        section.refuseOthers();
        FactSheet sheet = FactsFile.read(folder.resolve("facts.yaml").toString(), facts, terms.vocabulary()).orThrow();
        return new Case(folder, title, story, terms, sources, clauses, sheet);
    }

    private static Terms terms(Section section, Path folder, String facts) {
        Agreement agreement = READ.computeIfAbsent(folder.resolve("../../agreements").normalize()
                .resolve(section.text("agreement").orElseThrow().value()), Casebook::agreement);
        Optional<Text> version = section.optionalText("version");
        Optional<Terms> terms = version.isPresent()
                ? agreement.version(Version.parse(version.get().value()).orElseThrow())
                : FactsFile.departure("facts", facts).map(agreement::inForceAt).orElseGet(agreement::latest);
        return terms.orElseThrow(() -> new AssertionError("no terms for " + folder));
    }

    private static Agreement agreement(Path folder) {
        try {
            return Agreement.read(folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
