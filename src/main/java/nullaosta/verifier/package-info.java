/** Verifies what was signed or registered, for strangers: a program of its own, and what the command line says of it. */
@NullMarked
package nullaosta.verifier;

import org.jspecify.annotations.NullMarked;
