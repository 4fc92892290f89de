package nullaosta.decision;

/** Why an officer's signature is not taken, in the order in which it is looked for; the first that holds is the answer. */
public enum Bar {
    NOT_PREPARED("the case is not prepared", "the desk prepares a decision first"),
    ASSESSED_SINCE(
            "the case was assessed again since it was prepared",
            "the desk prepares it anew on the latest assessment"),
    ABSENT(
            "the person is entered as absent: a deputy decides in their place",
            "end the absence, or let the deputy sign"),
    NO_MANDATE(
            "the person holds no live mandate of an authority that this case waits for",
            "ask an officer of the authority named in the case"),
    TOOK_PART(
            "the person filed or prepared this case",
            "another officer must sign: nobody decides their own case"),
    SIGNED_ALREADY(
            "the person has signed this case",
            "a second signature must be another officer's: nobody counts twice"),
    MANDATE_USED(
            "a signature was given under this mandate already, by its officer or a deputy",
            "a second signature must be under another officer's mandate"),
    ENTERED_ANOTHERS(
            "the person has entered another's oral decision on this case",
            "another officer must sign: one hand gives no two signatures"),
    DUTY_TOOK_PART(
            "the duty officer filed or prepared this case",
            "another duty officer must hear and enter the decision"),
    DUTY_SIGNED(
            "the duty officer has signed this case, or entered another oral decision on it",
            "another duty officer must hear and enter this one"),
    NO_REASONS(
            "no reasons were given",
            "write the reasons: they are part of the decision"),
    CANNOT_EVALUATE(
            "the assessment could not be completed, so nothing can be decided on it",
            "have the terms or the file mended, then assess again"),
    STANDS_IN_THE_WAY(
            "a clause stands in the way, so this flight cannot be approved",
            "refuse it, or let the requester amend it"),
    NOT_COVERED(
            "no agreement covers this flight, so it cannot be approved under one",
            "refuse it, or let the requester amend it"),
    FACTS_MISSING(
            "facts are missing, so this flight cannot be approved",
            "wait for the facts, or refuse it as not clarified in time"),
    KEY_MISSING(
            "the officer's own signature is missing",
            "sign with the key that you were appointed with: this host asks for it"),
    KEY_NOT_APPOINTED(
            "the key is not one that the person was appointed with, for this authority and time",
            "sign with the key of your appointment, or have this one appointed"),
    SIGNATURE_FALSE(
            "the signature is not that key's under this text",
            "sign the text anew, as it was given"),
    SIGNED_OTHERWISE(
            "what was signed is not what would be decided now",
            "read the case again and sign the text that stands now");

    private final String words;
    private final String help;

    Bar(String words, String help) {
        this.words = words;
        this.help = help;
    }

    public String words() {
        return words;
    }

    public String help() {
        return help;
    }
}
