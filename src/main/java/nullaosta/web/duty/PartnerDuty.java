package nullaosta.web.duty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nullaosta.clearance.partner.PackClient;
import nullaosta.clearance.partner.Partner;
import nullaosta.clearance.partner.Partners;
import nullaosta.clearance.partner.Told;
import nullaosta.party.StateCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the packs of partners fresh: each is fetched three times in the time for which one is fresh, and a pack that somebody
 * laid there by hand is looked at within seconds. Where nothing comes the pack that is held gets old, and says so at the check.
 */
public final class PartnerDuty implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerDuty.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int BY_HAND_SECONDS = 5;

    private final Partners partners;
    private final InstantSource clock;
    private final PackClient client = new PackClient(PATIENCE);
    private final Map<StateCode, FileTime> looked = new ConcurrentHashMap<>();
    private final Map<StateCode, String> troubles = new ConcurrentHashMap<>();
    private final ScheduledExecutorService rounds = Executors.newScheduledThreadPool(2,
            Thread.ofPlatform().name("partners-", 0).daemon().factory());

    public PartnerDuty(Partners partners, InstantSource clock) {
        this.partners = partners;
        this.clock = clock;
        for (Partner partner : partners.all()) {
            Duration third = partner.trust().green().dividedBy(3);
            long seconds = (third.compareTo(LONGEST) > 0 ? LONGEST : third).toSeconds();
            partner.address().ifPresent(address -> every(seconds, () -> {
                try {
                    tell(partner, partners.take(partner, client.fetch(address), clock.instant()));
                } catch (IOException e) {
                    tell(partner, partners.missed(partner, String.valueOf(e.getMessage()), clock.instant()));
                }
            }));
            every(BY_HAND_SECONDS, () -> byHand(partner));
        }
    }

    private void every(long seconds, Runnable round) {
        var unused = rounds.scheduleWithFixedDelay(() -> {
            try {
                round.run();
            } catch (RuntimeException | Error e) {
                LOG.error("a partner's pack cannot be looked at; it is tried again", e);
            }
        }, 0, seconds, TimeUnit.SECONDS);
    }

    private void byHand(Partner partner) {
        try {
            if (!Files.exists(partner.byHand())) {
                return;
            }
            FileTime laid = Files.getLastModifiedTime(partner.byHand());
            if (!laid.equals(looked.get(partner.state()))) {
                byte[] pack = Files.readAllBytes(partner.byHand());
                looked.put(partner.state(), laid);
                tell(partner, partners.take(partner, pack, clock.instant()));
            }
        } catch (IOException e) {
            tell(partner, partners.missed(partner, "`" + partner.byHand() + "` cannot be read", clock.instant()));
        }
    }

    /** What is wrong is told once while it is the same. */
    private void tell(Partner partner, Told told) {
        if (told instanceof Told.NotTaken(String words)) {
            if (!words.equals(troubles.put(partner.state(), words))) {
                LOG.warn("no new pack of {}: {}", partner.state().inWords(), words);
            }
        } else {
            troubles.remove(partner.state());
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
