package nullaosta.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nullaosta.agreement.vocabulary.Value;
import nullaosta.proof.formula.FactSpace;
import nullaosta.proof.formula.Formula;
import nullaosta.proof.formula.Reply;
import nullaosta.proof.formula.Setting;
import nullaosta.proof.formula.Solver;

/**
 * Answers questions about one setting. A mission that the solver names counts only when the evaluator finds the same of
 * it; missions that were found stay at hand, since one often answers further questions.
 */
final class Prover {

    static final String DISAGREE = "the solver's example does not stand up to the evaluator";

    /** Fewer questions are answered before a second solver is ready. */
    private static final int SHARED_FROM = 64;

    private final FactSpace space;
    private final Setting setting;
    private final long steps;
    private final Solver solver;
    private final Shortening shortening;
    private final List<Example> found = new ArrayList<>();

    Prover(FactSpace space, Setting setting, Shortening shortening, long steps) {
        this.space = space;
        this.setting = setting;
        this.steps = steps;
        this.shortening = shortening;
        solver = new Solver(setting, steps);
    }

    /** One mission at most; as it was found. */
    Answer ask(Question question) {
        return found.stream().filter(question.shows()).findFirst()
                .map(example -> Answer.found(question, List.of(example), ""))
                .orElseGet(() -> answer(question, solver.ask(question.formula(), true)));
    }

    /** The same, with a mission of its own that says nothing beyond the question. */
    Answer askForShort(Question question) {
        Answer answer = ask(question);
        return new Answer(question, answer.result(),
                answer.examples().stream().map(it -> shortening.of(it, question.shows())).toList(),
                answer.restsOn(), answer.note());
    }

    /** Without the clauses that a no rests on, which take a while to find among many. */
    Answer askWithoutReasons(Question question) {
        return answer(question, solver.ask(question.formula(), false));
    }

    /**
     * Looks for a mission for each question, to have them at hand; of those that are not found nothing is told. Many
     * questions are shared out between two solvers that work at once, always in the same way: what is found does not
     * depend on the machine.
     */
    void lookForEach(List<Question> questions) {
        if (questions.size() < SHARED_FROM) {
            questions.forEach(this::askWithoutReasons);
            return;
        }
        int half = questions.size() / 2;
        Prover other = new Prover(space, setting, shortening, steps);
        CompletableFuture<Void> second = CompletableFuture.runAsync(
                () -> questions.subList(half, questions.size()).forEach(other::askWithoutReasons),
                task -> Thread.ofPlatform().name("prover").daemon().start(task));
        questions.subList(0, half).forEach(this::askWithoutReasons);
        second.join();
        found.addAll(other.found);
    }

    Answer answer(Question question, Reply reply) {
        return switch (reply) {
            case Reply.Satisfiable model -> {
                Example example = new Example(space.facts(model));
                if (!question.shows().test(example)) {
                    yield Answer.notDecided(question, DISAGREE);
                }
                found.add(example);
                yield Answer.found(question, List.of(example), "");
            }
            case Reply.Unsatisfiable(List<String> clauses) -> Answer.none(question, clauses);
            case Reply.Unknown(String why) -> Answer.notDecided(question, why);
        };
    }

    /** All missions found so far. */
    List<Example> found() {
        return found;
    }

    /**
     * Several missions, no two of which are alike in these facts.
     *
     * @param areas the facts in which they differ
     * @param most  how many of them at most
     */
    Answer askForSeveral(Question question, List<String> areas, int most) {
        List<Example> examples = new ArrayList<>();
        List<Formula> elsewhere = new ArrayList<>();
        while (true) {
            Formula formula = Formula.all(question.formula(), Formula.all(elsewhere));
            Answer answer = answer(question, solver.ask(formula, examples.isEmpty()));
            if (answer.examples().isEmpty()) {
                return examples.isEmpty() ? answer : Answer.found(question, examples, note(answer, areas));
            }
            Example whole = answer.examples().getFirst();
            Example example = shortening.of(whole,
                    question.shows().and(shorter -> areas.stream().allMatch(fact -> shorter.facts().get(fact) == null
                            || shorter.facts().get(fact).equals(whole.facts().get(fact)))));
            examples.add(example);
            Optional<Formula> area = area(example, areas);
            if (area.isEmpty()) {
                return Answer.found(question, examples, "");
            }
            if (examples.size() == most) {
                return Answer.found(question, examples, "there may be more");
            }
            elsewhere.add(Formula.not(area.get()));
        }
    }

    private static String note(Answer last, List<String> areas) {
        return last.result() == Answer.Result.NOT_DECIDED
                ? "there may be more"
                : "every such mission is like one of these in " + String.join(" and ", areas);
    }

    private Optional<Formula> area(Example example, List<String> areas) {
        List<Formula> parts = new ArrayList<>();
        for (Map.Entry<String, Value> fact : example.facts().entrySet()) {
            if (areas.contains(fact.getKey())) {
                parts.add(space.is(fact.getKey(), fact.getValue()));
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Formula.all(parts));
    }
}
