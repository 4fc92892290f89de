/** Facts that follow from a mission, its receipt and the host's own registers; pure, each with where it comes from. */
@NullMarked
package nullaosta.mission.derived;

import org.jspecify.annotations.NullMarked;
