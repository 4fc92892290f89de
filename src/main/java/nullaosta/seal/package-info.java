/** Canonical bytes, digests and signatures; nothing but the JDK. */
@NullMarked
package nullaosta.seal;

import org.jspecify.annotations.NullMarked;
