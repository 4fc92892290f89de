package nullaosta.web.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import nullaosta.store.Standing;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether what is entered is published: down where the database does not answer, or where nothing was published for a minute
 * though entries wait. A silent quorum of witnesses shows here.
 */
public final class RegisterHealth implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Supplier<Standing> standings;
    private final InstantSource clock;
    private final AtomicReference<Optional<Behind>> behind = new AtomicReference<>(Optional.empty());

    /** Since when entries have waited at this published size. */
    private record Behind(long published, Instant since) {}

    public RegisterHealth(Supplier<Standing> standings, InstantSource clock) {
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Standing standing;
        try {
            standing = standings.get();
        } catch (RuntimeException e) {
            return Health.down().withDetail("found", "the database does not answer").build();
        }
        Instant now = clock.instant();
        Optional<Behind> since = behind.updateAndGet(before -> standing.waiting() == 0
                ? Optional.empty()
                : Optional.of(before.filter(it -> it.published() == standing.published())
                        .orElse(new Behind(standing.published(), now))));
        Health.Builder health = since.filter(it -> !now.isBefore(it.since().plus(PATIENCE))).isPresent()
                ? Health.down().withDetail("found",
                        standing.waiting() + " entries wait since " + since.orElseThrow().since()
                                + "; look at the server's log and at the witnesses")
                : Health.up();
        return health.withDetail("published", standing.published()).withDetail("waiting", standing.waiting()).build();
    }
}
