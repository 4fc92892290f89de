/** Which officer decided what, with which mandate, on which assessment, for which reasons. */
@NullMarked
package nullaosta.decision;

import org.jspecify.annotations.NullMarked;
