package nullaosta.dossier;

import java.time.Instant;
import nullaosta.party.Person;

/** One command's circumstances: who asks, at which instant (stamped at the door), before which chancery, in which transaction. */
record Sitting(Person by, Instant at, Chancery chancery, CaseStore.Session session) {}
