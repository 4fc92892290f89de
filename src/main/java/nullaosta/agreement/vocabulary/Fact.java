package nullaosta.agreement.vocabulary;

import java.util.Objects;

/** What a sheet says of one fact. */
public sealed interface Fact {

    /** @param origin where the value comes from: "facts file, line 4", "note verbale 12/2016" */
    record Known(Value value, String origin) implements Fact {

        public Known {
            Objects.requireNonNull(value);
            Objects.requireNonNull(origin);
        }
    }

    /** @param why why there is no value: not declared, not yet answered, or a derivation that failed */
    record Absent(String why) implements Fact {

        public Absent {
            Objects.requireNonNull(why);
        }
    }
}
