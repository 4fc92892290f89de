/** All of a register and of its cases, held against what the server says, for an auditor who believes neither. */
@NullMarked
package nullaosta.audit;

import org.jspecify.annotations.NullMarked;
