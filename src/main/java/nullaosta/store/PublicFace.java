package nullaosta.store;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nullaosta.party.Person;
import nullaosta.party.Role;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.TilePath;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;

/**
 * What of the register anybody may read: with a delay, the newest checkpoint that was published at least that long before, in
 * batches as long as the delay, so that nobody reads a coming flight off the moment at which something was entered. Only
 * checkpoints that were published as they are with their cosignatures are shown, and it never shows less than before.
 */
public final class PublicFace {

    /** Who reads without the delay; an envoy's program keeps the copy of another host. */
    private static final Set<Role> LIVE = EnumSet.of(Role.DESK, Role.AUTHORITY, Role.BASE, Role.WATCH, Role.OVERSIGHT,
            Role.ENVOY);

    private final PostgresLog log;
    private final NoteVerifier register;
    private final Duration delay;
    private Shown shown;

    /** A checkpoint, and up to when it is the one that is shown. */
    private record Shown(Optional<byte[]> note, long size, Instant until) {}

    /** A delay that is new holds from now on. */
    PublicFace(PostgresLog log, NoteVerifier register, Duration delay) {
        this.log = log;
        this.register = register;
        this.delay = delay;
        log.lagging(delay);
        this.shown = new Shown(Optional.empty(), 0, Instant.MIN);
    }

    /** Whether it shows less than the offices see. */
    public boolean lags() {
        return !delay.isZero();
    }

    /** Whether somebody reads all that is published, whatever the public sees. */
    public boolean live(Person reader) {
        return !lags() || LIVE.contains(reader.role());
    }

    public Duration delay() {
        return delay;
    }

    /** Empty before the first. */
    public Optional<byte[]> checkpoint(Instant now) {
        return lags() ? shown(now).note() : log.checkpoint();
    }

    public long size(Instant now) {
        return lags() ? shown(now).size() : log.publishedSize().orElse(0L);
    }

    /** What is published under a path. */
    public Optional<byte[]> read(String path, Instant now) {
        return path.equals("checkpoint")
                ? checkpoint(now)
                : TilePath.parse(path).flatMap(tile -> log.tile(tile, size(now)));
    }

    /** The end of the last whole batch that is as old as the delay. */
    private static Instant behind(Instant now, Duration delay) {
        long seconds = delay.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond() - seconds, seconds) * seconds);
    }

    /** Looked up once a batch; a clock that was put back shows what was shown, also after a restart. */
    private synchronized Shown shown(Instant now) {
        Instant until = behind(now, delay);
        if (until.isAfter(shown.until())) {
            Optional<byte[]> note = log.checkpointBy(until);
            note.ifPresent(found -> {
                shown = new Shown(note, counted(found), until);
                log.shown(shown.size());
            });
        }
        return shown;
    }

    private long counted(byte[] note) {
        try {
            return Checkpoint.open(note, register).size();
        } catch (SealFault e) {
            throw new IllegalStateException("the stored checkpoint is not signed by this register's key", e);
        }
    }
}
