/** Questions answered from the register and from what its reader may see; other terms tried on past cases. */
@NullMarked
package nullaosta.oversight;

import org.jspecify.annotations.NullMarked;
