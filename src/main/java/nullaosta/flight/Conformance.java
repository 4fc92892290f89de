package nullaosta.flight;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nullaosta.airspace.Fix;
import nullaosta.airspace.Volume;
import nullaosta.quantity.Altitude;
import nullaosta.quantity.Judgement;

/**
 * Judges a flight against its clearance, event by event: {@code (track, event) → (track, deviations)}; no clock, no
 * input or output, so that the same events give the same answer wherever and whenever they are judged.
 *
 * <p>A report is judged at its own time. One volume must hold area, height and time together. What cannot be told
 * (accuracy, datum) neither opens nor closes a deviation. A late report may add evidence, but never closes
 * anything and never counts as having heard from the flight; the last report repeated changes nothing. A fix that cannot be reached from the last is not judged
 * until three agree; one whose time is still to come is not judged at all. Silence is judged on ticks of the host's clock alone, and what
 * other states withdrew by their packs alone. After {@link #RECOVERABLE} outside, a flight
 * is contingent for good (ASTM F3548-21, MaxRecoverableTimeInNonconformingState).
 */
public final class Conformance {

    /** ASTM F3548-21: after so long, nonconforming becomes contingent. */
    public static final Duration RECOVERABLE = Duration.ofSeconds(60);
    /** Without a new report for so long after take-off, a flight is silent. */
    public static final Duration SILENCE = Duration.ofSeconds(30);
    /** How far a sender's clock may run ahead of the host's; beyond it a report tells of what has not happened. */
    public static final Duration CLOCKS_APART = Duration.ofSeconds(10);

    private Conformance() {
    }

    /** Whether a report speaks of a time still to come: believed, it would make every true report after it a late one. */
    public static boolean ahead(Fix fix, Instant receivedAt) {
        return fix.at().isAfter(receivedAt.plus(CLOCKS_APART));
    }

    /** @param deviations those confirmed or closed by this event */
    public record Step(Track track, List<Deviation> deviations) {
        public Step {
            deviations = List.copyOf(deviations);
        }
    }

    public static Step step(Cleared cleared, Track track, FlightEvent event) {
        if (track.state() == FlightState.ENDED) {
            return new Step(track, List.of());
        }
        Change change = new Change(cleared, track);
        switch (event) {
            case FlightEvent.Report report -> change.report(report);
            case FlightEvent.Tick tick -> change.tick(tick.receivedAt());
            case FlightEvent.Abroad abroad -> change.abroad(abroad);
            case FlightEvent.TakenOff off -> change.takenOff(off);
            case FlightEvent.Landed landed -> change.landed(landed.at());
        }
        return new Step(change.track, change.deviations);
    }

    /** One event's work on one track; lives for one step. */
    private static final class Change {
        private final Cleared cleared;
        private Track track;
        private final List<Deviation> deviations = new ArrayList<>();

        Change(Cleared cleared, Track track) {
            this.cleared = cleared;
            this.track = track;
        }

        void report(FlightEvent.Report report) {
            Fix fix = report.fix();
            if (ahead(fix, report.receivedAt())) {
                return;
            }
            if (track.last().equals(Optional.of(fix)) || track.jumped().filter(j -> j.fix().equals(fix)).isPresent()) {
                return;
            }
            boolean newer = track.last().map(last -> last.at().isBefore(fix.at())).orElse(true);
            if (newer) {
                Track judged = Plausibility.judge(track, fix);
                if (!judged.last().equals(Optional.of(fix))) {
                    track = judged;
                    return;
                }
                boolean moved = track.last().map(last -> !last.position().equals(fix.position())).orElse(true);
                track = moved ? judged.heard(report.receivedAt()) : judged;
                if (moved) {
                    inside(Deviation.Kind.SILENT, fix.at());
                }
            }
            judge(fix, newer);
            follow(fix.at());
        }

        private void judge(Fix fix, boolean mayClose) {
            Judgement window = cleared.window().holds(fix.at()) ? Judgement.INSIDE : Judgement.OUTSIDE;
            apply(Deviation.Kind.LEFT_WINDOW, window, fix.at(), mayClose, windowWords(fix.at()));
            Judgement volume = cleared.volumes().isEmpty()
                    ? Judgement.UNDETERMINED
                    : Judgement.any(cleared.volumes().stream().map(v -> v.holds(fix)).toList());
            apply(Deviation.Kind.LEFT_VOLUME, window == Judgement.OUTSIDE ? Judgement.UNDETERMINED : volume, fix.at(),
                    mayClose, volumeWords(fix));
            boolean withdrawn = cleared.withdrawnFrom().map(from -> !fix.at().isBefore(from)).orElse(false);
            apply(Deviation.Kind.FLEW_AFTER_REVOCATION, withdrawn ? Judgement.OUTSIDE : Judgement.INSIDE, fix.at(),
                    mayClose, "in the air after the clearance was withdrawn");
        }

        private void apply(Deviation.Kind kind, Judgement judgement, Instant at, boolean mayClose, String words) {
            if (judgement == Judgement.OUTSIDE) {
                outside(kind, at, words);
            } else if (judgement == Judgement.INSIDE && mayClose) {
                inside(kind, at);
            }
        }

        private void outside(Deviation.Kind kind, Instant at, String words) {
            Episode before = track.episode(kind);
            boolean atOnce = kind == Deviation.Kind.FLEW_AFTER_REVOCATION
                    || kind == Deviation.Kind.FLEW_AFTER_REVOCATION_ABROAD
                    || kind == Deviation.Kind.TOOK_OFF_UNCLEARED || kind == Deviation.Kind.SILENT;
            Episode after = before.seenOutside(at, atOnce);
            track = track.with(after);
            if (!before.open() && after.open()) {
                deviations.add(deviation(after, words));
            }
        }

        private void inside(Deviation.Kind kind, Instant at) {
            Episode before = track.episode(kind);
            boolean atOnce = kind == Deviation.Kind.SILENT || kind == Deviation.Kind.FLEW_AFTER_REVOCATION_ABROAD;
            Episode after = atOnce ? Episode.clear(kind) : before.seenInside();
            track = track.with(after);
            if (before.open() && !after.open()) {
                deviations.add(deviation(before, kind.words()).closed(at));
            }
        }

        private Deviation deviation(Episode episode, String words) {
            Instant since = episode.since().orElseThrow();
            return new Deviation(Deviation.idOf(cleared.flight(), episode.kind(), since), episode.kind(), since, words,
                    Optional.empty());
        }

        void tick(Instant now) {
            boolean flying = track.state() != FlightState.AUTHORISED;
            boolean silent = flying
                    && track.lastHeard().map(heard -> heard.plus(SILENCE).isBefore(now)).orElse(false);
            if (silent && !track.episode(Deviation.Kind.SILENT).open()) {
                Instant heard = track.lastHeard().orElseThrow();
                outside(Deviation.Kind.SILENT, heard, "no report since " + heard.truncatedTo(ChronoUnit.SECONDS));
            }
            follow(now);
        }

        /** A pack is no report: what it tells holds from when it is known here, and until another pack tells otherwise. */
        void abroad(FlightEvent.Abroad event) {
            event.withdrawn().ifPresentOrElse(
                    words -> outside(Deviation.Kind.FLEW_AFTER_REVOCATION_ABROAD, event.receivedAt(), words),
                    () -> inside(Deviation.Kind.FLEW_AFTER_REVOCATION_ABROAD, event.receivedAt()));
            follow(event.receivedAt());
        }

        void takenOff(FlightEvent.TakenOff off) {
            if (!off.green()) {
                outside(Deviation.Kind.TOOK_OFF_UNCLEARED, off.at(), "took off without a green light");
            }
            if (track.state() == FlightState.AUTHORISED) {
                track = track.in(FlightState.ACTIVATED, Optional.empty()).heard(off.receivedAt());
            }
        }

        void landed(Instant at) {
            for (Deviation.Kind kind : Deviation.Kind.values()) {
                Episode episode = track.episode(kind);
                if (episode.open()) {
                    deviations.add(deviation(episode, kind.words()).closed(at));
                }
                track = track.with(Episode.clear(kind));
            }
            track = track.in(FlightState.ENDED, Optional.empty());
        }

        /** The state that follows from what is open. */
        private void follow(Instant now) {
            FlightState state = track.state();
            if (state == FlightState.CONTINGENT || state == FlightState.AUTHORISED && track.last().isEmpty()) {
                return;
            }
            boolean outside = track.episodes().values().stream()
                    .anyMatch(e -> e.open() && e.kind() != Deviation.Kind.SILENT);
            if (outside) {
                Instant since = track.nonconformingSince().orElse(now);
                boolean past = Duration.between(since, now).compareTo(RECOVERABLE) > 0;
                track = track.in(past ? FlightState.CONTINGENT : FlightState.NONCONFORMING, Optional.of(since));
            } else if (track.episode(Deviation.Kind.SILENT).open() || unjudged()) {
                track = track.in(FlightState.UNKNOWN, Optional.empty());
            } else {
                track = track.in(FlightState.CONFORMING, Optional.empty());
            }
        }

        /** Whether the last fix lies neither surely inside nor surely outside. */
        private boolean unjudged() {
            return track.last().map(fix -> cleared.volumes().isEmpty()
                    || Judgement
                            .any(cleared.volumes().stream().map(v -> v.holds(fix)).toList()) == Judgement.UNDETERMINED)
                    .orElse(true);
        }

        private String windowWords(Instant at) {
            Instant edge = at.isBefore(cleared.window().from()) ? cleared.window().from() : cleared.window().until();
            return Math.max(1, Duration.between(edge, at).abs().toMinutes()) + " min "
                    + (at.isBefore(edge) ? "before" : "after") + " the cleared window";
        }

        /** How far out, against the volume that comes nearest. */
        private String volumeWords(Fix fix) {
            Optional<Volume> nearest = cleared.volumes().stream().filter(v -> v.window().holds(fix.at()))
                    .min(Comparator.comparingDouble(v -> v.area().metresOutside(fix.position())));
            if (nearest.isEmpty()) {
                return "no cleared volume holds at this time";
            }
            double metres = nearest.get().area().metresOutside(fix.position());
            if (metres > 0) {
                return String.format(Locale.ROOT, "%.1f km outside the cleared volume", metres / 1_000);
            }
            Altitude.Span span = fix.altitude().in(nearest.get().band().datum());
            double below = nearest.get().band().floorMetres() - span.highestMetres();
            return below > 0
                    ? String.format(Locale.ROOT, "%,.0f m below the cleared height", below)
                    : String.format(Locale.ROOT, "%,.0f m above the cleared height",
                            span.lowestMetres() - nearest.get().band().ceilingMetres());
        }
    }
}
