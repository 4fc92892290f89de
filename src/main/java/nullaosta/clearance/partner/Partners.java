package nullaosta.clearance.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nullaosta.clearance.token.Gate;
import nullaosta.clearance.token.Pack;
import nullaosta.clearance.token.TokenCheck;
import nullaosta.party.StateCode;
import nullaosta.register.proof.Checkpoint;
import nullaosta.seal.SealFault;

/**
 * The partners of a host with the newest pack of each, which is kept so that its age survives a restart.
 *
 * <p>A pack takes the place of another only if everything in it is signed by the partner and it tells of a later time. A base
 * looks at a pack on its own; here, where packs follow each other, a register that shrank is seen.
 */
public final class Partners {

    public static final Partners NONE = new Partners(List.of(), Path.of("partners"));

    private final List<Partner> all;
    private final Path kept;
    private final Map<StateCode, Gate> gates = new ConcurrentHashMap<>();
    private final Map<StateCode, Tried> tries = new ConcurrentHashMap<>();

    /** The last look for a partner's pack. */
    public record Tried(Instant at, Told told) {}

    /** @param kept folder in which the newest packs are kept; it is made with the first */
    public Partners(List<Partner> partners, Path kept) {
        this.all = List.copyOf(partners);
        this.kept = kept;
        all.forEach(partner -> gates.put(partner.state(), Gate.of(partner.trust(), partner.came())));
        all.forEach(this::recall);
    }

    public List<Partner> all() {
        return all;
    }

    /** What the clearances of a state are checked by; empty where it is no partner. */
    public Optional<Gate> gate(StateCode state) {
        return Optional.ofNullable(gates.get(state));
    }

    /** Empty until somebody looked. */
    public Optional<Tried> tried(StateCode state) {
        return Optional.ofNullable(tries.get(state));
    }

    /** Looks at a pack that was fetched or laid there, and keeps it if it is newer. */
    public Told take(Partner partner, byte[] json, Instant now) {
        return tried(partner, now, offered(partner, json, now));
    }

    /** There was nothing to look at. */
    public Told missed(Partner partner, String words, Instant now) {
        return tried(partner, now, new Told.NotTaken(words));
    }

    private Told tried(Partner partner, Instant now, Told told) {
        tries.put(partner.state(), new Tried(now, told));
        return told;
    }

    private synchronized Told offered(Partner partner, byte[] json, Instant now) {
        Pack pack;
        try {
            pack = Pack.read(json);
        } catch (SealFault e) {
            return new Told.NotTaken("it is no pack: " + e.getMessage());
        }
        Gate gate = Gate.of(partner.trust(), Optional.of(pack));
        Optional<String> fault = fault(partner, gate, now);
        if (fault.isPresent()) {
            return new Told.NotTaken(fault.get());
        }
        Instant at = gate.toldAt().orElseThrow();
        if (gate(partner.state()).flatMap(Gate::toldAt).filter(held -> !held.isBefore(at)).isPresent()) {
            return new Told.NoNews();
        }
        gates.put(partner.state(), gate);
        return keep(partner, pack)
                .<Told>map(trouble -> new Told.NotTaken("it counts until the next start only: " + trouble))
                .orElseGet(() -> new Told.Taken(at));
    }

    private Optional<String> fault(Partner partner, Gate gate, Instant now) {
        if (!gate.faults().isEmpty()) {
            return Optional.of(gate.faults().getFirst().inWords());
        }
        Instant at = gate.toldAt().orElseThrow();
        if (at.isAfter(now.plus(TokenCheck.CLOCKS))) {
            return Optional.of("it says that it was made at " + TokenCheck.ZULU.format(at) + "; now is "
                    + TokenCheck.ZULU.format(now));
        }
        Checkpoint seen = gate.checkpoint().orElseThrow();
        return gate(partner.state()).flatMap(Gate::checkpoint).flatMap(held -> parted(held, seen));
    }

    private static Optional<String> parted(Checkpoint held, Checkpoint seen) {
        if (seen.size() < held.size()) {
            return Optional.of("its register counts " + seen.size() + " entries, and counted " + held.size()
                    + " before: mirror it, and ask the partner");
        }
        return seen.size() == held.size() && !seen.root().equals(held.root())
                ? Optional.of("its register has two histories of " + held.size()
                        + " entries: mirror it, and ask the partner")
                : Optional.empty();
    }

    /** A pack is a copy of what the partner publishes: where it cannot be kept, it is fetched again after a restart. */
    private Optional<String> keep(Partner partner, Pack pack) {
        Path file = file(partner);
        try {
            Files.createDirectories(kept);
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.write(unfinished, pack.bytes());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("`" + file + "` cannot be written");
        }
    }

    /** What was kept was looked at when it was taken; it is looked at again, for the partner's keys may be others now. */
    private void recall(Partner partner) {
        try {
            if (Files.exists(file(partner))) {
                offered(partner, Files.readAllBytes(file(partner)), Instant.MAX.minus(TokenCheck.CLOCKS));
            }
        } catch (IOException e) {
            missed(partner, "`" + file(partner) + "` cannot be read", Instant.EPOCH);
        }
    }

    private Path file(Partner partner) {
        return kept.resolve(partner.state().code() + ".json");
    }
}
