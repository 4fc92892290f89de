package nullaosta.party;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code numbers} of {@code host.json}. */
final class NumberingReader {

    private static final String PLACE = "numbers";

    private NumberingReader() {
    }

    static Numbering read(Map<?, ?> host) {
        if (!host.containsKey(PLACE)) {
            return Numbering.PLAIN;
        }
        Map<?, ?> json = HostFile.known(object(host, PLACE), Set.of("form", "item18", "annual"));
        return new Numbering(HostFile.optional(json, "form").orElse(Numbering.PLAIN.form()),
                HostFile.optional(json, "item18").orElse(Numbering.PLAIN.item18()),
                json.containsKey("annual") ? Optional.of(annual(host, object(json, "annual"))) : Optional.empty());
    }

    private static Numbering.Annual annual(Map<?, ?> host, Map<?, ?> json) {
        HostFile.known(json, Set.of("users", "routine", "vip"));
        if (!Numbering.Annual.SIGNATORIES.contains(HostFile.text(host, "state"))) {
            throw new IllegalArgumentException("found `annual` in `numbers` of `" + HostFile.text(host, "state")
                    + "`, which did not sign the arrangement; expected none");
        }
        List<String> users = HostFile.words(json, "users", "[A-Z]{2}", "an ISO 3166 code of two capital letters");
        return new Numbering.Annual(users.stream().map(StateCode::new).collect(Collectors.toSet()),
                purposes(json, "routine"), purposes(json, "vip"));
    }

    private static Set<String> purposes(Map<?, ?> json, String field) {
        return Set.copyOf(HostFile.words(json, field, "[A-Z][A-Z_]*", "a word for a purpose"));
    }

    private static Map<?, ?> object(Map<?, ?> json, String field) {
        if (json.get(field) instanceof Map<?, ?> object) {
            return object;
        }
        throw new IllegalArgumentException("found `" + json.get(field) + "` as `" + field + "`; expected an object");
    }
}
