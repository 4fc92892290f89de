/** Zones of the host's airspace: where they are, when they hold, and how long before a flight their authority must be asked. */
@NullMarked
package nullaosta.zone;

import org.jspecify.annotations.NullMarked;
