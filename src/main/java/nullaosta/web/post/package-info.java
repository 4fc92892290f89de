/** Letters on their way out: by mail to people, by hook to programs. */
@NullMarked
package nullaosta.web.post;

import org.jspecify.annotations.NullMarked;
