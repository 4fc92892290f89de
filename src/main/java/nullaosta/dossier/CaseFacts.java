package nullaosta.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.text.Reading;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.FactSource;
import nullaosta.agreement.vocabulary.Vocabulary;
import nullaosta.mission.Declared;
import nullaosta.mission.Mission;
import nullaosta.mission.Receipt;
import nullaosta.mission.Ruling;
import nullaosta.mission.Statement;
import nullaosta.party.Host;
import nullaosta.party.Recognition;

/**
 * The facts of one case, each from its own source and no other: the mission from the requester, the file from the
 * desk's statements, recognition from the host, counts from the ledger, receipt from the clock.
 */
final class CaseFacts {

    private final FactSheet.Builder sheet;
    private final Vocabulary vocabulary;

    private CaseFacts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.sheet = FactSheet.builder(vocabulary);
    }

    static FactSheet of(Dossier dossier, Vocabulary vocabulary, Host host, int sorties) {
        CaseFacts facts = new CaseFacts(vocabulary);
        facts.mission(dossier.mission());
        facts.receipt(dossier.mission(), dossier.receipt(), dossier.movement());
        facts.file(dossier);
        facts.host(host);
        facts.put("ledger.sortiesToday", Optional.of((long) sorties),
                "counted from the flights cleared for that day", "");
        return facts.sheet.build().orThrow();
    }

    /** The value that a fact of the file would take from a text, or what is wrong with the text. */
    static Reading<FactSheet> tried(Vocabulary vocabulary, String fact, String value) {
        return FactSheet.builder(vocabulary).known(fact, plain(value.strip()), "statement").build();
    }

    /** The facts of the file that the desk may state under a vocabulary. */
    static List<FactDeclaration> ofTheFile(Vocabulary vocabulary) {
        return vocabulary.facts().values().stream().filter(f -> f.from() == FactSource.CASE_FILE).toList();
    }

    private void mission(Mission mission) {
        String filed = "requester, mission as filed";
        put("mission.operatorState", Optional.of(mission.operatorState().code()), filed, "");
        put("mission.base", Optional.of(mission.base()), filed, "");
        put("mission.area", Optional.of(mission.area()), filed, "");
        put("mission.departure", Optional.of(mission.departure().toString()), filed, "");
        put("mission.purpose", Optional.of(mission.purpose()), filed, "");
        declared("mission.crewed", mission.aircraft().crewed());
        declared("mission.armed", mission.armed());
        declared("mission.strike", mission.strike());
        declared("mission.sensors", mission.sensors());
        declared("mission.dangerousGoods", mission.dangerousGoods());
    }

    private void declared(String fact, Declared value) {
        put(fact, value.asFact(), "requester, declared with the mission", "not declared by the requester");
    }

    private void receipt(Mission mission, Receipt receipt, Movement movement) {
        boolean before = receipt.receivedAt().isBefore(mission.departure())
                && movement.takenOffAt().map(receipt.receivedAt()::isBefore).orElse(true);
        put("mission.receivedBeforeTakeoff", Optional.of(before),
                "received " + receipt.receivedAt() + " (" + receipt.evidence() + ")", "");
    }

    private void file(Dossier dossier) {
        for (FactDeclaration fact : ofTheFile(vocabulary)) {
            List<Statement> said = dossier.statements().stream().filter(s -> s.fact().equals(fact.name())).toList();
            if (!said.isEmpty()) {
                stated(fact.name(), said, dossier.rulings());
            } else if (fact.name().equals("file.harmEstimate")) {
                put(fact.name(), dossier.mission().harmEstimate().map(estimate -> true),
                        dossier.mission().harmEstimate().map(e -> "estimate by " + e.author()).orElse(""),
                        "no estimate with a named author was filed");
            }
        }
    }

    private void stated(String fact, List<Statement> said, List<Ruling> rulings) {
        Optional<Statement> counts = rulings.stream().filter(r -> r.fact().equals(fact)).reduce((a, b) -> b)
                .flatMap(r -> said.stream().filter(s -> s.number() == r.statement()).findFirst());
        if (counts.isEmpty() && said.stream().map(Statement::value).distinct().count() > 1) {
            sheet.absent(fact, "statements " + String.join(" and ", said.stream().map(s -> "" + s.number()).toList())
                    + " contradict each other; the desk must rule");
            return;
        }
        Statement statement = counts.orElse(said.getLast());
        sheet.known(fact, plain(statement.value()), "statement " + statement.number() + ": " + statement.source()
                + ", " + statement.dated() + ", graded " + statement.grade());
    }

    private void host(Host host) {
        List<Map<String, Object>> rows = host.recognitions().stream().map(CaseFacts::row).toList();
        put("host.recognitions", Optional.of(rows), "register of recognitions of " + host.name(), "");
    }

    private static Map<String, Object> row(Recognition recognition) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("government", recognition.government());
        row.put("from", recognition.from().toString());
        recognition.until().ifPresent(until -> row.put("until", until.toString()));
        return row;
    }

    private void put(String fact, Optional<? extends Object> value, String origin, String whyAbsent) {
        if (vocabulary.fact(fact).isEmpty()) {
            return;
        }
        if (value.isPresent()) {
            sheet.known(fact, value.get(), origin);
        } else {
            sheet.absent(fact, whyAbsent);
        }
    }

    /** Text as a facts file would read it. */
    private static Object plain(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> value.matches("-?[0-9]{1,15}") ? (Object) Long.valueOf(value) : value;
        };
    }
}
