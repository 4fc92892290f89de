package nullaosta.proof;

import java.util.List;

/**
 * What became of a question.
 *
 * @param examples missions that show it, or that refute it; the evaluator has found the same of each
 * @param restsOn  where no mission exists: the clauses from which that follows, none of which can be left out
 * @param note     why it is not decided, or what the examples do not say; empty otherwise
 */
public record Answer(Question question, Result result, List<Example> examples, List<String> restsOn, String note) {

    public enum Result {
        PROVED("proved"),
        REFUTED("refuted"),
        /** Neither: a limit was reached, or the solver and the evaluator do not agree. Never to be read as a yes. */
        NOT_DECIDED("not decided");

        private final String word;

        Result(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Answer {
        examples = List.copyOf(examples);
        restsOn = List.copyOf(restsOn);
    }

    public boolean proved() {
        return result == Result.PROVED;
    }

    static Answer notDecided(Question question, String why) {
        return new Answer(question, Result.NOT_DECIDED, List.of(), List.of(), "not decided: " + why);
    }

    /** That a mission of the question's formula exists. */
    static Answer found(Question question, List<Example> examples, String note) {
        Result result = question.wanted() == Question.Wanted.SOME ? Result.PROVED : Result.REFUTED;
        return new Answer(question, result, examples, List.of(), note);
    }

    /** That none does. */
    static Answer none(Question question, List<String> restsOn) {
        Result result = question.wanted() == Question.Wanted.SOME ? Result.REFUTED : Result.PROVED;
        return new Answer(question, result, List.of(), restsOn, "");
    }

    /** What an SMT solver says of the question's file. */
    public String status() {
        return switch (result) {
            case PROVED -> question.wanted() == Question.Wanted.SOME ? "sat" : "unsat";
            case REFUTED -> question.wanted() == Question.Wanted.SOME ? "unsat" : "sat";
            case NOT_DECIDED -> "unknown";
        };
    }
}
