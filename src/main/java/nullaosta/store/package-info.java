/** PostgreSQL behind the interfaces that the stages declare. */
@NullMarked
package nullaosta.store;

import org.jspecify.annotations.NullMarked;
