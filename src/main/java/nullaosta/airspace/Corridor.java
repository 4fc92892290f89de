package nullaosta.airspace;

import java.util.ArrayList;
import java.util.List;
import nullaosta.quantity.Distance;

/** All points within half a width of a centreline, whose legs are geodesics. */
public record Corridor(List<Position> centreline, Distance halfWidth) implements Area {

    public Corridor {
        centreline = List.copyOf(centreline);
        if (centreline.size() < 2) {
            throw new IllegalArgumentException(
                    "corridor with `" + centreline.size() + "` points; expected at least 2 on its centreline");
        }
    }

    @Override
    public double metresOutside(Position position) {
        return GeodesicLine.through(centreline).distanceTo(position).metres() - halfWidth.metres();
    }

    @Override
    public String inWords() {
        return "corridor of " + halfWidth.inWords() + " either side, from " + centreline.getFirst().inWords() + " to "
                + centreline.getLast().inWords();
    }

    /** Right side out, left side back; corners are cut straight, so the drawing is a little narrower than the area. */
    @Override
    public List<Position> outline() {
        List<Position> line = GeodesicLine.through(centreline).points();
        List<Position> ring = new ArrayList<>(side(line, 90));
        ring.addAll(side(line, -90).reversed());
        ring.add(ring.getFirst());
        return List.copyOf(ring);
    }

    private List<Position> side(List<Position> line, double turn) {
        List<Position> points = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Position from = line.get(Math.max(0, i - 1));
            Position to = line.get(Math.min(line.size() - 1, i + 1));
            points.add(line.get(i).towards(from.bearingTo(to) + turn, halfWidth));
        }
        return points;
    }
}
