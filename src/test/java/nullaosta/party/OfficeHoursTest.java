package nullaosta.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are counted as the office works them: 08:00 to 16:00 in Rome, Monday to Friday, no holiday. */
class OfficeHoursTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private static OfficeHours italy() throws HostFile.Faulty {
        return HostFile.host(Path.of("hosts/it")).office();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Monday before opening to Friday after closing | 2016-02-29T06:59:00Z | 2016-03-04T15:00:00Z | 5
            Monday after opening: that day is not whole   | 2016-02-29T07:00:01Z | 2016-03-04T15:00:00Z | 4
            Friday before closing: nor is that one        | 2016-02-29T06:59:00Z | 2016-03-04T14:59:59Z | 4
            over a weekend                                | 2016-03-04T16:00:00Z | 2016-03-07T06:00:00Z | 0
            Easter Monday is a holiday                    | 2016-03-25T06:00:00Z | 2016-03-29T20:00:00Z | 2
            the Assumption, a Monday                      | 2016-08-13T06:00:00Z | 2016-08-16T20:00:00Z | 1
            summer time begins, the office opens at 06 Z  | 2016-03-29T06:00:00Z | 2016-03-29T14:00:00Z | 1
            received after departure                      | 2016-03-04T15:00:00Z | 2016-02-29T06:59:00Z | 0
            asked four years ahead                        | 2016-01-01T00:00:00Z | 2020-06-01T00:00:00Z | 1000
            """)
    void wholeWorkingDays(String what, Instant from, Instant until, int days) throws Exception {
        assertThat(italy().wholeDays(from, until)).as(what).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            one day before Friday evening: Friday's opening    | 1 | 2016-03-04T18:00:00Z | 2016-03-04T07:00:00Z
            one day before Friday noon: Thursday's opening     | 1 | 2016-03-04T11:00:00Z | 2016-03-03T07:00:00Z
            over a weekend                                     | 2 | 2016-03-07T18:00:00Z | 2016-03-04T07:00:00Z
            over Easter, and into summer time                  | 3 | 2016-03-30T18:00:00Z | 2016-03-25T07:00:00Z
            none                                               | 0 | 2016-03-04T18:00:00Z | 2016-03-04T18:00:00Z
            """)
    void theLastMomentToAsk(String what, int days, Instant departure, Instant last) throws Exception {
        assertThat(italy().lastMoment(days, departure)).as(what).contains(last);
        assertThat(italy().wholeDays(last, departure)).as("in time").isEqualTo(days);
        if (days > 0) {
            assertThat(italy().wholeDays(last.plusSeconds(1), departure)).as("a second late").isEqualTo(days - 1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            it departs in the evening: that day's closing | 2016-03-04T18:00:00Z | 2016-03-04T15:00:00Z
            at the closing itself                         | 2016-03-04T15:00:00Z | 2016-03-04T15:00:00Z
            before it closes: the day before              | 2016-03-04T14:59:59Z | 2016-03-03T15:00:00Z
            on a Sunday                                   | 2016-03-06T18:00:00Z | 2016-03-04T15:00:00Z
            on Easter Monday, before summer time          | 2016-03-28T18:00:00Z | 2016-03-25T15:00:00Z
            after it, in summer time                      | 2016-03-29T18:00:00Z | 2016-03-29T14:00:00Z
            """)
    void theLastClosing(String what, Instant departure, Instant closes) throws Exception {
        assertThat(italy().lastClosing(departure)).as(what).contains(closes);
    }

    @Test
    void anOfficeThatNeverWorksHasNoLastMoment() {
        OfficeHours never = office(Set.of(DayOfWeek.TUESDAY), LocalDate.of(2006, 1, 1)
                .datesUntil(LocalDate.of(2017, 1, 1)).collect(java.util.stream.Collectors.toSet()));
        assertThat(never.lastMoment(1, Instant.parse("2016-03-04T18:00:00Z"))).isEmpty();
    }

    @Test
    void itDoesNotWorkOnADayOnWhichTheHostSaysItIsClosed() {
        LocalDate day = LocalDate.of(2016, 3, 1);
        OfficeHours open = office(Set.of(DayOfWeek.TUESDAY), Set.of());
        OfficeHours closed = office(Set.of(DayOfWeek.TUESDAY), Set.of(day));
        assertThat(open.works(day)).isTrue();
        assertThat(closed.works(day)).isFalse();
        assertThat(open.works(day.plusDays(1))).as("a Wednesday").isFalse();
    }

    @Test
    void anOfficeThatCannotBe() {
        assertThatThrownBy(() -> office(Set.of(), Set.of()))
                .hasMessage("an office without a day of work; expected at least one");
        assertThatThrownBy(() -> new OfficeHours(new StateCode("IT"), ROME, Set.of(DayOfWeek.MONDAY),
                LocalTime.of(16, 0), LocalTime.of(8, 0), Set.of()))
                .hasMessage("an office that opens at 16:00 and closes at 08:00; expected to open first");
        assertThatThrownBy(() -> new OfficeHours(new StateCode("XN"), ROME, Set.of(DayOfWeek.MONDAY),
                LocalTime.of(8, 0), LocalTime.of(16, 0), Set.of()))
                .hasMessage("no calendar of public holidays is known for XN");
    }

    private static OfficeHours office(Set<DayOfWeek> days, Set<LocalDate> closed) {
        return new OfficeHours(new StateCode("IT"), ROME, days, LocalTime.of(8, 0), LocalTime.of(16, 0), closed);
    }
}
