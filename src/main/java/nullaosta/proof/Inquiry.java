package nullaosta.proof;

import java.util.List;
import nullaosta.agreement.Terms;
import nullaosta.proof.formula.FactSpace;
import nullaosta.proof.formula.Setting;

/**
 * All that was asked of one version, or of an older and a newer one, with the answers.
 *
 * @param versions the version, or the older and the newer
 * @param space    the facts as variables
 * @param setting  what all questions have in common
 */
public record Inquiry(List<Terms> versions, FactSpace space, Setting setting, List<Answer> answers) {

    /**
     * How long a question may take, in steps of the solver; the questions of real agreements take some tens. It is no
     * limit in seconds, so that the answer is the same on every machine.
     */
    public static final long STEPS = 200_000;

    /** What is taken for granted, beside what the encoding says of itself. */
    public static final List<String> ASSUMPTIONS = List.of(
            "All facts are known: a mission with facts missing is not eligible before they are supplied.",
            "Every value lies in the range, or is one of the names, that its vocabulary declares.",
            "Facts do not depend on each other: a derived fact may have any value beside any other. What is proved "
                    + "holds for all of these missions and so for the real ones; an example may be one that cannot "
                    + "occur.",
            "The evaluation of a clause stays within its limit of steps.");

    public Inquiry {
        versions = List.copyOf(versions);
        answers = List.copyOf(answers);
    }

    /** Whether every binding claim is proved; what is not decided is not. */
    public boolean asClaimed() {
        return answers.stream().filter(answer -> answer.question().topic().binding()).allMatch(Answer::proved);
    }

    public List<Answer> about(Question.Topic topic) {
        return answers.stream().filter(answer -> answer.question().topic() == topic).toList();
    }

    /** The answer to a question by its id; a question that was not asked is a bug of the caller. */
    public Answer answer(String question) {
        return answers.stream().filter(answer -> answer.question().id().equals(question)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not asked: " + question));
    }
}
