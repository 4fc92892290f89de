package nullaosta.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.Written;

/** Oversight asks the desk about a case, whatever became of it, and the desk answers; neither changes how the case stands. */
final class Questioning {

    private Questioning() {
    }

    /** By number, each with the last answer to it. */
    static List<HeldQuestion> of(List<Written> history) {
        List<HeldQuestion> held = new ArrayList<>();
        for (Written written : history) {
            if (written.entry() instanceof Entry.DeskAsked asked) {
                held.add(new HeldQuestion(asked.number(), asked.question(), written.by(), written.at(),
                        Optional.empty()));
            } else if (written.entry() instanceof Entry.QuestionAnswered answered) {
                held.set(answered.question() - 1, held.get(answered.question() - 1)
                        .with(new HeldQuestion.Reply(answered.answer(), written.by(), written.at())));
            }
        }
        return held;
    }

    static Proceeding ask(Dossier dossier, Command.AskDesk command) {
        return command.question().isBlank()
                ? Proceeding.stop(Refusal.Code.BAD_INPUT, "no question", "a question in words",
                        "say what the desk is to explain").at("question")
                : Proceeding.enter(
                        new Entry.DeskAsked(dossier.questions().size() + 1, command.question().strip()));
    }

    /** A question may be answered again: the last answer counts, and all stand in the history. */
    static Proceeding answer(Dossier dossier, Command.AnswerQuestion command) {
        int asked = dossier.questions().size();
        if (command.question() < 1 || command.question() > asked) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT, "no question " + command.question(),
                    asked == 0 ? "a question that oversight asked" : "one of 1 to " + asked,
                    "look at oversight's questions in the case").at("question");
        }
        return command.answer().isBlank()
                ? Proceeding.stop(Refusal.Code.BAD_INPUT, "no answer", "an answer in words",
                        "say what oversight asked to know").at("answer")
                : Proceeding.enter(new Entry.QuestionAnswered(command.question(), command.answer().strip()));
    }
}
