package nullaosta.web.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.mission.form.Filled.Told;
import nullaosta.mission.form.Form;
import nullaosta.mission.form.Question;
import nullaosta.mission.form.Section;
import nullaosta.mission.form.Typed;
import nullaosta.party.Profile.Need;
import nullaosta.web.page.Page;

/**
 * The form as a page shows it.
 *
 * @param amends  number of the case that is amended; empty for a new one
 * @param told    what is wrong with what is typed, in the form's order
 * @param said    why it was not taken although it could be read; empty if that did not happen
 * @param notes   what came of a flight plan that was pasted
 * @param looked  whether it was only looked at, and not to be filed
 * @param preview what it would be as filed, where that was asked and can be told
 */
public record FormView(Page page, Form form, Typed typed, String amends, List<Told> told, String said,
        List<String> notes, boolean looked, Optional<PreviewView> preview) {

    public FormView {
        told = List.copyOf(told);
        notes = List.copyOf(notes);
    }

    static FormView of(Page page, Form form, Typed typed, String amends) {
        return new FormView(page, form, typed, amends, List.of(), "", List.of(), false, Optional.empty());
    }

    FormView telling(List<Told> faults) {
        return new FormView(page, form, typed, amends, faults, said, notes, looked, preview);
    }

    FormView saying(String words) {
        return new FormView(page, form, typed, amends, told, words, notes, looked, preview);
    }

    FormView noting(List<String> words) {
        return new FormView(page, form, typed, amends, told, said, words, looked, preview);
    }

    FormView foreseeing(PreviewView foreseen) {
        return new FormView(page, form, typed, amends, told, said, notes, true, Optional.of(foreseen));
    }

    FormView looking() {
        return new FormView(page, form, typed, amends, told, said, notes, true, preview);
    }

    public boolean isNew() {
        return amends.isEmpty();
    }

    public String title() {
        return (told.isEmpty() ? "" : "Mend: ") + (isNew() ? "File a mission" : "Amend a mission");
    }

    public boolean asked(Question question, int row) {
        return form.need(question, typed, row) != Need.NOT_ASKED;
    }

    /** What is said beside a question of whether it must be answered. */
    public String need(Question question, int row) {
        String when = form.compulsoryWhen(question);
        return switch (form.need(question, typed, row)) {
            case COMPULSORY -> form.inEach(question).map("needed in each "::concat).orElse("");
            case OPTIONAL -> when.isEmpty() ? "optional" : "needed " + when;
            case NOT_ASKED -> "not asked";
        };
    }

    public String value(String field) {
        return typed.get(field);
    }

    /** Found and expected, without the label that stands above it. */
    public Optional<String> fault(String field) {
        return told.stream().filter(each -> each.field().equals(field))
                .map(each -> "found " + each.fault().found() + ", expected " + each.fault().expected()).findFirst();
    }

    public String describedBy(Question question, String field) {
        return (fault(field).isPresent() ? field + "-fault " : "")
                + (question.hint().isEmpty() && need(question, 0).isEmpty() ? "" : field + "-hint");
    }

    /** The host's own time beside one that is typed in UTC. */
    public String local(String field) {
        return Form.moment(typed.get(field)).map(page.words()::local).orElse("");
    }

    public List<Integer> rows(Section section) {
        return Form.rows(section, typed);
    }

    /** Whether a page's field of date and time can show what is typed; else it stands as text, so that nothing is lost. */
    public boolean isMoment(String field) {
        return typed.get(field).isEmpty()
                || typed.get(field).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,3})?)?");
    }

    /** Units and shapes stand ready chosen; of everything else nothing is chosen for who fills it in. */
    public boolean offersNothing(Question question) {
        return !List.of("volumes/shape", "volumes/reachUnit", "volumes/heightUnit").contains(question.id());
    }

    /** The clauses that wait for an answer, by agreement. */
    public Map<String, List<String>> waits(Question question) {
        Map<String, List<String>> waits = new LinkedHashMap<>();
        question.waits().forEach(
                wait -> waits.computeIfAbsent(wait.terms(), terms -> new ArrayList<>()).add(wait.clause()));
        return waits;
    }
}
