package nullaosta.dossier;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nullaosta.decision.Consultation;
import nullaosta.party.Person;
import nullaosta.party.Role;
import nullaosta.party.StateCode;

/** Somebody's right to answer one consultation of one case, without an account; {@link OfficeLinks} makes it of a key. */
public final class OfficeLink {

    /** Before the office's name, in the id of whoever answers for it. */
    public static final String OFFICE = "office.";

    private static final int LONGEST_ID = 60;

    private final DossierId dossier;
    private final int consultation;

    OfficeLink(DossierId dossier, int consultation) {
        this.dossier = dossier;
        this.consultation = consultation;
    }

    public DossierId dossier() {
        return dossier;
    }

    /** What it asks, in the case it is for. */
    public Optional<Consultation> consultation(Dossier in) {
        return in.id().equals(dossier)
                ? in.file().consultations().stream().filter(it -> it.number() == consultation).findFirst()
                : Optional.empty();
    }

    int number() {
        return consultation;
    }

    /** Who acts: the office, and nobody of the host's list of people. */
    public static Person officer(Consultation asked, StateCode host) {
        String id = OFFICE + asked.office().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Person(id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id, asked.office(),
                "asked by the desk", Role.PUBLIC, host, Optional.empty(), List.of(), Optional.empty(),
                Optional.empty(), List.of(), List.of());
    }
}
