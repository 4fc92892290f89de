package nullaosta.web.api;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nullaosta.mission.Missions;
import nullaosta.party.Role;
import nullaosta.reference.Markdown;
import nullaosta.web.form.Asked;
import nullaosta.web.form.Moved;
import nullaosta.web.signin.Admission;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The addresses for programs: those the controllers answer, those that are described, those that are documented. */
class AddressesTest {

    private static final String API = "/api/v1";

    @Test
    void theReferenceListsWhatIsAnsweredAndForWhom() {
        List<List<String>> rows = Markdown.table("reference/commands.md", "method | address | for | what");
        assertThat(rows.stream().map(row -> row.get(0) + " " + row.get(1)))
                .containsExactlyInAnyOrderElementsOf(answered());
        assertThat(rows).allSatisfy(row -> assertThat(row.get(2)).as(row.get(1))
                .isEqualTo(titles(Admission.at(row.get(1).replace("/**", "/0")))));
    }

    @Test
    void theDescriptionListsWhatIsAnswered() {
        Set<String> described = new TreeSet<>();
        within("paths").forEach((address, operations) -> ((Map<?, ?>) operations).keySet().forEach(
                method -> described.add(String.valueOf(method).toUpperCase(Locale.ROOT) + " " + API + address)));
        Set<String> expected = new TreeSet<>();
        answered().stream().filter(line -> line.contains(API)).forEach(line -> {
            if (line.endsWith("/{asked}")) {
                Asked.paths().forEach(path -> expected.add(line.replace("{asked}", path)));
            } else if (line.endsWith("/{motion}")) {
                Moved.paths().forEach(path -> expected.add(line.replace("{motion}", path)));
            } else {
                expected.add(line);
            }
        });
        assertThat(described).isEqualTo(expected);
    }

    @Test
    void aFilingHasTheFieldsOfItsDescription() {
        assertThat(Markdown.table("reference/commands.md", "field | value").stream().map(List::getFirst))
                .containsExactlyInAnyOrderElementsOf(within("components", "schemas", "Filing", "properties").keySet()
                        .stream().map(String::valueOf).toList());
    }

    @Test
    void aProposalHasTheFieldsOfItsDescription() {
        assertThat(Markdown.table("reference/commands.md", "field of a proposal | value").stream().map(List::getFirst))
                .containsExactlyInAnyOrderElementsOf(within("components", "schemas", "Proposal", "properties").keySet()
                        .stream().map(String::valueOf).toList());
    }

    @Test
    void anAbsenceHasTheFieldsOfItsDescription() {
        assertThat(Markdown.table("reference/commands.md", "field of an absence | value").stream().map(List::getFirst))
                .containsExactlyInAnyOrderElementsOf(within("components", "schemas", "Absence", "properties").keySet()
                        .stream().map(String::valueOf).toList());
    }

    /** A part of the description. */
    private static Map<?, ?> within(String... path) {
        Map<?, ?> part = OpenApi.description(Missions.READER);
        for (String member : path) {
            part = (Map<?, ?>) Objects.requireNonNull(part.get(member));
        }
        return part;
    }

    /** {@code GET /api/v1/cases}, for every method of a controller beside those of the console. */
    private static List<String> answered() {
        List<String> lines = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter().importPackages("nullaosta.web")) {
            if (Set.of("nullaosta.web", "nullaosta.web.api").contains(type.getPackageName())
                    && type.isMetaAnnotatedWith("org.springframework.stereotype.Controller")) {
                Class<?> controller = type.reflect();
                String root = Optional.ofNullable(controller.getAnnotation(RequestMapping.class))
                        .map(mapping -> mapping.value()[0]).orElse("");
                for (Method method : controller.getDeclaredMethods()) {
                    paths(method.getAnnotation(GetMapping.class)).forEach(path -> lines.add("GET " + root + path));
                    paths(method.getAnnotation(PostMapping.class)).forEach(path -> lines.add("POST " + root + path));
                }
            }
        }
        assertThat(lines).isNotEmpty();
        return lines;
    }

    private static Stream<String> paths(@Nullable GetMapping mapping) {
        return mapping == null ? Stream.empty() : Stream.of(mapping.value());
    }

    private static Stream<String> paths(@Nullable PostMapping mapping) {
        return mapping == null ? Stream.empty() : Stream.of(mapping.value());
    }

    private static String titles(Set<Role> roles) {
        return roles.size() == Role.values().length
                ? "all"
                : roles.stream().sorted().map(Role::title).collect(joining(", "));
    }
}
