package nullaosta.proof.formula;

import de.uni_freiburg.informatik.ultimate.logic.Annotation;
import de.uni_freiburg.informatik.ultimate.logic.ApplicationTerm;
import de.uni_freiburg.informatik.ultimate.logic.Logics;
import de.uni_freiburg.informatik.ultimate.logic.Model;
import de.uni_freiburg.informatik.ultimate.logic.Rational;
import de.uni_freiburg.informatik.ultimate.logic.SMTLIBException;
import de.uni_freiburg.informatik.ultimate.logic.Script;
import de.uni_freiburg.informatik.ultimate.logic.Sort;
import de.uni_freiburg.informatik.ultimate.logic.Term;
import de.uni_freiburg.informatik.ultimate.smtinterpol.DefaultLogger;
import de.uni_freiburg.informatik.ultimate.smtinterpol.LogProxy;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.SMTInterpol;
import de.uni_freiburg.informatik.ultimate.smtinterpol.util.Polynomial;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One instance of SMTInterpol that holds a setting and answers under it. Not for use by two threads at once. */
final class Engine {

    private final SMTInterpol script;
    private final Setting setting;
    private final Sort whole;
    private final Map<String, Term> declared = new HashMap<>();
    private final Map<Formula, Term> translated = new IdentityHashMap<>();
    private final Map<String, Term> switches = new LinkedHashMap<>();

    /** @param switched whether each clause stands behind a switch, so that it can be told which of them are needed */
    Engine(Setting setting, long steps, boolean switched) {
        this.setting = setting;
        DefaultLogger silent = new DefaultLogger();
        silent.setLoglevel(LogProxy.LOGLEVEL_OFF);
        script = new SMTInterpol(silent, null);
        script.setOption(switched ? ":produce-unsat-cores" : ":produce-models", true);
        script.setOption(":reproducible-resource-limit", BigInteger.valueOf(steps));
        script.setLogic(Logics.QF_LIA);
        whole = script.sort("Int");
        Sort truth = script.sort("Bool");
        setting.letters().forEach(name -> declare(name, truth));
        setting.wholes().forEach(name -> declare(name, whole));
        setting.bounds().forEach(bound -> script.assertTerm(term(bound)));
        for (Setting.Definition clause : setting.clauses()) {
            Term definition = term(clause.formula());
            if (switched) {
                Term on = declare("clause/" + clause.name(), truth);
                switches.put(clause.name(), on);
                definition = script.term("=>", on, definition);
            }
            script.assertTerm(definition);
        }
        for (Formula.Word word : setting.words()) {
            Term letter = declare(word.name(), truth);
            script.assertTerm(script.term("=", letter, term(word.meaning())));
        }
    }

    private Term declare(String name, Sort sort) {
        script.declareFun(name, new Sort[0], sort);
        Term term = script.term(name);
        declared.put(name, term);
        return term;
    }

    /** Whether the formula can be true, with an example. */
    Reply decide(Formula question) {
        script.push(1);
        try {
            script.assertTerm(term(question));
            return switch (script.checkSat()) {
                case SAT -> model();
                case UNSAT -> new Reply.Unsatisfiable(List.of());
                case UNKNOWN -> new Reply.Unknown("the solver gave up: " + script.getInfo(":reason-unknown"));
            };
        } catch (SMTLIBException e) {
            return new Reply.Unknown("the solver failed: " + e.getMessage());
        } finally {
            script.pop(1);
        }
    }

    /**
     * The clauses from which it follows that the formula cannot be true: all of them first, then without one after the
     * other. Empty where the limit is reached before that is found again.
     */
    Optional<List<String>> reasons(Formula question) {
        script.push(1);
        try {
            script.assertTerm(term(question));
            Optional<Map<String, Term>> core = core(switches);
            for (String clause : core.map(it -> List.copyOf(it.keySet())).orElse(List.of())) {
                Map<String, Term> fewer = new LinkedHashMap<>(core.orElseThrow());
                if (fewer.remove(clause) != null) {
                    core = core(fewer).or(List.of(core)::getFirst);
                }
            }
            return core.map(it -> List.copyOf(it.keySet()));
        } catch (SMTLIBException e) {
            return Optional.empty();
        } finally {
            script.pop(1);
        }
    }

    /** Those of the clauses that a contradiction uses, in the order of the terms; empty where there is none. */
    private Optional<Map<String, Term>> core(Map<String, Term> on) {
        script.push(1);
        try {
            on.forEach((name, term) -> script
                    .assertTerm(script.annotate(term, new Annotation(":named", "on/" + name))));
            if (script.checkSat() != Script.LBool.UNSAT) {
                return Optional.empty();
            }
            Set<String> used = new HashSet<>();
            for (Term named : script.getUnsatCore()) {
                used.add(((ApplicationTerm) named).getFunction().getName().substring("on/".length()));
            }
            Map<String, Term> core = new LinkedHashMap<>(on);
            core.keySet().retainAll(used);
            return Optional.of(core);
        } finally {
            script.pop(1);
        }
    }

    private Reply model() {
        Model model = script.getModel();
        Map<String, Boolean> letters = new HashMap<>();
        Map<String, BigInteger> wholes = new HashMap<>();
        for (String name : setting.letters()) {
            letters.put(name, model.evaluate(known(name)) == script.term("true"));
        }
        for (String name : setting.wholes()) {
            wholes.put(name, Polynomial.parseConstant(model.evaluate(known(name))).numerator());
        }
        return new Reply.Satisfiable(letters, wholes);
    }

    private Term known(String name) {
        Term term = declared.get(name);
        if (term == null) {
            throw new IllegalStateException("undeclared: " + name);
        }
        return term;
    }

    // Translation

    private Term term(Formula formula) {
        Term done = translated.get(formula);
        if (done == null) {
            done = made(formula);
            translated.put(formula, done);
        }
        return done;
    }

    private Term made(Formula formula) {
        return switch (formula) {
            case Formula.Always(boolean holds) -> script.term(holds ? "true" : "false");
            case Formula.Letter(String name) -> known(name);
            case Formula.Not(Formula inner) -> script.term("not", term(inner));
            case Formula.All(List<Formula> parts) -> script.term("and", terms(parts));
            case Formula.Any(List<Formula> parts) -> script.term("or", terms(parts));
            case Formula.Same(Formula left, Formula right) -> script.term("=", term(left), term(right));
            case Formula.Compare compare -> made(compare);
            case Formula.Word(String name, Formula meaning) -> known(name);
        };
    }

    private Term made(Formula.Compare compare) {
        Term left = term(compare.left());
        Term right = term(compare.right());
        return switch (compare.comparison()) {
            case EQUAL -> script.term("=", left, right);
            case UNEQUAL -> script.term("not", script.term("=", left, right));
            case LESS, AT_MOST, MORE, AT_LEAST -> script.term(compare.comparison().sign(), left, right);
        };
    }

    private Term[] terms(List<Formula> parts) {
        return parts.stream().map(this::term).toArray(Term[]::new);
    }

    private Term term(Whole number) {
        return switch (number) {
            case Whole.Fixed(BigInteger value) -> fixed(value);
            case Whole.Symbol(String name, int index) -> fixed(BigInteger.valueOf(index));
            case Whole.Variable(String name) -> known(name);
            case Whole.Sum(Whole left, Whole right) -> script.term("+", term(left), term(right));
            case Whole.Difference(Whole left, Whole right) -> script.term("-", term(left), term(right));
        };
    }

    private Term fixed(BigInteger value) {
        return Rational.valueOf(value, BigInteger.ONE).toTerm(whole);
    }
}
