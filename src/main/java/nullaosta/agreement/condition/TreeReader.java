package nullaosta.agreement.condition;

import dev.cel.common.CelSource;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nullaosta.agreement.condition.Condition.Quantifier;
import nullaosta.agreement.text.Place;
import nullaosta.agreement.text.Problems;
import nullaosta.agreement.text.Spelling;
import nullaosta.agreement.text.YamlNode.Text;
import nullaosta.agreement.vocabulary.EnumDeclaration;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.Range;
import nullaosta.agreement.vocabulary.RowDeclaration;
import nullaosta.agreement.vocabulary.Value;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.agreement.vocabulary.ValueType.Plain;
import org.jspecify.annotations.Nullable;

/**
 * Turns one parsed expression into a condition. What lies outside the profile, is not declared or does not fit by type
 * is refused with its place; an empty answer always comes with a problem.
 */
final class TreeReader {

    private final Words words;
    private final Text text;
    private final CelSource source;
    private final Problems problems;
    private final Set<String> constants;
    /** The variable of the quantifier that is being read, if any: they do not nest. */
    private @Nullable Variable variable;

    private record Variable(String name, ValueType element) {}

    TreeReader(Words words, Text text, CelSource source, Problems problems, Set<String> constants) {
        this.words = words;
        this.text = text;
        this.source = source;
        this.problems = problems;
        this.constants = constants;
    }

    Optional<Condition> condition(CelExpr expr) {
        return operand(expr).flatMap(found -> {
            if (found.type() != Plain.BOOL) {
                return refuse(expr, "found " + found.described() + ", expected a condition",
                        found.type() instanceof ValueType.Named ? "compare it: " + found.written() + " == ..." : "");
            }
            return Optional.of(asCondition(found.operand()));
        });
    }

    private static Condition asCondition(Operand operand) {
        return switch (operand) {
            case Operand.Truth(Condition condition) -> condition;
            case Operand.Constant(Value.Bool(boolean holds), ValueType type) -> new Condition.Always(holds);
            default -> new Condition.Compare(Comparison.EQUAL, operand,
                    new Operand.Constant(new Value.Bool(true), Plain.BOOL));
        };
    }

    private Optional<Ranged> operand(CelExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT -> constant(expr, expr.constant());
            case IDENT, SELECT -> name(expr);
            case CALL -> call(expr, expr.call());
            case COMPREHENSION -> quantified(expr, expr.comprehension()).map(Ranged::truth);
            case LIST -> refuse(expr, "found a list by itself, expected it after `in`", "write x in [A, B]");
            case MAP, STRUCT -> refuse(expr, "found `{}`, which this language has not", Profile.instead("{}"));
            case NOT_SET -> refuse(expr, "found nothing, expected a condition", "");
        };
    }

    private Optional<Ranged> constant(CelExpr expr, CelConstant constant) {
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> Optional.of(Ranged.truth(new Condition.Always(constant.booleanValue())));
            case INT64_VALUE -> number(expr, constant.int64Value());
            case STRING_VALUE -> refuse(expr, "found the text \"" + constant.stringValue()
                    + "\", which this language has not", "declare an enum and name one of its constants");
            default -> refuse(expr, "found a constant that is neither true, false nor a whole number", "");
        };
    }

    private Optional<Ranged> number(CelExpr expr, long value) {
        if (!Range.INTS.holds(value)) {
            return refuse(expr, "found `" + value + "`, expected " + Range.INTS.least() + " to " + Range.INTS.most(),
                    "");
        }
        return Optional.of(new Ranged(new Operand.Constant(new Value.Int(value), Plain.INT), new Range(value, value)));
    }

    // Names

    private Optional<Ranged> name(CelExpr expr) {
        Optional<String> dotted = dotted(expr);
        if (dotted.isEmpty()) {
            return operand(expr.select().operand()).flatMap(inner -> refuse(expr,
                    "found a field of " + inner.described() + ", which is not a row", Profile.instead(".")));
        }
        String name = dotted.get();
        Variable row = variable;
        if (row != null && (name.equals(row.name()) || name.startsWith(row.name() + "."))) {
            return ofVariable(expr, row, name);
        }
        Optional<FactDeclaration> fact = words.vocabulary().fact(name);
        if (fact.isPresent()) {
            return Optional.of(ofFact(fact.get()));
        }
        int dot = name.indexOf('.');
        EnumDeclaration type = dot < 0 ? null : words.vocabulary().enums().get(name.substring(0, dot));
        if (type != null) {
            return symbol(expr, type, name.substring(dot + 1));
        }
        Words.Typed parameter = name.startsWith("params.") ? words.parameters().get(name.substring(7)) : null;
        if (parameter != null) {
            long measure = Range.measure(parameter.value());
            return Optional.of(new Ranged(new Operand.OfParameter(name.substring(7), parameter.value(),
                    parameter.type()), new Range(measure, measure)));
        }
        if (words.outcomes()) {
            for (Condition.OutcomeWord word : Condition.OutcomeWord.values()) {
                if (word.word().equals(name)) {
                    return Optional.of(Ranged.truth(new Condition.ComesTo(word)));
                }
            }
        }
        if (name.startsWith("params.") && words.faulty().contains(name.substring(7))) {
            return Optional.empty();
        }
        boolean outcome = Arrays.stream(Condition.OutcomeWord.values()).anyMatch(word -> word.word().equals(name));
        return refuse(expr, "unknown name `" + name + "`", outcome
                ? "only a property speaks of the outcome"
                : problems.full() ? "" : unknown(name));
    }

    private String unknown(String name) {
        String help = Spelling.help(name, words.all());
        return help.isEmpty() && words.outcomes()
                ? "of what a flight comes to a formula says `eligible`, `referred`, `ineligible` or `notCovered`"
                : help;
    }

    private Ranged ofFact(FactDeclaration fact) {
        int slot = words.vocabulary().slot(fact.name());
        return fact.type() == Plain.BOOL
                ? Ranged.truth(new Condition.Stated(fact.name(), slot))
                : new Ranged(new Operand.OfFact(fact.name(), slot, fact.type()), fact.range());
    }

    private Optional<Ranged> symbol(CelExpr expr, EnumDeclaration type, String constant) {
        List<String> names = words.closed().getOrDefault(type.name(), type.constants());
        if (!type.admits(constant) || words.closed().containsKey(type.name()) && !names.contains(constant)) {
            return refuse(expr, "unknown name `" + constant + "` in `" + type.name() + "`",
                    Spelling.help(constant, names));
        }
        constants.add(type.name() + "." + constant);
        return Optional.of(new Ranged(new Operand.Constant(new Value.Symbol(type.name(), constant),
                new ValueType.Named(type.name())), new Range(0, 0)));
    }

    private Optional<Ranged> ofVariable(CelExpr expr, Variable row, String name) {
        if (!(row.element() instanceof ValueType.ListOf(String rowName))) {
            return name.equals(row.name())
                    ? Optional.of(new Ranged(new Operand.OfElement(row.element()), new Range(0, 0)))
                    : refuse(expr, "found `" + name + "`, but a name has no fields", "use `" + row.name() + "` itself");
        }
        RowDeclaration declaration = words.vocabulary().rows().get(rowName);
        if (declaration == null) {
            throw new IllegalStateException("a list without its row: " + rowName);
        }
        if (name.equals(row.name())) {
            return refuse(expr, "found the row `" + name + "` by itself, expected one of its fields",
                    "known here: " + String.join(", ", declaration.fieldNames()));
        }
        String wanted = name.substring(row.name().length() + 1);
        Optional<RowDeclaration.Field> field = declaration.field(wanted);
        if (field.isEmpty()) {
            return refuse(expr, "unknown field `" + wanted + "` of `" + rowName + "`",
                    Spelling.help(wanted, declaration.fieldNames()));
        }
        ValueType type = field.get().type();
        return Optional.of(type == Plain.BOOL
                ? Ranged.truth(new Condition.FieldHolds(wanted))
                : new Ranged(new Operand.OfField(wanted, type), Range.widest(type)));
    }

    private static Optional<String> dotted(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> Optional.of(expr.ident().name());
            case SELECT -> dotted(expr.select().operand()).map(front -> front + "." + expr.select().field());
            default -> Optional.empty();
        };
    }

    // Operators

    private Optional<Ranged> call(CelExpr expr, CelExpr.CelCall call) {
        List<CelExpr> arguments = call.args();
        if (call.target().isEmpty()) {
            switch (call.function()) {
                case "_&&_", "_||_" -> {
                    return logic(call.function(), arguments).map(Ranged::truth);
                }
                case "!_" -> {
                    return condition(arguments.get(0)).map(inner -> Ranged.truth(Condition.not(inner)));
                }
                case "@in" -> {
                    return in(expr, arguments.get(0), arguments.get(1)).map(Ranged::truth);
                }
                case "_+_", "_-_" -> {
                    return arithmetic(expr, call.function().equals("_+_"), arguments);
                }
                default -> {
                    Optional<Comparison> comparison = Profile.comparison(call.function());
                    if (comparison.isPresent()) {
                        return compare(expr, comparison.get(), arguments).map(Ranged::truth);
                    }
                }
            }
        }
        return refuse(expr, "found `" + Profile.shown(call.function()) + "`, which this language has not",
                Profile.instead(call.function()));
    }

    private Optional<Condition> logic(String function, List<CelExpr> arguments) {
        Optional<Condition> left = condition(arguments.get(0));
        Optional<Condition> right = condition(arguments.get(1));
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(function.equals("_&&_")
                ? Condition.and(left.get(), right.get())
                : Condition.or(left.get(), right.get()));
    }

    private Optional<Condition> compare(CelExpr expr, Comparison comparison, List<CelExpr> arguments) {
        Optional<Ranged> left = operand(arguments.get(0));
        Optional<Ranged> right = operand(arguments.get(1));
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        Ranged a = left.get();
        Ranged b = right.get();
        if (!a.type().equals(b.type())) {
            return refuse(expr, "cannot compare " + a.described() + " with " + b.described(),
                    "both sides of `" + comparison.sign() + "` need one type");
        }
        boolean order = comparison != Comparison.EQUAL && comparison != Comparison.UNEQUAL;
        if (order && !a.type().ordered()) {
            return refuse(expr, "found `" + comparison.sign() + "` between values of type `" + a.type()
                    + "`, which have no order", "use == or !=");
        }
        if (a.type() instanceof ValueType.SetOf || a.type() instanceof ValueType.ListOf) {
            return refuse(expr, "cannot compare whole lists or sets", "use in, exists or all");
        }
        return Optional.of(new Condition.Compare(comparison, a.operand(), b.operand()));
    }

    private Optional<Condition> in(CelExpr expr, CelExpr element, CelExpr list) {
        Optional<Ranged> wanted = operand(element);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        if (list.getKind() != CelExpr.ExprKind.Kind.LIST) {
            Optional<Ranged> set = operand(list);
            if (set.isPresent() && set.get().operand() instanceof Operand.OfFact fact
                    && fact.type() instanceof ValueType.SetOf(ValueType.Named of) && of.equals(wanted.get().type())) {
                return Optional.of(new Condition.Member(wanted.get().operand(), fact));
            }
            return set.isEmpty()
                    ? Optional.empty()
                    : refuse(expr, "found `in` between " + wanted.get().described() + " and " + set.get().described(),
                            "after `in` stands a list such as [A, B], or a fact that is a set of the same type");
        }
        List<Operand> candidates = new ArrayList<>();
        for (CelExpr item : list.list().elements()) {
            Optional<Ranged> candidate = operand(item);
            if (candidate.isEmpty()) {
                return Optional.empty();
            }
            if (!candidate.get().type().equals(wanted.get().type())) {
                return refuse(item, "cannot compare " + wanted.get().described() + " with "
                        + candidate.get().described(),
                        "all names in the list need the type of what stands before `in`");
            }
            candidates.add(candidate.get().operand());
        }
        return candidates.isEmpty()
                ? refuse(expr, "found `in []`, which never holds", "name what it may be")
                : Optional.of(new Condition.OneOf(wanted.get().operand(), candidates));
    }

    private Optional<Ranged> arithmetic(CelExpr expr, boolean plus, List<CelExpr> arguments) {
        Optional<Ranged> left = operand(arguments.get(0));
        Optional<Ranged> right = operand(arguments.get(1));
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        Ranged a = left.get();
        Ranged b = right.get();
        Optional<Ranged> result = plus ? a.plus(b) : a.minus(b);
        if (result.isEmpty()) {
            return refuse(expr, "cannot " + (plus ? "add " : "subtract ") + b.described() + (plus ? " to " : " from ")
                    + a.described(), "only int, instant and duration add and subtract");
        }
        if (!result.get().within()) {
            return refuse(expr, "found `" + (plus ? "+" : "-") + "` whose result can run out of range",
                    "declare narrower ranges for the facts in it");
        }
        return result;
    }

    // Quantifiers

    /** exists and all come from the parser's macros as a fold; init and step tell which one it was. */
    private Optional<Condition> quantified(CelExpr expr, CelExpr.CelComprehension fold) {
        CelExpr.CelCall step = fold.loopStep().call();
        Quantifier quantifier = quantifier(fold);
        if (variable != null) {
            return refuse(expr, "found a quantifier inside another one",
                    "declare a derived fact for the inner question");
        }
        Optional<Ranged> range = operand(fold.iterRange());
        if (range.isEmpty()) {
            return Optional.empty();
        }
        if (!(range.get().operand() instanceof Operand.OfFact list) || !(list.type() instanceof ValueType.SetOf
                || list.type() instanceof ValueType.ListOf)) {
            return refuse(fold.iterRange(),
                    "found " + range.get().described() + " before a quantifier, expected a fact "
                            + "that is a list or a set",
                    "");
        }
        String name = fold.iterVar();
        if (words.vocabulary().slots().stream().anyMatch(fact -> fact.startsWith(name + "."))
                || words.vocabulary().enums().containsKey(name) || name.equals("params")) {
            return refuse(expr, "found the variable `" + name + "`, which names something else already",
                    "choose another letter");
        }
        variable = new Variable(name, list.type() instanceof ValueType.SetOf(ValueType.Named of) ? of : list.type());
        Optional<Condition> body = condition(step.args().get(1));
        variable = null;
        return body.map(inner -> new Condition.Quantified(quantifier, list, name, inner));
    }

    // Problems

    private <T> Optional<T> refuse(CelExpr expr, String message, String help) {
        problems.add(place(expr), message, help);
        return Optional.empty();
    }

    /** CEL gives a call by name the place of its bracket: how long the name before it is. */
    private static int named(CelExpr expr) {
        return switch (expr.getKind()) {
            case CALL -> Character.isLetter(expr.call().function().charAt(0)) ? expr.call().function().length() : 0;
            case COMPREHENSION -> quantifier(expr.comprehension()).name().length();
            default -> 0;
        };
    }

    private static Quantifier quantifier(CelExpr.CelComprehension fold) {
        return fold.loopStep().call().function().equals("_||_") ? Quantifier.EXISTS : Quantifier.ALL;
    }

    /** Where an expression starts: for a dotted name its first letter, for an operator the operator. */
    private Place place(CelExpr expr) {
        CelExpr at = expr;
        while (at.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            at = at.select().operand();
        }
        Integer offset = source.getPositionsMap().get(at.id());
        return offset == null ? text.place() : text.at(offset - named(at));
    }
}
