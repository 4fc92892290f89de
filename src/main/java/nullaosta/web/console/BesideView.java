package nullaosta.web.console;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Finding;
import nullaosta.web.page.Words;

/** Two finding sets of one case, under two versions of its terms. */
public record BesideView(Assessment earlier, Assessment later) {

    /**
     * One clause in both.
     *
     * @param change what is new about it; empty where nothing is
     */
    public record Line(String clause, Optional<Finding> before, Optional<Finding> after, String change) {

        public String words(Optional<Finding> finding) {
            return finding.map(Words::status).orElse("not in this version");
        }

        public String mark(Optional<Finding> finding) {
            return finding.map(Words::mark).orElse("none");
        }
    }

    public List<Line> lines() {
        Set<String> clauses = new LinkedHashSet<>();
        earlier.findings().forEach(finding -> clauses.add(finding.clause()));
        later.findings().forEach(finding -> clauses.add(finding.clause()));
        List<Line> lines = new ArrayList<>();
        for (String clause : clauses) {
            Optional<Finding> before = earlier.finding(clause);
            Optional<Finding> after = later.finding(clause);
            lines.add(new Line(clause, before, after, change(before, after)));
        }
        return lines;
    }

    private static String change(Optional<Finding> before, Optional<Finding> after) {
        if (before.isEmpty()) {
            return "new clause";
        }
        if (after.isEmpty()) {
            return "clause gone";
        }
        List<String> changes = new ArrayList<>();
        if (!before.get().text().equals(after.get().text())) {
            changes.add("other words");
        }
        if (!Words.status(before.get()).equals(Words.status(after.get()))) {
            changes.add("found otherwise");
        }
        return String.join(", ", changes);
    }
}
