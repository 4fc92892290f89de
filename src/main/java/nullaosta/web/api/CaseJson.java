package nullaosta.web.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nullaosta.assessment.Assessment;
import nullaosta.clearance.Item18;
import nullaosta.decision.Consultation;
import nullaosta.decision.Signature;
import nullaosta.dossier.Competence;
import nullaosta.dossier.Deadline;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.HeldAllegation;
import nullaosta.dossier.HeldClearance;
import nullaosta.dossier.HeldOral;
import nullaosta.dossier.HeldQuestion;
import nullaosta.dossier.NextStep;
import nullaosta.dossier.Row;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.dossier.entry.HarmAllegation;
import nullaosta.dossier.entry.Written;
import nullaosta.flight.Deviation;
import nullaosta.flight.Remark;
import nullaosta.mission.MissionWriter;
import nullaosta.mission.ProtectedParty;
import nullaosta.mission.Statement;
import nullaosta.party.Host;
import nullaosta.party.OfficeHours;
import nullaosta.party.Person;

/** A case as one reader's program may have it. */
record CaseJson(Person reader, Host host) {

    /** @param office of the host, by whose hours an open case has its deadline */
    static Map<String, Object> line(Row row, OfficeHours office, Instant now) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", row.number());
        json.put("phase", row.phase().name());
        json.put("outcome", row.outcome());
        json.put("waitsFor", row.waitsFor());
        json.put("operatorState", row.operatorState());
        json.put("callSign", row.callSign());
        json.put("base", row.base());
        json.put("departure", row.departure().toString());
        if (row.phase().open()) {
            Deadline.of(office, row.departure(), now).ifPresent(due -> {
                json.put("decideBy", due.at().toString());
                json.put("wholeWorkingDaysLeft", due.wholeDays());
            });
        }
        row.clearance().ifPresent(clearance -> json.put("clearance", clearance));
        row.life().ifPresent(life -> json.put("life", life.name()));
        return json;
    }

    Map<String, Object> of(Dossier dossier) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", dossier.number());
        json.put("phase", dossier.phase().name());
        json.put("nextStep", NextStep.of(dossier).inWords());
        json.put("mission", mission(dossier));
        json.put("receipt", Map.of("receivedAt", dossier.receipt().receivedAt().toString(), "evidence",
                dossier.receipt().evidence()));
        dossier.original().ifPresent(original -> json.put("original", original));
        dossier.assessed().ifPresent(assessed -> {
            json.put("outcome", assessed.outcome().name());
            json.put("clausesInTheWay", assessed.clausesInTheWay());
            json.put("missing", missing(assessed));
        });
        dossier.decided()
                .ifPresent(decided -> json.put("decision", Map.of("verdict", decided.verdict().name(), "clauses",
                        decided.clauses(), "reasons", decided.reasons())));
        if (Competence.seesDeliberation(reader)) {
            deliberation(json, dossier);
        }
        dossier.clearance().ifPresent(held -> json.put("clearance", clearance(held)));
        dossier.oralUntil().ifPresent(until -> json.put("oralUntil", until.toString()));
        dossier.block().ifPresent(block -> {
            Map<String, Object> leave = new LinkedHashMap<>();
            leave.put("flights", block.flights());
            leave.put("cleared", block.cleared());
            block.closedAt().ifPresent(at -> leave.put("closedAt", at.toString()));
            json.put("block", leave);
        });
        json.put("allegations", dossier.allegations().stream().map(CaseJson::allegation).toList());
        json.put("movement", movement(dossier));
        json.put("history", history(dossier));
        return json;
    }

    /** As {@link #of}, with what the command was to show: protected parties appear in the answer to a look and nowhere else. */
    Map<String, Object> answer(Dossier dossier, List<Written> entries) {
        Map<String, Object> json = of(dossier);
        if (entries.stream().anyMatch(written -> written.entry() instanceof Entry.ProtectedPartiesSeen)) {
            json.put("protectedParties", dossier.file().protectedParties().stream().map(CaseJson::party).toList());
        }
        return json;
    }

    private static Map<String, Object> party(ProtectedParty party) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", party.number());
        json.put("who", party.who());
        json.put("area", party.area());
        json.put("latitude", party.place().centre().latitude());
        json.put("longitude", party.place().centre().longitude());
        json.put("radiusMetres", party.place().radius().metres());
        json.put("from", party.there().from().toString());
        json.put("until", party.there().until().toString());
        json.put("source", party.source());
        json.put("grade", party.grade().toString());
        return json;
    }

    private static Map<String, Object> consultation(Consultation consultation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", consultation.number());
        json.put("office", consultation.office());
        json.put("question", consultation.question());
        json.put("askedOn", consultation.askedOn().toString());
        json.put("answerBy", consultation.answerBy().toString());
        json.put("overtaken", consultation.overtaken());
        consultation.silence().ifPresent(rule -> json.put("silence", rule));
        consultation.opinion().ifPresent(opinion -> {
            json.put("stance", opinion.stance().name());
            json.put("by", opinion.by());
            json.put("dated", opinion.dated().toString());
            json.put("words", opinion.words());
            opinion.document().ifPresent(document -> json.put("document", document));
            opinion.sha256().ifPresent(sha256 -> json.put("sha256", sha256));
        });
        return json;
    }

    private static List<Map<String, Object>> missing(Entry.Assessed assessed) {
        return assessed.agreement().isEmpty()
                ? List.of()
                : Assessment.fromMap(assessed.assessment()).missing().stream().map(missing -> Map.<String, Object>of(
                        "fact", missing.fact(), "question", missing.question(), "from", missing.from().inWords()))
                        .toList();
    }

    private static void deliberation(Map<String, Object> json, Dossier dossier) {
        dossier.assessed().ifPresent(assessed -> json.put("assessment", assessed.assessment()));
        json.put("statements", dossier.file().statements().stream().map(CaseJson::statement).toList());
        json.put("consultations", dossier.file().consultations().stream().map(CaseJson::consultation).toList());
        json.put("protectedPartiesEntered", dossier.file().protectedParties().size());
        dossier.draft().ifPresent(draft -> json.put("draft", Map.of("verdict", draft.proposed().name(), "reasons",
                draft.reasons(), "conditions", draft.conditions(), "assessment", draft.assessment())));
        json.put("questions", dossier.questions().stream().map(CaseJson::question).toList());
        json.put("signatures",
                dossier.signatures().stream().map(signature -> signature(signature, dossier.orals())).toList());
    }

    private static Map<String, Object> signature(Signature signature, List<HeldOral> orals) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("officer", signature.officer());
        json.put("authority", signature.authority());
        json.put("verdict", signature.verdict().name());
        json.put("reasons", signature.reasons());
        json.put("at", signature.at().toString());
        signature.inPlaceOf().ifPresent(away -> json.put("inPlaceOf",
                Map.of("officer", away.officer(), "act", away.act(), "absence", away.absence())));
        orals.stream().filter(held -> held.signature().equals(signature)).findFirst().ifPresent(held -> {
            Map<String, Object> oral = new LinkedHashMap<>();
            oral.put("enteredBy", held.oral().enteredBy());
            oral.put("act", held.oral().act());
            oral.put("givenAt", held.oral().givenAt().toString());
            oral.put("means", held.oral().means());
            oral.put("heardBy", held.oral().heardBy());
            oral.put("lapsesAt", held.oral().lapsesAt().toString());
            held.confirmed().ifPresent(confirmed -> oral.put("confirmedAt", confirmed.at().toString()));
            held.lapsedAt().ifPresent(at -> oral.put("lapsedAt", at.toString()));
            json.put("oral", oral);
        });
        return json;
    }

    private Map<String, Object> mission(Dossier dossier) {
        Map<String, Object> mission = MissionWriter.write(dossier.mission());
        if (!Competence.seesSecrets(reader) && mission.containsKey("protectedParty")) {
            mission.put("protectedParty", "closed");
        }
        return mission;
    }

    private static Map<String, Object> question(HeldQuestion held) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", held.number());
        json.put("question", held.words());
        json.put("by", held.by());
        json.put("at", held.at().toString());
        held.reply().ifPresent(reply -> json.put("reply",
                Map.of("answer", reply.words(), "by", reply.by(), "at", reply.at().toString())));
        return json;
    }

    private static Map<String, Object> allegation(HeldAllegation held) {
        HarmAllegation allegation = held.allegation();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", allegation.number());
        json.put("source", allegation.source());
        json.put("dated", allegation.dated().toString());
        json.put("grade", allegation.grade().toString());
        json.put("place", allegation.place());
        allegation.dead().ifPresent(dead -> json.put("dead", dead));
        allegation.injured().ifPresent(injured -> json.put("injured", injured));
        json.put("words", allegation.words());
        held.answer().ifPresent(
                answer -> json.put("inquiry", Map.of("finding", answer.finding().name(), "words", answer.words())));
        return json;
    }

    private static Map<String, Object> statement(Statement statement) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", statement.number());
        json.put("fact", statement.fact());
        json.put("value", statement.value());
        json.put("source", statement.source());
        json.put("dated", statement.dated().toString());
        statement.document().ifPresent(document -> json.put("document", document));
        statement.sha256().ifPresent(sha256 -> json.put("sha256", sha256));
        json.put("grade", statement.grade().toString());
        json.put("basis", statement.basis().name());
        return json;
    }

    private Map<String, Object> clearance(HeldClearance held) {
        Item18 item18 = Item18.of(held.clearance(), host);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", held.clearance().number());
        json.put("life", held.life().name());
        json.put("conditions", held.clearance().conditions());
        json.put("token", held.token());
        item18.annual().ifPresent(annual -> json.put("annualNumber", annual));
        json.put("item18", item18.text());
        return json;
    }

    private static Map<String, Object> movement(Dossier dossier) {
        var movement = dossier.movement();
        Map<String, Object> json = new LinkedHashMap<>();
        movement.lastCheck().ifPresent(check -> json.put("lastCheck",
                Map.of("at", check.at().toString(), "light", check.check().light().name(), "remarks",
                        check.check().remarks().stream().map(CaseJson::remark).toList())));
        movement.call().ifPresent(call -> json.put("call", call.name()));
        movement.takenOffAt().ifPresent(at -> json.put("takenOffAt", at.toString()));
        if (!movement.flew().isEmpty()) {
            json.put("flew", movement.flew());
        }
        if (!movement.hops().isEmpty()) {
            json.put("stops", movement.hops().stream().map(hop -> Map.of("from", hop.from(), "takenOffAt",
                    hop.takenOffAt().toString(), "landedAt", hop.landed().landedAt().toString(), "place",
                    hop.landed().place())).toList());
        }
        movement.landed().ifPresent(landed -> json.put("landed", Map.of("at", landed.landedAt().toString(), "place",
                landed.place(), "landing", landed.landing().name())));
        json.put("deviations", movement.deviations().stream().map(CaseJson::deviation).toList());
        return json;
    }

    private static Map<String, Object> remark(Remark remark) {
        return Map.of("reason", remark.reason().name(), "words", remark.words());
    }

    private static Map<String, Object> deviation(Deviation deviation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", deviation.id());
        json.put("kind", deviation.kind().name());
        json.put("since", deviation.since().toString());
        json.put("words", deviation.words());
        deviation.closedAt().ifPresent(at -> json.put("closedAt", at.toString()));
        return json;
    }

    private List<Map<String, Object>> history(Dossier dossier) {
        return dossier.history().stream().map(written -> !Competence.seesDeliberation(reader)
                && written.entry().deliberates()
                        ? Map.<String, Object>of("number", written.number(), "at", written.at().toString(), "kind",
                                "closed")
                        : Map.<String, Object>of("number", written.number(), "at", written.at().toString(), "by",
                                written.by(), "kind", EntryFormat.kindOf(written.entry())))
                .toList();
    }
}
