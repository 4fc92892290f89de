/** A part of the cases, drawn so that nobody chose them, and each held against the terms again as it was decided. */
@NullMarked
package nullaosta.oversight.sample;

import org.jspecify.annotations.NullMarked;
