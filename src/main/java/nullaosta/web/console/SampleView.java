package nullaosta.web.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nullaosta.decision.Verdict;
import nullaosta.dossier.HeldQuestion;
import nullaosta.oversight.sample.Rerun;
import nullaosta.oversight.sample.Review;
import nullaosta.oversight.sample.Sample;
import nullaosta.party.People;
import nullaosta.party.Person;
import nullaosta.register.proof.Checkpoint;
import nullaosta.web.page.Page;
import nullaosta.web.page.Words;

/**
 * A sample that was drawn.
 *
 * @param received how many cases it was drawn of
 * @param checkpoint of the register at the time; empty while there is none
 */
public record SampleView(Page page, People people, Sample sample, int received, Optional<Checkpoint> checkpoint,
        List<Line> lines) {

    public SampleView {
        lines = List.copyOf(lines);
    }

    /** One case that was drawn. */
    public sealed interface Line {
        String number();
    }

    public record Reviewed(String number, Review review) implements Line {}

    /** @param what is left of it, in words */
    public record Erased(String number, String what) implements Line {}

    public List<Reviewed> reviewed() {
        return lines.stream().filter(Reviewed.class::isInstance).map(Reviewed.class::cast).toList();
    }

    public List<Erased> erased() {
        return lines.stream().filter(Erased.class::isInstance).map(Erased.class::cast).toList();
    }

    /** Those that came out otherwise, or could not be put to the terms again. */
    public long odd() {
        return reviewed().stream().filter(line -> !(line.review().rerun() instanceof Rerun.AsThen)).count();
    }

    public static String verdict(Review review) {
        return review.decided().map(decided -> decided.verdict() == Verdict.APPROVE ? "approved" : "refused")
                .orElse("not decided");
    }

    public String outcome(Review review) {
        return review.decided().map(Review.Decided::dossier).orElse(review.dossier()).assessed()
                .map(assessed -> Words.outcomeWord(assessed.outcome().name())).orElse("not assessed");
    }

    public static String rerun(Review review) {
        return switch (review.rerun()) {
            case Rerun.AsThen same -> "as then";
            case Rerun.Otherwise otherwise -> "otherwise: " + String.join("; ", otherwise.differences());
            case Rerun.NotRun not -> "not tried: " + not.why();
        };
    }

    /** Class name of the sign beside it. */
    public static String mark(Review review) {
        return switch (review.rerun()) {
            case Rerun.AsThen same -> "clear";
            case Rerun.Otherwise otherwise -> "way";
            case Rerun.NotRun not -> "none";
        };
    }

    public String name(HeldQuestion question) {
        return people.find(question.by()).map(Person::name).orElse(question.by());
    }

    /** The address of the same sample again, or of its report. */
    public String address(String path) {
        return path + "?seed=" + URLEncoder.encode(sample.seed(), StandardCharsets.UTF_8) + "&size=" + sample.size()
                + "&from=" + sample.from() + "&until=" + sample.until();
    }
}
