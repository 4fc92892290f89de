/**
 * What an entry says, committed to field by field, so that any part of it can be shown and proved while the rest stays
 * closed; and the package that a reader verifies without the server.
 */
@NullMarked
package nullaosta.disclosure;

import org.jspecify.annotations.NullMarked;
