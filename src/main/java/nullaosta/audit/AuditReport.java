package nullaosta.audit;

import java.util.Comparator;
import java.util.List;

/**
 * What an audit came to.
 *
 * @param cases that were held against the register
 * @param entries of theirs
 * @param issues of clearances in the register
 * @param negotiations whose steps the register holds; they are published, not disclosed
 * @param acts of the appointing authority in the register
 * @param lists of movements
 * @param devices of bases that were shown
 * @param signedChecks records whose device's signature was verified
 * @param findings the worst first
 */
public record AuditReport(int cases, long entries, int issues, int negotiations, int acts, long lists,
        int devices, long signedChecks, List<Finding> findings) {

    public AuditReport {
        findings = findings.stream().sorted(Comparator.comparing(Finding::weight).thenComparing(Finding::where))
                .toList();
    }

    public boolean contradicted() {
        return findings.stream().anyMatch(it -> it.weight() == Finding.Weight.CONTRADICTION);
    }
}
