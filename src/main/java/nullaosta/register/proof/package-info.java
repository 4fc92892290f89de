/** Verifies a register from what it published; nothing but the JDK. */
@NullMarked
package nullaosta.register.proof;

import org.jspecify.annotations.NullMarked;
