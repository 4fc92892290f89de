/** What happened in a case: the entries, their stored form, and the envelope that the register shows of each. */
@NullMarked
package nullaosta.dossier.entry;

import org.jspecify.annotations.NullMarked;
