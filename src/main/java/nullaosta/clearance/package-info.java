/** The permission that follows from a decision: number, conditions, life. */
@NullMarked
package nullaosta.clearance;

import org.jspecify.annotations.NullMarked;
