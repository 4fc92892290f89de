/** Conditions in Kleene's logic: compiled once for their terms, then asked about the facts of one case after another. */
@NullMarked
package nullaosta.assessment.logic;

import org.jspecify.annotations.NullMarked;
