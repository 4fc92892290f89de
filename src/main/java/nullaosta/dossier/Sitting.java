package nullaosta.dossier;

import java.time.Instant;
import nullaosta.agreement.Agreements;
import nullaosta.party.Person;

/**
 * One command's circumstances: who asks, at which instant (stamped at the door), before which chancery, in which transaction.
 *
 * @param agreements as they are law when the command is taken up: it sees one state of them, whatever is published meanwhile
 */
record Sitting(Person by, Instant at, Chancery chancery, CaseStore.Session session, Agreements agreements) {

    Sitting(Person by, Instant at, Chancery chancery, CaseStore.Session session) {
        this(by, at, chancery, session, chancery.agreements());
    }
}
