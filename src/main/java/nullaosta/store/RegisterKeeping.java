package nullaosta.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nullaosta.register.Integrator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what was queued into leaves and signs checkpoints, ten times a second, until it is closed. A round that fails is
 * told in the log and tried again: what was queued stays queued.
 */
public final class RegisterKeeping implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Logger LOG = LoggerFactory.getLogger(RegisterKeeping.class);

    private final Integrator integrator;
    private final SecondPlace second;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    RegisterKeeping(Integrator integrator, SecondPlace second) {
        this.integrator = integrator;
        this.second = second;
        this.thread = Thread.ofPlatform().name("register").daemon().start(this::keep);
    }

    private void keep() {
        boolean failing = false;
        while (closed.getCount() > 0) {
            try {
                while (integrator.round() && closed.getCount() > 0) {
                    failing = false;
                }
                second.keep();
                failing = false;
                closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                if (!failing) {
                    LOG.error("the register cannot be extended; what was queued stays queued", e);
                }
                failing = true;
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private boolean pause() {
        try {
            closed.await(1, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
