package nullaosta.proof.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nullaosta.agreement.condition.Comparison;

/** A formula of propositional logic over comparisons of whole numbers. Parts may be shared; it is never walked twice. */
public sealed interface Formula {

    record Always(boolean holds) implements Formula {}

    /** A variable that is true or false. */
    record Letter(String name) implements Formula {}

    record Not(Formula inner) implements Formula {}

    record All(List<Formula> parts) implements Formula {

        public All {
            parts = List.copyOf(parts);
        }
    }

    record Any(List<Formula> parts) implements Formula {

        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Both true or both false. */
    record Same(Formula left, Formula right) implements Formula {}

    record Compare(Comparison comparison, Whole left, Whole right) implements Formula {}

    /** A formula with a name, under which texts and the solver know it. */
    record Word(String name, Formula meaning) implements Formula {}

    Formula TRUE = new Always(true);
    Formula FALSE = new Always(false);

    static Formula not(Formula inner) {
        return switch (inner) {
            case Always(boolean holds) -> holds ? FALSE : TRUE;
            case Not(Formula twice) -> twice;
            default -> new Not(inner);
        };
    }

    static Formula all(Formula... parts) {
        return all(List.of(parts));
    }

    /** Their conjunction; true for none. */
    static Formula all(List<Formula> parts) {
        return joined(parts, true);
    }

    static Formula any(Formula... parts) {
        return any(List.of(parts));
    }

    /** Their disjunction; false for none. */
    static Formula any(List<Formula> parts) {
        return joined(parts, false);
    }

    private static Formula joined(List<Formula> parts, boolean conjunction) {
        List<Formula> kept = new ArrayList<>();
        for (Formula part : parts) {
            if (part instanceof Always(boolean holds)) {
                if (holds != conjunction) {
                    return part;
                }
            } else if (conjunction && part instanceof All(List<Formula> inner)) {
                kept.addAll(inner);
            } else if (!conjunction && part instanceof Any(List<Formula> inner)) {
                kept.addAll(inner);
            } else {
                kept.add(part);
            }
        }
        return switch (kept.size()) {
            case 0 -> conjunction ? TRUE : FALSE;
            case 1 -> kept.getFirst();
            default -> conjunction ? new All(kept) : new Any(kept);
        };
    }

    static Formula same(Formula left, Formula right) {
        if (left instanceof Always(boolean holds)) {
            return holds ? right : not(right);
        }
        if (right instanceof Always(boolean holds)) {
            return holds ? left : not(left);
        }
        return new Same(left, right);
    }

    static Formula differ(Formula left, Formula right) {
        return not(same(left, right));
    }

    static Formula compare(Comparison comparison, Whole left, Whole right) {
        Optional<java.math.BigInteger> a = left.known();
        Optional<java.math.BigInteger> b = right.known();
        if (a.isPresent() && b.isPresent()) {
            return comparison.holds(a.get().compareTo(b.get())) ? TRUE : FALSE;
        }
        return new Compare(comparison, left, right);
    }
}
