/** What a base's devices checked without a network: records that a device signed, each naming the one before. */
@NullMarked
package nullaosta.gate;

import org.jspecify.annotations.NullMarked;
