/** Pages for people, by role: each parses a form, gives one command, and shows what came of it. */
@NullMarked
package nullaosta.web.console;

import org.jspecify.annotations.NullMarked;
