package nullaosta.agreement.vocabulary;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import nullaosta.agreement.text.Problems;
import nullaosta.agreement.text.Reading;
import nullaosta.agreement.text.Section;
import nullaosta.agreement.text.Spelling;
import nullaosta.agreement.text.YamlNode;
import nullaosta.agreement.text.YamlNode.Entries;
import nullaosta.agreement.text.YamlNode.Entry;
import nullaosta.agreement.text.YamlNode.Text;
import nullaosta.agreement.text.YamlReader;

/**
 * A YAML file of facts: a fact's name and its value a line. A value may also be written {@code {value: …, origin: …}}
 * to say where it comes from, or {@code {absent: why}}.
 */
public final class FactsFile {

    private FactsFile() {
    }

    /** The facts as a sheet, or all problems of the file together. */
    public static Reading<FactSheet> read(String file, String text, Vocabulary vocabulary) {
        Problems problems = new Problems();
        Optional<FactSheet> sheet = YamlReader.read(file, text, problems)
                .flatMap(root -> Section.of(root, "the facts", problems))
                .flatMap(section -> read(section, "facts file", vocabulary, problems));
        return Reading.of(problems, sheet::orElseThrow);
    }

    /**
     * Facts that stand inside another file; empty with problems when they are not sound.
     *
     * @param called how an origin names the file: "facts file" gives "facts file, line 4"
     */
    public static Optional<FactSheet> read(Section section, String called, Vocabulary vocabulary, Problems problems) {
        int before = problems.count();
        FactSheet.Builder builder = new FactSheet.Builder(vocabulary, problems, "not in the " + called);
        section.entries().forEach(entry -> fact(entry, called, vocabulary, builder));
        return problems.count() > before ? Optional.empty() : Optional.of(builder.sheet());
    }

    private static void fact(Entry entry, String called, Vocabulary vocabulary, FactSheet.Builder builder) {
        String name = entry.key().value();
        if (vocabulary.fact(name).isEmpty()) {
            builder.problems().add(entry.key().place(), "unknown fact `" + name + "`",
                    Spelling.help(name, vocabulary.slots()));
            return;
        }
        String line = called + ", line " + entry.key().place().line();
        if (!(entry.value() instanceof Entries fields)) {
            builder.read(name, entry.value(), line);
            return;
        }
        Section section = new Section(fields, "a fact", builder.problems());
        if (section.has("absent")) {
            section.text("absent").map(Text::value).ifPresent(why -> builder.absent(name, why));
        } else {
            Optional<YamlNode> value = section.required("value");
            String origin = section.optionalText("origin").map(Text::value).orElse(line);
            value.ifPresent(node -> builder.read(name, node, origin));
        }
        section.refuseOthers();
    }

    /** The departure a facts file states, by which the version of the terms is chosen before the file is checked. */
    public static Optional<Instant> departure(String file, String text) {
        return YamlReader.read(file, text, new Problems()).filter(Entries.class::isInstance)
                .flatMap(root -> ((Entries) root).entries().stream()
                        .filter(entry -> entry.key().value().equals("mission.departure")).findFirst())
                .flatMap(entry -> instant(entry.value()));
    }

    private static Optional<Instant> instant(YamlNode node) {
        try {
            return switch (node) {
                case Text text -> Optional.of(Instant.parse(text.value()));
                case Entries fields -> fields.entries().stream()
                        .filter(field -> field.key().value().equals("value")).findFirst()
                        .flatMap(field -> instant(field.value()));
                default -> Optional.empty();
            };
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
