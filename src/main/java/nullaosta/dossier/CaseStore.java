package nullaosta.dossier;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nullaosta.disclosure.Envelope;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.Written;
import nullaosta.mission.DataMode;
import nullaosta.quantity.TimeWindow;
import nullaosta.seal.Digest;

/**
 * Where cases are kept. Everything one command writes is in one transaction with its entries in the register: after a
 * crash either all of it is there or none.
 */
public interface CaseStore {

    /** Runs {@code work} in one transaction; rolled back if it throws. */
    <T> T transact(Function<Session, T> work);

    /** Reads a case without locking it; empty if there is none. */
    Optional<Stored> read(DossierId id);

    Optional<DossierId> find(String number);

    /** One transaction. */
    interface Session {

        /** The case, locked until the transaction ends. */
        Optional<Stored> lock(DossierId id);

        /** A new case, locked. */
        Stored open(DossierId id, String pseudonym);

        /** Appends entries to the case and to the register, in their order. */
        void append(DossierId id, List<Line> lines);

        /**
         * Closes for good what was entered in the case so far; what is appended after can be read. Copies of the store from
         * before still hold it, and whoever keeps them forgets in time.
         */
        void erase(DossierId id, int entries);

        /** Whether an entry has a key of its own that can be taken away. */
        boolean forgettable(DossierId id, int entry);

        /** Takes away for good the key of an entry about somebody; it is read as {@link Entry.Forgotten} from then on. */
        void forget(DossierId id, int entry);

        /** Replaces the case's row in the lists. */
        void project(Row row);

        /** Replaces the case's snapshot; empty takes it away, since that of an earlier assessment would speak for this one. */
        void keep(DossierId id, Optional<Snapshot> snapshot);

        /** Counts up from 1 for each year and mode; a rolled-back transaction may leave a gap. */
        int nextSerial(int year, DataMode mode);

        /** Counts up from 0. */
        int nextStatusIndex();

        /**
         * What an agreement has used up without this case, counted under a lock that holds until the transaction ends:
         * two deciders cannot both take the last place. A suspended clearance keeps its place, since it may be resumed; so
         * does a flight that took off, whatever became of its clearance.
         *
         * @param day  of the departure, in {@code zone}
         * @param zone in which the agreement counts its days and months
         */
        Ledger lockedLedger(String agreement, LocalDate day, ZoneId zone, TimeWindow window, DataMode mode,
                DossierId without);

        /** The same without the lock, to look and not to decide: it writes nothing and holds nobody up. */
        Ledger ledger(String agreement, LocalDate day, ZoneId zone, TimeWindow window, DataMode mode,
                DossierId without);

        /** Whether an entry is in the register as it is published, so that anybody can find it there. */
        boolean inRegister(byte[] entry);
    }

    /**
     * @param pseudonym what the register calls the case
     * @param erased    how many of its entries are closed for good; those that are not are {@code entries}
     * @param last digest of its last envelope; of no bytes where there is none
     */
    record Stored(DossierId id, String pseudonym, int erased, List<Written> entries, Digest last) {
        public Stored {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An entry as stored.
     *
     * @param body     its bytes
     * @param salt     of their commitment
     * @param envelope for the register
     * @param issued   of a clearance that the entry issues, what the register holds of it after the envelope, in no case's chain
     */
    record Line(Written written, byte[] body, byte[] salt, Envelope envelope, Optional<byte[]> issued) {}
}
