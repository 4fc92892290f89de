package nullaosta.reference;

import static java.util.stream.Collectors.joining;
import static nullaosta.reference.Markdown.columns;
import static nullaosta.reference.Markdown.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nullaosta.decision.Bar;
import nullaosta.dossier.Command;
import nullaosta.dossier.Competence;
import nullaosta.dossier.Refusal;
import nullaosta.dossier.entry.Entry;
import nullaosta.flight.Deviation;
import nullaosta.flight.Remark;
import nullaosta.negotiation.Motion;
import nullaosta.negotiation.Step;
import nullaosta.party.Role;
import nullaosta.store.PostgresGate;
import nullaosta.web.form.Asked;
import nullaosta.web.form.Field;
import nullaosta.web.form.Moved;
import nullaosta.web.page.Unmet;
import nullaosta.web.signin.Admission;
import org.junit.jupiter.api.Test;

/** Lists of the reference against those of the code: the same lines in the same order. */
class InterfaceReferenceTest {

    @Test
    void commandsWithTheirFields() {
        assertThat(table("reference/commands.md", "command | what it does | for | fields"))
                .isEqualTo(Stream.of(Asked.values())
                        .map(asked -> List.of(asked.path(), asked.does(),
                                titles(Competence.TABLE.getOrDefault(asked.command(), Set.of())),
                                asked.fields().stream().map(InterfaceReferenceTest::inWords).collect(joining("; "))))
                        .toList());
    }

    @Test
    void motionsWithTheirFieldsTheirRolesAndWhyTheyAreRefused() {
        assertThat(table("reference/commands.md", "motion | what it does | for | fields"))
                .isEqualTo(Stream.of(Moved.values())
                        .map(moved -> List.of(moved.path(), moved.does(), titles(roles(moved.motion())),
                                moved.fields().stream().map(InterfaceReferenceTest::inWords).collect(joining("; "))))
                        .toList());
        assertThat(table("reference/roles.md", "motion | roles"))
                .isEqualTo(Stream.of(Motion.class.getPermittedSubclasses())
                        .map(motion -> List.of(motion.getSimpleName(), titles(roles(motion)))).toList());
        assertThat(columns(table("reference/reasons.md", "reason | status | what it says"), 0, 1))
                .isEqualTo(Stream.of(nullaosta.negotiation.Refusal.Code.values())
                        .map(code -> List.of(code.name(), String.valueOf(Unmet
                                .status(new nullaosta.negotiation.Refusal(code, "", "", "")).value())))
                        .toList());
        assertThat(columns(table("reference/entries.md", "step | fields | when"), 0, 1))
                .isEqualTo(Stream.of(Step.class.getPermittedSubclasses())
                        .map(kind -> List.of(kind.getSimpleName(), Arrays.stream(kind.getRecordComponents())
                                .map(RecordComponent::getName).collect(joining(", "))))
                        .toList());
    }

    private static Set<Role> roles(Class<?> motion) {
        return nullaosta.negotiation.Competence.TABLE.getOrDefault(motion, Set.of());
    }

    @Test
    void rolesAndTheirCommands() {
        assertThat(columns(table("reference/roles.md", "role | task"), 0))
                .isEqualTo(Stream.of(Role.values()).map(role -> List.of(role.title())).toList());
        assertThat(table("reference/roles.md", "command | roles"))
                .isEqualTo(Stream.of(Command.class.getPermittedSubclasses())
                        .map(command -> List.of(command.getSimpleName(),
                                titles(Competence.TABLE.getOrDefault(command, Set.of()))))
                        .toList());
        assertThat(table("reference/roles.md", "address | roles")).isEqualTo(Admission.TABLE.stream()
                .map(line -> List.of(line.place(), titles(line.roles()))).toList());
    }

    @Test
    void reasonsInTheirOrder() {
        assertThat(columns(table("reference/reasons.md", "code | status | what it says"), 0, 1)).isEqualTo(
                Stream.of(Refusal.Code.values()).map(code -> List.of(code.name(), status(code))).toList());
        assertThat(table("reference/reasons.md", "code | found | what to try")).isEqualTo(
                Stream.of(Bar.values()).map(bar -> List.of(bar.name(), bar.words(), bar.help())).toList());
        assertThat(columns(table("reference/reasons.md", "code | light | what it says"), 0, 1)).isEqualTo(Stream
                .of(Remark.Reason.values()).map(reason -> List.of(reason.name(), reason.light().name())).toList());
        assertThat(columns(table("reference/reasons.md", "code | words | when"), 0, 1)).isEqualTo(
                Stream.of(Deviation.Kind.values()).map(kind -> List.of(kind.name(), kind.words())).toList());
    }

    @Test
    void whyADevicesRecordsAreNotTaken() {
        assertThat(columns(table("reference/gate.md", "code | status | when"), 0)).isEqualTo(
                Stream.of(PostgresGate.Fault.values()).map(fault -> List.of(fault.name())).toList());
    }

    @Test
    void everyReasonHasItsSentence() {
        assertThat(Stream.of(table("reference/reasons.md", "code | status | what it says"),
                table("reference/reasons.md", "code | light | what it says"),
                table("reference/reasons.md", "code | words | when")))
                .allSatisfy(table -> assertThat(columns(table, 2)).doesNotContain(List.of("")));
    }

    @Test
    void entriesWithWhatTheyHold() {
        assertThat(columns(table("reference/entries.md", "kind | fields | when"), 0, 1))
                .isEqualTo(Stream.of(Entry.class.getPermittedSubclasses())
                        .map(kind -> List.of(kind.getSimpleName(), Arrays.stream(kind.getRecordComponents())
                                .map(RecordComponent::getName).collect(joining(", "))))
                        .toList());
    }

    static String titles(Set<Role> roles) {
        return roles.size() == Role.values().length
                ? "all"
                : roles.stream().sorted().map(Role::title).collect(joining(", "));
    }

    private static String status(Refusal.Code code) {
        return String.valueOf(Unmet.status(new Refusal(code, "", "", "")).value());
    }

    private static String inWords(Field field) {
        String kind = switch (field.kind()) {
            case TEXT -> "text";
            case TEXTS -> "list of texts";
            case NUMBER -> "number";
            case COUNT -> "number from 0";
            case DECIMAL -> "decimal";
            case INSTANT -> "instant";
            case DATE -> "date";
            case MISSION -> "mission";
        };
        String words = String.join(" or ", field.words());
        return field.name() + ": " + (words.isEmpty() ? kind : words) + (field.required() ? "" : ", optional");
    }
}
