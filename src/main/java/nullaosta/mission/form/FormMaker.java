package nullaosta.mission.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.Clause;
import nullaosta.agreement.Terms;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.mission.form.Question.Wait;
import nullaosta.party.Host;
import nullaosta.party.StateCode;

/** Makes a form: the questions of every mission, and those that some clause waits for. */
final class FormMaker {

    private final Host host;
    private final Agreements agreements;
    private final List<Terms> applying;
    private final Map<String, List<Wait>> waits = new TreeMap<>();
    private final Map<String, List<Question>> added = new LinkedHashMap<>();

    FormMaker(Host host, Agreements agreements, Optional<StateCode> state, Instant now) {
        this.host = host;
        this.agreements = agreements;
        this.applying = agreements.all().stream().flatMap(agreement -> agreement.versions().stream())
                .filter(terms -> state.isEmpty() || terms.userStates().contains(state.get().code()))
                .filter(terms -> terms.inForce().isPresent() && !over(terms, now)).toList();
    }

    private static boolean over(Terms terms, Instant now) {
        return terms.inForce().flatMap(period -> period.until())
                .filter(until -> !now.atZone(terms.timezone()).toLocalDate().isBefore(until)).isPresent();
    }

    Form form(Form.Ending ending) {
        for (Terms terms : applying) {
            for (Clause clause : terms.clauses()) {
                facts(clause).forEach(name -> terms.vocabulary().fact(name)
                        .ifPresent(fact -> waits(terms, clause, fact)));
            }
        }
        List<Section> sections = new ArrayList<>();
        for (Section section : new MissionQuestions(host, agreements).sections()) {
            List<Question> questions = new ArrayList<>(section.questions());
            questions.addAll(added.getOrDefault(section.title(), List.of()));
            if (!questions.isEmpty()) {
                sections.add(section.with(questions.stream()
                        .map(question -> question.waitedFor(waits.getOrDefault(question.id(), List.of()))).toList()));
            }
        }
        switch (ending) {
            case NONE -> {
            }
            case RECEIPT -> sections.add(MissionQuestions.receipt());
            case REASON -> sections.add(MissionQuestions.amendment());
        }
        return new Form(host, applying.stream().map(Terms::title).distinct().toList(), sections,
                AnswerFacts.of(agreements));
    }

    private static TreeSet<String> facts(Clause clause) {
        TreeSet<String> facts = new TreeSet<>();
        for (Condition condition : List.of(clause.lawful(), clause.when(), clause.require())) {
            facts.addAll(condition.facts());
        }
        clause.excepted().values().forEach(exception -> facts.addAll(exception.facts()));
        return facts;
    }

    private void waits(Terms terms, Clause clause, FactDeclaration fact) {
        for (String question : FactQuestions.of(fact)) {
            if (question.startsWith(FactQuestions.ANSWERS)) {
                String name = "mission." + question.substring(FactQuestions.ANSWERS.length());
                terms.vocabulary().fact(name).ifPresent(asked -> add(terms, asked));
            }
            List<Wait> known = waits.computeIfAbsent(question, id -> new ArrayList<>());
            Wait wait = new Wait(terms.title(), clause.id());
            if (!known.contains(wait)) {
                known.add(wait);
            }
        }
    }

    /** Where several agreements ask the same, it is asked once, with the answers that any of them knows. */
    private void add(Terms terms, FactDeclaration fact) {
        Question question = FactQuestions.question(fact, terms.vocabulary());
        List<Question> topic = added.computeIfAbsent(FactQuestions.topic(fact), title -> new ArrayList<>());
        for (int i = 0; i < topic.size(); i++) {
            if (topic.get(i).id().equals(question.id())) {
                List<Question.Choice> all = new ArrayList<>(topic.get(i).choices());
                question.choices().stream().filter(choice -> !all.contains(choice)).forEach(all::add);
                topic.set(i, topic.get(i).among(all));
                return;
            }
        }
        topic.add(question);
    }
}
