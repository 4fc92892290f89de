package nullaosta.agreement.condition;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.checker.CelChecker;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.Optional;
import java.util.Set;
import nullaosta.agreement.vocabulary.RowDeclaration;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.agreement.vocabulary.Vocabulary;

/**
 * The vocabulary as CEL's type checker sees it. Enums and dates are opaque types, so that a name of another enum is a
 * type error and only what is declared here compares; rows are structures with typed fields.
 */
public final class CelGate {

    /** The longest condition, in code points, and how deep it may nest. */
    static final int LONGEST = 4_000;
    static final int DEEPEST = 32;

    private static final OpaqueType DATE = OpaqueType.create("date");
    private static final CelOptions OPTIONS = CelOptions.current().maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST).maxParseErrorRecoveryLimit(10).build();

    private CelGate() {
    }

    /** The parser of the profile: of the macros only exists and all. */
    public static CelParser parser() {
        return CelParserFactory.standardCelParserBuilder().setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.EXISTS, CelStandardMacro.ALL).build();
    }

    /**
     * The checker for a vocabulary.
     *
     * @param constants names of enums in the form {@code Type.NAME} that conditions use
     */
    public static CelChecker checker(Words words, Set<String> constants) {
        Vocabulary vocabulary = words.vocabulary();
        Rows rows = new Rows(vocabulary);
        CelCheckerBuilder builder = CelCompilerFactory.standardCelCheckerBuilder().setOptions(OPTIONS)
                .setTypeProvider(rows).setResultType(SimpleType.BOOL).addFunctionDeclarations(order("_<_", "less"),
                        order("_<=_", "at_most"), order("_>_", "more"), order("_>=_", "at_least"));
        vocabulary.facts().values()
                .forEach(fact -> builder.addVarDeclarations(variable(fact.name(), rows.cel(fact.type()))));
        words.parameters().forEach(
                (name, typed) -> builder.addVarDeclarations(variable("params." + name, rows.cel(typed.type()))));
        for (String constant : constants) {
            String type = constant.substring(0, constant.indexOf('.'));
            builder.addVarDeclarations(variable(constant, rows.cel(new ValueType.Named(type))));
        }
        if (words.outcomes()) {
            for (Condition.OutcomeWord word : Condition.OutcomeWord.values()) {
                builder.addVarDeclarations(variable(word.word(), SimpleType.BOOL));
            }
        }
        return builder.build();
    }

    /** What CEL's checker has against a parsed condition; empty when it passes. */
    static Optional<String> complaint(CelChecker checker, CelAbstractSyntaxTree parsed) {
        CelValidationResult result = checker.check(parsed);
        return result.hasError() ? Optional.of(result.getErrors().get(0).getMessage()) : Optional.empty();
    }

    private static CelVarDecl variable(String name, CelType type) {
        return CelVarDecl.newVarDeclaration(name, type);
    }

    private static CelFunctionDecl order(String function, String word) {
        return CelFunctionDecl.newFunctionDeclaration(function,
                CelOverloadDecl.newGlobalOverload(word + "_date", SimpleType.BOOL, DATE, DATE));
    }

    /** The rows of a vocabulary as CEL's structures. */
    private static final class Rows implements CelTypeProvider {

        private final ImmutableMap<String, CelType> types;

        private Rows(Vocabulary vocabulary) {
            ImmutableMap.Builder<String, CelType> structures = ImmutableMap.builder();
            vocabulary.rows().values().forEach(row -> structures.put(row.name(), structure(row)));
            types = structures.buildOrThrow();
        }

        private static StructType structure(RowDeclaration row) {
            ImmutableMap.Builder<String, CelType> fields = ImmutableMap.builder();
            row.fields().forEach(field -> fields.put(field.name(), single(field.type())));
            ImmutableMap<String, CelType> known = fields.buildOrThrow();
            return StructType.create(row.name(), known.keySet(), name -> Optional.ofNullable(known.get(name)));
        }

        private static CelType single(ValueType type) {
            return switch (type) {
                case ValueType.Plain plain -> switch (plain) {
                    case BOOL -> SimpleType.BOOL;
                    case INT -> SimpleType.INT;
                    case DATE -> DATE;
                    case INSTANT -> SimpleType.TIMESTAMP;
                    case DURATION -> SimpleType.DURATION;
                };
                case ValueType.Named(String name) -> OpaqueType.create(name);
                case ValueType.SetOf set -> throw new IllegalStateException("a row holds no lists");
                case ValueType.ListOf list -> throw new IllegalStateException("a row holds no lists");
            };
        }

        private CelType cel(ValueType type) {
            return switch (type) {
                case ValueType.SetOf(ValueType.Named element) -> ListType.create(single(element));
                case ValueType.ListOf(String row) -> ListType.create(findType(row).orElseThrow());
                case ValueType.Plain plain -> single(plain);
                case ValueType.Named named -> single(named);
            };
        }

        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf(types.values());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Optional.ofNullable(types.get(name));
        }
    }
}
