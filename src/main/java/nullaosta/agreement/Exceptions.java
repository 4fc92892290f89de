package nullaosta.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.text.Problems;
import nullaosta.agreement.text.Spelling;

/** Weaves {@code exceptTo} into the clauses it names, so that evaluator and prover see one condition a clause. */
final class Exceptions {

    /** Exceptions to exceptions go no deeper: the woven conditions would grow, and no lawyer could follow. */
    private static final int DEEPEST = 3;
    private static final int MOST = 8;

    private final Map<String, Clause> byId = new LinkedHashMap<>();
    private final Map<String, List<Clause>> exceptionsTo = new HashMap<>();
    private final Map<String, Clause> woven = new HashMap<>();
    private final Problems problems;

    private Exceptions(List<Clause> clauses, Problems problems) {
        this.problems = problems;
        clauses.forEach(clause -> byId.putIfAbsent(clause.id(), clause));
        for (Clause clause : clauses) {
            clause.exceptTo().forEach(
                    target -> exceptionsTo.computeIfAbsent(target, any -> new ArrayList<>()).add(clause));
        }
    }

    /** The clauses with their exceptions; unchanged where problems make weaving pointless. */
    static List<Clause> weave(List<Clause> clauses, Problems problems) {
        int before = problems.count();
        Exceptions exceptions = new Exceptions(clauses, problems);
        exceptions.check();
        return problems.count() > before ? clauses : clauses.stream().map(exceptions::woven).toList();
    }

    /** The clauses as if one of them had never been written: what it was an exception to speaks again. */
    static List<Clause> without(List<Clause> clauses, String id) {
        return weave(clauses.stream().filter(clause -> !clause.id().equals(id))
                .map(clause -> clause.withExceptTo(clause.exceptTo().stream().filter(it -> !it.equals(id)).toList()))
                .toList(), new Problems());
    }

    private void check() {
        int before = problems.count();
        for (Clause clause : byId.values()) {
            for (String target : clause.exceptTo()) {
                if (!byId.containsKey(target)) {
                    problems.add(clause.place(), "clause `" + clause.id() + "` is an exception to `" + target
                            + "`, which does not exist", Spelling.help(target, byId.keySet()));
                }
            }
            List<Clause> out = exceptionsTo.getOrDefault(clause.id(), List.of());
            if (out.size() > MOST) {
                problems.add(clause.place(), "clause `" + clause.id() + "` has " + out.size()
                        + " exceptions, expected at most " + MOST, "join some of them");
            }
        }
        if (problems.count() == before) { // else there may be more ways than anybody could follow
            byId.values().stream().filter(clause -> !clause.exceptTo().isEmpty())
                    .forEach(clause -> follow(clause, new LinkedHashSet<>()));
        }
    }

    private boolean follow(Clause clause, Set<String> path) {
        if (!path.add(clause.id())) {
            problems.add(clause.place(), "clause `" + clause.id() + "` is an exception to itself, by way of "
                    + String.join(" → ", path), "remove one of these `exceptTo`");
            return false;
        }
        if (path.size() > DEEPEST + 1) {
            problems.add(clause.place(), "found exceptions to exceptions more than " + DEEPEST + " deep",
                    "write the inner ones into `when`");
            return false;
        }
        for (String target : clause.exceptTo()) {
            Clause next = byId.get(target);
            if (next != null && !follow(next, path)) {
                return false;
            }
        }
        path.remove(clause.id());
        return true;
    }

    private Clause woven(Clause clause) {
        Clause done = woven.get(clause.id());
        if (done == null) {
            Map<String, Condition> excepted = new LinkedHashMap<>();
            for (Clause exception : exceptionsTo.getOrDefault(clause.id(), List.of())) {
                Clause whole = woven(exception);
                excepted.put(exception.id(), Condition.and(whole.applies(), whole.require()));
            }
            done = clause.withExceptions(excepted);
            woven.put(clause.id(), done);
        }
        return done;
    }
}
