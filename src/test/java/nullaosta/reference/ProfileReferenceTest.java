package nullaosta.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nullaosta.agreement.Agreements;
import nullaosta.mission.form.Form;
import nullaosta.party.HostFile;
import nullaosta.party.Profile.Need;
import nullaosta.seal.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference of the profile has the fields that are read and the questions that are asked. */
class ProfileReferenceTest {

    private static final String WHOLE = """
            {"questions": [{"question": "base", "need": "NOT_ASKED", "taken": "SIGONELLA", "when": {"area": ["LIBYA"]}}],
             "points": [{"name": "DODUS", "latitude": 36, "longitude": 15, "entry": true, "exit": false}],
             "leadTimes": [{"name": "n", "workingDays": 1, "when": {"area": ["LIBYA"]}}],
             "tolerances": [{"of": "departure", "minutes": 5, "words": "w"}]}""";

    @TempDir
    private Path folder;

    /** Every field of the whole profile, by taking each away; and none that is not read, by adding one to each object. */
    @Test
    void theFieldsOfTheProfile() throws Exception {
        assertThat(fault(profile())).isEmpty();
        Set<String> known = new TreeSet<>();
        Set<String> required = new TreeSet<>();
        for (String list : List.of("questions", "points", "leadTimes", "tolerances")) {
            known.add(list);
            Map<String, Object> without = profile();
            without.remove(list);
            assertThat(fault(without)).as(list).isNotEmpty();
            required.add(list);
            for (String field : row(profile(), list).keySet()) {
                known.add(list + "[]/" + field);
                Map<String, Object> one = profile();
                row(one, list).remove(field);
                if (!fault(one).isEmpty()) {
                    required.add(list + "[]/" + field);
                }
            }
            Map<String, Object> more = profile();
            row(more, list).put("qqqq", 1);
            String told = fault(more);
            assertThat(told).contains("unknown field `qqqq`");
            assertThat(List.of(told.substring(told.indexOf("one of ") + 7).split(", ")))
                    .containsExactlyInAnyOrderElementsOf(row(profile(), list).keySet());
        }
        List<List<String>> table = Markdown.table("reference/profile.md", "field | required | value");
        assertThat(new TreeSet<>(table.stream().map(List::getFirst).toList())).isEqualTo(known);
        assertThat(new TreeSet<>(table.stream().filter(row -> row.get(1).equals("yes")).map(List::getFirst).toList()))
                .isEqualTo(required);
        assertThat(Markdown.text("reference/profile.md"))
                .contains(List.of(Need.values()).stream().map(need -> "`" + need + "`").toList());
    }

    @Test
    void theQuestionsInTheirOrder() throws Exception {
        Form form = Form.of(HostFile.host(Path.of("hosts/it")), Agreements.read(Path.of("agreements")),
                Optional.empty(), Instant.parse("2016-03-01T12:00:00Z"), Form.Ending.NONE);
        List<List<String>> expected = new ArrayList<>();
        form.questions().forEach(asked -> expected.add(List.of(asked.question().id(), asked.question().words(),
                asked.question().required() ? "yes" : "no")));
        assertThat(Markdown.table("reference/profile.md", "question | words | always needed")).isEqualTo(expected);
    }

    private String fault(Map<String, Object> profile) throws IOException {
        Map<String, Object> host = json(Files.readString(Path.of("hosts/it/host.json")));
        host.put("profile", profile);
        Files.write(folder.resolve("host.json"), CanonicalJson.bytes(host));
        try {
            HostFile.host(folder);
            return "";
        } catch (HostFile.Faulty e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Map<String, Object> profile() {
        return json(WHOLE);
    }

    @SuppressWarnings("unchecked") // as the profile above has it
    private static Map<String, Object> row(Map<String, Object> profile, String list) {
        return (Map<String, Object>) ((List<?>) Objects.requireNonNull(profile.get(list))).getFirst();
    }

    private static Map<String, Object> json(String text) {
        try {
            return copied((Map<?, ?>) Objects.requireNonNull(
                    CanonicalJson.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        } catch (nullaosta.seal.JsonFault e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same, so that it can be changed. */
    private static Map<String, Object> copied(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), switch (value) {
            case Map<?, ?> inner -> copied(inner);
            case List<?> list -> list.stream().map(item -> item instanceof Map<?, ?> row ? copied(row) : item).toList();
            default -> value;
        }));
        return copy;
    }
}
