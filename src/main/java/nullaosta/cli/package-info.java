/** The same commands on the command line; the exit code carries the outcome. */
@NullMarked
package nullaosta.cli;

import org.jspecify.annotations.NullMarked;
