package nullaosta.cli;

import java.util.List;
import java.util.stream.Collectors;
import nullaosta.assessment.Outcome;
import nullaosta.oversight.Drift;
import nullaosta.oversight.Turn;
import nullaosta.proof.Answer;
import nullaosta.proof.Question;
import nullaosta.proof.VersionComparison;
import nullaosta.verifier.Wrapped;

/** A drift as people read it: all past cases under each version as a bar, then each step. */
final class DriftInWords {

    private static final int BAR = 30;
    private static final int TOLD = 20;

    private DriftInWords() {
    }

    static String page(Drift drift) {
        Wrapped page = new Wrapped();
        int cases = drift.marks().stream().mapToInt(Drift.Mark::cases).max().orElse(0);
        page.line(drift.agreement() + ": " + ReplayInWords.counted(drift.marks().size(), "version") + ", "
                + ReplayInWords.counted(cases, "past case"));
        page.line("").line("Past cases: # eligible, + case by case, . neither, ? cannot be tried");
        for (Drift.Mark mark : drift.marks()) {
            page.line(String.format("  %-12s %s  %d, %d, %d%s", mark.terms().version(), bar(mark, cases),
                    mark.count(Outcome.ELIGIBLE), mark.count(Outcome.REFER),
                    mark.cases() - mark.permitted() - mark.untried(),
                    mark.untried() == 0 ? "" : "; " + mark.untried() + " cannot be tried"));
            page.paragraph("  " + " ".repeat(13), 15, mark.terms().inForce().map(it -> "in force " + it)
                    .orElse("proposed") + ": " + mark.terms().title());
        }
        drift.steps().forEach(step -> step(page, step));
        return page.toString();
    }

    /** All cases are as long as the bar; what is rounded away or up is rounded in what is neither. */
    private static String bar(Drift.Mark mark, int cases) {
        int eligible = length(mark.count(Outcome.ELIGIBLE), cases);
        int permitted = length(mark.permitted(), cases);
        int untried = Math.min(BAR - permitted, length(mark.untried(), cases));
        return "#".repeat(eligible) + "+".repeat(permitted - eligible) + ".".repeat(BAR - permitted - untried)
                + "?".repeat(untried);
    }

    private static int length(int part, int cases) {
        return cases == 0 ? 0 : Math.round((float) BAR * part / cases);
    }

    private static void step(Wrapped page, Drift.Step step) {
        page.line("").line("From " + step.older().version() + " to " + step.newer().version());
        switch (step.comparison()) {
            case VersionComparison.Compared(var inquiry) -> {
                for (Question.Topic topic : List.of(Question.Topic.WIDENING, Question.Topic.NARROWING)) {
                    inquiry.about(topic).forEach(answer -> page.paragraph("  by proof: ", 4, InquiryInWords.said(answer)
                            + (answer.examples().isEmpty() ? "" : shown(answer))));
                }
            }
            case VersionComparison.Incomparable(List<String> why) ->
                page.paragraph("  by proof: ", 4, "cannot be compared: " + String.join("; ", why));
        }
        turns(page, "widened", step.widened());
        turns(page, "narrowed", step.narrowed());
        if (step.replay().untried() > 0) {
            page.paragraph("  by past cases: ", 4,
                    ReplayInWords.counted(step.replay().untried(), "case") + " cannot be tried");
        }
    }

    private static String shown(Answer answer) {
        return ", for instance " + answer.examples().getFirst().facts().entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue().written())
                .collect(Collectors.joining(", "));
    }

    private static void turns(Wrapped page, String what, List<Turn> turns) {
        if (turns.isEmpty()) {
            page.line("  by past cases: none " + what);
            return;
        }
        page.paragraph("  by past cases: ", 4, turns.size() + " " + what);
        turns.stream().limit(TOLD).forEach(turn -> page.paragraph("    " + turn.name() + ": ", 6,
                turn.was() + " → " + turn.now() + "; " + ReplayInWords.reasons(turn)));
        if (turns.size() > TOLD) {
            page.line("    and " + (turns.size() - TOLD) + " more");
        }
    }
}
