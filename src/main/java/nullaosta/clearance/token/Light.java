package nullaosta.clearance.token;

/** What a base sees. In order: the worse one counts. */
public enum Light {
    GREEN,
    AMBER,
    RED;

    public Light worse(Light other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
