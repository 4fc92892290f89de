package nullaosta.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nullaosta.agreement.Terms;
import nullaosta.agreement.VersionChange;
import nullaosta.assessment.Sentence;
import nullaosta.proof.Answer;
import nullaosta.proof.Answer.Result;
import nullaosta.proof.Example;
import nullaosta.proof.Filing;
import nullaosta.proof.Inquiry;
import nullaosta.proof.Question.Topic;
import nullaosta.verifier.Wrapped;

/** An inquiry as people read it: first whether all is as claimed, then each claim with what shows or bears it. */
final class InquiryInWords {

    private static final int HANG = 11;
    private static final String INDENT = " ".repeat(HANG);

    private InquiryInWords() {
    }

    /** Of one version. */
    static String version(Inquiry inquiry) {
        Wrapped page = head(inquiry);
        properties(page, inquiry);
        page.line("").line("Asked of every version");
        for (Answer answer : inquiry.about(Topic.PURPOSE)) {
            page.paragraph("  ", 4, said(answer));
        }
        List<Answer> asked = inquiry.about(Topic.CLAUSE);
        List<Answer> failed = asked.stream().filter(answer -> !answer.proved()).toList();
        page.paragraph("  ", 4, inquiry.versions().getFirst().clauses().size() + " clauses, " + asked.size()
                + " questions: whether each applies, can be kept, can be breached, changes an outcome; "
                + (failed.isEmpty() ? "each does" : failed.size() + " worth a look:"));
        for (Answer answer : failed) {
            page.paragraph("  - ", 4, said(answer));
            bears(page, "    ", answer);
        }
        for (Answer answer : inquiry.about(Topic.CONFLICT)) {
            page.paragraph("  ", 4, said(answer));
            if (answer.result() == Result.REFUTED) {
                bears(page, "    ", answer);
                shown(page, "  for instance this mission:", answer.examples(), inquiry.versions());
            }
        }
        return page.toString();
    }

    /** Of an older version and a newer one. */
    static String comparison(Inquiry inquiry) {
        Wrapped page = head(inquiry);
        for (Topic topic : List.of(Topic.WIDENING, Topic.NARROWING)) {
            page.line("").line(topic.title());
            for (Answer answer : inquiry.about(topic)) {
                page.paragraph("  ", 4, said(answer));
                bears(page, "    ", answer);
                if (!answer.examples().isEmpty()) {
                    shown(page, "  as this mission shows:", answer.examples(), inquiry.versions());
                    if (!answer.note().isEmpty()) {
                        page.paragraph("  ", 4, answer.note());
                    }
                }
            }
        }
        otherwise(page, VersionChange.between(inquiry.versions().getFirst(), inquiry.versions().getLast()));
        return page.toString();
    }

    private static void otherwise(Wrapped page, List<VersionChange> changes) {
        page.line("").line("What reads otherwise");
        if (changes.isEmpty()) {
            page.line("  nothing");
        }
        for (VersionChange change : changes) {
            page.paragraph("  ", 4, change.part() + ": " + change.inWords());
            if (!change.alone().isEmpty()) {
                page.paragraph("    ", 6, change.alone());
            }
            for (VersionChange.Other other : change.changed()) {
                page.paragraph("    ", 6, other.what() + " was: " + other.was());
                page.paragraph("    ", 6, other.what() + " is: " + other.is());
            }
        }
    }

    private static Wrapped head(Inquiry inquiry) {
        Wrapped page = new Wrapped();
        List<Answer> binding = inquiry.answers().stream().filter(it -> it.question().topic().binding()).toList();
        long proved = binding.stream().filter(Answer::proved).count();
        String first = inquiry.asClaimed() ? "AS CLAIMED  " : "NOT AS CLAIMED  ";
        page.paragraph(first, first.length(), proved + " of " + binding.size() + " claims proved of "
                + inquiry.versions().stream().map(terms -> terms.agreement() + " " + terms.version())
                        .collect(Collectors.joining(" and, after it, ")));
        for (Terms terms : inquiry.versions()) {
            page.paragraph("", 0, terms.title());
            page.line("terms " + terms.hash().substring(0, 16) + ", vocabulary "
                    + terms.vocabulary().hash().substring(0, 16));
        }
        return page;
    }

    private static void properties(Wrapped page, Inquiry inquiry) {
        page.line("").line(Topic.PROPERTY.title());
        List<Answer> properties = inquiry.about(Topic.PROPERTY);
        if (properties.isEmpty()) {
            page.line("  none");
        }
        for (Answer answer : properties) {
            page.paragraph("  " + padded(answer.question().id()), HANG,
                    answer.result().word().toUpperCase(Locale.ROOT) + ": " + answer.question().claim());
            bears(page, INDENT, answer);
            if (answer.result() == Result.REFUTED) {
                shown(page, INDENT + "this mission refutes it:", answer.examples(), inquiry.versions());
            } else if (!answer.examples().isEmpty()) {
                page.paragraph(INDENT + "for instance: ", HANG + 2, answer.examples().getFirst().facts().entrySet()
                        .stream().map(fact -> fact.getKey() + ": " + fact.getValue().written())
                        .collect(Collectors.joining(", ")));
            }
        }
    }

    private static String padded(String id) {
        return id + " ".repeat(Math.max(2, HANG - 2 - id.length()));
    }

    static String said(Answer answer) {
        return switch (answer.result()) {
            case PROVED -> "proved: " + answer.question().claim();
            case REFUTED -> "refuted: " + answer.question().otherwise();
            case NOT_DECIDED -> "not decided: " + answer.question().claim();
        };
    }

    private static void bears(Wrapped page, String indent, Answer answer) {
        if (answer.result() == Result.NOT_DECIDED) {
            page.paragraph(indent, indent.length() + 2, answer.note());
        } else if (!answer.restsOn().isEmpty()) {
            page.paragraph(indent, indent.length() + 2, "rests on " + Sentence.joined(answer.restsOn()));
        }
    }

    private static void shown(Wrapped page, String words, List<Example> examples, List<Terms> versions) {
        for (Example example : examples) {
            Filing filing = Filing.of(example, versions);
            page.line(words);
            filing.answered().forEach((source, lines) -> {
                page.line("    " + source.inWords());
                for (Filing.Line line : lines) {
                    page.paragraph("      ", 8, line.question());
                    page.paragraph("        ", 10, line.fact() + ": " + line.value());
                }
            });
            filing.verdicts().forEach(verdict -> page.paragraph("    ", 6, verdict));
        }
    }
}
