package nullaosta.mission.derived;

import java.util.Optional;

/**
 * A derived fact, or why it cannot be derived.
 *
 * @param fact   its name in the vocabulary
 * @param value  as a fact sheet takes it: boolean, whole number, text, date, instant, duration, list or map
 * @param origin from what it was derived; empty where there is no value
 * @param why    there is no value; empty where there is one
 */
public record Derived(String fact, Optional<Object> value, String origin, String why) {

    static Derived known(String fact, Object value, String origin) {
        return new Derived(fact, Optional.of(value), origin, "");
    }

    static Derived absent(String fact, String why) {
        return new Derived(fact, Optional.empty(), "", why);
    }
}
