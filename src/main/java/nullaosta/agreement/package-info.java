/** An agreement's text as checked terms: clauses, conditions, vocabulary, each with its place in the file. */
@NullMarked
package nullaosta.agreement;

import org.jspecify.annotations.NullMarked;
