package nullaosta.planted.dossier;

/** Stands lower in the order than what imports it. */
public record Below(int number) {}
