/** Anybody asks to see an entry of the register, and the host answers within its time. */
@NullMarked
package nullaosta.oversight.request;

import org.jspecify.annotations.NullMarked;
