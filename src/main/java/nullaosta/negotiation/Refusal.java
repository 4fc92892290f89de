package nullaosta.negotiation;

import java.util.List;
import nullaosta.agreement.text.Problem;
import nullaosta.agreement.text.Sentences;

/**
 * Why a motion was not carried out; nothing changed.
 *
 * @param found    what was found, in words
 * @param expected what was expected
 * @param help     what to try
 * @param problems of the text, where it is not valid
 */
public record Refusal(Code code, String found, String expected, String help, List<Problem> problems) {

    /** In the order in which they are looked for; {@code docs/reference/reasons.md} lists them in the same order. */
    public enum Code {
        NOT_FOR_YOUR_ROLE,
        TERMS_NOT_VALID,
        OTHER_HOST,
        UNKNOWN_AGREEMENT,
        REASON_MISSING,
        ALREADY_PUBLISHED,
        NOTHING_ON_THE_TABLE,
        NOT_ON_THE_TABLE,
        NOT_A_PARTY,
        PARTY_LEFT_OUT,
        NO_MANDATE,
        TABLE_TAKEN,
        SAME_TEXT,
        YOUR_OWN_PROPOSAL,
        NOT_YOUR_PROPOSAL,
        NO_PERIOD,
        OVERLAPS,
        OTHER_VOCABULARY,
        HOST_DOES_NOT_FIT,
        OUT_OF_TURN,
        SIGNED_ALREADY,
        SAME_PERSON
    }

    public Refusal {
        problems = List.copyOf(problems);
    }

    public Refusal(Code code, String found, String expected, String help) {
        this(code, found, expected, help, List.of());
    }

    /** The same words whether there is none or it is others': that there is one is told to nobody. */
    static Refusal unknown(String agreement) {
        return new Refusal(Code.UNKNOWN_AGREEMENT, "no negotiation of `" + agreement + "` that concerns you",
                "an agreement that your state negotiates", "look for it in the list, or propose its first version");
    }

    static Refusal notValid(List<Problem> problems) {
        return new Refusal(Code.TERMS_NOT_VALID,
                "a text with " + problems.size() + (problems.size() == 1 ? " problem" : " problems"), "a valid version",
                "mend what is listed and send it again", problems);
    }

    /** In two sentences: what was found against what was expected, and what to try. */
    public String inWords() {
        return Sentences.sentence(found + "; expected " + expected) + " " + Sentences.sentence(help);
    }
}
