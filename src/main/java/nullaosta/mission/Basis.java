package nullaosta.mission;

/** On what the truth of a statement rests. */
public enum Basis {
    MEASURED, INSPECTED, DOCUMENTED, ASSURED, UNVERIFIED
}
