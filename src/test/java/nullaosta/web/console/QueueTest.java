package nullaosta.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nullaosta.dossier.DossierId;
import nullaosta.dossier.Phase;
import nullaosta.dossier.Row;
import nullaosta.mission.DataMode;
import nullaosta.party.Host;
import nullaosta.party.HostFile;
import nullaosta.quantity.TimeWindow;
import nullaosta.web.page.Page;
import nullaosta.web.page.Words;
import org.junit.jupiter.api.Test;

/** Tuesday, 1 March 2016, one in the afternoon in Rome: what is due, and what waits for whom. The office closes at four. */
class QueueTest {

    private static final Instant NOW = Instant.parse("2016-03-01T12:00:00Z");

    private static Row row(String number, String departs, Phase phase, String answersBy) {
        Instant at = Instant.parse(departs);
        return new Row(new DossierId(new UUID(0, number.hashCode())), number, DataMode.REAL, "US", "", "", "", "",
                "SIGONELLA", "LOGISTICS", false, "", at, LocalDate.parse(departs.substring(0, 10)),
                new TimeWindow(at, at.plusSeconds(60)), NOW, phase, Optional.empty(), "ELIGIBLE", "",
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), false, 0, 0, "", 1, 0, false, 0, 0, 1, List.of(), Optional.empty(),
                answersBy.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(answersBy)), 0, List.of(),
                Optional.empty());
    }

    private static Row desk(String number, String departs) {
        return row(number, departs, Phase.WITH_THE_DESK, "");
    }

    private static Map<String, List<Queue.Line>> groups(String by, Row... rows) throws HostFile.Faulty {
        Host host = HostFile.host(Path.of("hosts/it"));
        Page page = new Page(HostFile.people(Path.of("hosts/it")).find(by).orElseThrow(), host, false, false, NOW,
                new Page.Csrf("", ""), "/cases", "http://localhost", new Words(host.zone()));
        return new Queue(page, row -> row.phase() == Phase.WITH_THE_DESK).groups(List.of(rows));
    }

    private static Map<String, List<String>> numbers(Row... rows) throws HostFile.Faulty {
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        groups("desk.rossi", rows).forEach(
                (group, lines) -> numbers.put(group, lines.stream().map(line -> line.row().number()).toList()));
        return numbers;
    }

    private static Queue.Line only(Row row) throws HostFile.Faulty {
        return groups("desk.rossi", row).values().stream().flatMap(List::stream).findFirst().orElseThrow();
    }

    @Test
    void aCaseIsDueWhenTheOfficeClosesForTheLastTimeBeforeItDeparts() throws Exception {
        assertThat(numbers(desk("next week", "2016-03-09T18:00:00Z"), desk("Monday before opening",
                "2016-03-07T06:00:00Z"), desk("Friday noon", "2016-03-04T11:00:00Z"),
                desk("this evening", "2016-03-01T20:00:00Z"), desk("tomorrow morning", "2016-03-02T09:00:00Z"),
                row("before the minister", "2016-03-01T18:00:00Z", Phase.FOR_DECISION, ""),
                row("done", "2016-03-01T18:00:00Z", Phase.CLEARED, "")))
                .isEqualTo(Map.of("Due today", List.of("this evening", "tomorrow morning"), "Due this week",
                        List.of("Friday noon", "Monday before opening"), "Due later", List.of("next week"),
                        "Waiting for others", List.of("before the minister"), "Decided", List.of("done")));
    }

    @Test
    void eachSaysByWhenAndHowManyWorkingDaysAreLeft() throws Exception {
        assertThat(only(desk("a", "2016-03-04T11:00:00Z")).due())
                .contains("decide by 3 Mar 2016 15:00Z (16:00 Rome), 2 whole working days left");
        assertThat(only(desk("a", "2016-03-02T18:00:00Z")).due())
                .contains("decide by 2 Mar 2016 15:00Z (16:00 Rome), 1 whole working day left");
        assertThat(only(desk("a", "2016-03-01T14:00:00Z")).due())
                .contains("no working day ends before it departs: decide now");
        assertThat(only(row("a", "2016-03-04T11:00:00Z", Phase.CLEARED, "")).due()).isEmpty();
    }

    @Test
    void nothingDueIsSaidTooAndOtherEmptyGroupsAreNot() throws Exception {
        assertThat(numbers()).isEqualTo(Map.of("Due today", List.of()));
    }

    @Test
    void anOfficeThatStillHasItsTimeIsWaitedFor() throws Exception {
        Row asked = row("asked", "2016-03-09T18:00:00Z", Phase.WITH_THE_DESK, "2016-03-03");
        assertThat(numbers(asked)).containsEntry("Waiting for others", List.of("asked"));
        assertThat(only(asked).remind()).isEmpty();
        assertThat(numbers(row("asked", "2016-03-01T20:00:00Z", Phase.WITH_THE_DESK, "2016-03-03")))
                .as("what departs tonight is the desk's, whomever it asked")
                .containsEntry("Due today", List.of("asked"));
    }

    @Test
    void anOfficeIsRemindedAWorkingDayBeforeItsTimeEnds() throws Exception {
        assertThat(only(row("a", "2016-03-09T18:00:00Z", Phase.WITH_THE_DESK, "2016-03-02")).remind())
                .contains("remind the office: its answer is due on 2 Mar 2016");
        Row silent = row("silent", "2016-03-09T18:00:00Z", Phase.WITH_THE_DESK, "2016-02-29");
        assertThat(only(silent).remind())
                .contains("no answer by 29 Feb 2016: remind the office, or go on without");
        assertThat(numbers(silent)).as("nobody waits for it any more").containsEntry("Due later", List.of("silent"));
    }

    @Test
    void whomTheHostAsksIsNotTheRequestersToKnow() throws Exception {
        Row asked = row("asked", "2016-03-01T20:00:00Z", Phase.WITH_THE_DESK, "2016-03-02");
        assertThat(groups("us.embassy", asked).get("Due today")).singleElement()
                .satisfies(line -> assertThat(line.remind()).isEmpty());
    }
}
