/** Terms as formulas over whole numbers and truth values: their encoding, their text as SMT-LIB, and the solver. */
@NullMarked
package nullaosta.proof.formula;

import org.jspecify.annotations.NullMarked;
