/** How an agreement's terms come about: proposals and signatures, and what was published by the last of them. */
@NullMarked
package nullaosta.negotiation;

import org.jspecify.annotations.NullMarked;
