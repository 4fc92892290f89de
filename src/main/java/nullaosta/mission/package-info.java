/** What is asked for, and the statements that make the facts of the case. */
@NullMarked
package nullaosta.mission;

import org.jspecify.annotations.NullMarked;
