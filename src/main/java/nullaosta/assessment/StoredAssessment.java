package nullaosta.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.Authority;
import nullaosta.agreement.ClauseKind;
import nullaosta.agreement.OnBreach;
import nullaosta.agreement.Source;
import nullaosta.agreement.Version;
import nullaosta.agreement.text.Section;
import nullaosta.agreement.vocabulary.Basis;
import nullaosta.agreement.vocabulary.FactSource;
import org.jspecify.annotations.Nullable;

/** The stored form of an assessment: maps, lists, text, numbers and booleans, as JSON has them. */
final class StoredAssessment {

    private StoredAssessment() {
    }

    // Writing

    static Map<String, Object> write(Assessment assessment) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("outcome", assessment.outcome().name());
        map.put("agreement", assessment.agreement());
        map.put("version", assessment.version().toString());
        map.put("title", assessment.title());
        map.put("termsHash", assessment.termsHash());
        map.put("vocabularyHash", assessment.vocabularyHash());
        map.put("findings", assessment.findings().stream().map(StoredAssessment::write).toList());
        map.put("missing", assessment.missing().stream().map(StoredAssessment::write).toList());
        map.put("facts", facts(assessment.facts().values()));
        return map;
    }

    private static Map<String, Object> facts(Iterable<FactSeen> facts) {
        Map<String, Object> map = new LinkedHashMap<>();
        facts.forEach(fact -> map.put(fact.name(), fact.toMap()));
        return map;
    }

    private static Map<String, Object> write(Finding finding) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("clause", finding.clause());
        map.put("kind", Section.word(finding.kind()));
        map.put("status", finding.status().word());
        switch (finding.status()) {
            case Status.Satisfied(Optional<Authority> signs) ->
                signs.ifPresent(authority -> map.put("authority", write(authority)));
            case Status.Breached breached -> {
                map.put("leadsTo", Section.word(breached.leadsTo()));
                map.put("derogable", breached.derogable());
                breached.authority().ifPresent(authority -> map.put("authority", write(authority)));
            }
            case Status.Undetermined(List<String> missing) -> map.put("missing", missing);
            case Status.NotApplicable(String why) -> map.put("why", why);
            case Status.Referred(Authority authority) -> map.put("authority", write(authority));
            case Status.Failed(String why) -> map.put("why", why);
        }
        map.put("text", finding.text());
        map.put("sources", finding.sources().stream().map(source -> Map.of("doc", source.doc(), "cited",
                source.cited(), "locator", source.locator())).map(StoredAssessment::sorted).toList());
        map.put("basis", Section.word(finding.basis()));
        map.put("facts", facts(finding.facts()));
        return map;
    }

    private static Map<String, Object> sorted(Map<String, String> map) {
        return new java.util.TreeMap<>(map);
    }

    private static Map<String, Object> write(Authority authority) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", authority.id());
        map.put("title", authority.title());
        if (!authority.consult().isEmpty()) {
            map.put("consult", authority.consult());
        }
        if (authority.parliament() != Authority.Parliament.NONE) {
            map.put("parliament", Section.word(authority.parliament()));
        }
        return map;
    }

    private static Map<String, Object> write(MissingFact missing) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("fact", missing.fact());
        map.put("question", missing.question());
        map.put("from", Section.word(missing.from()));
        map.put("clauses", missing.clauses());
        map.put("why", missing.why());
        return map;
    }

    // Reading

    static Assessment read(Map<?, ?> map) {
        Map<String, FactSeen> facts = new LinkedHashMap<>();
        seen(map.get("facts")).forEach(fact -> facts.put(fact.name(), fact));
        return new Assessment(constant(Outcome.class, map, "outcome"), text(map, "agreement"),
                Version.parse(text(map, "version")).orElseThrow(() -> wrong("version", map.get("version"))),
                text(map, "title"), text(map, "termsHash"), text(map, "vocabularyHash"),
                maps(map, "findings").stream().map(StoredAssessment::finding).toList(),
                maps(map, "missing").stream().map(StoredAssessment::missing).toList(), facts);
    }

    private static Finding finding(Map<?, ?> map) {
        return new Finding(text(map, "clause"), constant(ClauseKind.class, map, "kind"), text(map, "text"),
                maps(map, "sources").stream()
                        .map(it -> new Source(text(it, "doc"), text(it, "cited"), text(it, "locator"))).toList(),
                constant(Basis.class, map, "basis"), status(map), seen(map.get("facts")));
    }

    private static Status status(Map<?, ?> map) {
        return switch (text(map, "status")) {
            case "satisfied" -> new Status.Satisfied(authority(map));
            case "breached" -> new Status.Breached(constant(OnBreach.class, map, "leadsTo"), authority(map),
                    Boolean.TRUE.equals(map.get("derogable")));
            case "undetermined" -> new Status.Undetermined(texts(map, "missing"));
            case "not-applicable" -> new Status.NotApplicable(text(map, "why"));
            case "referred" -> new Status.Referred(authority(map).orElseThrow(() -> wrong("authority", map)));
            case "failed" -> new Status.Failed(text(map, "why"));
            default -> throw wrong("status", map.get("status"));
        };
    }

    private static Optional<Authority> authority(Map<?, ?> map) {
        return map.get("authority") instanceof Map<?, ?> it
                ? Optional.of(new Authority(text(it, "id"), text(it, "title"),
                        it.containsKey("consult") ? texts(it, "consult") : List.of(),
                        it.containsKey("parliament")
                                ? constant(Authority.Parliament.class, it, "parliament")
                                : Authority.Parliament.NONE))
                : Optional.empty();
    }

    private static MissingFact missing(Map<?, ?> map) {
        return new MissingFact(text(map, "fact"), text(map, "question"), constant(FactSource.class, map, "from"),
                texts(map, "clauses"), text(map, "why"));
    }

    private static List<FactSeen> seen(@Nullable Object facts) {
        if (!(facts instanceof Map<?, ?> map)) {
            throw wrong("facts", facts);
        }
        List<FactSeen> all = new ArrayList<>();
        map.forEach((name, entry) -> {
            if (!(entry instanceof Map<?, ?> fields)) {
                throw wrong("facts", entry);
            }
            Object value = fields.get("value");
            all.add(value == null
                    ? new FactSeen(String.valueOf(name), Optional.empty(), text(fields, "absent"))
                    : new FactSeen(String.valueOf(name), Optional.of(plain(value)), text(fields, "origin")));
        });
        return all;
    }

    /** JSON readers give small numbers as int; the language has one kind of whole number. */
    private static Object plain(Object value) {
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Map<?, ?> map, String key) {
        String word = text(map, key);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return constant;
            }
        }
        throw wrong(key, word);
    }

    private static String text(Map<?, ?> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw wrong(key, map.get(key));
    }

    private static List<String> texts(Map<?, ?> map, String key) {
        if (map.get(key) instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        throw wrong(key, map.get(key));
    }

    private static List<Map<?, ?>> maps(Map<?, ?> map, String key) {
        if (!(map.get(key) instanceof List<?> list)) {
            throw wrong(key, map.get(key));
        }
        List<Map<?, ?>> all = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> fields)) {
                throw wrong(key, item);
            }
            all.add(fields);
        }
        return all;
    }

    private static IllegalArgumentException wrong(String key, @Nullable Object found) {
        return new IllegalArgumentException("not a stored assessment: found `" + found + "` as `" + key + "`");
    }
}
