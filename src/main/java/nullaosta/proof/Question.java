package nullaosta.proof;

import java.util.function.Predicate;
import nullaosta.proof.formula.Formula;

/**
 * Something asked of all missions at once.
 *
 * @param id        unique among the questions of an inquiry, such as {@code P-1} or {@code ART-5.2/breached}
 * @param claim     what is claimed, in words
 * @param otherwise what it means where the claim fails, in words
 * @param wanted    whether the claim is that a mission of the formula exists, or that none does
 * @param formula   of which missions it speaks
 * @param shows     whether the evaluator, too, finds that a mission is one of those
 */
public record Question(String id, Topic topic, String claim, String otherwise, Wanted wanted, Formula formula,
        Predicate<Example> shows) {

    /** What a question is about, and whether a failed claim is a fault of the terms or only worth a look. */
    public enum Topic {
        PROPERTY("Declared properties", true),
        PURPOSE("Whether anything is permitted", true),
        CLAUSE("Clauses", false),
        CONFLICT("Conflicts", false),
        WIDENING("What it newly permits", true),
        NARROWING("What it no longer permits, or asks somebody about", false);

        private final String title;
        private final boolean binding;

        Topic(String title, boolean binding) {
            this.title = title;
            this.binding = binding;
        }

        public String title() {
            return title;
        }

        public boolean binding() {
            return binding;
        }
    }

    public enum Wanted {
        SOME,
        NONE
    }
}
