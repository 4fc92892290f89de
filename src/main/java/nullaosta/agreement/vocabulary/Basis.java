package nullaosta.agreement.vocabulary;

/** How far a fact or compliance with a clause is verified; most real conditions are only assured. */
public enum Basis {
    MEASURED,
    INSPECTED,
    DOCUMENTED,
    ASSURED,
    UNVERIFIED
}
