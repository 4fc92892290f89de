/** A filed flight plan as it is sent: the FPL message of ICAO Doc 4444, appendices 2 and 3. */
@NullMarked
package nullaosta.mission.flightplan;

import org.jspecify.annotations.NullMarked;
