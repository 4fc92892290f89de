/** What happened in a case: the entries and their stored form. */
@NullMarked
package nullaosta.dossier.entry;

import org.jspecify.annotations.NullMarked;
