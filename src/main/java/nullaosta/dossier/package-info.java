/** The life of one case: commands in, register entries out, state by replay. */
@NullMarked
package nullaosta.dossier;

import org.jspecify.annotations.NullMarked;
