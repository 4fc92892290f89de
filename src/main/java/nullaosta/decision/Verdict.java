package nullaosta.decision;

/** What an officer says to a prepared case. */
public enum Verdict {
    APPROVE,
    REFUSE
}
