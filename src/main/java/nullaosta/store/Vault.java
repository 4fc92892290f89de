package nullaosta.store;

import java.util.random.RandomGenerator;
import nullaosta.dossier.DossierId;
import nullaosta.seal.SealFault;
import nullaosta.seal.VaultKey;

/**
 * Keeps closed what cases say. The database holds closed texts and, closed under the vault's own key, a key for each case;
 * the vault's key is a file outside it. Trusted to forget: a case whose key is gone stays closed for everybody, copies of the
 * database from before apart.
 */
public final class Vault {

    private final VaultKey key;
    private final RandomGenerator random;

    /** @param random must be unpredictable outside tests */
    public Vault(VaultKey key, RandomGenerator random) {
        this.key = key;
        this.random = random;
    }

    /** A case's key, or that of one of its entries, as it is held open for one command. */
    record CaseKey(VaultKey key, byte[] wrapped) {}

    CaseKey newKey(DossierId id) {
        VaultKey made = VaultKey.generate(random);
        return new CaseKey(made, key.wrap(made, "case " + id, random));
    }

    /** @throws IllegalStateException if the vault's key is not the one that closed it: the store is broken */
    CaseKey key(DossierId id, byte[] wrapped) {
        try {
            return new CaseKey(key.unwrap(wrapped, "case " + id), wrapped);
        } catch (SealFault e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key for one entry about somebody, so that it can go by itself. */
    CaseKey newPersonKey(DossierId id, int entry) {
        VaultKey made = VaultKey.generate(random);
        return new CaseKey(made, key.wrap(made, person(id, entry), random));
    }

    CaseKey personKey(DossierId id, int entry, byte[] wrapped) {
        try {
            return new CaseKey(key.unwrap(wrapped, person(id, entry)), wrapped);
        } catch (SealFault e) {
            throw new IllegalStateException(e);
        }
    }

    private static String person(DossierId id, int entry) {
        return "person " + id + " " + entry;
    }

    boolean opens(DossierId id, byte[] wrapped) {
        try {
            key.unwrap(wrapped, "case " + id);
            return true;
        } catch (SealFault e) {
            return false;
        }
    }

    /** @param place within the case */
    byte[] close(CaseKey of, byte[] text, String place) {
        return of.key().close(text, place, random);
    }

    /** @throws IllegalStateException if it does not open: the store is broken */
    byte[] open(CaseKey of, byte[] closed, String place) {
        try {
            return of.key().open(closed, place);
        } catch (SealFault e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of what is made from the entries and made again at will: it is closed under the vault's key. */
    public byte[] close(byte[] text, String place) {
        return key.close(text, place, random);
    }

    byte[] open(byte[] closed, String place) throws SealFault {
        return key.open(closed, place);
    }

    /** By which a text is known again that was given away. */
    public byte[] mark(String text) {
        return key.mark(text);
    }

    /** A number for a word, so that it can be looked for without being told. */
    long blind(String word) {
        return key.blind(word);
    }
}
