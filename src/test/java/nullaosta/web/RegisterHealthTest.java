package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import nullaosta.store.Standing;
import nullaosta.web.duty.RegisterHealth;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** When a register that is behind is told as down. */
class RegisterHealthTest {

    private Instant now = Instant.parse("2016-03-01T12:00:00Z");
    private final AtomicReference<Standing> standing = new AtomicReference<>(of(10, 0));
    private final RegisterHealth health = new RegisterHealth(standing::get, () -> now);

    private static Standing of(long published, long waiting) {
        return new Standing(published + waiting, published, waiting, 0, 0, 0, 0);
    }

    private Status after(int seconds, Standing found) {
        now = now.plusSeconds(seconds);
        standing.set(found);
        return health.health().getStatus();
    }

    @Test
    void itIsDownOnceEntriesHaveWaitedForAMinuteAndNothingWasPublished() {
        assertThat(after(0, of(10, 0))).isEqualTo(Status.UP);
        assertThat(after(10, of(10, 2))).isEqualTo(Status.UP);
        assertThat(after(59, of(10, 5))).isEqualTo(Status.UP);
        assertThat(after(1, of(10, 5))).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsEntry("found", "5 entries wait since 2016-03-01T12:00:10Z;"
                + " look at the server's log and at the witnesses");
        assertThat(after(1, of(13, 4))).as("some were published").isEqualTo(Status.UP);
        assertThat(after(70, of(13, 4))).isEqualTo(Status.DOWN);
        assertThat(after(1, of(17, 0))).isEqualTo(Status.UP);
    }

    @Test
    void itIsDownWhileTheDatabaseDoesNotAnswer() {
        Health found = new RegisterHealth(() -> {
            throw new IllegalStateException("connection refused by 10.0.0.7");
        }, () -> now).health();
        assertThat(found.getStatus()).isEqualTo(Status.DOWN);
        assertThat(found.getDetails()).as("and says no more of it").containsEntry("found",
                "the database does not answer").hasSize(1);
    }
}
