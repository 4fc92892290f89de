package nullaosta.negotiation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nullaosta.agreement.Period;
import nullaosta.agreement.Terms;
import nullaosta.agreement.text.Problem;
import nullaosta.agreement.text.Reading;
import nullaosta.negotiation.Refusal.Code;
import nullaosta.party.Mandate;

/** Hands under the hash on the table: the host's drafter, the host's lawyer, then each party; the last of them publishes. */
final class Signing {

    private Signing() {
    }

    static Optional<Refusal> bar(Round round, Motion.SignDraft motion) {
        return common(round, motion.hash()).or(() -> notOfTheHost(round)).or(() -> unmandated(round, Mandate.DRAFTER))
                .or(() -> standing(round))
                .or(() -> twice(round, round.negotiation().drafter(), "the draft"))
                .or(() -> samePerson(round));
    }

    static Optional<Refusal> bar(Round round, Motion.SignLegal motion) {
        return common(round, motion.hash()).or(() -> notOfTheHost(round)).or(() -> unmandated(round, Mandate.LEGAL))
                .or(() -> standing(round))
                .or(() -> round.negotiation().drafter().isPresent()
                        ? Optional.empty()
                        : Tabling.refusal(Code.OUT_OF_TURN, "a draft without the drafter's signature",
                                "the drafter to sign first", "wait for the drafter"))
                .or(() -> twice(round, round.negotiation().legal(), "the lawyer's part"))
                .or(() -> samePerson(round));
    }

    static Optional<Refusal> bar(Round round, Motion.SignForParty motion) {
        return common(round, motion.hash()).or(() -> unmandated(round, Mandate.FULL_POWERS)).or(() -> standing(round))
                .or(() -> round.negotiation().legal().isPresent()
                        ? Optional.empty()
                        : Tabling.refusal(Code.OUT_OF_TURN,
                                "a text that " + (round.negotiation().drafter().isPresent()
                                        ? "the host's lawyer has not signed"
                                        : "neither the host's drafter nor its lawyer has signed"),
                                "drafter and lawyer to sign before the parties", "wait for the host's treaty office"))
                .or(() -> twice(round, Optional.ofNullable(round.negotiation().signed().get(round.party())),
                        "the part of " + round.party()))
                .or(() -> samePerson(round));
    }

    static List<Step> draft(Round round, Motion.SignDraft motion) {
        return List.of(new Step.DraftSigned(motion.hash(), round.by().name(), act(round, Mandate.DRAFTER),
                version(round).vocabulary()));
    }

    static List<Step> legal(Round round, Motion.SignLegal motion) {
        return List.of(new Step.LegalSigned(motion.hash(), round.by().name(), act(round, Mandate.LEGAL),
                version(round).vocabulary()));
    }

    /** The signature, and with the last one the publication. */
    static List<Step> party(Round round, Motion.SignForParty motion) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.PartySigned(round.party(), motion.hash(), round.by().name(),
                act(round, Mandate.FULL_POWERS), version(round).vocabulary()));
        if (round.negotiation().unsigned().equals(List.of(round.party()))) {
            VersionText version = version(round);
            Period period = version.period().orElseThrow();
            Optional<String> ends = round.negotiation().publications().stream()
                    .filter(it -> it.period().holds(period.from())).map(it -> it.version().version()).findFirst();
            steps.add(new Step.Published(version.version(), version.hash(), period.from(), period.until(), ends,
                    version.vocabulary()));
        }
        return steps;
    }

    private static Optional<Refusal> common(Round round, String hash) {
        return Tabling.notOnTheTable(round, hash).or(() -> Tabling.stranger(round));
    }

    private static Optional<Refusal> notOfTheHost(Round round) {
        return round.ofTheHost()
                ? Optional.empty()
                : Tabling.refusal(Code.NOT_A_PARTY, "a treaty office of " + round.party(),
                        "the host's own, of " + round.host().state().code(), "leave it to the host");
    }

    private static Optional<Refusal> unmandated(Round round, String authority) {
        return round.mandate(authority).isPresent()
                ? Optional.empty()
                : Tabling.refusal(Code.NO_MANDATE,
                        round.by().name() + ", who holds no live mandate `" + authority + "`",
                        "somebody of " + round.party() + " who has it", "let somebody with that mandate sign");
    }

    /** Whether the text could come into force as it is. */
    static Optional<Refusal> standing(Round round) {
        VersionText version = version(round);
        return Tabling.leftOut(round, version.parties()).or(() -> dated(round, version))
                .or(() -> altered(round, version));
    }

    private static Optional<Refusal> dated(Round round, VersionText version) {
        return version.period().map(period -> Tabling.overlaps(round.negotiation(), period))
                .orElseGet(() -> Tabling.refusal(Code.NO_PERIOD, version.version() + " without a period",
                        "a version that says from when it is law",
                        "counter-propose it without `.proposed` and with `inForce`"));
    }

    /** The text was valid when it was proposed; since then host or program may be others. */
    private static Optional<Refusal> altered(Round round, VersionText version) {
        return switch (Negotiations.read(version.text())) {
            case Reading.Faulty<Terms>(List<Problem> problems) -> Optional.of(Refusal.notValid(problems));
            case Reading.Sound<Terms>(Terms terms) -> reworded(terms, version).or(() -> Tabling.unfit(round, terms));
        };
    }

    private static Optional<Refusal> reworded(Terms terms, VersionText version) {
        String now = terms.vocabulary().hash();
        return version.vocabulary().equals(Optional.of(now))
                ? Optional.empty()
                : Tabling.refusal(Code.OTHER_VOCABULARY, "a vocabulary with the hash " + VersionText.shortened(now),
                        version.vocabulary().map(hash -> VersionText.shortened(hash)
                                + ", under which the text was put forward").orElse("one that the proposal names"),
                        "withdraw it and propose it again, so that all sign what its words mean now");
    }

    private static Optional<Refusal> twice(Round round, Optional<String> before, String what) {
        return before.map(person -> new Refusal(Code.SIGNED_ALREADY, what + " signed by " + round.name(person),
                "a part that nobody has signed", "wait for the others"));
    }

    private static Optional<Refusal> samePerson(Round round) {
        Negotiation negotiation = round.negotiation();
        boolean before = negotiation.drafter().equals(Optional.of(round.by().id()))
                || negotiation.legal().equals(Optional.of(round.by().id()))
                || negotiation.signed().containsValue(round.by().id());
        return before
                ? Tabling.refusal(Code.SAME_PERSON, "a second signature of " + round.by().name(),
                        "two people: nobody signs one text twice", "let somebody else sign")
                : Optional.empty();
    }

    private static VersionText version(Round round) {
        return round.negotiation().table().orElseThrow().version();
    }

    private static String act(Round round, String authority) {
        return round.mandate(authority).orElseThrow().act();
    }
}
