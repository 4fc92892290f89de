package nullaosta.mission;

/** An officer of the desk says which of the statements on a fact counts, and why. */
public record Ruling(String fact, int statement, String reason) {}
