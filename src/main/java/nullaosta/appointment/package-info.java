/**
 * Which key is an officer's, for which office and how long: signed by the appointing authority, so that whoever runs the
 * server can invent neither an officer nor a decision.
 */
@NullMarked
package nullaosta.appointment;

import org.jspecify.annotations.NullMarked;
