package nullaosta.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nullaosta.agreement.Terms;
import nullaosta.proof.formula.Solver;

/** A certificate as a page that needs nothing else, to be printed and put into a file. */
public final class CertificatePage {

    private static final String STYLE = """
            :root { color-scheme: light; }
            body { font: 11pt/1.45 "DejaVu Sans", system-ui, sans-serif; color: #16202a; max-width: 58rem; margin: 2rem auto;
              padding: 0 1rem; }
            h1 { font-size: 1.6rem; margin: 0 0 .3rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; }
            table { border-collapse: collapse; width: 100%; } th { text-align: left; color: #52606d; font-size: .85rem; }
            th, td { padding: .4rem .7rem .4rem 0; border-bottom: 1px solid #d5dce2; vertical-align: top; }
            code { font-family: "DejaVu Sans Mono", ui-monospace, monospace; font-size: .8rem; overflow-wrap: anywhere; }
            .verdict { font-weight: 700; } .proved { color: #1c6b3a; } .refuted { color: #9b1c1c; } .open { color: #7a4d00; }
            .mission { break-inside: avoid; } .quiet { color: #52606d; font-size: .9rem; }
            @page { size: A4; margin: 16mm; } @media print { body { margin: 0; padding: 0; font-size: 9.5pt; } }
            """;

    private CertificatePage() {
    }

    public static String of(Certificate certificate) {
        Inquiry inquiry = certificate.inquiry();
        StringBuilder page = new StringBuilder(
                "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        String names = inquiry.versions().stream().map(terms -> terms.agreement() + " " + terms.version())
                .collect(Collectors.joining(" and "));
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(text("Certificate: " + names)).append("</title>\n<style>\n").append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>").append(text("Certificate: " + names)).append("</h1>\n");
        boolean asClaimed = inquiry.asClaimed();
        page.append("<p class=\"verdict ").append(asClaimed ? "proved\">As claimed" : "refuted\">Not as claimed")
                .append("</p>\n<h2>The text</h2>\n<table>\n<tr><th>version</th><th>terms, vocabulary (SHA-256)</th></tr>\n");
        for (Terms terms : inquiry.versions()) {
            page.append("<tr><td>").append(text(terms.title() + " (" + terms.agreement() + " " + terms.version() + ")"))
                    .append("</td><td><code>").append(terms.hash()).append("</code><br><code>")
                    .append(terms.vocabulary().hash()).append("</code></td></tr>\n");
        }
        page.append("</table>\n<p class=\"quiet\">This is about the text with these digests and its encoding ")
                .append(Certificate.ENCODING).append(", not about the treaty. Answered by ").append(text(Solver.NAME))
                .append("; each question is also in a file that other solvers of SMT-LIB read.</p>\n");
        page.append("<h2>Taken for granted</h2>\n<ul>\n");
        Inquiry.ASSUMPTIONS.forEach(each -> page.append("<li>").append(text(each)).append("</li>\n"));
        page.append("</ul>\n");
        for (Question.Topic topic : Question.Topic.values()) {
            questions(page, certificate, topic);
        }
        missions(page, certificate);
        return page.append("</body>\n</html>\n").toString();
    }

    private static void questions(StringBuilder page, Certificate certificate, Question.Topic topic) {
        List<Answer> answers = certificate.inquiry().about(topic);
        if (answers.isEmpty()) {
            return;
        }
        page.append("<h2>").append(text(topic.title())).append("</h2>\n<table>\n<tr><th>question</th><th>claim</th>"
                + "<th>result</th><th>rests on, or shown by</th><th>file</th></tr>\n");
        for (Answer answer : answers) {
            page.append("<tr><td>").append(text(answer.question().id())).append("</td><td>")
                    .append(text(answer.question().claim())).append("</td><td class=\"")
                    .append(switch (answer.result()) {
                        case PROVED -> "proved";
                        case REFUTED -> "refuted";
                        case NOT_DECIDED -> "open";
                    }).append("\">").append(answer.result().word()).append("</td><td>")
                    .append(bearing(certificate, answer))
                    .append("</td><td><code>").append(text(certificate.file(answer))).append("</code></td></tr>\n");
        }
        page.append("</table>\n");
    }

    private static String bearing(Certificate certificate, Answer answer) {
        String clauses = text(String.join(", ", answer.restsOn()));
        String missions = answer.examples().stream().map(certificate::mission)
                .map(name -> "<a href=\"#" + name + "\">" + name + "</a>").collect(Collectors.joining(", "));
        return java.util.stream.Stream.of(clauses, missions, text(answer.note())).filter(part -> !part.isEmpty())
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
                    .append(text(source.inWords())).append("</td><td>").append(text(line.question()))
                    .append("</td><td><code>").append(text(line.fact() + ": " + line.value()))
                    .append("</code></td></tr>\n")));
            page.append("</table>\n");
            filing.verdicts().forEach(
                    verdict -> page.append("<p class=\"quiet\">").append(text(verdict)).append("</p>\n"));
            page.append("</div>\n");
        });
    }

    private static String text(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
