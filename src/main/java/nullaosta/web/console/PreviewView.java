package nullaosta.web.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nullaosta.agreement.Authority;
import nullaosta.agreement.ClauseKind;
import nullaosta.agreement.vocabulary.FactSource;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Finding;
import nullaosta.assessment.MissingFact;
import nullaosta.assessment.Outcome;
import nullaosta.assessment.Status;
import nullaosta.dossier.Preview;
import nullaosta.dossier.entry.Entry;
import nullaosta.mission.form.Form;
import nullaosta.party.Host;
import nullaosta.web.page.Words;

/**
 * What a mission would be if it were filed as it is typed.
 *
 * @param sentence the outcome
 * @param why      what else is to be said of it; empty where the clauses say it
 * @param mark     class name of the outcome
 * @param misfits  in what it is not what was granted in the block that it is announced in
 * @param decided  whether that block's decision would clear it, so that nobody signs again
 * @param restarts what the amendment would restart; empty for a filing
 */
public record PreviewView(Form form, String sentence, String why, String mark, Optional<Assessment> assessment,
        List<String> misfits, boolean decided, String restarts) {

    public PreviewView {
        misfits = List.copyOf(misfits);
    }

    static PreviewView of(Form form, Preview preview) {
        return switch (preview) {
            case Preview.Refused(var refusal) -> new PreviewView(form, "It would not be taken",
                    refusal.inWords(), "way", Optional.empty(), List.of(), false, "");
            case Preview.Assessed(Entry.Assessed assessed, Optional<Preview.InBlock> inBlock, Optional<Entry.AmendmentClass> amendment) ->
                new PreviewView(form,
                        sentence(assessed, inBlock),
                        assessed.agreement().isPresent() ? "" : String.valueOf(assessed.assessment().get("why")),
                        inBlock.filter(Preview.InBlock::clears).isPresent()
                                ? "clear"
                                : Words.outcomeMark(assessed.outcome().name()),
                        assessed.agreement().map(terms -> Assessment.fromMap(assessed.assessment())),
                        inBlock.map(Preview.InBlock::misfits).orElse(List.of()),
                        inBlock.filter(Preview.InBlock::clears).isPresent(),
                        amendment.map(PreviewView::restarts).orElse(""));
        };
    }

    private static String restarts(Entry.AmendmentClass amendment) {
        return switch (amendment) {
            case ADMINISTRATIVE ->
                "Administrative: names and papers only. Nothing restarts, and what was decided stands.";
            case WITHIN_TOLERANCE -> "Within the host's tolerance. It keeps the moment at which it was asked for; a"
                    + " clearance stands as it is, a case that is not decided is assessed anew.";
            case MATERIAL ->
                "Material. It counts as asked for when it is amended, and is assessed, prepared and decided"
                        + " anew; a clearance is suspended until then.";
        };
    }

    private static String sentence(Entry.Assessed assessed, Optional<Preview.InBlock> inBlock) {
        return inBlock.filter(Preview.InBlock::clears)
                .map(block -> "Cleared at once, by the decision on the block " + block.block())
                .orElseGet(() -> Words.sentence(assessed.outcome()));
    }

    private Stream<MissingFact> missing() {
        return assessment.stream().flatMap(it -> it.missing().stream());
    }

    /** What the requester can still answer. */
    public List<MissingFact> missingHere() {
        return missing().filter(fact -> fact.from() == FactSource.REQUESTER).toList();
    }

    /** What others supply once it is filed. */
    public List<MissingFact> missingElsewhere() {
        return missing().filter(fact -> fact.from() != FactSource.REQUESTER).toList();
    }

    public Optional<String> fieldFor(MissingFact fact) {
        return form.fieldFor(fact.fact());
    }

    /** The clauses that would stand in the way, facts that are missing aside. */
    public List<Finding> inTheWay() {
        return assessment.stream().flatMap(it -> it.findings().stream())
                .filter(finding -> finding.inTheWay() && !(finding.status() instanceof Status.Undetermined)).toList();
    }

    /** Of a flight that no agreement covers: what brings a flight within the one for its state and base, and is not so. */
    public List<Finding> leftOutBy() {
        return assessment.filter(it -> it.outcome() == Outcome.NOT_COVERED).stream()
                .flatMap(it -> it.findings().stream()).filter(finding -> finding.kind() == ClauseKind.GRANT).toList();
    }

    /** Who would decide, and how many must sign. */
    public List<String> decides() {
        List<String> deciders = new ArrayList<>();
        boolean cannot = decided || assessment.map(it -> it.outcome() == Outcome.INELIGIBLE
                || it.outcome() == Outcome.NOT_COVERED || it.outcome() == Outcome.CANNOT_EVALUATE).orElse(true);
        if (!cannot) {
            Host host = form.host();
            List<Authority> named = assessment.orElseThrow().authorities();
            named.forEach(authority -> deciders.add(authority.inWords() + signatures(host, authority.id())));
            if (named.isEmpty()) {
                deciders.add("the " + host.ordinaryAuthority().replace('-', ' ')
                        + signatures(host, host.ordinaryAuthority()));
            }
        }
        return deciders;
    }

    private static String signatures(Host host, String authority) {
        int count = host.signaturesFor(authority);
        return count == 1 ? ": one signature" : ": " + count + " signatures";
    }
}
