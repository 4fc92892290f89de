package nullaosta.agreement;

/** What a breach of a {@code require} leads to. */
public enum OnBreach {
    REFUSE,
    REFER,
    RECORD
}
