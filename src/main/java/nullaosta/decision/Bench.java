package nullaosta.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nullaosta.appointment.SignedText;
import nullaosta.assessment.Outcome;
import nullaosta.party.Deputies;
import nullaosta.party.DutyOfficer;
import nullaosta.party.Host;
import nullaosta.party.Officer;
import nullaosta.party.Person;

/**
 * The officers who must sign a prepared case, and what they said so far.
 *
 * <p>An approval needs, for each authority the terms refer the case to, as many signatures as the host asks of it; a
 * case referred to nobody goes to the host's ordinary authority. One refusal by any of these decides the case.
 *
 * @param ground what the latest assessment came to
 * @param draft what the desk prepared, if it has
 * @param deputies who decides in whose place
 * @param tookPart ids of those who filed or prepared the case
 */
public record Bench(Host host, Ground ground, Optional<Draft> draft, List<Signature> given, Set<String> tookPart,
        Deputies deputies) {

    /** Where nobody is away. */
    public Bench(Host host, Ground ground, Optional<Draft> draft, List<Signature> given, Set<String> tookPart) {
        this(host, ground, draft, given, tookPart, Deputies.NONE);
    }

    public Bench {
        given = List.copyOf(given);
        tookPart = Set.copyOf(tookPart);
    }

    /** The authorities whose officers must sign, in the order of their names. */
    public List<String> authorities() {
        return ground.authorities().isEmpty()
                ? List.of(host.ordinaryAuthority())
                : ground.authorities().stream().sorted().toList();
    }

    /** Who must still sign an approval: an authority's name once for each signature it owes. */
    public List<String> waitingFor() {
        return waitingFor(given);
    }

    /** Whether {@code person} could sign now, as far as who they are decides it. */
    public Optional<Bar> barTo(Person person, Instant at) {
        if (draft.isEmpty()) {
            return Optional.of(Bar.NOT_PREPARED);
        }
        if (!draft.get().assessment().equals(ground.digest())) {
            return Optional.of(Bar.ASSESSED_SINCE);
        }
        if (deputies.of(person.id(), at).isPresent()) {
            return Optional.of(Bar.ABSENT);
        }
        Optional<Officer> officer = officer(person, at);
        if (officer.isEmpty()) {
            return Optional.of(Bar.NO_MANDATE);
        }
        if (tookPart.contains(person.id())) {
            return Optional.of(Bar.TOOK_PART);
        }
        if (given.stream().anyMatch(s -> s.officer().equals(person.id()))) {
            return Optional.of(Bar.SIGNED_ALREADY);
        }
        if (used(officer.get())) {
            return Optional.of(Bar.MANDATE_USED);
        }
        return given.stream().anyMatch(s -> entered(person, s))
                ? Optional.of(Bar.ENTERED_ANOTHERS)
                : Optional.empty();
    }

    private static boolean entered(Person person, Signature signature) {
        return signature.oral().filter(oral -> oral.enteredBy().equals(person.id())).isPresent();
    }

    /** The approval that the signatures given make; empty while one is missing or any of them refuses. */
    public Optional<Decision> approved() {
        boolean refused = given.stream().anyMatch(signature -> signature.verdict() == Verdict.REFUSE);
        return draft.isPresent() && !given.isEmpty() && !refused && waitingFor().isEmpty()
                ? Optional.of(new Decision(Verdict.APPROVE, draft.get(), given, List.of()))
                : Optional.empty();
    }

    public Vote sign(Person person, Verdict verdict, String reasons, Signing signing, Instant at) {
        Optional<Bar> bar = barTo(person, at).or(() -> barTo(verdict, reasons));
        if (bar.isPresent()) {
            return new Vote.Barred(bar.get());
        }
        Officer officer = officer(person, at).orElseThrow();
        return switch (Hand.look(text(officer, verdict, reasons, signing), signing, at)) {
            case Hand.Looked.Bad(Bar unsigned) -> new Vote.Barred(unsigned);
            case Hand.Looked.Good(Hand hand) -> sign(officer, verdict, reasons, hand.own(), Optional.empty(), at);
        };
    }

    /**
     * What an officer said by word of mouth, entered by somebody who may: it counts like their signature. Two signatures are
     * never one person's word.
     *
     * @param at when it is entered; the officer's mandate must have held when they said it as well
     */
    public Vote hear(DutyOfficer duty, Person officer, Verdict verdict, String reasons, Oral oral, Instant at) {
        Person by = duty.person();
        Optional<Bar> bar = barTo(officer, oral.givenAt()).or(() -> barTo(officer, at));
        if (bar.isEmpty() && tookPart.contains(by.id())) {
            bar = Optional.of(Bar.DUTY_TOOK_PART);
        }
        if (bar.isEmpty() && given.stream().anyMatch(s -> s.officer().equals(by.id()) || entered(by, s))) {
            bar = Optional.of(Bar.DUTY_SIGNED);
        }
        bar = bar.or(() -> barTo(verdict, reasons));
        return bar.isPresent()
                ? new Vote.Barred(bar.get())
                : sign(officer(officer, at).orElseThrow(), verdict, reasons, Optional.empty(), Optional.of(oral), at);
    }

    /**
     * The officer's own signature under what was entered for them; the same verdict for the same authority.
     *
     * @param heard as the duty officer entered it
     * @return never final: nothing is decided anew
     */
    public Vote confirm(Person person, Signature heard, String reasons, Signing signing, Instant at) {
        Optional<Officer> officer = Officer.of(person, host.state(), heard.authority(), at);
        if (officer.isEmpty() || !heard.officer().equals(person.id())) {
            return new Vote.Barred(Bar.NO_MANDATE);
        }
        if (reasons.isBlank()) {
            return new Vote.Barred(Bar.NO_REASONS);
        }
        return switch (Hand.look(text(officer.get(), heard.verdict(), reasons, signing), signing, at)) {
            case Hand.Looked.Bad(Bar unsigned) -> new Vote.Barred(unsigned);
            case Hand.Looked.Good(Hand hand) -> new Vote.Pending(
                    signature(officer.get(), heard.verdict(), reasons, hand.own(), Optional.empty(), at),
                    waitingFor());
        };
    }

    /** What {@code person} would sign to confirm what was entered for them; empty where they cannot. */
    public Optional<DecisionText> text(Person person, Signature heard, String reasons, Signing signing, Instant at) {
        return reasons.isBlank()
                ? Optional.empty()
                : Officer.of(person, host.state(), heard.authority(), at)
                        .filter(officer -> heard.officer().equals(person.id()))
                        .map(officer -> text(officer, heard.verdict(), reasons, signing));
    }

    /** What {@code person} would put their own signature under; empty where they cannot sign this. */
    public Optional<DecisionText> text(Person person, Verdict verdict, String reasons, Signing signing, Instant at) {
        return barTo(person, at).or(() -> barTo(verdict, reasons)).isPresent()
                ? Optional.empty()
                : Optional.of(text(officer(person, at).orElseThrow(), verdict, reasons, signing));
    }

    private DecisionText text(Officer officer, Verdict verdict, String reasons, Signing signing) {
        return new DecisionText(signing.register(), signing.caseNumber(), signing.previous(), ground.digest(),
                ground.outcome().name(), verdict, plain(reasons), draft.orElseThrow().conditions(),
                officer.person().id(), officer.mandate().authority(),
                officer.away().map(away -> away.holder().id()));
    }

    /** Browsers end lines in two ways; what is signed has one. */
    private static String plain(String reasons) {
        return reasons.strip().replace("\r\n", "\n");
    }

    private static Signature signature(Officer officer, Verdict verdict, String reasons, Optional<SignedText> own,
            Optional<Oral> oral, Instant at) {
        return new Signature(officer.person().id(), officer.person().name(), officer.mandate().authority(),
                officer.mandate().act(), verdict, plain(reasons), at, own, oral,
                officer.away().map(away -> new InPlaceOf(away.holder().id(), away.holder().name(),
                        away.absence().act(), away.absence().digest())));
    }

    private Vote sign(Officer officer, Verdict verdict, String reasons, Optional<SignedText> own, Optional<Oral> oral,
            Instant at) {
        Signature signature = signature(officer, verdict, reasons, own, oral, at);
        List<Signature> all = new ArrayList<>(given);
        all.add(signature);
        List<String> waiting = waitingFor(all);
        if (verdict == Verdict.APPROVE && !waiting.isEmpty()) {
            return new Vote.Pending(signature, waiting);
        }
        List<String> clauses = verdict == Verdict.REFUSE ? ground.clausesInTheWay() : List.of();
        return new Vote.Final(signature, new Decision(verdict, draft.orElseThrow(), all, clauses));
    }

    private Optional<Bar> barTo(Verdict verdict, String reasons) {
        if (reasons.isBlank()) {
            return Optional.of(Bar.NO_REASONS);
        }
        if (ground.outcome() == Outcome.CANNOT_EVALUATE) {
            return Optional.of(Bar.CANNOT_EVALUATE);
        }
        if (verdict == Verdict.REFUSE) {
            return Optional.empty();
        }
        return switch (ground.outcome()) {
            case INELIGIBLE -> Optional.of(Bar.STANDS_IN_THE_WAY);
            case NOT_COVERED -> Optional.of(Bar.NOT_COVERED);
            case NEEDS_FACTS -> Optional.of(Bar.FACTS_MISSING);
            case CANNOT_EVALUATE -> Optional.of(Bar.CANNOT_EVALUATE);
            case REFER, ELIGIBLE -> Optional.empty();
        };
    }

    /**
     * The officer that the person is for the first authority that still waits, any of them where none does: by their own
     * mandate rather than as a deputy, and under one that nobody has used yet rather than under one that is used.
     */
    public Optional<Officer> officer(Person person, Instant at) {
        List<String> order = new ArrayList<>(waitingFor());
        order.addAll(authorities());
        List<Officer> officers = order.stream()
                .flatMap(authority -> deputies.officers(person, host.state(), authority, at)).toList();
        return officers.stream().filter(it -> !used(it) && it.away().isEmpty()).findFirst()
                .or(() -> officers.stream().filter(it -> !used(it)).findFirst())
                .or(() -> officers.stream().findFirst());
    }

    private boolean used(Officer officer) {
        return given.stream().anyMatch(signature -> signature.holder().equals(officer.holder()));
    }

    private List<String> waitingFor(List<Signature> signatures) {
        List<String> waiting = new ArrayList<>();
        for (String authority : authorities()) {
            long approvals = signatures.stream()
                    .filter(s -> s.verdict() == Verdict.APPROVE && s.authority().equals(authority)).count();
            for (long owed = approvals; owed < host.signaturesFor(authority); owed++) {
                waiting.add(authority);
            }
        }
        return waiting;
    }
}
