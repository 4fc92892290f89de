package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import nullaosta.dossier.CaseLists;
import nullaosta.dossier.Phase;
import nullaosta.dossier.Row;
import nullaosta.exercise.Demonstration;
import nullaosta.register.proof.Verification;
import org.junit.jupiter.api.Test;

/** The demonstration's day: opened once, and again on another day. */
class DemonstrationTest {

    @Test
    void aDayIsOpenedOnce() throws Exception {
        try (Demo demo = Demo.still()) {
            Instant morning = Instant.now();
            AtomicReference<Instant> now = new AtomicReference<>(morning);
            InstantSource clock = now::get;
            try (Demonstration demonstration = demo.demonstration(clock)) {
                assertThat(demonstration.open()).isEqualTo(8);
                assertThat(demonstration.open()).as("the same day").isZero();
                now.set(morning.plus(Duration.ofMinutes(90)));
                assertThat(demonstration.open()).as("after a restart").isZero();
                now.set(morning.plus(Duration.ofDays(2)));
                assertThat(demonstration.open()).as("another day").isEqualTo(8);
            }
            assertThat(demo.verified()).isInstanceOf(Verification.Sound.class);
        }
    }

    @Test
    void everyStageIsOnTheDesk() throws Exception {
        try (Demo demo = Demo.open()) {
            assertThat(demo.installation().lists().every().stream().map(Row::phase)).contains(Phase.WITH_THE_DESK,
                    Phase.FOR_DECISION, Phase.CLEARED, Phase.REFUSED);
            assertThat(demo.installation().lists().rows(CaseLists.Filter.ALL.airborne()).stream().map(Row::callSign))
                    .containsExactlyInAnyOrder("REACH21", "CHILL11");
        }
    }
}
