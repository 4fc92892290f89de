package nullaosta.agreement.vocabulary;

import java.util.List;
import java.util.Optional;

/** A row of the vocabulary: the fields that each element of a list has. */
public record RowDeclaration(String name, List<Field> fields) {

    public RowDeclaration {
        fields = List.copyOf(fields);
    }

    /** @param whenAbsent the value a field has where it is left out; without one it must be given */
    public record Field(String name, ValueType type, Optional<Value> whenAbsent, String note) {}

    public Optional<Field> field(String wanted) {
        return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
    }

    public List<String> fieldNames() {
        return fields.stream().map(Field::name).toList();
    }
}
