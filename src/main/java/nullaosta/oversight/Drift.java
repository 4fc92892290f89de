package nullaosta.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Terms;
import nullaosta.assessment.Outcome;
import nullaosta.mission.DataMode;
import nullaosta.proof.VersionComparison;

/**
 * How an agreement moved from version to version: what each one widened, by proof and by the past cases it would have
 * turned, and what all past cases come to under each.
 */
public record Drift(String agreement, List<Mark> marks, List<Step> steps) {

    /** Past cases are held in memory to be tried on every version; with more, the latest count. */
    public static final int MOST_CASES = 100_000;

    public Drift {
        marks = List.copyOf(marks);
        steps = List.copyOf(steps);
    }

    /**
     * All past cases under one version.
     *
     * @param untried cases that it cannot be tried on
     */
    public record Mark(Terms terms, Map<Outcome, Integer> outcomes, int untried) {

        public Mark {
            outcomes = Map.copyOf(outcomes);
        }

        public int count(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }

        public int cases() {
            return outcomes.values().stream().mapToInt(Integer::intValue).sum() + untried;
        }

        /** Cases that may fly: at once, or when an authority says so. */
        public int permitted() {
            return count(Outcome.ELIGIBLE) + count(Outcome.REFER);
        }
    }

    /** How many past cases it was found over. */
    public int cases() {
        return marks.stream().mapToInt(Mark::cases).max().orElse(0);
    }

    /** From one version to the next. */
    public record Step(Terms older, Terms newer, VersionComparison comparison, ReplayReport replay) {

        public List<Turn> widened() {
            return replay.turns().stream().filter(Turn::widens).toList();
        }

        public List<Turn> narrowed() {
            return replay.turns().stream().filter(Turn::narrows).toList();
        }
    }

    /** @param compare what one version permits otherwise than another, found anew or kept from before */
    public static Drift of(Agreement agreement, PastCases past, DataMode mode,
            BiFunction<Terms, Terms, VersionComparison> compare) {
        List<PastCase> cases = new ArrayList<>();
        past.each(agreement.id(), mode, Optional.empty(), each -> {
            cases.add(each);
            if (cases.size() > 2 * MOST_CASES) {
                cases.subList(0, MOST_CASES).clear();
            }
        }, any -> {
        });
        List<PastCase> kept = cases.size() > MOST_CASES
                ? cases.subList(cases.size() - MOST_CASES, cases.size())
                : cases;
        List<Terms> versions = agreement.versions().stream().filter(terms -> !replaced(terms, agreement)).toList();
        List<Mark> marks = versions.stream().map(terms -> mark(agreement, terms, kept)).toList();
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < versions.size(); i++) {
            steps.add(step(versions.get(i - 1), versions.get(i), agreement, kept, compare));
        }
        return new Drift(agreement.id(), marks, steps);
    }

    /** A proposal whose number a version has taken since: it was never in force, and nothing came after it. */
    private static boolean replaced(Terms terms, Agreement agreement) {
        return terms.version().proposed() && agreement.versions().stream().anyMatch(other -> !other.version().proposed()
                && other.version().number() == terms.version().number());
    }

    private static Mark mark(Agreement agreement, Terms terms, List<PastCase> cases) {
        ReplayReport report = Replay.of(terms, agreement::terms, cases);
        return new Mark(terms, report.outcomes(), report.untried());
    }

    /** Each case first as the older version has it, whatever it was assessed under at the time. */
    private static Step step(Terms older, Terms newer, Agreement agreement, List<PastCase> cases,
            BiFunction<Terms, Terms, VersionComparison> compare) {
        Replay before = new Replay(older, agreement::terms);
        List<PastCase> under = cases.stream().flatMap(past -> before.as(past).stream()).toList();
        return new Step(older, newer, compare.apply(older, newer), Replay.of(newer, agreement::terms, under));
    }
}
