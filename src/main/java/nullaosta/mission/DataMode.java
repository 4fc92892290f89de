package nullaosta.mission;

/** Whether a case is real; carried to its number, its token and every count. The two never mix. */
public enum DataMode {
    REAL,
    EXERCISE
}
