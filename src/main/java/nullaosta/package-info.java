/** Wires the packages, top to bottom: from quantities to the command line. */
@NullMarked
package nullaosta;

import org.jspecify.annotations.NullMarked;
