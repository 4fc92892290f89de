package nullaosta.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.Terms;
import nullaosta.negotiation.Answer;
import nullaosta.negotiation.Motion;
import nullaosta.negotiation.Negotiation;
import nullaosta.negotiation.Negotiations;
import nullaosta.negotiation.Proposal;
import nullaosta.party.Host;
import nullaosta.party.Mandate;
import nullaosta.party.People;
import nullaosta.party.Person;
import nullaosta.party.Role;

/**
 * Negotiates the agreements of a folder with the real commands, each step by a person whose task it is, dated as the story
 * has it: a version is proposed a month before it is law and signed by its parties on its first day. Where the folder
 * holds a proposed version too, the talks begin with it a year before, and the other party asks for it again afterwards.
 */
public final class Conclusion {

    private static final Duration FIRST_ASKED = Duration.ofDays(378);
    private static final Duration TABLED = Duration.ofDays(30);
    private static final Duration DRAFTED = Duration.ofDays(21);
    private static final Duration CLEARED = Duration.ofDays(7);
    private static final Duration ASKED_AGAIN = Duration.ofDays(7);
    private static final Duration APART = Duration.ofMinutes(10);

    private final Negotiations negotiations;
    private final Host host;
    private final People people;

    public Conclusion(Negotiations negotiations, Host host, People people) {
        this.negotiations = negotiations;
        this.host = host;
        this.people = people;
    }

    /**
     * Concludes every version of the agreements that has a period and is not published yet; one that was broken off half-way
     * is gone on with.
     *
     * @param folder where the files of the agreements are
     * @return how many versions were published
     */
    public int of(Agreements agreements, Path folder) throws IOException {
        List<Agreement> all = agreements.all().stream().filter(agreement -> !agreement.waiting().isEmpty()).toList();
        all.forEach(agreement -> agreement.waiting().forEach(this::mustHavePeople));
        int published = 0;
        for (Agreement agreement : all) {
            published += conclude(agreement, folder.resolve(agreement.id()));
        }
        return published;
    }

    private int conclude(Agreement agreement, Path folder) throws IOException {
        List<Terms> law = agreement.waiting().stream().sorted(Comparator.comparing(Conclusion::from)).toList();
        Optional<Terms> wish = agreement.versions().stream().filter(terms -> terms.version().proposed()).findFirst();
        for (Terms terms : law) {
            Instant signed = morning(from(terms));
            if (wish.isPresent() && negotiations.negotiation(agreement.id()).history().isEmpty()) {
                propose(other(wish.get(), signed), signed.minus(FIRST_ASKED), folder, wish.get(),
                        "the version that " + othersState(wish.get()) + " would like best");
            }
            Optional<Proposal> table = negotiations.negotiation(agreement.id()).table();
            if (!table.map(it -> it.hash().equals(terms.hash())).orElse(false)) {
                propose(drafter(signed.minus(TABLED)), signed.minus(TABLED), folder, terms,
                        table.isPresent() ? "what " + host.name() + " can agree to" : "");
            }
            sign(terms, signed);
        }
        if (wish.isPresent()) {
            Instant again = morning(from(law.getLast())).plus(ASKED_AGAIN);
            propose(other(wish.get(), again), again, folder, wish.get(), "asked for again");
        }
        return law.size();
    }

    private void sign(Terms terms, Instant signed) {
        Negotiation before = negotiations.negotiation(terms.agreement());
        if (before.drafter().isEmpty()) {
            move(drafter(signed.minus(DRAFTED)), signed.minus(DRAFTED), terms, new Motion.SignDraft(terms.hash()));
        }
        if (before.legal().isEmpty()) {
            move(lawyer(signed.minus(CLEARED)), signed.minus(CLEARED), terms, new Motion.SignLegal(terms.hash()));
        }
        Instant at = signed;
        for (String party : before.unsigned()) {
            move(signatory(party, at), at, terms, new Motion.SignForParty(terms.hash()));
            at = at.plus(APART);
        }
    }

    /** Nothing is begun that nobody here can end. */
    private void mustHavePeople(Terms terms) {
        Instant signed = morning(from(terms));
        drafter(signed.minus(DRAFTED));
        lawyer(signed.minus(CLEARED));
        terms.parties().forEach(party -> signatory(party, signed));
    }

    private Person drafter(Instant at) {
        return holder(Role.TREATY, Mandate.DRAFTER, host.state().code(), at);
    }

    private Person lawyer(Instant at) {
        return holder(Role.TREATY, Mandate.LEGAL, host.state().code(), at);
    }

    private Person signatory(String party, Instant at) {
        return holder(party.equals(host.state().code()) ? Role.AUTHORITY : Role.ENVOY, Mandate.FULL_POWERS, party, at);
    }

    private void propose(Person by, Instant at, Path folder, Terms terms, String note) throws IOException {
        Optional<String> answers = negotiations.negotiation(terms.agreement()).table().map(Proposal::hash);
        done(negotiations.propose(by, at, new Motion.Propose(text(folder, terms), answers, note)));
    }

    private void move(Person by, Instant at, Terms terms, Motion motion) {
        done(negotiations.move(by, at, terms.agreement(), motion));
    }

    private static void done(Answer answer) {
        if (answer instanceof Answer.Refused(var refusal)) {
            throw new Play.SceneStopped(refusal.inWords()
                    + String.join("", refusal.problems().stream().map(it -> "\n" + it.inFull()).toList()));
        }
    }

    private Person other(Terms terms, Instant at) {
        return signatory(othersState(terms), at);
    }

    private String othersState(Terms terms) {
        return terms.parties().stream().filter(party -> !party.equals(host.state().code())).findFirst().orElseThrow();
    }

    private Person holder(Role role, String mandate, String state, Instant at) {
        return people.all().stream().filter(person -> person.role() == role && person.state().code().equals(state))
                .filter(person -> person.mandate(mandate, at).isPresent()).findFirst()
                .orElseThrow(() -> new Play.SceneStopped("nobody of " + state + " has a mandate `" + mandate + "` at "
                        + at + "; give one to somebody among the host's people"));
    }

    private Instant morning(LocalDate day) {
        return day.atTime(9, 0).atZone(host.zone()).toInstant();
    }

    private static LocalDate from(Terms terms) {
        return terms.inForce().orElseThrow().from();
    }

    private static String text(Path folder, Terms terms) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return Files.readString(files.filter(file -> file.getFileName().toString()
                    .matches(Pattern.quote(terms.version().toString()) + "\\.ya?ml")).findFirst()
                    .orElseThrow());
        }
    }
}
