/** What every page shares: who looks at it, the words and times of the field, and the templates. */
@NullMarked
package nullaosta.web.page;

import org.jspecify.annotations.NullMarked;
