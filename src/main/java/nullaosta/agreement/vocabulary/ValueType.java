package nullaosta.agreement.vocabulary;

/** The type of a fact, a parameter or a field; {@code toString} is how the language writes it. */
public sealed interface ValueType {

    /** The types without a name of their own; order exists on all but bool. */
    enum Plain implements ValueType {
        BOOL("bool"),
        INT("int"),
        DATE("date"),
        INSTANT("instant"),
        DURATION("duration");

        private final String word;

        Plain(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** One of a declared enum's names. */
    record Named(String name) implements ValueType {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Some of a declared enum's names, in no order. */
    record SetOf(Named element) implements ValueType {

        @Override
        public String toString() {
            return "set(" + element + ")";
        }
    }

    /** Rows with the fields of a declared row. */
    record ListOf(String row) implements ValueType {

        @Override
        public String toString() {
            return "list(" + row + ")";
        }
    }

    /** Whether {@code <} and its kin compare two values of this type. */
    default boolean ordered() {
        return this instanceof Plain plain && plain != Plain.BOOL;
    }
}
