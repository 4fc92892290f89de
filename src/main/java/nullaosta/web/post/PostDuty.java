package nullaosta.web.post;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nullaosta.notice.Carrier;
import nullaosta.notice.Post;
import nullaosta.store.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what there is to send every few seconds, in a thread of its own: a mail server that is down holds nobody up. */
public final class PostDuty implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostDuty.class);
    private static final int SECONDS = 3;

    private final ScheduledExecutorService rounds = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("post").daemon().factory());
    private Set<String> told = Set.of();

    public PostDuty(Correspondence correspondence, URI publicUrl, Installation installation, InstantSource clock) {
        List<Carrier> carriers = carriers(correspondence, publicUrl);
        if (carriers.isEmpty()) {
            return;
        }
        Post post = new Post(installation.letters(), installation.dossiers(), carriers);
        var unused = rounds.scheduleWithFixedDelay(() -> {
            try {
                tell(new TreeSet<>(post.round(clock.instant())));
            } catch (RuntimeException | Error e) {
                LOG.error("letters cannot be made or sent; it is tried again", e);
            }
        }, 0, SECONDS, TimeUnit.SECONDS);
    }

    /** @param publicUrl where people and programs read on */
    public static List<Carrier> carriers(Correspondence correspondence, URI publicUrl) {
        List<Carrier> carriers = new ArrayList<>();
        correspondence.mail().ifPresent(mail -> carriers.add(new MailCarrier(mail, publicUrl)));
        correspondence.hooks().forEach(hook -> carriers.add(new HookCarrier(hook, publicUrl)));
        return carriers;
    }

    /** What is wrong is told once while it is the same. */
    private void tell(Set<String> troubles) {
        if (!troubles.isEmpty() && !troubles.equals(told)) {
            LOG.warn("letters are not taken: {}", String.join("; ", troubles));
        }
        if (!troubles.isEmpty()) {
            told = troubles;
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
