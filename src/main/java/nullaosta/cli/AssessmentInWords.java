package nullaosta.cli;

import java.util.List;
import java.util.function.Predicate;
import nullaosta.agreement.Authority;
import nullaosta.agreement.ClauseKind;
import nullaosta.agreement.OnBreach;
import nullaosta.agreement.text.Section;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.FactSeen;
import nullaosta.assessment.Finding;
import nullaosta.assessment.MissingFact;
import nullaosta.assessment.Outcome;
import nullaosta.assessment.Sentence;
import nullaosta.assessment.Status;
import nullaosta.verifier.Wrapped;

/** An assessment as people read it: the outcome in a sentence, what stands in the way, what is missing, the rest. */
public final class AssessmentInWords {

    private static final int HANG = 11;

    private AssessmentInWords() {
    }

    /** The whole of it, eighty columns wide. */
    public static String page(Assessment assessment) {
        Wrapped page = new Wrapped();
        page.paragraph(assessment.outcome().name() + "  ", assessment.outcome().name().length() + 2,
                assessment.sentence());
        page.paragraph("", 0, assessment.title() + " (" + assessment.agreement() + " " + assessment.version() + ")");
        part(page, "In the way", assessment, AssessmentInWords::standsInTheWay);
        missing(page, assessment.missing());
        if (assessment.outcome() == Outcome.NOT_COVERED) {
            part(page, "What the agreement covers", assessment, finding -> finding.kind() == ClauseKind.GRANT);
        }
        part(page,
                assessment.outcome() == Outcome.REFER
                        ? "For decision"
                        : "For decision, if nothing else stood in the way",
                assessment, finding -> finding.refersTo().isPresent());
        part(page, "Noted", assessment, AssessmentInWords::noted);
        rest(page, assessment);
        return page.toString();
    }

    private static boolean refuses(Finding finding) {
        return finding.status() instanceof Status.Breached breached && breached.leadsTo() == OnBreach.REFUSE;
    }

    private static boolean standsInTheWay(Finding finding) {
        return refuses(finding) || finding.status() instanceof Status.Failed;
    }

    private static boolean noted(Finding finding) {
        return finding.status() instanceof Status.Breached breached && breached.leadsTo() == OnBreach.RECORD;
    }

    private static void part(Wrapped page, String title, Assessment assessment, Predicate<Finding> which) {
        List<Finding> findings = assessment.findings().stream().filter(which).toList();
        if (findings.isEmpty()) {
            return;
        }
        page.line("").line(title);
        for (Finding finding : findings) {
            page.paragraph("  " + padded(finding.clause()), HANG, finding.text());
            String indent = " ".repeat(HANG);
            finding.sources().forEach(source -> page.paragraph(indent + "source: ", HANG + 8, source.toString()));
            page.paragraph(indent + "found: ", HANG + 7, found(finding));
            finding.refersTo().ifPresent(authority -> decides(page, indent, authority));
            for (FactSeen fact : finding.facts()) {
                page.paragraph(indent + "fact: ", HANG + 6, seen(fact));
            }
        }
    }

    private static void decides(Wrapped page, String indent, Authority authority) {
        page.paragraph(indent + "decides: ", HANG + 9, authority.title());
        if (!authority.consult().isEmpty()) {
            page.paragraph(indent + "asks before: ", HANG + 13, String.join(", ", authority.consult()));
        }
        if (authority.parliament() != Authority.Parliament.NONE) {
            page.paragraph(indent + "Parliament: ", HANG + 12, Section.word(authority.parliament()));
        }
    }

    private static String found(Finding finding) {
        return switch (finding.status()) {
            case Status.Breached breached -> "breached (basis: " + Section.word(finding.basis()) + ")"
                    + (breached.derogable() ? "; may be excused" : "")
                    + (breached.leadsTo() == OnBreach.RECORD ? "; only recorded" : "");
            case Status.Failed(String why) -> "failed, " + why;
            case Status.NotApplicable any when finding.kind() == ClauseKind.GRANT -> "does not cover this flight";
            default -> finding.status().word();
        };
    }

    private static String seen(FactSeen fact) {
        return fact.known()
                ? fact.name() + " is " + fact.written() + " (" + fact.origin() + ")"
                : fact.name() + " is absent: " + fact.origin();
    }

    private static void missing(Wrapped page, List<MissingFact> missing) {
        if (missing.isEmpty()) {
            return;
        }
        page.line("").line("Missing");
        for (MissingFact fact : missing) {
            page.paragraph("  ", 4, fact.question());
            page.paragraph("    ", 6, fact.fact() + ", answered by " + fact.from().inWords());
            page.paragraph("    ", 6,
                    Sentence.joined(fact.clauses()) + (fact.clauses().size() == 1 ? " waits" : " wait")
                            + " for it; " + fact.why());
        }
    }

    private static void rest(Wrapped page, Assessment assessment) {
        List<Finding> others = assessment.findings().stream().filter(finding -> !standsInTheWay(finding)
                && finding.refersTo().isEmpty() && !noted(finding)
                && !(assessment.outcome() == Outcome.NOT_COVERED && finding.kind() == ClauseKind.GRANT)).toList();
        if (others.isEmpty()) {
            return;
        }
        page.line("").line("The other clauses");
        for (Finding finding : others) {
            String status = switch (finding.status()) {
                case Status.NotApplicable(String why) -> "not applicable: " + why;
                case Status.Undetermined(List<String> facts) -> "undetermined: waits for " + String.join(", ", facts);
                default -> finding.status().word()
                        + finding.signs().map(authority -> "; signed by " + authority.inWords()).orElse("");
            };
            page.paragraph("  " + padded(finding.clause()), HANG, status);
        }
    }

    private static String padded(String clause) {
        return String.format("%-" + (HANG - 3) + "s ", clause);
    }
}
