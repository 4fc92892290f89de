/** Questions answered from the register and from what its reader may see; other terms tried on past cases; samples for auditors, and what the public asks to see. */
@NullMarked
package nullaosta.oversight;

import org.jspecify.annotations.NullMarked;
