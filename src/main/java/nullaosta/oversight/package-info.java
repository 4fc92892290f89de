/** Questions answered from the register and from what its reader may see. */
@NullMarked
package nullaosta.oversight;

import org.jspecify.annotations.NullMarked;
