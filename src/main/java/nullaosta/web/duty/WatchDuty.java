package nullaosta.web.duty;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nullaosta.dossier.WatchFloor;
import nullaosta.store.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the watch floor's time: once a second silence is judged, and flights enter and leave the floor. */
public final class WatchDuty implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchDuty.class);

    private final WatchFloor floor;
    private final InstantSource clock;
    private boolean failing;
    private final ScheduledExecutorService seconds = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("watch").daemon().factory());

    public WatchDuty(Installation installation, InstantSource clock) {
        this.clock = clock;
        this.floor = new WatchFloor(installation.dossiers(), installation.lists(),
                WatchFloor.automatic(installation.host().state()));
        var unused = seconds.scheduleWithFixedDelay(this::tick, 0, 1, TimeUnit.SECONDS);
    }

    public WatchFloor floor() {
        return floor;
    }

    /** What fails is told once while it lasts, and tried again each second: the watch never ends by itself. */
    private void tick() {
        try {
            floor.tick(clock.instant());
            failing = false;
        } catch (RuntimeException | Error e) {
            if (!failing) {
                LOG.error("the watch floor misses its seconds; it goes on trying", e);
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        seconds.shutdownNow();
    }
}
