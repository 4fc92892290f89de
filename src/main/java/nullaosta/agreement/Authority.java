package nullaosta.agreement;

import java.util.List;

/**
 * Who of the host decides what the terms leave open.
 *
 * @param id         what mandates name
 * @param consult    the offices to be asked before, by the names that {@code Office} has in conditions
 * @param parliament what the decision owes to Parliament
 */
public record Authority(String id, String title, List<String> consult, Parliament parliament) {

    /** What Parliament has to do with a decision. */
    public enum Parliament {
        NONE,
        INFORMED,
        CONSENTS
    }

    public Authority {
        consult = List.copyOf(consult);
    }

    /** One that asks nobody before it decides. */
    public Authority(String id, String title) {
        this(id, title, List.of(), Parliament.NONE);
    }

    /** Its title with what comes before and beside its decision. */
    public String inWords() {
        return title + (consult.isEmpty() ? "" : ", after asking " + String.join(", ", consult))
                + switch (parliament) {
                    case NONE -> "";
                    case INFORMED -> ", with Parliament informed";
                    case CONSENTS -> ", with the consent of Parliament";
                };
    }
}
