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
    private final Set<String> erased = new HashSet<>();

    void take(String number, List<PackageCheck.Entry> entries) {
        for (PackageCheck.Entry entry : entries) {
            switch (entry.kind()) {
                case "ClearedInBlock" -> claimed.put(number, CaseFold.text(entry, "/entry/block"));
                case "FlightAnnounced" -> announced.computeIfAbsent(number, first -> new HashSet<>())
                        .add(CaseFold.text(entry, "/entry/flight"));
                case "BlockGranted" -> granted.add(number);
                case PackageCheck.ERASURE -> erased.add(number);
                default -> {
                }
            }
        }
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        claimed.forEach((flight, block) -> {
            if (!erased.contains(block)
                    && (!granted.contains(block) || !announced.getOrDefault(block, Set.of()).contains(flight))) {
                findings.add(new Finding(Finding.Weight.CONTRADICTION, flight, "says that the block " + block
                        + " clears it, and that block's case does not say so"));
            }
        });
        return findings;
    }
}
