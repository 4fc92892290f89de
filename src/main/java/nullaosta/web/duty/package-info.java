/** What the server does while nobody asks: it keeps the watch, and the packs of partners. */
@NullMarked
package nullaosta.web.duty;

import org.jspecify.annotations.NullMarked;
