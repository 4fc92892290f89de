package nullaosta.proof.formula;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nullaosta.agreement.Authority;
import nullaosta.agreement.Clause;
import nullaosta.agreement.OnBreach;
import nullaosta.agreement.Property;
import nullaosta.agreement.Terms;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.condition.Condition.OutcomeWord;

/**
 * One version's clauses and what they add up to, over complete facts. Each clause has two letters, that it applies and
 * that what it demands is kept; its definition is the only place where its conditions stand, and an exception is in
 * another clause's definition by its letters alone. So what a proof needs of a clause is that definition.
 */
public final class TermsFormula {

    private final String prefix;
    private final Terms terms;
    private final FactSpace space;
    private final Map<String, Clause> clauses = new LinkedHashMap<>();
    private final Map<String, Formula> kept = new LinkedHashMap<>();
    private final List<Setting.Definition> definitions = new ArrayList<>();
    private final List<Formula.Word> words = new ArrayList<>();
    private final List<Effect> effects;
    private final Map<OutcomeWord, Formula> outcomes = new EnumMap<>(OutcomeWord.class);
    private final Formula refused;
    private final Formula covered;
    private final Map<Authority, Formula> asked = new LinkedHashMap<>();
    private final Map<Authority, Formula> signing = new LinkedHashMap<>();
    private final Formula permitted;

    /** What a clause can do to the outcome. */
    private enum Does {
        REFUSE,
        ASK,
        COVER,
        SIGN
    }

    /** @param authority whom it asks, or who signs what it covers; empty where it does something else */
    private record Effect(String clause, Does does, Optional<Authority> authority, Formula when) {}

    /** @param prefix what the names of this version start with, where there are two: {@code old/}; else empty */
    public TermsFormula(String prefix, Terms terms, FactSpace space) {
        this.prefix = prefix;
        this.terms = terms;
        this.space = space;
        ConditionFormula conditions = new ConditionFormula(space, Map.of());
        terms.clauses().forEach(clause -> clauses.put(clause.id(), clause));
        for (Clause clause : terms.clauses()) {
            Formula keeps = conditions.of(clause.require());
            kept.put(clause.id(), keeps instanceof Formula.Always ? keeps : letter(clause, "kept"));
        }
        for (Clause clause : terms.clauses()) {
            Formula definition = Formula.same(letter(clause, "applies"), speaks(clause, Set.of()));
            if (!(kept(clause) instanceof Formula.Always)) {
                definition = Formula.all(definition,
                        Formula.same(kept(clause), conditions.of(clause.require())));
            }
            definitions.add(new Setting.Definition(prefix + clause.id(), definition));
        }
        effects = terms.clauses().stream().flatMap(clause -> effects(clause, applies(clause), true).stream()).toList();
        refused = word("refused", any(effects, it -> it.does() == Does.REFUSE));
        covered = word("covered", any(effects, it -> it.does() == Does.COVER));
        authorities(Does.ASK).forEach(
                authority -> asked.put(authority, word("asked/" + authority.id(), whom(effects, Does.ASK, authority))));
        authorities(Does.SIGN).forEach(authority -> signing.put(authority,
                word("signing/" + authority.id(), whom(effects, Does.SIGN, authority))));
        Formula someone = Formula.any(List.copyOf(asked.values()));
        outcomes.put(OutcomeWord.INELIGIBLE, word("ineligible", refused));
        outcomes.put(OutcomeWord.NOT_COVERED,
                word("notCovered", Formula.all(Formula.not(refused), Formula.not(covered))));
        outcomes.put(OutcomeWord.REFERRED, word("referred", Formula.all(Formula.not(refused), covered, someone)));
        outcomes.put(OutcomeWord.ELIGIBLE,
                word("eligible", Formula.all(Formula.not(refused), covered, Formula.not(someone))));
        permitted = word("permitted", Formula.all(space.stated(terms.vocabulary()),
                Formula.any(outcome(OutcomeWord.ELIGIBLE), outcome(OutcomeWord.REFERRED))));
    }

    /** All conditions of some terms, properties included: what their facts' variables must be made for. */
    public static List<Condition> conditions(Terms terms) {
        List<Condition> all = new ArrayList<>();
        for (Clause clause : terms.clauses()) {
            all.addAll(List.of(clause.lawful(), clause.when(), clause.require()));
        }
        terms.properties().stream().map(Property::formula).forEach(all::add);
        return all;
    }

    /** The setting for questions about some versions over one space. */
    public static Setting setting(FactSpace space, List<TermsFormula> versions) {
        List<String> letters = new ArrayList<>(space.letters());
        List<Setting.Definition> definitions = new ArrayList<>();
        List<Formula.Word> words = new ArrayList<>();
        for (TermsFormula version : versions) {
            for (Clause clause : version.clauses.values()) {
                letters.add(version.prefix + clause.id() + "/applies");
                if (!(version.kept(clause) instanceof Formula.Always)) {
                    letters.add(version.prefix + clause.id() + "/kept");
                }
            }
            definitions.addAll(version.definitions);
            words.addAll(version.words);
        }
        return new Setting(letters, space.wholes(), space.symbols(), space.bounds(), definitions, words);
    }

    private Formula letter(Clause clause, String what) {
        return new Formula.Letter(prefix + clause.id() + "/" + what);
    }

    private Formula word(String name, Formula meaning) {
        if (meaning instanceof Formula.Always) {
            return meaning;
        }
        Formula.Word word = new Formula.Word(prefix + name, meaning);
        words.add(word);
        return word;
    }

    // Clauses

    public Formula applies(Clause clause) {
        return letter(clause, "applies");
    }

    /** That what it demands is kept, whether it applies or not. */
    public Formula kept(Clause clause) {
        return Optional.ofNullable(kept.get(clause.id())).orElseThrow();
    }

    /** In force, speaking of the flight, and no exception; exceptions that have changed are written out. */
    private Formula speaks(Clause clause, Set<String> without) {
        ConditionFormula conditions = new ConditionFormula(space, Map.of());
        List<Formula> out = new ArrayList<>();
        for (String id : clause.excepted().keySet()) {
            Clause exception = Optional.ofNullable(clauses.get(id)).orElseThrow();
            if (!without.contains(id)) {
                out.add(Formula.all(affected(exception, without) ? speaks(exception, without) : applies(exception),
                        kept(exception)));
            }
        }
        return Formula.all(conditions.of(clause.lawful()), conditions.of(clause.when()),
                Formula.not(Formula.any(out)));
    }

    /** Whether one of the clauses left out is an exception to it, or to an exception to it. */
    private boolean affected(Clause clause, Set<String> without) {
        return clause.excepted().keySet().stream().anyMatch(
                id -> without.contains(id) || affected(Optional.ofNullable(clauses.get(id)).orElseThrow(), without));
    }

    /** What it can do to the outcome or to who decides; nothing where its breach is only recorded. */
    private List<Effect> effects(Clause clause, Formula applies, boolean named) {
        return switch (clause.kind()) {
            case GRANT -> Stream.concat(
                    Stream.of(new Effect(clause.id(), Does.COVER, Optional.empty(), applies)),
                    clause.authority().stream().map(
                            signs -> new Effect(clause.id(), Does.SIGN, Optional.of(signs), applies)))
                    .toList();
            case REFER -> List.of(new Effect(clause.id(), Does.ASK, clause.authority(), applies));
            case REQUIRE, PROHIBIT -> {
                Formula formula = Formula.all(applies, Formula.not(kept(clause)));
                Formula breach = named ? word(clause.id() + "/breached", formula) : formula;
                yield clause.derogation().isPresent()
                        ? List.of(new Effect(clause.id(), Does.ASK, clause.derogation(), breach))
                        : breach(clause, breach);
            }
        };
    }

    private static List<Effect> breach(Clause clause, Formula breach) {
        return switch (clause.onBreach()) {
            case REFUSE -> List.of(new Effect(clause.id(), Does.REFUSE, Optional.empty(), breach));
            case REFER -> List.of(new Effect(clause.id(), Does.ASK, clause.authority(), breach));
            case RECORD -> List.of();
        };
    }

    /** Whether a clause can do anything to an outcome at all: itself, or as an exception. */
    public boolean acts(Clause clause) {
        return clause.onBreach() != OnBreach.RECORD || clause.derogation().isPresent() || !clause.exceptTo().isEmpty();
    }

    // What they add up to

    private Set<Authority> authorities(Does does) {
        Set<Authority> all = new LinkedHashSet<>();
        effects.stream().filter(effect -> effect.does() == does)
                .forEach(effect -> effect.authority().ifPresent(all::add));
        return all;
    }

    private static Formula any(List<Effect> effects, Predicate<Effect> which) {
        return Formula.any(effects.stream().filter(which).map(Effect::when).toList());
    }

    private static Formula whom(List<Effect> effects, Does does, Authority authority) {
        return any(effects, it -> it.does() == does && it.authority().equals(Optional.of(authority)));
    }

    public Formula outcome(OutcomeWord word) {
        return Optional.ofNullable(outcomes.get(word)).orElseThrow();
    }

    /** That such an authority decides: it is asked, or it signs what nobody is asked about. */
    public Formula decides(Predicate<Authority> which) {
        return Formula.any(Formula.all(outcome(OutcomeWord.REFERRED), Formula.any(chosen(asked, which))),
                Formula.all(outcome(OutcomeWord.ELIGIBLE), Formula.any(chosen(signing, which))));
    }

    /** That it is eligible and no clause says who signs. */
    public Formula ordinary() {
        return Formula.all(outcome(OutcomeWord.ELIGIBLE), Formula.not(Formula.any(List.copyOf(signing.values()))));
    }

    private static List<Formula> chosen(Map<Authority, Formula> all, Predicate<Authority> which) {
        return all.entrySet().stream().filter(entry -> which.test(entry.getKey())).map(Map.Entry::getValue).toList();
    }

    public Formula property(Condition formula) {
        return new ConditionFormula(space, outcomes).of(formula);
    }

    /** Eligible or for an authority to decide, of facts that this version's vocabulary can state. */
    public Formula permitted() {
        return permitted;
    }

    public Formula stated() {
        return space.stated(terms.vocabulary());
    }

    /** That leaving a clause out would change the outcome, or who decides. */
    public Formula changes(Clause clause) {
        if (clause.exceptTo().isEmpty()) {
            return alone(clause, effects.stream().filter(effect -> !effect.clause().equals(clause.id())).toList());
        }
        List<Effect> others = new ArrayList<>();
        for (Effect effect : effects) {
            Clause other = Optional.ofNullable(clauses.get(effect.clause())).orElseThrow();
            if (affected(other, Set.of(clause.id()))) {
                others.addAll(effects(other, speaks(other, Set.of(clause.id())), false));
            } else if (!other.id().equals(clause.id())) {
                others.add(effect);
            }
        }
        List<Formula> whom = new ArrayList<>();
        asked.forEach((authority, now) -> whom.add(Formula.differ(now, whom(others, Does.ASK, authority))));
        signing.forEach((authority, now) -> whom.add(Formula.all(outcome(OutcomeWord.ELIGIBLE),
                Formula.differ(now, whom(others, Does.SIGN, authority)))));
        return Formula.any(Formula.differ(refused, any(others, it -> it.does() == Does.REFUSE)),
                Formula.all(Formula.not(refused),
                        Formula.any(Formula.differ(covered, any(others, it -> it.does() == Does.COVER)),
                                Formula.all(covered, Formula.any(whom)))));
    }

    /** The same for a clause that is no exception: it does something that no other clause does. */
    private Formula alone(Clause clause, List<Effect> others) {
        return Formula.any(effects.stream().filter(own -> own.clause().equals(clause.id()))
                .map(own -> alone(own, others)).toList());
    }

    private Formula alone(Effect own, List<Effect> others) {
        List<Formula> parts = new ArrayList<>(List.of(own.when()));
        switch (own.does()) {
            case REFUSE -> {
            }
            case COVER -> parts.add(Formula.not(refused));
            case ASK -> parts.addAll(List.of(Formula.not(refused), covered));
            case SIGN -> parts.add(outcome(OutcomeWord.ELIGIBLE));
        }
        others.stream().filter(it -> it.does() == own.does() && it.authority().equals(own.authority()))
                .forEach(it -> parts.add(Formula.not(it.when())));
        return Formula.all(parts);
    }
}
