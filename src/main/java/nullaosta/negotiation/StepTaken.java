package nullaosta.negotiation;

import java.time.Instant;

/**
 * A step with who took it and when.
 *
 * @param number counts from 1 within the negotiation, without gaps
 * @param by     id of the person
 */
public record StepTaken(int number, Instant at, String by, Step step) {}
