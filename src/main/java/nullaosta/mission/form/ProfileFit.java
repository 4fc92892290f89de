package nullaosta.mission.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.text.Spelling;
import nullaosta.party.Circumstances;
import nullaosta.party.Host;
import nullaosta.party.Profile.LeadTime;
import nullaosta.party.Profile.Need;
import nullaosta.party.Profile.Rule;

/** Whether a host's profile speaks of questions and answers that there are. */
public final class ProfileFit {

    private static final String PLACE = "host.json profile/";

    private final Form form;
    private final List<String> faults = new ArrayList<>();

    private ProfileFit(Form form) {
        this.form = form;
    }

    /** Every misfit with its place; empty where all fits. */
    public static List<String> faults(Host host, Agreements agreements) {
        ProfileFit fit = new ProfileFit(Form.of(host, agreements, Optional.empty(), Instant.EPOCH, Form.Ending.NONE));
        List<Rule> rules = host.profile().questions();
        for (int i = 0; i < rules.size(); i++) {
            fit.rule("questions/" + i, rules.get(i));
        }
        List<LeadTime> leadTimes = host.profile().leadTimes();
        for (int i = 0; i < leadTimes.size(); i++) {
            fit.when("leadTimes/" + i, leadTimes.get(i).when(), Optional.empty());
        }
        return List.copyOf(fit.faults);
    }

    private void rule(String place, Rule rule) {
        if (form.sections().stream().anyMatch(section -> section.rows().equals(Optional.of(rule.question())))) {
            if (rule.need() == Need.NOT_ASKED) {
                add(place, "`" + rule.question() + "` has rows; expected COMPULSORY or OPTIONAL");
            }
            when(place, rule.when(), Optional.empty());
            return;
        }
        Optional<Form.Asked> asked = form.question(rule.question());
        if (asked.isEmpty()) {
            add(place, "no question `" + rule.question() + "`; " + Spelling.help(rule.question(), ids()));
            return;
        }
        Question question = asked.get().question();
        if (question.required() && rule.taken().isEmpty() && rule.need() != Need.COMPULSORY) {
            add(place, "every mission needs `" + question.id() + "`; expected COMPULSORY, or NOT_ASKED with `taken`");
        }
        if (!rule.taken().isEmpty()) {
            answer(place, question, rule.taken());
        }
        when(place, rule.when(), asked.get().section().rows());
    }

    /** @param rows of the question itself: what is asked in another row cannot be its circumstance */
    private void when(String place, Circumstances when, Optional<String> rows) {
        when.answers().forEach((id, answers) -> {
            Optional<Form.Asked> asked = form.question(id);
            if (asked.isEmpty()) {
                add(place + "/when", "no question `" + id + "`; " + Spelling.help(id, ids()));
            } else if (!asked.get().question().closed()) {
                add(place + "/when", "`" + id + "` may be answered in any words; expected a question with a choice");
            } else if (asked.get().section().rows().isPresent() && !asked.get().section().rows().equals(rows)) {
                add(place + "/when", "`" + id + "` is asked in each row; expected a question that is asked once");
            } else {
                answers.forEach(answer -> answer(place + "/when", asked.get().question(), answer));
            }
        });
    }

    private void answer(String place, Question question, String answer) {
        List<String> choices = question.choices().stream().map(Question.Choice::value).toList();
        if (question.closed() && !choices.contains(answer)) {
            add(place, "`" + answer + "` is no answer to `" + question.id() + "`; " + Spelling.help(answer, choices));
        }
    }

    private List<String> ids() {
        return Stream.concat(form.sections().stream().flatMap(section -> section.rows().stream()),
                form.questions().stream().map(asked -> asked.question().id())).toList();
    }

    private void add(String place, String words) {
        faults.add(PLACE + place + ": " + words);
    }
}
