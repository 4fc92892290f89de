package nullaosta.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nullaosta.decision.Decision;
import nullaosta.mission.DataMode;
import nullaosta.party.Numbering;
import nullaosta.party.Officer;
import nullaosta.party.StateCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClearanceTest {

    private static final StateCode ITALY = new StateCode("IT");

    @ParameterizedTest
    @CsvSource({"2016, 42, REAL, IT-2016-0042", "2016, 42, EXERCISE, EX-IT-2016-0042",
            "2016, 12345, REAL, IT-2016-12345"})
    void aNumberShowsHostYearAndWhetherItIsAnExercise(int year, int serial, DataMode mode, String expected) {
        String number = new ClearanceNumber(ITALY, year, serial, mode).ofCase(Numbering.PLAIN);
        assertThat(number).isEqualTo(expected);
        assertThat(ClearanceNumber.ofVersion(number, 2)).isEqualTo(expected + "/2");
    }

    /** Whatever the host's form, a number reads back to its parts, and none is another's. */
    @ParameterizedTest
    @ValueSource(strings = {"{host}-{year}-{serial}", "{year}{serial}", "{serial}{year}", "DCN-{serial}-{year}",
            "{host}{year}7{serial}", "A{serial}-B{year}"})
    void aNumberReadsBack(String form) {
        Numbering numbering = new Numbering(form, "RMK/DCN {number}", Optional.empty());
        Set<String> numbers = new HashSet<>();
        for (DataMode mode : DataMode.values()) {
            for (int year : List.of(2016, 2026, 1111)) {
                for (int serial : List.of(1, 42, 2016, 9999, 10_000, 20_261, 123_456)) {
                    ClearanceNumber number = new ClearanceNumber(ITALY, year, serial, mode);
                    assertThat(ClearanceNumber.read(number.ofCase(numbering), ITALY, numbering)).contains(number);
                    assertThat(numbers.add(number.ofCase(numbering))).isTrue();
                    assertThat(number.ofCase(numbering)).matches("[A-Z0-9][A-Z0-9-]{0,39}");
                }
            }
        }
        assertThat(ClearanceNumber.read("IT-16-0042", ITALY, numbering)).isEmpty();
    }

    /** Authority is a value: nobody outside their packages can make an officer, a decision or a grant out of nothing. */
    @Test
    void nothingThatCarriesAuthorityHasAPublicConstructor() {
        assertThat(Stream.of(Officer.class, Decision.class, Grant.class)
                .flatMap(type -> Stream.of(type.getDeclaredConstructors())).map(Constructor::getModifiers))
                .noneMatch(Modifier::isPublic);
    }

    @Test
    void aLifeHasWords() {
        assertThat(Stream.of(Life.values()).map(Life::words)).containsExactly("valid", "suspended", "revoked",
                "replaced by a later one");
    }
}
