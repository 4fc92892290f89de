package nullaosta.party;

/**
 * A rule of an office of the host by which its silence is no objection.
 *
 * @param text the rule with its source, such as {@code Regulation 12/2015, article 4}
 * @param days how long the office has from the day on which it is asked; whoever asks for an answer sooner gets none by silence
 */
public record SilenceRule(String text, long days) {

    public SilenceRule {
        if (days < 1 || days > 365) {
            throw new IllegalArgumentException("`" + days + "` as `days` of a rule of silence; expected 1 to 365");
        }
    }
}
