package nullaosta.proof;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nullaosta.agreement.AgreedPlace;
import nullaosta.agreement.Authority;
import nullaosta.agreement.Clause;
import nullaosta.agreement.ClauseTest;
import nullaosta.agreement.Parameter;
import nullaosta.agreement.Property;
import nullaosta.agreement.Terms;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.condition.Notation;
import nullaosta.agreement.text.Section;
import nullaosta.agreement.vocabulary.FactDeclaration;

/**
 * A version on one page, as a lawyer reads it: each clause with its words, where they come from, what it asks, how it is
 * verified, the tests that it carries and what was proved of it.
 */
public final class WovenPage {

    private final Terms terms;
    private final Inquiry inquiry;
    private final StringBuilder page;

    private WovenPage(Terms terms, Inquiry inquiry) {
        this.terms = terms;
        this.inquiry = inquiry;
        this.page = Paper.begun(terms.title());
    }

    /** @param inquiry about these terms and no others */
    public static String of(Terms terms, Inquiry inquiry) {
        WovenPage woven = new WovenPage(terms, inquiry);
        woven.head();
        terms.clauses().forEach(woven::clause);
        woven.properties();
        woven.parameters();
        woven.places();
        woven.questions();
        return Paper.ended(woven.page);
    }

    private void head() {
        paragraph("quiet", terms.agreement() + " " + terms.version() + ", "
                + terms.inForce().map(period -> "in force " + period).orElse("proposed")
                + terms.published().map(day -> ", published " + day).orElse("") + ". Host " + terms.host()
                + "; parties " + String.join(", ", terms.parties()) + ". Days are counted in " + terms.timezone()
                + ".");
        Paper.add(page, "<p class=\"quiet\">terms <code>", terms.hash(), "</code><br>vocabulary <code>",
                terms.vocabulary().hash(), "</code></p>\n");
        if (!terms.authorities().isEmpty()) {
            page.append("<h2>Who decides</h2>\n<ul>\n");
            terms.authorities().values().forEach(this::authority);
            page.append("</ul>\n");
        }
        page.append("<h2>Clauses</h2>\n");
    }

    private void authority(Authority authority) {
        Paper.add(page, "<li>", Paper.text(authority.title()), Paper.text(switch (authority.parliament()) {
            case NONE -> "";
            case INFORMED -> "; Parliament is informed";
            case CONSENTS -> "; Parliament consents";
        }), authority.consult().isEmpty()
                ? ""
                : Paper.text("; asked before: " + String.join(", ", authority.consult())), "</li>\n");
    }

    private void clause(Clause clause) {
        Paper.add(page, "<section class=\"clause\" id=\"", Paper.text(clause.id()), "\">\n<h3>",
                Paper.text(clause.id()), " <span class=\"quiet\">", Section.word(clause.kind()),
                "</span></h3>\n<p class=\"words\">", Paper.text(clause.text()), "</p>\n<table>\n");
        row("source",
                clause.sources().stream().map(source -> source.cited() + ", " + source.locator())
                        .collect(Collectors.joining("; ")));
        condition("speaks of flights where", clause.when());
        if (clause.kind().demands()) {
            condition("demands", clause.require());
        }
        consequences(clause);
        row("verified", Section.word(clause.basis()));
        terms.published(clause).ifPresent(day -> row("known since", day.toString()));
        clause.inForce().ifPresent(period -> row("in force", period.toString()));
        page.append("</table>\n");
        tests(clause.tests());
        proofs(clause);
        page.append("</section>\n");
    }

    private void consequences(Clause clause) {
        switch (clause.kind()) {
            case GRANT -> clause.authority().ifPresent(authority -> row("signed by", authority.title()));
            case REFER -> row("decided by", clause.authority().map(Authority::title).orElse(""));
            case REQUIRE, PROHIBIT -> row("a breach", clause.derogation()
                    .map(authority -> "refuses, unless excused by " + authority.title())
                    .orElseGet(() -> switch (clause.onBreach()) {
                        case REFUSE -> "refuses";
                        case REFER -> "is decided by " + clause.authority().map(Authority::title).orElse("");
                        case RECORD -> "is recorded";
                    }));
        }
        if (!clause.exceptTo().isEmpty()) {
            row("exception to", String.join(", ", clause.exceptTo()));
        }
        if (!clause.excepted().isEmpty()) {
            row("not where these hold", String.join(", ", clause.excepted().keySet()));
        }
    }

    private void tests(List<ClauseTest> tests) {
        page.append("<table>\n<tr><th>with these facts</th><th>it is</th></tr>\n");
        for (ClauseTest test : tests) {
            String given = terms.vocabulary().slots().stream()
                    .flatMap(name -> test.given().value(name).stream().map(value -> name + ": " + value.written()))
                    .collect(Collectors.joining(", "));
            Paper.add(page, "<tr><td><code>", given.isEmpty() ? "none" : Paper.text(given), "</code></td><td>",
                    Paper.text(test.needs().isEmpty()
                            ? Section.word(test.expect())
                            : "open, until known: " + String.join(", ", test.needs())),
                    "</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private void proofs(Clause clause) {
        List<Answer> about = inquiry.answers().stream()
                .filter(answer -> answer.question().id().startsWith(clause.id() + "/")
                        || answer.restsOn().contains(clause.id()))
                .toList();
        if (!about.isEmpty()) {
            page.append("<table>\n<tr><th>asked of every mission that can be</th><th>result</th></tr>\n");
            about.forEach(this::answer);
            page.append("</table>\n");
        }
    }

    private void answer(Answer answer) {
        Paper.add(page, "<tr><td>", Paper.text(answer.question().claim()), "</td><td class=\"",
                switch (answer.result()) {
                    case PROVED -> "proved";
                    case REFUTED -> "refuted";
                    case NOT_DECIDED -> "open";
                }, "\">", answer.result().word(), answer.restsOn().isEmpty()
                        ? ""
                        : Paper.text(", by " + String.join(", ", answer.restsOn())),
                "</td></tr>\n");
    }

    private void properties() {
        if (terms.properties().isEmpty()) {
            return;
        }
        page.append(
                "<h2>Declared of every mission</h2>\n<table>\n<tr><th>claim</th><th>formula</th><th>result</th></tr>\n");
        for (Property property : terms.properties()) {
            String result = inquiry.answers().stream().filter(it -> it.question().id().equals(property.id()))
                    .map(it -> it.result().word()
                            + (it.restsOn().isEmpty() ? "" : ", by " + String.join(", ", it.restsOn())))
                    .findFirst().orElse("not asked");
            Paper.add(page, "<tr><td>", Paper.text(property.id() + ": " + property.text()), "</td><td><code>",
                    Paper.text(Section.word(property.claim()) + " " + Notation.of(property.formula())),
                    "</code></td><td>", Paper.text(result), "</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private void parameters() {
        if (terms.params().isEmpty()) {
            return;
        }
        page.append("<h2>Numbers</h2>\n<table>\n");
        for (Parameter parameter : terms.params().values()) {
            row("params." + parameter.name(), parameter.value().written() + " (" + parameter.source().cited() + ", "
                    + parameter.source().locator() + ")");
        }
        page.append("</table>\n");
    }

    private void places() {
        if (terms.places().isEmpty()) {
            return;
        }
        page.append("<h2>Places</h2>\n<table>\n");
        for (AgreedPlace place : terms.places().values()) {
            row("Place." + place.name(), place.text() + ": " + place.area().inWords()
                    + place.band().map(band -> ", " + band.inWords()).orElse("") + " (" + place.source().cited() + ", "
                    + place.source().locator() + ")");
        }
        page.append("</table>\n");
    }

    /** Every fact that a clause asks for, with its question: what the names in the conditions mean. */
    private void questions() {
        TreeSet<String> asked = new TreeSet<>();
        terms.clauses().forEach(clause -> {
            asked.addAll(clause.when().facts());
            asked.addAll(clause.require().facts());
        });
        page.append(
                "<h2>What the names ask</h2>\n<table>\n<tr><th>fact</th><th>question</th><th>answered by</th></tr>\n");
        for (String name : asked) {
            FactDeclaration fact = terms.vocabulary().declared(name);
            Paper.add(page, "<tr><td><code>", Paper.text(name), "</code></td><td>", Paper.text(fact.ask()),
                    fact.derive().isEmpty()
                            ? ""
                            : "<br><span class=\"quiet\">" + Paper.text("derived: " + fact.derive()) + "</span>",
                    "</td><td>", Paper.text(fact.from().inWords()), "</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private void condition(String name, Condition condition) {
        if (condition instanceof Condition.Always(boolean holds)) {
            row(name, holds ? "always" : "never");
            return;
        }
        Paper.add(page, "<tr><td>", name, "</td><td><code>", Paper.text(Notation.of(condition)), "</code></td></tr>\n");
    }

    private void row(String name, String words) {
        Paper.add(page, "<tr><td>", Paper.text(name), "</td><td>", Paper.text(words), "</td></tr>\n");
    }

    private void paragraph(String kind, String words) {
        Paper.add(page, "<p class=\"", kind, "\">", Paper.text(words), "</p>\n");
    }
}
