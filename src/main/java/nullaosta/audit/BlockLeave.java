package nullaosta.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nullaosta.disclosure.PackageCheck;

/** Flights that say they were cleared by a block's decision, held against what the blocks' own cases say. */
final class BlockLeave {

    private final Map<String, String> claimed = new HashMap<>();
    private final Map<String, Set<String>> announced = new HashMap<>();
    private final Set<String> granted = new HashSet<>();
    private final Map<String, Long> erased = new HashMap<>();

    void take(String number, List<PackageCheck.Entry> entries) {
        for (PackageCheck.Entry entry : entries) {
            switch (entry.kind()) {
                case "ClearedInBlock" -> {
                    if (!entry.erased()) {
                        claimed.put(number, CaseFold.text(entry, "/entry/block"));
                    }
                }
                case "FlightAnnounced" -> announced.computeIfAbsent(number, first -> new HashSet<>())
                        .add(CaseFold.text(entry, "/entry/flight"));
                case "BlockGranted" -> granted.add(number);
                case PackageCheck.ERASURE -> erased.put(number,
                        entries.stream().filter(it -> it.envelope().kind().equals("FlightAnnounced")).count());
                default -> {
                }
            }
        }
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        claimed.forEach((flight, block) -> {
            if (erased.containsKey(block)) {
                findings.add(ofErased(flight, block));
            } else if (!granted.contains(block)
                    || !announced.getOrDefault(block, Set.of()).contains(flight)) {
                findings.add(new Finding(Finding.Weight.CONTRADICTION, flight, "says that the block " + block
                        + " clears it, and that block's case does not say so"));
            }
        });
        return findings;
    }

    /** How many flights an erased block had is all that its entries still tell. */
    private Finding ofErased(String flight, String block) {
        boolean possible = granted.contains(block)
                && claimed.values().stream().filter(block::equals).count() <= erased.getOrDefault(block, 0L);
        return possible
                ? new Finding(Finding.Weight.UNPROVEN, flight,
                        "says that the block " + block + " clears it; that block's case was erased")
                : new Finding(Finding.Weight.CONTRADICTION, flight, "says that the block " + block
                        + " clears it; that block's case, which was erased, had not so many flights");
    }
}
