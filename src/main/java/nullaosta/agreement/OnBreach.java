package nullaosta.agreement;

/** What a breach of a {@code require} or a {@code prohibit} leads to. */
public enum OnBreach {
    REFUSE,
    REFER,
    RECORD
}
