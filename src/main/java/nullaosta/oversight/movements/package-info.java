/** Lists of movements that others kept, held against the take-offs and landings that were entered in cases. */
@NullMarked
package nullaosta.oversight.movements;

import org.jspecify.annotations.NullMarked;
