package nullaosta.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import nullaosta.decision.Decision;
import nullaosta.mission.DataMode;
import nullaosta.party.Officer;
import nullaosta.party.StateCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClearanceTest {

    @ParameterizedTest
    @CsvSource({"2016, 42, REAL, IT-2016-0042", "2016, 42, EXERCISE, EX-IT-2016-0042",
            "2016, 12345, REAL, IT-2016-12345"})
    void aNumberShowsHostYearAndWhetherItIsAnExercise(int year, int serial, DataMode mode, String expected) {
        String number = new ClearanceNumber(new StateCode("IT"), year, serial, mode).ofCase();
        assertThat(number).isEqualTo(expected);
        assertThat(ClearanceNumber.ofVersion(number, 2)).isEqualTo(expected + "/2");
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
