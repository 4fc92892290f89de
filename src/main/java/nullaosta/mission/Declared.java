package nullaosta.mission;

import java.util.Optional;

/** An answer that may not have been given: silence is neither yes nor no. */
public enum Declared {
    YES,
    NO,
    UNDECLARED;

    public Optional<Boolean> asFact() {
        return this == UNDECLARED ? Optional.empty() : Optional.of(this == YES);
    }

    public String inWords() {
        return switch (this) {
            case YES -> "yes";
            case NO -> "no";
            case UNDECLARED -> "not declared";
        };
    }
}
