package nullaosta.web.form;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nullaosta.negotiation.Motion;

/**
 * The motions on an agreement as they are asked for from outside, beside a proposal: the last part of the address, what it
 * does, its fields. The OpenAPI description and {@code docs/reference/commands.md} have the same list; a test holds them
 * together.
 */
public enum Moved {
    REJECTION(Motion.Reject.class, "Reject the proposal on the table.", Field.text("hash", "Hash"),
            Field.text("reason", "Reason")),
    WITHDRAWAL(Motion.Withdraw.class, "Withdraw one's own proposal.", Field.text("hash", "Hash"),
            Field.text("reason", "Reason")),
    DRAFT_SIGNATURE(Motion.SignDraft.class, "Sign the text on the table as the host's drafter.",
            Field.text("hash", "Hash")),
    LEGAL_SIGNATURE(Motion.SignLegal.class, "Sign it as the host's lawyer.", Field.text("hash", "Hash")),
    PARTY_SIGNATURE(Motion.SignForParty.class, "Sign it for a party; the last signature publishes it.",
            Field.text("hash", "Hash"));

    private final Class<? extends Motion> motion;
    private final String does;
    private final List<Field> fields;

    Moved(Class<? extends Motion> motion, String does, Field... fields) {
        this.motion = motion;
        this.does = does;
        this.fields = List.of(fields);
    }

    /** As in the address: {@code /agreements/it-us-sigonella/party-signature}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Class<? extends Motion> motion() {
        return motion;
    }

    public String does() {
        return does;
    }

    public List<Field> fields() {
        return fields;
    }

    /** Its form on a page, with nothing typed. */
    public PageForm form() {
        return PageForm.blank(path(), fields);
    }

    /** What a page's form says, as the JSON that a program would send. */
    public Map<String, Object> json(Map<String, String> form) {
        Map<String, Object> json = new LinkedHashMap<>();
        fields.stream().filter(field -> !form.getOrDefault(field.name(), "").isBlank())
                .forEach(field -> json.put(field.name(), form.getOrDefault(field.name(), "").strip()));
        return json;
    }

    Motion of(String hash, String reason) {
        return switch (this) {
            case REJECTION -> new Motion.Reject(hash, reason);
            case WITHDRAWAL -> new Motion.Withdraw(hash, reason);
            case DRAFT_SIGNATURE -> new Motion.SignDraft(hash);
            case LEGAL_SIGNATURE -> new Motion.SignLegal(hash);
            case PARTY_SIGNATURE -> new Motion.SignForParty(hash);
        };
    }

    public static Optional<Moved> find(String path) {
        return Arrays.stream(values()).filter(moved -> moved.path().equals(path)).findFirst();
    }

    public static List<String> paths() {
        return Arrays.stream(values()).map(Moved::path).toList();
    }
}
