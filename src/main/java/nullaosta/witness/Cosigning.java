package nullaosta.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.TileReader;
import nullaosta.register.proof.TileTree;
import nullaosta.seal.SignedNote;
import nullaosta.seal.WitnessPolicy;

/**
 * Brings a checkpoint to every witness of the policy at once, and back with their lines.
 *
 * <p>It ends as soon as the policy is satisfied and the others had a moment more, so that one slow witness delays nobody
 * and yet signs when it can. What a witness saw last is learnt from its own answer, never kept over a restart.
 */
public final class Cosigning {

    /** How long those are waited for whose signature is not needed any more. */
    private static final Duration GRACE = Duration.ofMillis(250);

    /** A witness is asked at most so often within a round: once to learn what it saw last, once to sign. */
    private static final int ATTEMPTS = 2;

    private final WitnessPolicy policy;
    private final WitnessClient client;
    private final Duration patience;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    private final Map<String, Long> sawLast = new ConcurrentHashMap<>();

    private record Asked(Instant at, long size, WitnessAnswer answer) {}

    /**
     * How a witness stands.
     *
     * @param answeredAt when it was asked last; empty before the first time
     * @param trouble    why it did not sign then; empty where it did
     */
    public record Standing(WitnessPolicy.Witness witness, Optional<Instant> answeredAt, Optional<String> trouble) {}

    private record Line(WitnessPolicy.Witness witness, Optional<SignedNote.Line> line) {}

    /** @param patience for a whole round */
    public Cosigning(WitnessPolicy policy, WitnessClient client, Duration patience) {
        this.policy = policy;
        this.client = client;
        this.patience = patience;
    }

    public WitnessPolicy policy() {
        return policy;
    }

    public List<Standing> standings() {
        return policy.witnesses().stream().map(witness -> {
            Optional<Asked> last = Optional.ofNullable(asked.get(witness.name()));
            return new Standing(witness, last.map(Asked::at), last.flatMap(it -> trouble(it.answer())));
        }).toList();
    }

    private static Optional<String> trouble(WitnessAnswer answer) {
        return switch (answer) {
            case WitnessAnswer.Cosigned cosigned -> Optional.empty();
            case WitnessAnswer.SawLast(long size) -> Optional.of("it saw " + size
                    + " entries of this register, which has fewer: the register was put back to an earlier state");
            case WitnessAnswer.Refused(int status, String words) ->
                Optional.of("it refused (" + status + "): " + words);
            case WitnessAnswer.Silent(String why) -> Optional.of(why);
        };
    }

    /**
     * The checkpoint with the lines of those who signed; it may be too few for the policy.
     *
     * @param note  signed by the register
     * @param tiles of the tree
     */
    public SignedNote round(Checkpoint tree, SignedNote note, TileReader tiles, Instant now)
            throws InterruptedException {
        BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
        for (WitnessPolicy.Witness witness : policy.witnesses()) {
            Thread.ofVirtual().name("witness " + witness.name()).start(() -> lines.add(new Line(witness, ask(witness,
                    tree, note, tiles, now))));
        }
        SignedNote cosigned = note;
        long end = System.nanoTime() + patience.toNanos();
        boolean satisfied = policy.satisfied(cosigned);
        for (int open = policy.witnesses().size(); open > 0; open--) {
            Line line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                break;
            }
            cosigned = line.line().map(cosigned::with).orElse(cosigned);
            if (!satisfied && policy.satisfied(cosigned)) {
                satisfied = true;
                end = Math.min(end, System.nanoTime() + GRACE.toNanos());
            }
        }
        return cosigned;
    }

    private Optional<SignedNote.Line> ask(WitnessPolicy.Witness witness, Checkpoint tree, SignedNote note,
            TileReader tiles, Instant now) {
        try {
            WitnessAnswer answer = answered(witness, tree, note, tiles);
            // a late answer about an earlier tree says nothing of the latest
            asked.merge(witness.name(), new Asked(now, tree.size(), answer),
                    (before, late) -> late.size() < before.size() ? before : late);
            return answer instanceof WitnessAnswer.Cosigned(List<SignedNote.Line> lines)
                    ? Optional.of(lines.getFirst())
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A register whose tiles cannot be read just now is no reason to wait for a witness that was never asked. */
    private WitnessAnswer answered(WitnessPolicy.Witness witness, Checkpoint tree, SignedNote note, TileReader tiles)
            throws InterruptedException {
        try {
            return answer(witness, tree, note, tiles);
        } catch (RuntimeException e) {
            return new WitnessAnswer.Silent("it could not be asked: " + e);
        }
    }

    private WitnessAnswer answer(WitnessPolicy.Witness witness, Checkpoint tree, SignedNote note, TileReader tiles)
            throws InterruptedException {
        if (witness.url().isEmpty()) {
            return new WitnessAnswer.Silent("no address is known of it");
        }
        WitnessAnswer answer = new WitnessAnswer.SawLast(sawLast.getOrDefault(witness.name(), 0L));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (!(answer instanceof WitnessAnswer.SawLast(long size)) || size > tree.size()) {
                break;
            }
            answer = client.add(witness.url().get(),
                    AddCheckpoint.of(new TileTree(tree.size(), tiles).consistency(size), note));
            if (answer instanceof WitnessAnswer.SawLast(long last)) {
                sawLast.merge(witness.name(), last, Math::max);
            }
        }
        return answer instanceof WitnessAnswer.Cosigned(List<SignedNote.Line> lines)
                ? its(witness, tree, note, lines)
                : answer;
    }

    /** Its own line among those it sent. */
    private WitnessAnswer its(WitnessPolicy.Witness witness, Checkpoint tree, SignedNote note,
            List<SignedNote.Line> lines) {
        List<SignedNote.Line> own = lines.stream()
                .filter(line -> witness.verifier().cosignedAt(note.with(line)).isPresent()).limit(1).toList();
        if (own.isEmpty()) {
            return new WitnessAnswer.Silent("it signed with another key than " + witness.verifier().name() + "'s");
        }
        sawLast.merge(witness.name(), tree.size(), Math::max);
        return new WitnessAnswer.Cosigned(own);
    }
}
