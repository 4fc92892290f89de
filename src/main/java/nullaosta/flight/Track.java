package nullaosta.flight;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.airspace.Fix;

/**
 * What is known of one flight after some events; the state that {@link Conformance} steps.
 *
 * @param last latest plausible fix, by its own time
 * @param jumped a fix too far from {@code last} to be believed alone, and how many agree with it
 * @param lastHeard when a report that was new last reached the host
 * @param nonconformingSince when the flight last stopped conforming
 */
public record Track(FlightState state, Optional<Fix> last, Optional<Jump> jumped, Optional<Instant> lastHeard,
        Optional<Instant> nonconformingSince, Map<Deviation.Kind, Episode> episodes) {

    /** Reports far from the track that agree with each other: three of them are believed. */
    record Jump(Fix fix, int agreeing) {}

    public Track {
        episodes = Map.copyOf(episodes);
    }

    /** A cleared flight of which nothing was heard yet. */
    public static Track authorised() {
        Map<Deviation.Kind, Episode> clear = new EnumMap<>(Deviation.Kind.class);
        for (Deviation.Kind kind : Deviation.Kind.values()) {
            clear.put(kind, Episode.clear(kind));
        }
        return new Track(FlightState.AUTHORISED, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), clear);
    }

    /** A flight of which nothing was heard yet but that these deviations were seen; those still open go on. */
    public static Track of(List<Deviation> seen) {
        Track track = authorised();
        for (Deviation deviation : seen) {
            if (deviation.closedAt().isEmpty()) {
                track = track.with(Episode.confirmed(deviation.kind(), deviation.since()));
            }
        }
        return track;
    }

    Episode episode(Deviation.Kind kind) {
        return episodes.getOrDefault(kind, Episode.clear(kind));
    }

    /** Whether anything is suspected or confirmed. */
    public boolean deviates() {
        return episodes.values().stream().anyMatch(e -> e.grade() != Episode.Grade.CLEAR);
    }

    Track with(Episode episode) {
        Map<Deviation.Kind, Episode> changed = new EnumMap<>(Deviation.Kind.class);
        changed.putAll(episodes);
        changed.put(episode.kind(), episode);
        return new Track(state, last, jumped, lastHeard, nonconformingSince, changed);
    }

    Track in(FlightState next, Optional<Instant> nonconforming) {
        return new Track(next, last, jumped, lastHeard, nonconforming, episodes);
    }

    Track heard(Instant receivedAt) {
        return new Track(state, last, jumped, Optional.of(receivedAt), nonconformingSince, episodes);
    }

    Track at(Fix fix) {
        return new Track(state, Optional.of(fix), Optional.empty(), lastHeard, nonconformingSince, episodes);
    }

    Track jumpedTo(Jump jump) {
        return new Track(state, last, Optional.of(jump), lastHeard, nonconformingSince, episodes);
    }
}
