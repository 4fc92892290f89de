/** Append-only log of opaque entries, in the C2SP tlog-tiles format. */
@NullMarked
package nullaosta.register;

import org.jspecify.annotations.NullMarked;
