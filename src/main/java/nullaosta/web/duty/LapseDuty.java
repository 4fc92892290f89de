package nullaosta.web.duty;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nullaosta.dossier.DossierId;
import nullaosta.store.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enters once a second what lapses by time alone. Several servers may do so at once: the case is locked, and what the first
 * entered the others find. Where it fails nothing is lost, since every command enters first what has lapsed.
 */
public final class LapseDuty implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LapseDuty.class);

    private final Installation installation;
    private final InstantSource clock;
    private boolean failing;
    private final ScheduledExecutorService seconds = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("lapses").daemon().factory());

    public LapseDuty(Installation installation, InstantSource clock) {
        this.installation = installation;
        this.clock = clock;
        var unused = seconds.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** What fails is told once while it lasts; a case that cannot be written holds up no other. */
    private void tick() {
        boolean failed = false;
        try {
            for (DossierId id : installation.lists().timesOver(clock.instant())) {
                failed |= !entered(id);
            }
        } catch (RuntimeException | Error e) {
            failed = true;
            tell("what has lapsed cannot be looked up; it is tried again", e);
        }
        failing = failed;
    }

    private boolean entered(DossierId id) {
        try {
            installation.dossiers().keepTime(id, clock.instant());
            return true;
        } catch (RuntimeException e) {
            tell("a lapse cannot be entered; it is tried again", e);
            return false;
        }
    }

    private void tell(String words, Throwable e) {
        if (!failing) {
            LOG.error(words, e);
        }
    }

    @Override
    public void close() {
        seconds.shutdownNow();
    }
}
