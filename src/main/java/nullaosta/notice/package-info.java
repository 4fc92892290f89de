/** Who is told that a case waits for them, or how theirs ended. */
@NullMarked
package nullaosta.notice;

import org.jspecify.annotations.NullMarked;
