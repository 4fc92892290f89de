package nullaosta.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nullaosta.clearance.Life;
import nullaosta.dossier.Competence;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.NextStep;
import nullaosta.dossier.Phase;
import nullaosta.party.Deputies;
import nullaosta.party.Host;
import nullaosta.party.Person;
import nullaosta.party.Role;

/**
 * What somebody is told of a case: that it waits for them, or how what they asked for stands. A message may be read on its
 * way, so it names the case and the step, and nothing of what the case says.
 *
 * @param to id of the person
 * @param subject one line: {@code IT-2016-0042: decide}
 */
public record News(String to, String subject) {

    /** What a case as it stands is to those whom it concerns; nobody is told twice in one list. */
    public static List<News> of(Dossier dossier, Deputies deputies, Host host, Instant now) {
        List<News> news = new ArrayList<>();
        NextStep next = NextStep.of(dossier);
        for (Person person : deputies.people().all()) {
            if (!Competence.concerns(person, dossier)) {
                continue;
            }
            if (person.role() == Role.REQUESTER) {
                news.add(new News(person.id(), dossier.number() + ": " + forRequester(dossier)));
            } else if (person.role() == Role.BASE && withdrawnFromTheBase(dossier)) {
                news.add(new News(person.id(), dossier.number() + ": the clearance is "
                        + dossier.clearance().orElseThrow().life().words() + "; hold the aircraft"));
            } else if (unconfirmed(person, dossier)) {
                news.add(new News(person.id(), dossier.number() + ": " + next.words()));
            } else if (dossier.oralUntil().isEmpty() && person.role() == next.role()
                    && moves(person, dossier, deputies, host, now)) {
                news.add(new News(person.id(), dossier.number() + ": " + next.words()));
            }
        }
        return news;
    }

    /** Whether a decision stands in their name that they have not confirmed: then that is the next step, and theirs alone. */
    private static boolean unconfirmed(Person person, Dossier dossier) {
        return dossier.orals().stream().anyMatch(oral -> oral.open() && oral.by(person.id()));
    }

    /** Of those with the role of the next step: an officer who cannot sign is not asked to. */
    private static boolean moves(Person person, Dossier dossier, Deputies deputies, Host host, Instant now) {
        return person.role() != Role.AUTHORITY
                || dossier.bench(host, deputies).map(bench -> bench.barTo(person, now).isEmpty()).orElse(false);
    }

    private static boolean withdrawnFromTheBase(Dossier dossier) {
        return dossier.phase() == Phase.CLEARED && dossier.movement().landed().isEmpty()
                && dossier.clearance().map(held -> held.life() != Life.VALID).orElse(false);
    }

    /** What the host does within itself is not news to whoever asked. */
    private static String forRequester(Dossier dossier) {
        return switch (dossier.phase()) {
            case WITH_THE_DESK, FOR_DECISION -> dossier.assessed().map(a -> switch (a.outcome()) {
                case NEEDS_FACTS -> "with the host; facts are missing";
                case INELIGIBLE, NOT_COVERED -> "with the host; a clause stands in the way";
                case REFER, ELIGIBLE, CANNOT_EVALUATE -> "with the host";
            }).orElse("with the host");
            case REFUSED -> "refused";
            case WITHDRAWN -> "withdrawn";
            case BLOCK -> "granted as a block";
            case CLEARED -> dossier.movement().landed().isPresent()
                    ? "flown"
                    : dossier.clearance().map(held -> held.life() == Life.VALID
                            ? "cleared"
                            : "the clearance is " + held.life().words()).orElse("cleared");
        };
    }
}
