package nullaosta.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nullaosta.agreement.Terms;
import nullaosta.proof.formula.Solver;

/** A certificate as a page that needs nothing else, to be printed and put into a file. */
public final class CertificatePage {

    private CertificatePage() {
    }

    public static String of(Certificate certificate) {
        Inquiry inquiry = certificate.inquiry();
        String names = inquiry.versions().stream().map(terms -> terms.agreement() + " " + terms.version())
                .collect(Collectors.joining(" and "));
        StringBuilder page = Paper.begun("Certificate: " + names);
        boolean asClaimed = inquiry.asClaimed();
        page.append("<p class=\"verdict ").append(asClaimed ? "proved\">As claimed" : "refuted\">Not as claimed")
                .append("</p>\n<h2>The text</h2>\n<table>\n<tr><th>version</th><th>terms, vocabulary (SHA-256)</th></tr>\n");
        for (Terms terms : inquiry.versions()) {
            page.append("<tr><td>")
                    .append(Paper.text(terms.title() + " (" + terms.agreement() + " " + terms.version() + ")"))
                    .append("</td><td><code>").append(terms.hash()).append("</code><br><code>")
                    .append(terms.vocabulary().hash()).append("</code></td></tr>\n");
        }
        page.append("</table>\n<p class=\"quiet\">This is about the text with these digests and its encoding ")
                .append(Certificate.ENCODING).append(", not about the treaty. Answered by ")
                .append(Paper.text(Solver.NAME))
                .append("; each question is also in a file that other solvers of SMT-LIB read.</p>\n");
        page.append("<h2>Taken for granted</h2>\n<ul>\n");
        Inquiry.ASSUMPTIONS.forEach(each -> page.append("<li>").append(Paper.text(each)).append("</li>\n"));
        page.append("</ul>\n");
        for (Question.Topic topic : Question.Topic.values()) {
            questions(page, certificate, topic);
        }
        missions(page, certificate);
        return Paper.ended(page);
    }

    private static void questions(StringBuilder page, Certificate certificate, Question.Topic topic) {
        List<Answer> answers = certificate.inquiry().about(topic);
        if (answers.isEmpty()) {
            return;
        }
        page.append("<h2>").append(Paper.text(topic.title()))
                .append("</h2>\n<table>\n<tr><th>question</th><th>claim</th>"
                        + "<th>result</th><th>rests on, or shown by</th><th>file</th></tr>\n");
        for (Answer answer : answers) {
            page.append("<tr><td>").append(Paper.text(answer.question().id())).append("</td><td>")
                    .append(Paper.text(answer.question().claim())).append("</td><td class=\"")
                    .append(switch (answer.result()) {
                        case PROVED -> "proved";
                        case REFUTED -> "refuted";
                        case NOT_DECIDED -> "open";
                    }).append("\">").append(answer.result().word()).append("</td><td>")
                    .append(bearing(certificate, answer))
                    .append("</td><td><code>").append(Paper.text(certificate.file(answer)))
                    .append("</code></td></tr>\n");
        }
        page.append("</table>\n");
    }

    private static String bearing(Certificate certificate, Answer answer) {
        String clauses = Paper.text(String.join(", ", answer.restsOn()));
        String missions = answer.examples().stream().map(certificate::mission)
                .map(name -> "<a href=\"#" + name + "\">" + name + "</a>").collect(Collectors.joining(", "));
        return java.util.stream.Stream.of(clauses, missions, Paper.text(answer.note())).filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static void missions(StringBuilder page, Certificate certificate) {
        Map<String, Example> missions = new LinkedHashMap<>();
        certificate.inquiry().answers().forEach(answer -> answer.examples()
                .forEach(example -> missions.putIfAbsent(certificate.mission(example), example)));
        if (missions.isEmpty()) {
            return;
        }
        page.append("<h2>Missions</h2>\n");
        missions.forEach((name, example) -> {
            Filing filing = Filing.of(example, certificate.inquiry().versions());
            page.append("<div class=\"mission\" id=\"").append(name).append("\">\n<h3>").append(name)
                    .append("</h3>\n<table>\n");
            filing.answered().forEach((source, lines) -> lines.forEach(line -> page.append("<tr><td>")
                    .append(Paper.text(source.inWords())).append("</td><td>").append(Paper.text(line.question()))
                    .append("</td><td><code>").append(Paper.text(line.fact() + ": " + line.value()))
                    .append("</code></td></tr>\n")));
            page.append("</table>\n");
            filing.verdicts().forEach(
                    verdict -> page.append("<p class=\"quiet\">").append(Paper.text(verdict)).append("</p>\n"));
            page.append("</div>\n");
        });
    }
}
