package nullaosta.oversight.sample;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nullaosta.agreement.Terms;
import nullaosta.decision.Verdict;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.Written;

/**
 * One case of a sample.
 *
 * @param dossier as it is now
 * @param decided how it was decided last; empty while it is not
 * @param rerun of the assessment that the decision rests on; of the latest while it is not decided
 */
public record Review(Dossier dossier, Optional<Decided> decided, Rerun rerun) {

    /**
     * @param dossier as it stood when it was decided
     * @param by name and office of each who signed; empty where the decision on its block cleared it
     */
    public record Decided(Dossier dossier, Instant at, Verdict verdict, List<String> by) {
        public Decided {
            by = List.copyOf(by);
        }
    }

    /** @param terms by the id of a published version */
    public static Review of(Dossier dossier, Function<String, Optional<Terms>> terms) {
        Optional<Decided> decided = decided(dossier);
        return new Review(dossier, decided, decided.map(Decided::dossier).orElse(dossier).assessed()
                .map(assessed -> Rerun.of(assessed, terms))
                .orElseGet(() -> new Rerun.NotRun("it was not assessed")));
    }

    /** How the case was decided last, a decision that was taken back by an amendment or a lapse included. */
    public static Optional<Decided> decided(Dossier dossier) {
        List<Written> history = dossier.history();
        for (int i = history.size(); i > 0; i--) {
            Optional<Verdict> verdict = verdict(history.get(i - 1).entry());
            if (verdict.isPresent()) {
                Dossier then = Dossier.replay(dossier.id(), history.subList(0, endOfTheAct(history, i)));
                return Optional.of(new Decided(then, history.get(i - 1).at(), verdict.get(),
                        then.signatures().stream().map(it -> it.name() + ", for the "
                                + it.authority().replace('-', ' ')).toList()));
            }
        }
        return Optional.empty();
    }

    /** The clearance that follows from a decision is entered in the same act, at the same instant. */
    private static int endOfTheAct(List<Written> history, int decided) {
        int end = decided;
        while (end < history.size() && history.get(end).at().equals(history.get(decided - 1).at())
                && history.get(end).by().equals(history.get(decided - 1).by())) {
            end++;
        }
        return end;
    }

    private static Optional<Verdict> verdict(Entry entry) {
        return switch (entry) {
            case Entry.Decided decided -> Optional.of(decided.verdict());
            case Entry.ClearedInBlock cleared -> Optional.of(Verdict.APPROVE);
            default -> Optional.empty();
        };
    }

    /** What became known of its flight after that, in words; empty where nothing did. */
    public List<String> since() {
        long departed = dossier.movement().deviations().stream().filter(it -> it.kind().departs()).count();
        return Stream.of(count(departed, "deviation", "deviations"),
                count(dossier.movement().deviations().size() - departed, "silence", "silences"),
                count(dossier.allegations().size(), "allegation of harm", "allegations of harm"),
                count(dossier.usedTwice().size(), "use of its paper too many", "uses of its paper too many"))
                .flatMap(Optional::stream).toList();
    }

    private static Optional<String> count(long number, String one, String several) {
        return number == 0 ? Optional.empty() : Optional.of(number + " " + (number == 1 ? one : several));
    }
}
