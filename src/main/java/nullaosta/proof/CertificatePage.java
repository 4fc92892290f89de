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
        Paper.add(page, "<p class=\"verdict ", asClaimed ? "proved\">As claimed" : "refuted\">Not as claimed",
                "</p>\n<h2>The text</h2>\n<table>\n<tr><th>version</th><th>terms, vocabulary (SHA-256)</th></tr>\n");
        for (Terms terms : inquiry.versions()) {
            Paper.add(page, "<tr><td>",
                    Paper.text(terms.title() + " (" + terms.agreement() + " " + terms.version() + ")"),
                    "</td><td><code>", terms.hash(), "</code><br><code>", terms.vocabulary().hash(),
                    "</code></td></tr>\n");
        }
        Paper.add(page,
                "</table>\n<p class=\"quiet\">This is about the text with these digests and its encoding "
                        + Certificate.ENCODING + ", not about the treaty. Answered by ",
                Paper.text(Solver.NAME), "; each question is also in a file that other solvers of SMT-LIB read.</p>\n");
        page.append("<h2>Taken for granted</h2>\n<ul>\n");
        Inquiry.ASSUMPTIONS.forEach(each -> Paper.add(page, "<li>", Paper.text(each), "</li>\n"));
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
        Paper.add(page, "<h2>", Paper.text(topic.title()), "</h2>\n<table>\n<tr><th>question</th><th>claim</th>"
                + "<th>result</th><th>rests on, or shown by</th><th>file</th></tr>\n");
        for (Answer answer : answers) {
            Paper.add(page, "<tr><td>", Paper.text(answer.question().id()), "</td><td>",
                    Paper.text(answer.question().claim()), "</td><td class=\"", switch (answer.result()) {
                        case PROVED -> "proved";
                        case REFUTED -> "refuted";
                        case NOT_DECIDED -> "open";
                    }, "\">", answer.result().word(), "</td><td>", bearing(certificate, answer), "</td><td><code>",
                    Paper.text(certificate.file(answer)), "</code></td></tr>\n");
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
            Paper.add(page, "<div class=\"mission\" id=\"", name, "\">\n<h3>", name, "</h3>\n<table>\n");
            filing.answered()
                    .forEach((source,
                            lines) -> lines.forEach(line -> Paper.add(page, "<tr><td>", Paper.text(source.inWords()),
                                    "</td><td>", Paper.text(line.question()), "</td><td><code>",
                                    Paper.text(line.fact() + ": " + line.value()), "</code></td></tr>\n")));
            page.append("</table>\n");
            filing.verdicts().forEach(
                    verdict -> Paper.add(page, "<p class=\"quiet\">", Paper.text(verdict), "</p>\n"));
            page.append("</div>\n");
        });
    }
}
