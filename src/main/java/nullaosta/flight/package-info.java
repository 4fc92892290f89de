/** The check at take-off, and the flight against its clearance; pure. */
@NullMarked
package nullaosta.flight;

import org.jspecify.annotations.NullMarked;
