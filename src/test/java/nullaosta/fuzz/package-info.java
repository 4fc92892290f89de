/** Bytes that nobody meant: every reader of what comes from outside either reads them or says what is wrong. */
@NullMarked
package nullaosta.fuzz;

import org.jspecify.annotations.NullMarked;
