package nullaosta.oversight;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import nullaosta.agreement.Clause;
import nullaosta.agreement.ClauseKind;
import nullaosta.agreement.OnBreach;
import nullaosta.agreement.Terms;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.Translation;
import nullaosta.assessment.Assessor;
import nullaosta.assessment.Outcome;
import nullaosta.assessment.Status;

/**
 * Tries terms on past cases, one after the other, and counts what changes. A case whose outcome would hang on a fact that
 * the terms of the time did not ask for is told apart: it cannot be tried, and counts neither as changed nor as the same.
 */
public final class Replay implements Consumer<PastCase> {

    /** So many cases are named; the rest are counted. */
    private static final int MOST_NAMED = 1_000;

    private final Terms terms;
    private final Assessor assessor;
    private final Function<String, Optional<Terms>> older;
    private final Map<String, Optional<Then>> thens = new HashMap<>();
    private final Map<String, Translation> translations = new HashMap<>();
    private final List<Turn> turns = new ArrayList<>();
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Integer> changes = new TreeMap<>();
    private final List<NotReplayed> notReplayed = new ArrayList<>();
    private final Map<String, Integer> reasons = new TreeMap<>();

    /** @param older finds the terms that a case was assessed under, to say on which clauses its outcome rested */
    public Replay(Terms terms, Function<String, Optional<Terms>> older) {
        this.terms = terms;
        this.assessor = new Assessor(terms);
        this.older = older;
    }

    public static ReplayReport of(Terms terms, Function<String, Optional<Terms>> older, Iterable<PastCase> cases) {
        Replay replay = new Replay(terms, older);
        cases.forEach(replay);
        return replay.report();
    }

    @Override
    public void accept(PastCase past) {
        FactSheet facts = translated(past.facts());
        Outcome now = assessor.outcome(facts);
        Optional<String> obstacle = obstacle(past, facts, now);
        if (obstacle.isPresent()) {
            setApart(new NotReplayed(past.name(), obstacle.get()));
            return;
        }
        outcomes.merge(now, 1, Integer::sum);
        if (now != past.outcome()) {
            changes.merge(past.outcome() + " → " + now, 1, Integer::sum);
            if (turns.size() < MOST_NAMED) {
                turns.add(new Turn(past.name(), past.departure(), past.outcome(), wasBy(past), now,
                        restsOn(terms, assessor.statuses(facts), now)));
            }
        }
    }

    /** The case as if it had been assessed under these terms; empty where they cannot be tried on it. */
    Optional<PastCase> as(PastCase past) {
        FactSheet facts = translated(past.facts());
        Outcome now = assessor.outcome(facts);
        return obstacle(past, facts, now).isPresent()
                ? Optional.empty()
                : Optional.of(new PastCase(past.name(), past.departure(), terms.id(), past.facts(), now));
    }

    /** A case that these terms cannot be tried on, also one whose facts cannot even be read. */
    public void setApart(NotReplayed past) {
        reasons.merge(past.why(), 1, Integer::sum);
        if (notReplayed.size() < MOST_NAMED) {
            notReplayed.add(past);
        }
    }

    private FactSheet translated(FactSheet facts) {
        String hash = facts.vocabulary().hash();
        if (hash.equals(terms.vocabulary().hash())) {
            return facts;
        }
        return facts.under(translations.computeIfAbsent(hash,
                any -> Translation.between(facts.vocabulary(), terms.vocabulary())));
    }

    public ReplayReport report() {
        return new ReplayReport(terms.id(), turns, outcomes, changes, notReplayed, reasons);
    }

    /** Why a case cannot be tried; empty if it can. */
    private Optional<String> obstacle(PastCase past, FactSheet facts, Outcome now) {
        if (now == Outcome.CANNOT_EVALUATE) {
            return assessor.statuses(facts).stream().filter(Status.Failed.class::isInstance).findFirst()
                    .map(status -> "a clause failed: " + ((Status.Failed) status).why());
        }
        if (now != Outcome.NEEDS_FACTS) {
            return Optional.empty();
        }
        TreeSet<String> unasked = assessor.statuses(facts).stream().filter(Status.Undetermined.class::isInstance)
                .flatMap(status -> ((Status.Undetermined) status).missing().stream())
                .filter(fact -> !asked(past, fact)).collect(Collectors.toCollection(TreeSet::new));
        return unasked.isEmpty()
                ? Optional.empty()
                : Optional.of("not recorded then: " + String.join(", ", unasked));
    }

    /** Whether the terms of then asked for a fact; where they are not at hand, whether their vocabulary had it. */
    private boolean asked(PastCase past, String fact) {
        return then(past).map(then -> then.asked().contains(fact))
                .orElseGet(() -> past.facts().vocabulary().fact(fact).isPresent());
    }

    private List<String> wasBy(PastCase past) {
        return then(past).map(then -> restsOn(then.terms(),
                then.assessor().statuses(past.facts().under(then.terms().vocabulary())), past.outcome()))
                .orElse(List.of());
    }

    /** The terms that a case was assessed under, and all facts that their clauses ask for. */
    private record Then(Terms terms, Assessor assessor, Set<String> asked) {

        static Then of(Terms terms) {
            Set<String> asked = new HashSet<>();
            for (Clause clause : terms.clauses()) {
                asked.addAll(clause.applies().facts());
                asked.addAll(clause.require().facts());
            }
            return new Then(terms, new Assessor(terms), asked);
        }
    }

    private Optional<Then> then(PastCase past) {
        return thens.computeIfAbsent(past.terms(), id -> older.apply(id).map(Then::of));
    }

    /** The clauses that an outcome rests on, in the order of the terms. */
    private static List<String> restsOn(Terms terms, List<Status> statuses, Outcome outcome) {
        List<String> clauses = new ArrayList<>();
        for (int i = 0; i < statuses.size(); i++) {
            Clause clause = terms.clauses().get(i);
            if (carries(outcome, clause.kind(), statuses.get(i))) {
                clauses.add(clause.id());
            }
        }
        return clauses;
    }

    private static boolean carries(Outcome outcome, ClauseKind kind, Status status) {
        return switch (outcome) {
            case INELIGIBLE -> status instanceof Status.Breached breached && breached.leadsTo() == OnBreach.REFUSE;
            case CANNOT_EVALUATE -> status instanceof Status.Failed;
            case NEEDS_FACTS -> status instanceof Status.Undetermined;
            case NOT_COVERED -> kind == ClauseKind.GRANT;
            case REFER -> status instanceof Status.Referred
                    || status instanceof Status.Breached breached && breached.leadsTo() == OnBreach.REFER;
            case ELIGIBLE -> kind == ClauseKind.GRANT && status instanceof Status.Satisfied;
        };
    }
}
