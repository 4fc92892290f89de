package nullaosta.negotiation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nullaosta.agreement.Period;
import nullaosta.negotiation.Proposal.Fate;

/**
 * The negotiation of one agreement as its steps made it: {@link #after} is the only way from one state to the next, live
 * and on replay.
 *
 * @param agreement    its id, such as {@code it-us-sigonella}
 * @param proposals    every text that was ever put forward, oldest first
 * @param drafter      id of the host's person who signed the text on the table as its drafter
 * @param legal        the same of the lawyer
 * @param signed       ids of those who signed it for a party, by party
 * @param publications in the order in which they were published
 * @param history      every step, in order
 */
public record Negotiation(String agreement, List<Proposal> proposals, Optional<String> drafter, Optional<String> legal,
        Map<String, String> signed, List<Publication> publications, List<StepTaken> history) {

    public Negotiation {
        proposals = List.copyOf(proposals);
        signed = Map.copyOf(signed);
        publications = List.copyOf(publications);
        history = List.copyOf(history);
    }

    static Negotiation opened(String agreement) {
        return new Negotiation(agreement, List.of(), Optional.empty(), Optional.empty(), Map.of(), List.of(),
                List.of());
    }

    public static Negotiation replay(String agreement, List<StepTaken> steps) {
        Negotiation negotiation = opened(agreement);
        for (StepTaken taken : steps) {
            negotiation = negotiation.after(taken);
        }
        return negotiation;
    }

    public Negotiation after(StepTaken taken) {
        List<StepTaken> all = new ArrayList<>(history);
        all.add(taken);
        return switch (taken.step()) {
            case Step.Proposed it -> tabled(proposals, it.version(), it.party(), taken, all);
            case Step.CounterProposed it -> tabled(ended(it.answers(), Fate.COUNTERED), it.version(), it.party(),
                    taken, all);
            case Step.Rejected it -> cleared(ended(it.hash(), Fate.REJECTED), publications, all);
            case Step.Withdrawn it -> cleared(ended(it.hash(), Fate.WITHDRAWN), publications, all);
            case Step.DraftSigned it -> new Negotiation(agreement, proposals, Optional.of(taken.by()), legal, signed,
                    publications, all);
            case Step.LegalSigned it -> new Negotiation(agreement, proposals, drafter, Optional.of(taken.by()), signed,
                    publications, all);
            case Step.PartySigned it -> new Negotiation(agreement, proposals, drafter, legal,
                    with(it.party(), taken.by()), publications, all);
            case Step.Published it -> cleared(ended(it.hash(), Fate.PUBLISHED), published(it, taken.at()), all);
        };
    }

    private Negotiation tabled(List<Proposal> before, VersionText version, String party, StepTaken taken,
            List<StepTaken> all) {
        List<Proposal> now = new ArrayList<>(before);
        now.add(new Proposal(version, party, taken.by(), taken.at(), Fate.ON_THE_TABLE));
        return cleared(now, publications, all);
    }

    /** Signatures stand under one text: with it they go. */
    private Negotiation cleared(List<Proposal> now, List<Publication> in, List<StepTaken> all) {
        return new Negotiation(agreement, now, Optional.empty(), Optional.empty(), Map.of(), in, all);
    }

    private List<Proposal> ended(String hash, Fate fate) {
        return proposals.stream()
                .map(it -> it.fate() == Fate.ON_THE_TABLE && it.hash().equals(hash) ? it.with(fate) : it).toList();
    }

    private Map<String, String> with(String party, String person) {
        Map<String, String> all = new LinkedHashMap<>(signed);
        all.put(party, person);
        return all;
    }

    private List<Publication> published(Step.Published step, Instant at) {
        List<Publication> all = new ArrayList<>();
        for (Publication earlier : publications) {
            all.add(new Publication(earlier.version(), earlier.at(), cut(earlier.period(), step.from())));
        }
        VersionText version = table().orElseThrow().version();
        all.add(new Publication(version, at, new Period(step.from(), step.until())));
        return all;
    }

    private static Period cut(Period period, LocalDate from) {
        return period.holds(from) && period.from().isBefore(from)
                ? new Period(period.from(), Optional.of(from))
                : period;
    }

    /**
     * As one state may know it, or somebody of none: the texts that name it with the steps on them, and what was published.
     * A state that a later text does not name keeps what named it; one that is bound reads what lies on the table.
     */
    Negotiation seenBy(Optional<String> state) {
        List<Proposal> named = proposals.stream().filter(it -> concerns(state, it.version())).toList();
        List<StepTaken> known = new ArrayList<>();
        boolean reads = false;
        for (StepTaken taken : history) {
            reads = switch (taken.step()) {
                case Step.Proposed it -> concerns(state, it.version());
                case Step.CounterProposed it -> concerns(state, it.version());
                default -> reads;
            };
            if (reads || taken.step() instanceof Step.Published) {
                known.add(taken);
            }
        }
        boolean signs = named.stream().anyMatch(it -> it.fate() == Fate.ON_THE_TABLE);
        return new Negotiation(agreement, named, drafter.filter(it -> signs), legal.filter(it -> signs),
                signs ? signed : Map.of(), publications, known);
    }

    private boolean concerns(Optional<String> state, VersionText version) {
        boolean lies = table().map(it -> it.version().equals(version)).orElse(false);
        return state.map(it -> version.parties().contains(it) || lies && parties().contains(it)).orElse(false);
    }

    /** What lies before the parties now. */
    public Optional<Proposal> table() {
        return proposals.stream().filter(it -> it.fate() == Fate.ON_THE_TABLE).findFirst();
    }

    public Optional<Publication> published(String version) {
        return publications.stream().filter(it -> it.version().version().equals(version)).findFirst();
    }

    /** The text that was put forward under a hash, the last time it was. */
    public Optional<Proposal> proposal(String hash) {
        return proposals.reversed().stream().filter(it -> it.hash().equals(hash)).findFirst();
    }

    /**
     * The states that negotiate: the parties of what is on the table and of what was published last. Empty where neither
     * is: an id under which nothing was agreed is nobody's once its table is empty.
     */
    public Set<String> parties() {
        Set<String> bound = new TreeSet<>();
        table().ifPresent(proposal -> bound.addAll(proposal.version().parties()));
        publications.reversed().stream().findFirst().ifPresent(it -> bound.addAll(it.version().parties()));
        return bound;
    }

    /** The parties whose signatures under the text on the table are still to come. */
    public List<String> unsigned() {
        return table().map(it -> it.version().parties().stream().filter(party -> !signed.containsKey(party)).toList())
                .orElse(List.of());
    }
}
