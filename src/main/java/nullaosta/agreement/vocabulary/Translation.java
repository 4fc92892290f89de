package nullaosta.agreement.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nullaosta.agreement.text.Place;
import nullaosta.agreement.text.Problems;

/**
 * From the facts of one vocabulary to those of another, so that past cases can be assessed under other terms. What both
 * declare alike is taken over as it is; a value that no longer fits, or a fact that was never asked for, is absent with
 * that reason.
 */
public final class Translation {

    private static final Fact NEVER_ASKED = new Fact.Absent("not asked when these facts were taken");

    private final Vocabulary from;
    private final Vocabulary to;
    private final int[] source;
    private final boolean[] alike;

    private Translation(Vocabulary from, Vocabulary to) {
        this.from = from;
        this.to = to;
        source = to.slots().stream().mapToInt(from.slots()::indexOf).toArray();
        alike = new boolean[source.length];
        for (int slot = 0; slot < source.length; slot++) {
            alike[slot] = source[slot] >= 0 && alike(from.at(source[slot]), to.at(slot));
        }
    }

    public static Translation between(Vocabulary from, Vocabulary to) {
        return new Translation(from, to);
    }

    private boolean alike(FactDeclaration before, FactDeclaration after) {
        return before.type().equals(after.type()) && before.range().equals(after.range())
                && switch (after.type()) {
                    case ValueType.Plain plain -> true;
                    case ValueType.Named(String name) -> sameEnum(name);
                    case ValueType.SetOf(ValueType.Named(String name)) -> sameEnum(name);
                    case ValueType.ListOf(String row) -> sameRow(row);
                };
    }

    private boolean sameEnum(String name) {
        EnumDeclaration before = from.enums().get(name);
        return before != null && before.equals(to.enums().get(name));
    }

    private boolean sameRow(String name) {
        RowDeclaration before = from.rows().get(name);
        return before != null && before.equals(to.rows().get(name)) && before.fields().stream().allMatch(
                field -> !(field.type() instanceof ValueType.Named(String type)) || sameEnum(type));
    }

    FactSheet of(FactSheet sheet) {
        List<Fact> facts = new ArrayList<>(source.length);
        for (int slot = 0; slot < source.length; slot++) {
            facts.add(source[slot] < 0 ? NEVER_ASKED : fact(sheet.at(source[slot]), slot));
        }
        return FactSheet.of(to, facts);
    }

    private Fact fact(Fact before, int slot) {
        if (alike[slot] || !(before instanceof Fact.Known(Value value, String origin))) {
            return before;
        }
        Problems problems = new Problems();
        FactDeclaration declared = to.at(slot);
        Optional<Value> read = ValueReader.node(Place.ofFile(origin), value)
                .flatMap(node -> new ValueReader(to.enums(), to.rows(), problems).read(node, declared.type(),
                        declared.range()));
        return read.isPresent() && problems.isEmpty()
                ? new Fact.Known(read.get(), origin)
                : new Fact.Absent("its value of then does not fit: " + problems.inOrder().getFirst().message());
    }
}
