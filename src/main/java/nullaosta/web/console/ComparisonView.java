package nullaosta.web.console;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Finding;
import nullaosta.web.console.MissionInWords.Line;
import nullaosta.web.page.Page;
import nullaosta.web.page.Words;

/** Two cases side by side: what was asked in each, and what was found of it. */
public record ComparisonView(Page page, CaseView one, CaseView other) {

    /** A topic in both; where one says nothing of it, an empty list. */
    public record Beside(String topic, List<String> one, List<String> other) {

        public boolean differs() {
            return !one.equals(other);
        }
    }

    /** A clause in both; empty where the terms of one have none of that name. */
    public record Clause(String name, Optional<Finding> one, Optional<Finding> other) {

        public boolean differs() {
            return !words(one).equals(words(other));
        }

        public static String words(Optional<Finding> finding) {
            return finding.map(Words::status).orElse("not in its terms");
        }

        public static String mark(Optional<Finding> finding) {
            return finding.map(Words::mark).orElse("none");
        }
    }

    public List<Beside> mission() {
        List<Line> first = lines(one);
        List<Line> second = lines(other);
        Set<String> topics = new LinkedHashSet<>();
        first.forEach(line -> topics.add(line.topic()));
        second.forEach(line -> topics.add(line.topic()));
        return topics.stream().map(topic -> new Beside(topic, says(first, topic), says(second, topic))).toList();
    }

    private List<Line> lines(CaseView view) {
        return MissionInWords.of(view.dossier().mission(), page.words(), view.maySeeSecret());
    }

    private static List<String> says(List<Line> lines, String topic) {
        return lines.stream().filter(line -> line.topic().equals(topic)).flatMap(line -> line.says().stream())
                .toList();
    }

    /** Whether both were assessed under one agreement, so that a clause's name means one thing. */
    public boolean sameAgreement() {
        return one.assessment().map(Assessment::agreement)
                .equals(other.assessment().map(Assessment::agreement));
    }

    public List<Clause> clauses() {
        Set<String> names = new LinkedHashSet<>();
        for (CaseView view : List.of(one, other)) {
            view.assessment().ifPresent(found -> found.findings().forEach(finding -> names.add(finding.clause())));
        }
        List<Clause> clauses = new ArrayList<>();
        names.forEach(name -> clauses.add(new Clause(name, finding(one, name), finding(other, name))));
        return clauses;
    }

    private static Optional<Finding> finding(CaseView view, String clause) {
        return view.assessment().flatMap(found -> found.finding(clause));
    }
}
