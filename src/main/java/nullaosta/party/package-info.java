/** Who: states, governments and who recognises them, officers, mandates. */
@NullMarked
package nullaosta.party;

import org.jspecify.annotations.NullMarked;
