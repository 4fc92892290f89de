/** Scenes that play the story through the real commands, as exercise data. */
@NullMarked
package nullaosta.exercise;

import org.jspecify.annotations.NullMarked;
