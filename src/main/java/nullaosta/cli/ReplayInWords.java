package nullaosta.cli;

import java.util.List;
import java.util.Map;
import nullaosta.agreement.Terms;
import nullaosta.oversight.NotReplayed;
import nullaosta.oversight.ReplayReport;
import nullaosta.oversight.Turn;
import nullaosta.verifier.Wrapped;

/** A replay as people read it: how many cases change, then each with the clauses it rested and rests on. */
final class ReplayInWords {

    /** So many cases are told one by one. */
    private static final int TOLD = 40;

    private ReplayInWords() {
    }

    static String page(Terms terms, ReplayReport report) {
        Wrapped page = new Wrapped();
        page.paragraph(report.changed() == 0 ? "NOTHING CHANGES  " : "CHANGES  ", 9,
                counted(report.cases(), "past case") + " under " + terms.id() + ": " + report.same()
                        + " come to the same, " + report.changed() + " to something else, " + report.untried()
                        + " cannot be tried");
        page.line(terms.title());
        if (report.cases() == 0) {
            page.paragraph("", 0, "No past case is about this agreement: nothing was tried.");
        }
        changes(page, report);
        apart(page, report);
        return page.toString();
    }

    private static void changes(Wrapped page, ReplayReport report) {
        report.changes().forEach((change, count) -> {
            page.line("").line(change + ": " + counted(count, "case"));
            List<Turn> these = report.turns().stream()
                    .filter(turn -> (turn.was() + " → " + turn.now()).equals(change)).toList();
            these.stream().limit(TOLD).forEach(turn -> page.paragraph("  " + turn.name() + ": ", 4, reasons(turn)));
            if (count > Math.min(TOLD, these.size())) {
                page.line("  and " + (count - Math.min(TOLD, these.size())) + " more");
            }
        });
    }

    static String reasons(Turn turn) {
        String was = turn.wasBy().isEmpty() ? "" : "was so by " + String.join(", ", turn.wasBy()) + "; ";
        return was + (turn.nowBy().isEmpty()
                ? "no clause of the new terms grants it"
                : "is so now by "
                        + String.join(", ", turn.nowBy()));
    }

    private static void apart(Wrapped page, ReplayReport report) {
        if (report.reasons().isEmpty()) {
            return;
        }
        page.line("").line("Cannot be tried");
        for (Map.Entry<String, Integer> reason : report.reasons().entrySet()) {
            page.paragraph("  ", 4, counted(reason.getValue(), "case") + ", " + reason.getKey());
            List<String> names = report.notReplayed().stream().filter(it -> it.why().equals(reason.getKey()))
                    .map(NotReplayed::name).limit(TOLD).toList();
            page.paragraph("    ", 4, String.join(", ", names)
                    + (reason.getValue() > names.size() ? " and " + (reason.getValue() - names.size()) + " more" : ""));
        }
    }

    static String counted(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
