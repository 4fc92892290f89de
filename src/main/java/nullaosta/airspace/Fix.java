package nullaosta.airspace;

import java.time.Instant;
import nullaosta.quantity.Altitude;
import nullaosta.quantity.Distance;

/**
 * Where an aircraft was at an instant, as well as it is known.
 *
 * @param accuracy 95 % radius of the position on the ground
 * @param altitudeAccuracyMetres 95 % bound of the height, metres either way
 */
public record Fix(Instant at, Position position, Distance accuracy, Altitude altitude, double altitudeAccuracyMetres) {

    public Fix {
        if (!(altitudeAccuracyMetres >= 0)) {
            throw new IllegalArgumentException(
                    "altitude accuracy `" + altitudeAccuracyMetres + "` m; expected 0 or more");
        }
    }
}
