package nullaosta.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.decision.Opinion;
import nullaosta.dossier.Command;
import nullaosta.dossier.OfficeLink;
import nullaosta.mission.Fault;
import nullaosta.mission.Reading;

/** What an office without an account types, as the command that it is. */
public sealed interface OfficeAnswer {

    List<Field> FIELDS = List.of(Field.oneOf("stance", "Answer", Opinion.Stance.class),
            Field.text("by", "Who answers"), Field.text("words", "In words").optional());

    record Read(Command.AnswerByLink command) implements OfficeAnswer {}

    record Unreadable(List<Fault> faults) implements OfficeAnswer {
        public Unreadable {
            faults = List.copyOf(faults);
        }
    }

    static OfficeAnswer of(OfficeLink link, Map<String, String> form) {
        List<Fault> faults = new ArrayList<>();
        Reading in = Reading.of(Field.json(FIELDS, form), faults);
        Optional<Opinion.Stance> stance = in.oneOf("stance", Opinion.Stance.class, true);
        Optional<String> by = in.text("by", true);
        Optional<String> words = in.text("words", false);
        return stance.isPresent() && by.isPresent() && faults.isEmpty()
                ? new Read(new Command.AnswerByLink(link, stance.get(), by.get(), words.orElse("")))
                : new Unreadable(faults);
    }

    static PageForm form() {
        return PageForm.blank("answer", FIELDS);
    }
}
