package nullaosta.decision;

import java.time.Instant;

/**
 * How a decision came that an officer gave by word of mouth.
 *
 * @param enteredBy id of the duty officer
 * @param act of the standing delegation that they entered it under
 * @param givenAt when the officer said it
 * @param means by which it was said, such as {@code telephone, number known}
 * @param heardBy who heard it, in words
 * @param lapsesAt until when the officer must have confirmed it
 */
public record Oral(String enteredBy, String act, Instant givenAt, String means, String heardBy, Instant lapsesAt) {}
