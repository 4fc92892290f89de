package nullaosta.mission;

/** What harm to civilians is expected, who says so, and how they came to it. */
public record HarmEstimate(String author, String method, String expected) {}
