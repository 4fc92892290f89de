package nullaosta.web.console;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nullaosta.dossier.Deadline;
import nullaosta.dossier.Row;
import nullaosta.party.OfficeHours;
import nullaosta.party.Role;
import nullaosta.web.page.Page;

/**
 * Cases by when the host's office must have them decided. What departs within hours is due now, whatever the office's hours
 * say.
 *
 * @param mine which open cases wait for the reader rather than for others
 */
public record Queue(Page page, Predicate<Row> mine) {

    static final String TODAY = "Due today";

    private static final Duration SOON = Duration.ofHours(12);

    /**
     * One case in a list.
     *
     * @param due by when it must be decided, in words; empty where it is decided
     * @param remind which office must be reminded, and why, in words
     */
    public record Line(Row row, Optional<String> due, Optional<String> remind) {}

    /** Empty groups are left out, but for what is due today: that there is nothing is worth knowing. */
    Map<String, List<Line>> groups(List<Row> rows) {
        List<Row> open = rows.stream().filter(row -> row.phase().open())
                .sorted(Comparator.comparing(this::day).thenComparing(Row::departure).thenComparing(Row::number))
                .toList();
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        List<Row> waiting = open.stream().filter(mine).filter(row -> today(row) || !awaited(row)).toList();
        LocalDate sunday = today().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        groups.put(TODAY, lines(waiting, this::today));
        groups.put("Due this week", lines(waiting, row -> !today(row) && !day(row).isAfter(sunday)));
        groups.put("Due later", lines(waiting, row -> !today(row) && day(row).isAfter(sunday)));
        groups.put("Waiting for others", lines(open, row -> !waiting.contains(row)));
        groups.put("Decided", lines(rows, row -> !row.phase().open()).reversed());
        groups.entrySet().removeIf(group -> group.getValue().isEmpty() && !group.getKey().equals(TODAY));
        return groups;
    }

    List<Line> lines(List<Row> rows, Predicate<Row> which) {
        return new ArrayList<>(rows.stream().filter(which).map(this::line).toList());
    }

    private Line line(Row row) {
        return row.phase().open()
                ? new Line(row, Optional.of(due(row)), page.viewer().role() == Role.REQUESTER
                        ? Optional.empty()
                        : remind(row))
                : new Line(row, Optional.empty(), Optional.empty());
    }

    private OfficeHours office() {
        return page.host().office();
    }

    private LocalDate today() {
        return page.now().atZone(office().zone()).toLocalDate();
    }

    private Optional<Deadline> deadline(Row row) {
        return Deadline.of(office(), row.departure(), page.now());
    }

    private LocalDate day(Row row) {
        return deadline(row).map(it -> it.day(office())).orElse(row.departureDay());
    }

    private boolean today(Row row) {
        return !day(row).isAfter(today()) || row.departure().isBefore(page.now().plus(SOON));
    }

    /** An office that was asked still has its time: the case waits for it and not for the desk. */
    private boolean awaited(Row row) {
        return row.answersBy().filter(last -> !today().isAfter(last)).isPresent();
    }

    private String due(Row row) {
        return deadline(row).map(it -> it.past(page.now())
                ? "no working day ends before it departs: decide now"
                : "decide by " + page.words().time(it.at()) + ", " + (it.wholeDays() == 1
                        ? "1 whole working day"
                        : it.wholeDays() + " whole working days") + " left")
                .orElse("the office does not work before it departs");
    }

    /** A working day before its time ends an office is reminded; once it has ended nobody waits for it any more. */
    private Optional<String> remind(Row row) {
        return row.answersBy().flatMap(last -> today().isAfter(last)
                ? Optional.of("no answer by " + page.words().day(last) + ": remind the office, or go on without")
                : nextWorkingDay().isBefore(last)
                        ? Optional.empty()
                        : Optional.of("remind the office: its answer is due on " + page.words().day(last)));
    }

    private LocalDate nextWorkingDay() {
        LocalDate day = today().plusDays(1);
        for (int ahead = 0; ahead < 60 && !office().works(day); ahead++) {
            day = day.plusDays(1);
        }
        return day;
    }
}
