package nullaosta.decision;

import java.time.Instant;

/**
 * What one officer said, with the mandate they said it under.
 *
 * @param officer id of the person
 * @param name rank and name as printed
 * @param authority the office whose power they used
 * @param act what gave them that power
 */
public record Signature(String officer, String name, String authority, String act, Verdict verdict, String reasons,
        Instant at) {}
