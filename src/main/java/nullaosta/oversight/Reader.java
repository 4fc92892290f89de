package nullaosta.oversight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whom a case is disclosed to, and what stays closed to them. */
public enum Reader {
    /** Parliament's, or another who may see all but the places of people on the ground. */
    AUDITOR,
    /** The state that asked: what it filed, what was decided, what it flew; not what the host said to itself. */
    STATE,
    /** Anybody. */
    PUBLIC;

    /** Why a field is closed, as the host's law has it; Italy's, legislative decree 33/2013, article 5-bis. */
    public enum Ground {
        DEFENCE("defence and military questions (D.Lgs. 33/2013, art. 5-bis, 1 c)"),
        INTERNATIONAL_RELATIONS("international relations (D.Lgs. 33/2013, art. 5-bis, 1 d)"),
        PERSONAL_DATA("protection of personal data (D.Lgs. 33/2013, art. 5-bis, 2 a)");

        private final String words;

        Ground(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What an entry says that anybody may read, by its kind and field. */
    private static final Set<String> PUBLISHED = Set.of("Assessed/entry/outcome", "Assessed/entry/agreement",
            "CaseErased/entry/ground", "PartyForgotten/entry/ground", "PartyForgotten/entry/entry",
            "Decided/entry/verdict", "Decided/entry/clauses", "BlockGranted/entry/flights");

    /** As a request writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Reader> of(String word) {
        return Arrays.stream(values()).filter(reader -> reader.word().equals(word)).findFirst();
    }

    /**
     * Why this reader does not see a field; empty where they do.
     *
     * @param kind of the entry
     * @param deliberates whether it belongs to the host's own deliberation
     * @param pointer of the field
     */
    public Optional<Ground> closes(String kind, boolean deliberates, String pointer) {
        return switch (this) {
            case AUDITOR -> kind.equals("ProtectedPartyEntered") && pointer.startsWith("/entry/party")
                    ? Optional.of(Ground.DEFENCE)
                    : Optional.empty();
            case STATE -> deliberates || kind.equals("PartyForgotten") && pointer.equals("/entry/reason")
                    ? Optional.of(Ground.INTERNATIONAL_RELATIONS)
                    : Optional.empty();
            case PUBLIC -> publicly(kind, deliberates, pointer);
        };
    }

    private static Optional<Ground> publicly(String kind, boolean deliberates, String pointer) {
        if (pointer.equals("/by")) {
            return Optional.of(Ground.PERSONAL_DATA);
        }
        boolean open = !deliberates && (pointer.equals("/number") || pointer.equals("/entry/kind")
                || PUBLISHED.contains(kind + pointer));
        return open ? Optional.empty() : Optional.of(Ground.DEFENCE);
    }
}
