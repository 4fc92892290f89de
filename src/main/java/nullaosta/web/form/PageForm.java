package nullaosta.web.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.mission.Fault;

/**
 * One small form of a page: blank, or as it came back because what it asked for was not done. A form that came back shows
 * what was typed and what is wrong, each fault at its field and all of them at the head of the page.
 *
 * @param path  the last part of the address it is sent to; empty where it stands for no form
 * @param typed by the fields' names
 */
public record PageForm(String path, List<Field> fields, Map<String, String> typed, List<Told> told) {

    /** No form: what a page has while none came back. */
    public static final PageForm NONE = new PageForm("", List.of(), Map.of(), List.of());

    /** @param field its name; empty where it is about no field of the form alone */
    public record Told(String field, String label, String words) {

        public String inFull() {
            return label.isEmpty() ? words : label + ": " + words;
        }
    }

    public PageForm {
        fields = List.copyOf(fields);
        typed = Map.copyOf(typed);
        told = List.copyOf(told);
    }

    static PageForm blank(String path, List<Field> fields) {
        return new PageForm(path, fields, Map.of(), List.of());
    }

    /** As it was sent, with nothing wrong. */
    public PageForm filled(Map<String, String> sent) {
        return new PageForm(path, fields, sent, List.of());
    }

    /** Come back because it could not be read. */
    public PageForm unread(Map<String, String> sent, List<Fault> faults) {
        return new PageForm(path, fields, sent, faults.stream().map(fault -> field(name(fault.where()))
                .map(field -> new Told(field.name(), field.label(), field.inWords(fault)))
                .orElseGet(() -> new Told("", "", fault.inWords()))).toList());
    }

    /** @param where the field that the refusal is about; empty where it is about none alone */
    public PageForm refused(Map<String, String> sent, String words, String where) {
        return new PageForm(path, fields, sent, List.of(field(where)
                .map(field -> new Told(field.name(), field.label(), words)).orElseGet(() -> new Told("", "", words))));
    }

    private static String name(String pointer) {
        String[] parts = pointer.split("/", -1);
        return parts.length > 1 ? parts[1] : "";
    }

    private Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** This form where it is one of those asked for, else the first of them, blank: several buttons may share one form. */
    public PageForm orBlank(PageForm... blanks) {
        return Arrays.stream(blanks).anyMatch(blank -> blank.path.equals(path)) ? this : blanks[0];
    }

    /** Whether it came back. */
    public boolean cameBack() {
        return !told.isEmpty();
    }

    public String label(String name) {
        return field(name).map(Field::label)
                .orElseThrow(() -> new IllegalArgumentException("`" + path + "` has no field `" + name + "`"));
    }

    public Field.Kind kind(String name) {
        return field(name).map(Field::kind).orElse(Field.Kind.TEXT);
    }

    public String id(String name) {
        return path + "-" + name;
    }

    /** @param offered what stands there before anybody typed */
    public String value(String name, String offered) {
        return typed.getOrDefault(name, cameBack() ? "" : offered);
    }

    public Optional<String> fault(String name) {
        List<String> words = new ArrayList<>();
        told.stream().filter(each -> each.field().equals(name)).forEach(each -> words.add(each.words()));
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
    }
}
