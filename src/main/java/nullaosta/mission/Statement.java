package nullaosta.mission;

import java.time.LocalDate;
import java.util.Optional;
import nullaosta.agreement.vocabulary.Basis;

/**
 * Somebody said that a fact of the case has a value. Statements may contradict each other; a {@link Ruling} says which counts.
 *
 * @param number counts from 1 within the case
 * @param fact name from the vocabulary: {@code file.personnelOnGround}
 * @param value as written in a facts file: {@code true}, {@code GNA}, {@code 2016-02-20}
 * @param source who says so
 * @param document title of the paper it stands in
 * @param sha256 digest of that paper's file, hexadecimal: it says later whether a file that is shown is the one relied on
 */
public record Statement(int number, String fact, String value, String source, LocalDate dated,
        Optional<String> document, Optional<String> sha256, Grade grade, Basis basis) {}
