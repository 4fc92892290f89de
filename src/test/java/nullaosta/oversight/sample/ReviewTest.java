package nullaosta.oversight.sample;

import static nullaosta.dossier.Ministry.DEPARTURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.Terms;
import nullaosta.assessment.Outcome;
import nullaosta.decision.Verdict;
import nullaosta.dossier.Command;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Ministry;
import nullaosta.dossier.Phase;
import nullaosta.dossier.entry.Entry;
import nullaosta.mission.Missions;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case is read as it stood when it was decided, and its findings are made again. */
class ReviewTest {

    private Ministry ministry;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    private Optional<Terms> terms(String id) {
        return ministry.dossiers.chancery().agreements().terms(id);
    }

    private Review review(Dossier dossier) {
        return Review.of(dossier, this::terms);
    }

    @Test
    void whatWasDecidedIsFoundAgain() {
        Review review = review(ministry.airborne());
        assertThat(review.rerun()).isEqualTo(new Rerun.AsThen());
        assertThat(review.decided().orElseThrow().verdict()).isEqualTo(Verdict.APPROVE);
        assertThat(review.decided().orElseThrow().by()).containsExactly("On. G. Ferri, for the government",
                "Cons. E. Valle, for the government");
        assertThat(review.decided().orElseThrow().dossier().phase()).isEqualTo(Phase.CLEARED);
        assertThat(review.decided().orElseThrow().dossier().clearance()).as("issued in the same act").isPresent();
        assertThat(review.decided().orElseThrow().dossier().movement().takenOffAt()).as("not known then").isEmpty();
        assertThat(review.since()).isEmpty();
    }

    @Test
    void aDecisionIsReadAsItWasAlsoAfterTheCaseHasMovedOn() {
        Dossier dossier = ministry.done("us.embassy", DEPARTURE, ministry.cleared(), new Command.AmendMission(
                Missions.with(Missions.armed(), Map.of("purpose", "OFFENSIVE")), "another task"));
        assertThat(dossier.assessed().orElseThrow().outcome()).isEqualTo(Outcome.INELIGIBLE);
        Review.Decided decided = review(dossier).decided().orElseThrow();
        assertThat(decided.dossier().mission().purpose()).isEqualTo("PROTECT_PERSONNEL_ON_GROUND");
        assertThat(decided.dossier().assessed().orElseThrow().outcome()).isEqualTo(Outcome.REFER);
    }

    @Test
    void whatIsNotDecidedIsHeldAgainstItsLatestAssessment() {
        Review review = review(ministry.filed(Missions.armed()));
        assertThat(review.decided()).isEmpty();
        assertThat(review.rerun()).isEqualTo(new Rerun.AsThen());
    }

    @Test
    void whatNoAgreementGovernsOrWhoseTermsAreGoneIsNotTried() {
        Entry.Assessed assessed = ministry.filed(Missions.armed()).assessed().orElseThrow();
        assertThat(Rerun.of(assessed, id -> Optional.empty()))
                .isEqualTo(new Rerun.NotRun("terms it-us-sigonella/1 are not at hand"));
        Entry.Assessed ungoverned = ministry.filed(Missions.with(Missions.armed(), Map.of("base", "AVIANO")))
                .assessed().orElseThrow();
        assertThat(ungoverned.agreement()).isEmpty();
        assertThat(Rerun.of(ungoverned, this::terms)).isEqualTo(new Rerun.NotRun("no agreement governed it"));
    }

    @Test
    void findingsThatWereAlteredShowAlsoUnderADigestOfTheirOwn() {
        Entry.Assessed assessed = ministry.filed(Missions.with(Missions.armed(), Map.of("purpose", "OFFENSIVE")))
                .assessed().orElseThrow();
        assertThat(Rerun.of(assessed, this::terms)).isEqualTo(new Rerun.AsThen());
        Map<String, Object> altered = new LinkedHashMap<>(assessed.assessment());
        altered.put("outcome", "ELIGIBLE");
        assertThat(Rerun.of(with(assessed, altered, assessed.digest()), this::terms)).isEqualTo(new Rerun.Otherwise(
                List.of("its findings are not those that the entry's digest was taken of")));
        assertThat(Rerun.of(with(assessed, altered, Digest.of(CanonicalJson.bytes(altered)).hex()), this::terms))
                .isEqualTo(new Rerun.Otherwise(List.of("the outcome was ELIGIBLE and comes to INELIGIBLE")));
    }

    @Test
    void otherTermsUnderTheSameNameShow() {
        Entry.Assessed assessed = ministry.filed(Missions.armed()).assessed().orElseThrow();
        assertThat(Rerun.of(assessed, id -> terms("it-gb-sigonella/1"))).isEqualTo(new Rerun.Otherwise(List.of(
                "the terms published as it-us-sigonella/1 are not those that it was assessed under")));
    }

    private static Entry.Assessed with(Entry.Assessed assessed, Map<String, Object> assessment, String digest) {
        return new Entry.Assessed(assessed.agreement(), assessed.outcome(), assessed.authorities(),
                assessed.clausesInTheWay(), assessment, digest);
    }
}
