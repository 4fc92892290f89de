package nullaosta.agreement;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.text.Place;
import nullaosta.agreement.vocabulary.Basis;

/**
 * One clause: the words beside the condition.
 *
 * @param when       which flights it speaks of; {@code true} where the file says nothing
 * @param require    what it demands of them, for a prohibition that the forbidden is not so; {@code true} for grants and
 *                   referrals
 * @param authority  to whom it refers, for {@code refer} and for a breach that refers; for a grant who signs what it
 *                   brings within the agreement, where that is not the host's ordinary authority
 * @param derogation who may excuse a breach
 * @param inForce    when the clause is law, where that differs from the version
 * @param lawful     that {@code inForce} holds on the governing date; {@code true} without one
 * @param exceptTo   the clauses it takes a flight out of when it applies and is kept
 * @param excepted   by id of an exception, when that one takes a flight out of this clause
 * @param published  the day on which it was known, where that differs from the version
 */
public record Clause(String id, ClauseKind kind, String text, List<Source> sources, Condition when, Condition require,
        Optional<Authority> authority, OnBreach onBreach, Optional<Authority> derogation, Basis basis,
        Optional<Period> inForce, Condition lawful, List<String> exceptTo, Map<String, Condition> excepted,
        List<ClauseTest> tests, Place place, Optional<LocalDate> published) {

    public Clause {
        sources = List.copyOf(sources);
        exceptTo = List.copyOf(exceptTo);
        excepted = Collections.unmodifiableMap(new LinkedHashMap<>(excepted));
        tests = List.copyOf(tests);
    }

    /** That it speaks of a flight: in force, its {@code when}, and no exception. */
    public Condition applies() {
        Condition out = Condition.FALSE;
        for (Condition exception : excepted.values()) {
            out = Condition.or(out, exception);
        }
        return Condition.and(lawful, Condition.and(when, Condition.not(out)));
    }

    Clause withExceptions(Map<String, Condition> exceptions) {
        return new Clause(id, kind, text, sources, when, require, authority, onBreach, derogation, basis, inForce,
                lawful, exceptTo, exceptions, tests, place, published);
    }

    Clause withExceptTo(List<String> others) {
        return new Clause(id, kind, text, sources, when, require, authority, onBreach, derogation, basis, inForce,
                lawful, others, excepted, tests, place, published);
    }

    /** Who decides when it stands in the way of a flight without refusing it: by referral, breach or derogation. */
    public Optional<Authority> decides() {
        return derogation.isPresent() ? derogation : authority;
    }
}
