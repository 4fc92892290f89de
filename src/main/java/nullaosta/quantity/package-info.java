/** Numbers that wear their unit and datum: altitude, distance, time window. */
@NullMarked
package nullaosta.quantity;

import org.jspecify.annotations.NullMarked;
