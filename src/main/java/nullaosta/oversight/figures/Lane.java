package nullaosta.oversight.figures;

import nullaosta.dossier.Row;

/** On which way a flight came to its decision. */
public enum Lane {
    WITHIN("within the agreement"),
    CASE_BY_CASE("case by case"),
    /** Announced in a block that was granted before. */
    BLOCK("in a block"),
    /** The terms let it on no way, or say nothing yet. */
    NONE("none");

    private final String words;

    Lane(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** @param inBlock whether it was cleared in a block */
    public static Lane of(Row row, boolean inBlock) {
        return inBlock ? BLOCK : switch (row.outcome()) {
            case "ELIGIBLE" -> WITHIN;
            case "REFER" -> CASE_BY_CASE;
            default -> NONE;
        };
    }
}
