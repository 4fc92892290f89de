package nullaosta.negotiation;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import nullaosta.agreement.Agreements;
import nullaosta.party.Host;
import nullaosta.party.Mandate;
import nullaosta.party.People;
import nullaosta.party.Person;

/**
 * One motion's circumstances: who asks, at which instant (stamped at the door), for which host, in which negotiation.
 *
 * @param law the agreements as they are published at the moment of asking
 */
record Round(Person by, Instant at, Host host, People people, Supplier<Agreements> law, Negotiation negotiation) {

    /** With no more of the negotiation than who asks may know, so that no refusal tells what they may not. */
    Round asSeen() {
        return new Round(by, at, host, people, law, Competence.seen(by, negotiation));
    }

    String party() {
        return by.state().code();
    }

    boolean ofTheHost() {
        return by.state().equals(host.state());
    }

    Optional<Mandate> mandate(String authority) {
        return by.mandate(authority, at);
    }

    /** Rank and name, or the id of who is no longer listed. */
    String name(String id) {
        return people.find(id).map(Person::name).orElse(id);
    }
}
