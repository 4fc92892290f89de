package nullaosta.dossier;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import nullaosta.agreement.Agreements;
import nullaosta.appointment.Roll;
import nullaosta.clearance.Grant;
import nullaosta.clearance.partner.Partners;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.mission.DataMode;
import nullaosta.mission.MissionReader;
import nullaosta.party.Absence;
import nullaosta.party.Deputies;
import nullaosta.party.Host;
import nullaosta.party.People;

/**
 * What the host works with in every case.
 *
 * @param people all who may act
 * @param absences of officers, as they stand at the moment of asking
 * @param inForce the agreements as they are published at the moment of asking
 * @param modes  which data are taken here: a demonstration takes none that is real
 * @param register origin of the register
 * @param roll   whose keys are appointed at the moment of asking; empty where the host has no appointing authority
 * @param random for pseudonyms, ids and salts; must be unpredictable outside tests
 * @param partners other hosts whose clearances are verified here
 */
public record Chancery(Host host, People people, Supplier<List<Absence>> absences, Supplier<Agreements> inForce,
        Set<DataMode> modes, EntryFormat format, Issuer issuer,
        String register, Supplier<Optional<Roll>> roll, RandomGenerator random, Partners partners) {

    /** Of a host without partners. */
    public Chancery(Host host, People people, Supplier<List<Absence>> absences, Supplier<Agreements> inForce,
            Set<DataMode> modes, EntryFormat format, Issuer issuer,
            String register, Supplier<Optional<Roll>> roll, RandomGenerator random) {
        this(host, people, absences, inForce, modes, format, issuer, register, roll, random, Partners.NONE);
    }

    public Chancery {
        modes = Set.copyOf(modes);
    }

    /** Who decides in whose place, as it stands now. */
    public Deputies deputies() {
        return new Deputies(people, absences.get());
    }

    public Agreements agreements() {
        return inForce.get();
    }

    /** Reads what is filed here. */
    public MissionReader missions() {
        return format.missions();
    }

    /** Signs clearances; only a grant can be signed. */
    public interface Issuer {

        /**
         * The signed document in its text form, without receipt.
         *
         * @param dossierHash SHA-256 of the assessment that the decision rests on, hexadecimal
         */
        String issue(Grant grant, String dossierHash);

        /** What the register holds of an issued token, so that whoever has the token can find it there. */
        byte[] registered(String token);
    }
}
