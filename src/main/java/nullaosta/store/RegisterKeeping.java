package nullaosta.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nullaosta.register.Integrator;
import nullaosta.witness.Publication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what was queued into leaves, and publishes what is committed, each in its own thread until it is closed: a
 * witness that does not answer holds up no entry. A round that fails is told in the log and tried again: what was queued
 * stays queued.
 */
public final class RegisterKeeping implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(RegisterKeeping.class);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Semaphore woken = new Semaphore(0);
    private final List<Thread> threads;

    /** Does what there is to do. @return how long to wait before the next time */
    @FunctionalInterface
    private interface Round {
        Duration run() throws InterruptedException;
    }

    RegisterKeeping(Integrator integrator, Publication publication, Optional<Intake> intake) {
        threads = new ArrayList<>(List.of(keep("register", "extended", () -> extend(integrator, intake)),
                keep("publication", "published", () -> publication.round() ? PAUSE : LONG_PAUSE)));
        intake.ifPresent(it -> threads.add(keep("intake", "filled", () -> fill(it))));
    }

    /** Whoever queued something calls this, so that it need not wait for the next round. */
    void wake() {
        woken.release();
    }

    private Duration extend(Integrator integrator, Optional<Intake> intake) throws InterruptedException {
        woken.drainPermits();
        boolean more = integrator.round();
        intake.ifPresent(Intake::answer);
        if (!more && woken.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            woken.release();
        }
        return Duration.ZERO;
    }

    private Duration fill(Intake intake) throws InterruptedException {
        if (intake.round(PAUSE)) {
            wake();
        }
        return Duration.ZERO;
    }

    private Thread keep(String name, String what, Round round) {
        return Thread.ofPlatform().name(name).daemon().start(() -> keep(what, round));
    }

    private void keep(String what, Round round) {
        boolean failing = false;
        try {
            while (closed.getCount() > 0) {
                Duration pause;
                try {
                    pause = round.run();
                    failing = false;
                } catch (RuntimeException | Error e) {
                    if (!failing) {
                        LOG.error("the register cannot be {}; what was queued stays queued", what, e);
                    }
                    failing = true;
                    pause = LONG_PAUSE;
                }
                closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        wake();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
