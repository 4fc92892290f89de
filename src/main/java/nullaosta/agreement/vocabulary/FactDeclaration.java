package nullaosta.agreement.vocabulary;

/**
 * A fact the vocabulary knows.
 *
 * @param from   who supplies it
 * @param basis  how far it is verified where nothing more is said
 * @param ask    the question that is put when it is missing
 * @param derive how it is derived, empty where it is simply stated
 */
public record FactDeclaration(String name, ValueType type, Range range, FactSource from, Basis basis, String ask,
        String derive) {}
