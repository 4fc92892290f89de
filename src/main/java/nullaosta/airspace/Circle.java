package nullaosta.airspace;

import java.util.List;
import java.util.stream.IntStream;
import nullaosta.quantity.Distance;

/** All points within a radius of a centre. */
public record Circle(Position centre, Distance radius) implements Area {

    private static final int DRAWN_CORNERS = 72;

    @Override
    public double metresOutside(Position position) {
        return centre.distanceTo(position).metres() - radius.metres();
    }

    @Override
    public String inWords() {
        return "circle of " + radius.inWords() + " around " + centre.inWords();
    }

    @Override
    public List<Position> outline() {
        return IntStream.rangeClosed(0, DRAWN_CORNERS)
                .mapToObj(corner -> centre.towards(corner * 360.0 / DRAWN_CORNERS, radius)).toList();
    }
}
