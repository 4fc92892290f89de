package nullaosta.negotiation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.Period;
import nullaosta.agreement.Terms;
import nullaosta.agreement.TermsReader;
import nullaosta.agreement.Version;
import nullaosta.agreement.text.Problem;
import nullaosta.agreement.text.Reading;

/**
 * The host's agreements as they are law: what was published governs, with the text that was signed; what only lies in the
 * folder is shown and governs nothing. A publication counts from the moment at which its transaction is committed, on
 * every server of the database.
 *
 * <p>Nobody waits for another here: whoever asks in a transaction asks with its own connection, so that commands which hold
 * all of them never wait for one that needs another. Two who find something new at once make it twice.
 */
public final class InForce implements Supplier<Agreements> {

    private final Agreements folder;
    private final NegotiationStore store;
    private final Map<String, Terms> byHash = new ConcurrentHashMap<>();
    private final AtomicReference<Made> latest = new AtomicReference<>(new Made(-1, new Agreements(List.of())));

    /** @param publications how many there were when it was begun to be made; there may be more in it */
    private record Made(int publications, Agreements agreements) {}

    public InForce(Agreements folder, NegotiationStore store) {
        this.folder = folder;
        this.store = store;
        folder.all().forEach(agreement -> agreement.versions().forEach(terms -> byHash.put(terms.hash(), terms)));
    }

    /**
     * A file of the folder that says something else than what was published as the same version.
     *
     * @param file  its path
     * @param found how it differs
     */
    public record Altered(String file, String found, String agreement, Publication published) {}

    /** The first of them; nobody may guess which of the two was meant. */
    public Optional<Altered> altered() {
        for (Agreement agreement : folder.all()) {
            for (Publication publication : publications(agreement.id())) {
                VersionText published = publication.version();
                for (Terms terms : agreement.versions()) {
                    if (terms.version().toString().equals(published.version())
                            && !terms.hash().equals(published.hash())) {
                        return Optional.of(new Altered(file(terms),
                                "has the hash " + VersionText.shortened(terms.hash()), agreement.id(), publication));
                    }
                }
                for (Agreement.Broken broken : agreement.broken()) {
                    if (broken.version().map(Version::toString).equals(Optional.of(published.version()))) {
                        return Optional.of(new Altered(broken.file(), "is not valid", agreement.id(),
                                publication));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * In words, the first version that is law and no longer means what was signed: its vocabulary is another now, or this
     * program cannot read it. Empty where all mean what they did.
     */
    public Optional<String> reworded() {
        for (String id : store.agreements()) {
            for (Publication publication : publications(id)) {
                VersionText version = publication.version();
                String named = version.version() + " of " + id;
                switch (read(id, version)) {
                    case Reading.Faulty<Terms>(List<Problem> problems) -> {
                        return Optional.of(named + ", which is published, cannot be read by this release ("
                                + problems.getFirst().message() + "); start the release under which it was signed");
                    }
                    case Reading.Sound<Terms>(Terms terms) -> {
                        String now = terms.vocabulary().hash();
                        if (version.vocabulary().map(signed -> !signed.equals(now)).orElse(false)) {
                            return Optional.of(named + " was signed with a vocabulary of the hash "
                                    + VersionText.shortened(version.vocabulary().orElseThrow())
                                    + ", and this release gives its words another meaning, with the hash "
                                    + VersionText.shortened(now) + "; start the release under which it was signed");
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String file(Terms terms) {
        return terms.clauses().getFirst().place().file();
    }

    @Override
    public Agreements get() {
        int published = store.publications();
        Made known = latest.get();
        if (known.publications() >= published) {
            return known.agreements();
        }
        Made made = new Made(published, made());
        return latest.accumulateAndGet(made, (one, other) -> other.publications() > one.publications() ? other : one)
                .agreements();
    }

    private Agreements made() {
        Set<String> ids = new TreeSet<>();
        store.agreements().stream().filter(id -> !publications(id).isEmpty()).forEach(ids::add);
        folder.all().forEach(agreement -> ids.add(agreement.id()));
        return new Agreements(ids.stream().map(this::agreement).toList());
    }

    private Agreement agreement(String id) {
        Agreement files = folder.agreement(id).orElseGet(() -> new Agreement(id, List.of(), List.of()));
        List<Terms> versions = new ArrayList<>();
        Set<Version> published = new HashSet<>();
        for (Publication publication : publications(id)) {
            Terms terms = terms(id, publication.version());
            Period period = publication.period();
            versions.add(terms.inForce().equals(Optional.of(period))
                    ? terms
                    : terms.endingOn(period.until().orElseThrow()));
            published.add(terms.version());
        }
        Set<Version> unpublished = new HashSet<>();
        for (Terms terms : files.versions()) {
            if (published.add(terms.version())) {
                versions.add(terms);
                terms.inForce().ifPresent(period -> unpublished.add(terms.version()));
            }
        }
        return new Agreement(id, versions, files.broken(), unpublished);
    }

    private List<Publication> publications(String id) {
        return Negotiation.replay(id, store.read(id)).publications();
    }

    /** The text was valid when it was proposed; a program that no longer reads it must not go on without it. */
    private Terms terms(String id, VersionText version) {
        return byHash.computeIfAbsent(version.hash(), hash -> read(id, version).orThrow());
    }

    private static Reading<Terms> read(String id, VersionText version) {
        return TermsReader.read(id + "/" + version.version() + ".yaml", version.text());
    }
}
