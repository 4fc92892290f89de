package nullaosta.mission;

import java.util.Optional;

/**
 * An officer of the desk says which of the statements on a fact counts, and why.
 *
 * @param fileSaid what followed from the file itself when it was ruled, against which the statement counts; empty where nothing
 *     did
 */
public record Ruling(String fact, int statement, String reason, Optional<String> fileSaid) {}
