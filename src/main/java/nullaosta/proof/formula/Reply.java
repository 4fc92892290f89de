package nullaosta.proof.formula;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** What the solver says of a formula. */
public sealed interface Reply {

    /** It can be true, for instance with these values. */
    record Satisfiable(Map<String, Boolean> letters, Map<String, BigInteger> wholes) implements Reply {

        public Satisfiable {
            letters = Map.copyOf(letters);
            wholes = Map.copyOf(wholes);
        }
    }

    /** It cannot, already by what these clauses say; none of them can be left out. */
    record Unsatisfiable(List<String> clauses) implements Reply {

        public Unsatisfiable {
            clauses = List.copyOf(clauses);
        }
    }

    record Unknown(String why) implements Reply {}
}
