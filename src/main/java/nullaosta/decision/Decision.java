package nullaosta.decision;

import java.util.List;

/** What was decided, by whom and why. Made only by a {@link Bench} on which enough officers signed. */
public final class Decision {

    private final Verdict verdict;
    private final Draft draft;
    private final List<Signature> signatures;
    private final List<String> clauses;

    Decision(Verdict verdict, Draft draft, List<Signature> signatures, List<String> clauses) {
        this.verdict = verdict;
        this.draft = draft;
        this.signatures = List.copyOf(signatures);
        this.clauses = List.copyOf(clauses);
    }

    public Verdict verdict() {
        return verdict;
    }

    public Draft draft() {
        return draft;
    }

    public List<Signature> signatures() {
        return signatures;
    }

    /** The clauses that a refusal rests on: those that stand in the way or wait for facts; empty for an approval. */
    public List<String> clauses() {
        return clauses;
    }
}
