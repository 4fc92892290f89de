package nullaosta.negotiation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nullaosta.agreement.Period;
import nullaosta.agreement.Terms;
import nullaosta.negotiation.Refusal.Code;
import nullaosta.party.Mandate;
import nullaosta.party.Role;

/** A text comes on the table, or goes from it. */
final class Tabling {

    private Tabling() {
    }

    static Optional<Refusal> bar(Round round, Terms terms, Motion.Propose motion) {
        return otherHost(round, terms).or(() -> unknown(round))
                .or(() -> published(round, terms.version().toString(), terms.hash()))
                .or(() -> motion.answers().flatMap(answers -> answersNothing(round, answers)))
                .or(() -> stranger(round, terms)).or(() -> leftOut(round, terms.parties())).or(() -> unmandated(round))
                .or(() -> taken(round, terms, motion))
                .or(() -> terms.inForce().flatMap(period -> overlaps(round.negotiation(), period)))
                .or(() -> unfit(round, terms));
    }

    static Step step(Round round, Terms terms, Motion.Propose motion) {
        VersionText version = VersionText.of(terms, motion.text());
        return motion.answers()
                .<Step>map(answers -> new Step.CounterProposed(round.party(), answers, version, motion.note().strip()))
                .orElseGet(() -> new Step.Proposed(round.party(), version, motion.note().strip()));
    }

    static Optional<Refusal> bar(Round round, Motion.Reject motion) {
        return unreasoned(motion.reason()).or(() -> notOnTheTable(round, motion.hash()))
                .or(() -> stranger(round)).or(() -> unmandated(round))
                .or(() -> proposer(round).equals(round.party())
                        ? refusal(Code.YOUR_OWN_PROPOSAL, "a proposal of " + round.party() + " itself",
                                "another party's", "withdraw it instead")
                        : Optional.empty());
    }

    static Optional<Refusal> bar(Round round, Motion.Withdraw motion) {
        return unreasoned(motion.reason()).or(() -> notOnTheTable(round, motion.hash()))
                .or(() -> stranger(round)).or(() -> unmandated(round))
                .or(() -> proposer(round).equals(round.party())
                        ? Optional.empty()
                        : refusal(Code.NOT_YOUR_PROPOSAL, "a proposal of " + proposer(round),
                                "one of " + round.party() + " itself", "reject it, or answer with one of your own"));
    }

    /** A text says itself of which agreement it is; a slip there would answer what another agreement has on its table. */
    private static Optional<Refusal> answersNothing(Round round, String answers) {
        Negotiation negotiation = round.negotiation();
        return negotiation.table().isPresent() || negotiation.proposal(answers).isPresent()
                ? notOnTheTable(round, answers)
                : refusal(Code.NOTHING_ON_THE_TABLE,
                        "an answer to " + VersionText.shortened(answers) + ", which was never on the table of "
                                + negotiation.agreement(),
                        "an answer to a text of the same agreement",
                        "look whether its line `terms` names that agreement; else propose it without an answer");
    }

    /** That the hash is not what lies on the table: published long ago, replaced, or never seen. */
    static Optional<Refusal> notOnTheTable(Round round, String hash) {
        Negotiation negotiation = round.negotiation();
        Optional<Publication> published = negotiation.publications().stream()
                .filter(it -> it.version().hash().equals(hash)).findFirst();
        if (published.isPresent()) {
            return refusal(Code.ALREADY_PUBLISHED,
                    published.get().version().version() + ", which was published on "
                            + published.get().on(round.host().zone()),
                    "a text that is still on the table", "propose what is to change as a new version");
        }
        Optional<Proposal> table = negotiation.table();
        if (table.isEmpty()) {
            return refusal(Code.NOTHING_ON_THE_TABLE, "nothing on the table of " + negotiation.agreement(),
                    "a proposal that waits for an answer", "propose a text");
        }
        return table.get().hash().equals(hash)
                ? Optional.empty()
                : refusal(Code.NOT_ON_THE_TABLE, "the hash " + VersionText.shortened(hash),
                        VersionText.shortened(table.get().hash()) + ", the hash of the text on the table",
                        "read the text that is on the table now");
    }

    /** A party is a state that the text on the table names, or the one that was published last. */
    static Optional<Refusal> stranger(Round round) {
        return stranger(round, round.negotiation().parties());
    }

    private static Optional<Refusal> stranger(Round round, Set<String> parties) {
        return parties.contains(round.party())
                ? Optional.empty()
                : refusal(Code.NOT_A_PARTY, "a person of " + round.party(),
                        "one of " + String.join(", ", parties.stream().sorted().toList()),
                        "leave it to the parties of the agreement");
    }

    /** Who is to become a party is named by one that is; to all others the agreement is as if it were not. */
    private static Optional<Refusal> unknown(Round round) {
        Set<String> parties = round.negotiation().parties();
        return parties.isEmpty() || parties.contains(round.party())
                ? Optional.empty()
                : Optional.of(Refusal.unknown(round.negotiation().agreement()));
    }

    /** What nobody is bound by yet is proposed by one whom the text names. */
    private static Optional<Refusal> stranger(Round round, Terms terms) {
        return round.negotiation().parties().isEmpty()
                ? stranger(round, Set.copyOf(terms.parties()))
                : Optional.empty();
    }

    /** Whoever is bound, or is being asked, stays: a text without them would come into force without their hand. */
    static Optional<Refusal> leftOut(Round round, List<String> parties) {
        List<String> missing = round.negotiation().parties().stream().filter(party -> !parties.contains(party))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : refusal(Code.PARTY_LEFT_OUT, "a text whose parties are without " + String.join(", ", missing),
                        "all of " + String.join(", ", round.negotiation().parties()) + " among its parties",
                        "name them; what is to hold without one of them is agreed under another id");
    }

    private static Optional<Refusal> unmandated(Round round) {
        if (round.by().role() == Role.TREATY) {
            return round.ofTheHost() && round.mandate(Mandate.DRAFTER).isPresent()
                    ? Optional.empty()
                    : refusal(Code.NO_MANDATE,
                            round.by().name() + ", who holds no live mandate `" + Mandate.DRAFTER + "`",
                            "the host's drafter", "let a drafter speak for the host");
        }
        return round.mandate(Mandate.FULL_POWERS).isPresent()
                ? Optional.empty()
                : refusal(Code.NO_MANDATE,
                        round.by().name() + ", who holds no live mandate `" + Mandate.FULL_POWERS + "`",
                        "an envoy of " + round.party() + " who has it", "let an envoy with that mandate speak");
    }

    private static Optional<Refusal> otherHost(Round round, Terms terms) {
        return terms.host().equals(round.host().state().code())
                ? Optional.empty()
                : refusal(Code.OTHER_HOST, "terms of the host " + terms.host(),
                        "terms of " + round.host().state().code(), "propose it where that state keeps its register");
    }

    private static Optional<Refusal> published(Round round, String version, String hash) {
        Negotiation negotiation = round.negotiation();
        return negotiation.published(version).map(it -> new Refusal(Code.ALREADY_PUBLISHED,
                version + " of " + negotiation.agreement() + ", which was published on "
                        + it.on(round.host().zone())
                        + (it.version().hash().equals(hash)
                                ? ""
                                : " with the hash "
                                        + VersionText.shortened(it.version().hash())),
                "a version with a number of its own", "propose it as a new version"));
    }

    private static Optional<Refusal> taken(Round round, Terms terms, Motion.Propose motion) {
        Optional<Proposal> table = round.negotiation().table();
        if (table.isEmpty()) {
            return Optional.empty();
        }
        if (motion.answers().isEmpty()) {
            return refusal(Code.TABLE_TAKEN,
                    "a proposal of " + table.get().party() + " on the table already, "
                            + VersionText.shortened(table.get().hash()),
                    "an empty table, or a proposal that answers that one",
                    table.get().party().equals(round.party()) ? "withdraw it first" : "counter-propose");
        }
        if (table.get().hash().equals(terms.hash())) {
            return refusal(Code.SAME_TEXT, "the text on the table itself", "a text that differs from it",
                    "sign it if you agree");
        }
        return table.get().party().equals(round.party())
                ? refusal(Code.YOUR_OWN_PROPOSAL, "an answer of " + round.party() + " to its own proposal",
                        "another party's proposal", "withdraw it and propose again")
                : Optional.empty();
    }

    /** A version may end an earlier one by beginning later; it may not begin on the same day or before. */
    static Optional<Refusal> overlaps(Negotiation negotiation, Period period) {
        return negotiation.publications().stream()
                .filter(it -> it.period().overlaps(period) && !it.period().from().isBefore(period.from()))
                .findFirst().map(it -> new Refusal(Code.OVERLAPS, "a period " + period,
                        "one that begins after " + it.period().from() + ", the first day of "
                                + it.version().version(),
                        "let it begin later: then the earlier version ends the day before"));
    }

    /** A text that the host could not work with would be found at the next start, when it is law. */
    static Optional<Refusal> unfit(Round round, Terms terms) {
        return HostFit.fault(round.host(), round.people(), terms, round.law().get(), round.at()).map(fault -> {
            String[] words = fault.split("; ", 2);
            return new Refusal(Code.HOST_DOES_NOT_FIT, words[0],
                    "officers for every authority that the text names, and a profile that fits its form",
                    words.length > 1 && !words[1].isBlank() ? words[1] : "mend the host's files and start anew");
        });
    }

    private static String proposer(Round round) {
        return round.negotiation().table().orElseThrow().party();
    }

    private static Optional<Refusal> unreasoned(String reason) {
        return reason.isBlank()
                ? refusal(Code.REASON_MISSING, "no reason", "a reason in words",
                        "say why: it becomes part of the negotiation")
                : Optional.empty();
    }

    static Optional<Refusal> refusal(Code code, String found, String expected, String help) {
        return Optional.of(new Refusal(code, found, expected, help));
    }

    static List<Step> rejected(Round round, Motion.Reject motion) {
        return List.of(new Step.Rejected(round.party(), motion.hash(), motion.reason().strip()));
    }

    static List<Step> withdrawn(Round round, Motion.Withdraw motion) {
        return List.of(new Step.Withdrawn(round.party(), motion.hash(), motion.reason().strip()));
    }
}
