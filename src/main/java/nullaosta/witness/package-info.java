/**
 * Those who watch that a register has one history: what they are asked, how they answer, and who must have answered
 * before a checkpoint counts (C2SP tlog-witness, tlog-cosignature).
 */
@NullMarked
package nullaosta.witness;

import org.jspecify.annotations.NullMarked;
