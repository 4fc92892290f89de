package nullaosta.agreement.text;

import java.util.List;
import java.util.function.Supplier;

/** What reading a file came to: a sound value, or all problems that stand in its way. */
public sealed interface Reading<T> {

    record Sound<T>(T value) implements Reading<T> {}

    record Faulty<T>(List<Problem> problems) implements Reading<T> {

        public Faulty {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a faulty reading has at least one problem");
            }
        }
    }

    /** Faulty with the problems collected, else sound with the value, which is made only then. */
    static <T> Reading<T> of(Problems problems, Supplier<T> value) {
        return problems.isEmpty() ? new Sound<>(value.get()) : new Faulty<>(problems.inOrder());
    }

    /** The value of a reading known to be sound; a bug otherwise, shown with the problems. */
    default T orThrow() {
        return switch (this) {
            case Sound<T>(T value) -> value;
            case Faulty<T>(List<Problem> problems) -> throw new IllegalStateException(
                    String.join("\n", problems.stream().map(Problem::inFull).toList()));
        };
    }
}
