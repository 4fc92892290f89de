/** Counts for the public register: how many, never which. No count that is told stands for fewer than three flights. */
@NullMarked
package nullaosta.oversight.figures;

import org.jspecify.annotations.NullMarked;
