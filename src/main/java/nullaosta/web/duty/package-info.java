/** What the server does while nobody asks: it keeps the watch. */
@NullMarked
package nullaosta.web.duty;

import org.jspecify.annotations.NullMarked;
