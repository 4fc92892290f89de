/** Other hosts whose clearances are verified here: whom of them to believe, and their newest packs. */
@NullMarked
package nullaosta.clearance.partner;

import org.jspecify.annotations.NullMarked;
