package nullaosta.bench;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nullaosta.agreement.condition.CelGate;
import nullaosta.agreement.condition.Words;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.RowDeclaration;
import nullaosta.agreement.vocabulary.Value;
import nullaosta.agreement.vocabulary.Vocabulary;

/** The same clauses in cel-java's own runtime: one compiled program a clause, facts bound beforehand. */
final class CelPeer {

    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Za-z]+\\.[A-Z][A-Z_0-9]*\\b");

    private final List<CelRuntime.Program> programs = new ArrayList<>();
    private final Set<String> constants = new TreeSet<>();

    CelPeer(Vocabulary vocabulary, List<String> expressions) {
        expressions.forEach(text -> CONSTANT.matcher(text).results().forEach(it -> constants.add(it.group())));
        var checker = CelGate.checker(new Words(vocabulary, Map.of(), Set.of(), Map.of(), false), constants);
        CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(CelOptions.current().build())
                .addFunctionBindings(
                        CelFunctionBinding.from("less_date", LocalDate.class, LocalDate.class, LocalDate::isBefore),
                        CelFunctionBinding.from("at_most_date", LocalDate.class, LocalDate.class,
                                (a, b) -> !a.isAfter(b)))
                .build();
        try {
            for (String text : expressions) {
                CelAbstractSyntaxTree parsed = CelGate.parser().parse(text).getAst();
                programs.add(runtime.createProgram(checker.check(parsed).getAst()));
            }
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Object> bind(FactSheet sheet) {
        Map<String, Object> bindings = new HashMap<>();
        constants.forEach(constant -> bindings.put(constant, constant));
        for (String name : sheet.vocabulary().slots()) {
            sheet.value(name).ifPresent(value -> bindings.put(name, plain(value, sheet.vocabulary())));
        }
        return bindings;
    }

    /** How many clauses hold; every one is evaluated. */
    int holding(Map<String, Object> facts) {
        int holding = 0;
        try {
            for (CelRuntime.Program program : programs) {
                holding += (boolean) program.eval(facts) ? 1 : 0;
            }
        } catch (CelEvaluationException e) {
            throw new IllegalStateException(e);
        }
        return holding;
    }

    private static Object plain(Value value, Vocabulary vocabulary) {
        return switch (value) {
            case Value.Bool bool -> bool.value();
            case Value.Int number -> number.value();
            case Value.Day day -> day.value();
            case Value.Moment moment -> moment.value();
            case Value.Span span -> span.value();
            case Value.Symbol(String type, String name) -> type + "." + name;
            case Value.SymbolSet set -> set.names().stream().map(name -> set.type() + "." + name).toList();
            case Value.Rows rows -> {
                RowDeclaration declaration = vocabulary.rows().get(rows.row());
                yield rows.rows().stream().map(row -> {
                    Map<String, Object> fields = new HashMap<>();
                    declaration.fieldNames().forEach(name -> fields.put(name, plain(row.field(name), vocabulary)));
                    return fields;
                }).toList();
            }
        };
    }
}
