package nullaosta.assessment;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nullaosta.agreement.condition.CelGate;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.RowDeclaration;
import nullaosta.agreement.vocabulary.Value;

/** What CEL's own runtime says of a condition over complete facts. */
final class CelOracle {

    private static final Set<String> CONSTANTS = Set.of("Purpose.OFFENSIVE", "Purpose.SURVEILLANCE",
            "Purpose.LOGISTICS", "Cargo.MAIL", "Cargo.FUEL", "Government.GNA");
    private static final dev.cel.checker.CelChecker CHECKER = CelGate.checker(RandomConditions.WORDS, CONSTANTS);
    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(CelOptions.current().build())
            .addFunctionBindings(
                    CelFunctionBinding.from("less_date", LocalDate.class, LocalDate.class, (a, b) -> a.isBefore(b)),
                    CelFunctionBinding.from("at_most_date", LocalDate.class, LocalDate.class, (a, b) -> !a.isAfter(b)),
                    CelFunctionBinding.from("more_date", LocalDate.class, LocalDate.class, (a, b) -> a.isAfter(b)),
                    CelFunctionBinding.from("at_least_date", LocalDate.class, LocalDate.class,
                            (a, b) -> !a.isBefore(b)))
            .build();

    private final CelRuntime.Program program;

    CelOracle(String condition) {
        try {
            CelAbstractSyntaxTree parsed = CelGate.parser().parse(condition).getAst();
            program = RUNTIME.createProgram(CHECKER.check(parsed).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new AssertionError(condition, e);
        }
    }

    /** The facts as CEL's runtime takes them. */
    static Map<String, Object> bind(FactSheet complete) {
        Map<String, Object> bindings = new HashMap<>();
        CONSTANTS.forEach(constant -> bindings.put(constant, constant));
        for (String name : complete.vocabulary().slots()) {
            bindings.put(name, cel(complete.value(name).orElseThrow(), complete));
        }
        return bindings;
    }

    boolean holds(Map<String, Object> facts) {
        try {
            return (boolean) program.eval(facts);
        } catch (CelEvaluationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object cel(Value value, FactSheet sheet) {
        return switch (value) {
            case Value.Bool bool -> bool.value();
            case Value.Int number -> number.value();
            case Value.Day day -> day.value();
            case Value.Moment moment -> moment.value();
            case Value.Span span -> span.value();
            case Value.Symbol(String type, String name) -> type + "." + name;
            case Value.SymbolSet set -> set.names().stream().map(name -> set.type() + "." + name).toList();
            case Value.Rows rows -> {
                RowDeclaration declaration = sheet.vocabulary().rows().get(rows.row());
                if (declaration == null) {
                    throw new IllegalStateException(rows.row());
                }
                yield List.copyOf(rows.rows().stream().map(row -> {
                    Map<String, Object> fields = new HashMap<>();
                    declaration.fieldNames().forEach(name -> fields.put(name, cel(row.field(name), sheet)));
                    return fields;
                }).toList());
            }
        };
    }
}
