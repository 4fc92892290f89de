/** Keeps a copy of another's register and notices when its history changes; nothing but the JDK. */
@NullMarked
package nullaosta.register.mirror;

import org.jspecify.annotations.NullMarked;
