package nullaosta.proof.formula;

import de.uni_freiburg.informatik.ultimate.smtinterpol.Version;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers one question after the other about a setting. One engine decides; a second one, which keeps account of what
 * it uses and is slower for it, is started when a no is to be explained for the first time. Not for use by two threads
 * at once.
 */
public final class Solver {

    /** The solver and its version, as certificates name it. */
    public static final String NAME = "SMTInterpol " + Version.VERSION;

    private static final String UNEXPLAINED = "the solver gave up while looking for the clauses that it rests on";

    private final Setting setting;
    private final long steps;
    private final Engine deciding;
    /** Questions that were found to have a no for an answer, so that only the reasons are left to ask. */
    private final Set<Formula> refuted = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable Engine explaining;

    /** @param steps how long one question may take, in steps of the solver: the same on every machine */
    public Solver(Setting setting, long steps) {
        this.setting = setting;
        this.steps = steps;
        deciding = new Engine(setting, steps, false);
    }

    /**
     * Whether the formula can be true in this setting.
     *
     * @param reasons whether to find, where it cannot, the clauses that this rests on
     */
    public Reply ask(Formula question, boolean reasons) {
        Reply reply = refuted.contains(question) ? new Reply.Unsatisfiable(List.of()) : deciding.decide(question);
        if (reply instanceof Reply.Unsatisfiable) {
            refuted.add(question);
        }
        if (!reasons || !(reply instanceof Reply.Unsatisfiable)) {
            return reply;
        }
        Engine engine = explaining;
        if (engine == null) {
            engine = new Engine(setting, steps, true);
            explaining = engine;
        }
        Optional<List<String>> clauses = engine.reasons(question);
        return clauses.isPresent() ? new Reply.Unsatisfiable(clauses.get()) : new Reply.Unknown(UNEXPLAINED);
    }
}
