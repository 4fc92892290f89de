package nullaosta.notice;

import java.time.Instant;

/**
 * News on its way to one person or program.
 *
 * @param number that the store gave it; the same at every try, so that whoever gets it twice can tell
 * @param carrier who takes it: {@code mail}, or the name of a hook
 * @param to id of the person; of a hook its own name
 * @param about the case's number
 * @param tries that failed before
 */
public record Letter(long number, String carrier, String to, String about, String subject, Instant madeAt, int tries) {}
