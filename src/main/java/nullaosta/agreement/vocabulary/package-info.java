/** The words terms and facts share: facts with type, range and supplier; values of those types; a sheet of facts. */
@NullMarked
package nullaosta.agreement.vocabulary;

import org.jspecify.annotations.NullMarked;
