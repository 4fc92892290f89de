/** The signed form of a clearance, as a base reads and checks it without a network. */
@NullMarked
package nullaosta.clearance.token;

import org.jspecify.annotations.NullMarked;
