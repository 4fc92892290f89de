package nullaosta.mission.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nullaosta.mission.Fault;
import nullaosta.party.Circumstances;
import nullaosta.party.Profile.Need;
import nullaosta.party.Profile.Rule;

/** What the host's profile asks for and nobody typed. What every mission needs is told by the mission's own reader. */
final class Compulsory {

    private final Form form;
    private final Typed typed;
    private final Map<String, List<Integer>> rows;

    Compulsory(Form form, Typed typed, Map<String, List<Integer>> rows) {
        this.form = form;
        this.typed = typed;
        this.rows = rows;
    }

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (Section section : form.sections()) {
            if (section.rows().isEmpty()) {
                section.questions().forEach(question -> ask(section, question, 0, question.id(), faults));
                continue;
            }
            String name = section.rows().get();
            List<Integer> filled = rows.getOrDefault(name, List.of());
            for (int i = 0; i < filled.size(); i++) {
                for (Question question : section.questions()) {
                    ask(section, question, filled.get(i), name + "/" + i + "/" + question.name(), faults);
                }
            }
            form.rule(name, typed, 0).filter(rule -> rule.need() == Need.COMPULSORY && filled.isEmpty())
                    .ifPresent(rule -> faults.add(new Fault("/mission/" + name, "nothing",
                            "at least one " + section.row().toLowerCase(Locale.ROOT) + ": " + why(rule))));
        }
        return faults;
    }

    private void ask(Section section, Question question, int row, String pointer, List<Fault> faults) {
        if (MissionQuestions.OF_THE_RECEIPT.contains(question.id()) && typed.get(question.id()).isBlank()) {
            faults.add(new Fault("/" + question.id(), "nothing", "an answer: it came another way than by this form"));
        }
        if (!question.required() && typed.get(section.field(question, row)).isBlank()) {
            form.rule(question.id(), typed, row).filter(rule -> rule.need() == Need.COMPULSORY)
                    .ifPresent(rule -> faults.add(
                            new Fault("/mission/" + pointer, "nothing", "an answer: " + why(rule))));
        }
    }

    private String why(Rule rule) {
        return form.host().name() + " asks for it " + inWords(form, rule.when());
    }

    /** {@code of every flight}; {@code where “Purpose” is protect personnel on ground}. */
    static String inWords(Form form, Circumstances when) {
        return when.always()
                ? "of every flight"
                : "where " + String.join(" and ", when.answers().entrySet().stream()
                        .map(each -> "“" + form.words(each.getKey()) + "” is "
                                + String.join(" or ", each.getValue().stream().map(MissionQuestions::plain).toList()))
                        .toList());
    }
}
