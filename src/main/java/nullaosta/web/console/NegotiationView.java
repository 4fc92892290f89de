package nullaosta.web.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nullaosta.agreement.Period;
import nullaosta.agreement.Terms;
import nullaosta.agreement.text.Reading;
import nullaosta.negotiation.Negotiation;
import nullaosta.negotiation.Negotiations;
import nullaosta.negotiation.Proposal;
import nullaosta.negotiation.Refusal;
import nullaosta.negotiation.Step;
import nullaosta.negotiation.StepFormat;
import nullaosta.negotiation.StepTaken;
import nullaosta.negotiation.VersionText;
import nullaosta.party.Mandate;
import nullaosta.party.People;
import nullaosta.party.Person;
import nullaosta.party.Role;
import nullaosta.web.form.Moved;
import nullaosta.web.form.PageForm;
import nullaosta.web.page.Page;
import nullaosta.web.page.Words;

/**
 * A negotiation as a page shows it to one reader.
 *
 * @param negotiation as the reader may know it
 * @param offered what the reader could move now
 * @param unsignable why nobody can sign the text on the table as it is; empty if it can be signed
 * @param came    the form that came back, if one did
 */
public record NegotiationView(Page page, People people, Negotiation negotiation, List<Moved> offered,
        Optional<Refusal> unsignable, PageForm came) {

    public NegotiationView {
        offered = List.copyOf(offered);
    }

    /** Whether the reader may know what was put forward, and not only what was published. */
    public boolean readable() {
        return !negotiation.proposals().isEmpty();
    }

    /** What a text on the table would do to what has been, if it begins before now: in its own time zone. */
    public Optional<String> backwards() {
        return table()
                .flatMap(proposal -> Negotiations
                        .read(proposal.version().text()) instanceof Reading.Sound<Terms>(Terms terms)
                                ? Optional.of(terms)
                                : Optional.empty())
                .flatMap(this::backwards);
    }

    private Optional<String> backwards(Terms terms) {
        LocalDate today = page.now().atZone(terms.timezone()).toLocalDate();
        return terms.inForce().map(Period::from).filter(from -> !from.isAfter(today)).map(from -> {
            long days = ChronoUnit.DAYS.between(from, today);
            return "It would be law from " + page.words().day(from) + " on, "
                    + (days == 0
                            ? "for the whole of today"
                            : days + (days == 1 ? " day" : " days") + " before today")
                    + ". Cases keep what they were decided under; those that are open or have not taken off are marked.";
        });
    }

    /** Oldest first: a negotiation is read as it went. */
    public List<StepTaken> steps() {
        return negotiation.history();
    }

    public String kind(StepTaken taken) {
        return Words.kind(StepFormat.kindOf(taken.step()));
    }

    /** Rank and name, and the state they spoke for. */
    public String who(StepTaken taken) {
        return people.find(taken.by()).map(person -> person.name() + ", " + person.state().code()).orElse(taken.by());
    }

    public String hash(StepTaken taken) {
        return VersionText.shortened(whole(taken));
    }

    public String whole(StepTaken taken) {
        return switch (taken.step()) {
            case Step.Proposed it -> it.version().hash();
            case Step.CounterProposed it -> it.version().hash();
            case Step.Rejected it -> it.hash();
            case Step.Withdrawn it -> it.hash();
            case Step.DraftSigned it -> it.hash();
            case Step.LegalSigned it -> it.hash();
            case Step.PartySigned it -> it.hash();
            case Step.Published it -> it.hash();
        };
    }

    public String detail(StepTaken taken) {
        return switch (taken.step()) {
            case Step.Proposed it -> noted(it.version().version(), it.note());
            case Step.CounterProposed it -> noted(
                    it.version().version() + " in answer to " + VersionText.shortened(it.answers()), it.note());
            case Step.Rejected it -> it.reason();
            case Step.Withdrawn it -> it.reason();
            case Step.DraftSigned it -> it.act();
            case Step.LegalSigned it -> it.act();
            case Step.PartySigned it -> "for " + it.party() + ", " + it.act();
            case Step.Published it -> it.version() + " from " + it.from()
                    + it.until().map(day -> ", last day " + day.minusDays(1)).orElse("")
                    + it.ends().map(version -> "; " + version + " ends the day before").orElse("");
        };
    }

    private static String noted(String version, String note) {
        return note.isEmpty() ? version : version + ": " + note;
    }

    /** Whether the step put a text on the table, which can be read and compared. */
    public boolean tabled(StepTaken taken) {
        return taken.step() instanceof Step.Proposed || taken.step() instanceof Step.CounterProposed;
    }

    public Optional<Proposal> table() {
        return negotiation.table();
    }

    /** Whether somebody could put a text on some table: the host's drafter, or an envoy with full powers; no lawyer. */
    public static boolean mayNegotiate(Person reader, Instant now) {
        String mandate = reader.role() == Role.TREATY ? Mandate.DRAFTER : Mandate.FULL_POWERS;
        return (reader.role() == Role.TREATY || reader.role() == Role.ENVOY)
                && reader.mandate(mandate, now).isPresent();
    }

    /** Whether the reader could put a text of their own in the place of the one on the table, or on an empty one. */
    public boolean mayPropose() {
        Person reader = page.viewer();
        return mayNegotiate(reader, page.now())
                && (negotiation.parties().isEmpty() || negotiation.parties().contains(reader.state().code()))
                && !table().map(it -> it.party().equals(reader.state().code())).orElse(false);
    }

    public List<Moved> signatures() {
        return offered.stream().filter(moved -> moved.fields().size() == 1).toList();
    }

    public List<Moved> endings() {
        return offered.stream().filter(moved -> moved.fields().size() > 1).toList();
    }

    /** Who must sign the text on the table next. */
    public String waitsFor() {
        if (unsignable.isPresent()) {
            return "a text that can be signed";
        }
        if (negotiation.drafter().isEmpty()) {
            return "the host's drafter";
        }
        return negotiation.legal().isEmpty() ? "the host's lawyer" : Words.join(negotiation.unsigned());
    }

    /** What stands on the button. */
    public static String button(Moved moved) {
        return switch (moved) {
            case REJECTION -> "Reject this proposal";
            case WITHDRAWAL -> "Withdraw this proposal";
            case DRAFT_SIGNATURE -> "Sign as drafter";
            case LEGAL_SIGNATURE -> "Sign as lawyer";
            case PARTY_SIGNATURE -> "Sign for your state";
        };
    }
}
