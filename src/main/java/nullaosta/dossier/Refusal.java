package nullaosta.dossier;

import nullaosta.agreement.text.Sentences;
import nullaosta.decision.Bar;

/**
 * Why a command was not carried out; nothing changed.
 *
 * @param found what was found, in words
 * @param expected what was expected
 * @param help what to try
 * @param where the field of the command that it is about; empty where it is about none alone
 */
public record Refusal(Code code, String found, String expected, String help, String where) {

    public Refusal(Code code, String found, String expected, String help) {
        this(code, found, expected, help, "");
    }

    /** In the order in which they are looked for; {@code docs/reference/reasons.md} lists them in the same order. */
    public enum Code {
        NOT_FOR_YOUR_ROLE,
        UNKNOWN_CASE,
        ERASED,
        NOT_YOUR_CASE,
        NOT_NAMED,
        WRONG_PHASE,
        BAD_INPUT,
        ORIGINAL_MISSING,
        REASON_MISSING,
        UNKNOWN_FACT,
        NOT_YOUR_FACT,
        UNKNOWN_STATEMENT,
        UNKNOWN_VERSION,
        UNKNOWN_OFFICE,
        UNKNOWN_CONSULTATION,
        UNKNOWN_PROTECTED_PARTY,
        NOT_CONSULTED,
        NOT_DELEGATED,
        NOT_DEPUTY,
        ABSENT_ALREADY,
        BARRED,
        ASSESSES_OTHERWISE_NOW,
        NOT_GIVEN_ORALLY,
        NO_CLEARANCE,
        NOT_CHECKED,
        NOT_IN_THE_AIR,
        ALREADY_IN_THE_AIR,
        NOT_HELD,
        UNDER_HOLD,
        RETAINED,
        NOT_PROPOSED,
        CLOCK_WENT_BACK
    }

    static Refusal barred(Bar bar) {
        return new Refusal(Code.BARRED, bar.words(), "an officer who may sign, and a case that can be decided so",
                bar.help());
    }

    static Refusal phase(String found, String expected) {
        return new Refusal(Code.WRONG_PHASE, found, expected, "look at the case's next step");
    }

    static Refusal noReason() {
        return new Refusal(Code.REASON_MISSING, "no reason", "a reason in words",
                "say why: it becomes part of the case", "reason");
    }

    /** The same, told at a field. */
    Refusal at(String field) {
        return new Refusal(code, found, expected, help, field);
    }

    /** In two sentences: what was found against what was expected, and what to try, if there is anything to. */
    public String inWords() {
        return (Sentences.sentence(found + "; expected " + expected) + " " + Sentences.sentence(help)).strip();
    }
}
