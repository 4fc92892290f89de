package nullaosta.dossier.entry;

import java.time.Instant;

/**
 * An entry with who made it and when.
 *
 * @param number counts from 1 within the case, without gaps
 * @param by id of the person
 */
public record Written(int number, Instant at, String by, Entry entry) {}
