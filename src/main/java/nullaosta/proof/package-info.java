/** Asks a solver what terms allow, whatever the facts are; each answer with an example or the clauses it rests on. */
@NullMarked
package nullaosta.proof;

import org.jspecify.annotations.NullMarked;
