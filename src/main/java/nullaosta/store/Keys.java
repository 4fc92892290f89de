package nullaosta.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import nullaosta.register.proof.Checkpoint;
import nullaosta.seal.IssuerKey;
import nullaosta.seal.NoteKey;
import nullaosta.seal.Scheme;
import nullaosta.seal.SealFault;
import nullaosta.seal.VaultKey;
import nullaosta.seal.WitnessKey;
import nullaosta.store.Installation.Refused;

/**
 * A host's keys, files that their owner alone may read. They are made for a register that is empty; for any other, new ones
 * would part it from what was signed before.
 *
 * @param issuer    signs clearances
 * @param registrar signs checkpoints, named by the register's origin
 * @param cosigner  signs them a second time, with ML-DSA-44
 * @param vault     opens what cases say
 */
record Keys(IssuerKey issuer, NoteKey registrar, WitnessKey cosigner, VaultKey vault) {

    private static final String ISSUER = "issuer.pem";
    private static final String REGISTRAR = "register.pem";
    private static final String VAULT = "vault.key";
    private static final String COSIGNER = "register-ml-dsa-44.pem";

    private interface Loading<K> {
        K load(Path file) throws IOException, SealFault;
    }

    private interface Making {
        void make(Path file) throws IOException, SealFault;
    }

    /**
     * @param published the register's last checkpoint; empty before the first
     * @param closed    whether cases are closed under the vault's key already
     * @throws Refused where a key of that register is missing, or another key signed it
     */
    static Keys of(Path folder, String origin, Optional<byte[]> published, boolean closed, SecureRandom random)
            throws IOException, SealFault, Refused {
        Files.createDirectories(folder);
        for (String name : List.of(ISSUER, REGISTRAR)) {
            if (published.isPresent() && !Files.exists(folder.resolve(name))) {
                throw new Refused("the database holds a register, and " + folder.resolve(name)
                        + ", its key, is missing; put it back from where it is kept safe");
            }
        }
        if (closed && !Files.exists(folder.resolve(VAULT))) {
            throw new Refused("the database holds cases, and " + folder.resolve(VAULT)
                    + ", the key that opens them, is missing; put it back from where it is kept safe");
        }
        Keys keys = new Keys(
                key(folder.resolve(ISSUER), file -> IssuerKey.generate(random).save(file), IssuerKey::load),
                key(folder.resolve(REGISTRAR), file -> NoteKey.generate(origin, random).save(file),
                        file -> NoteKey.load(origin, file)),
                key(folder.resolve(COSIGNER),
                        file -> WitnessKey.generate(origin, Scheme.ML_DSA_44, random).save(file),
                        file -> WitnessKey.load(origin, file)),
                key(folder.resolve(VAULT), file -> VaultKey.generate(random).save(file), VaultKey::load));
        if (published.isPresent()) {
            keys.mustHaveSigned(published.get(), folder);
        }
        return keys;
    }

    /** The key of the vault, where there is one. */
    static VaultKey vault(Path folder) throws IOException, SealFault, Refused {
        if (!Files.exists(folder.resolve(VAULT))) {
            throw new Refused(folder.resolve(VAULT)
                    + ", the key of its cases, is missing; put it back, or where an earlier release made the"
                    + " folder start the server on it once");
        }
        return VaultKey.load(folder.resolve(VAULT));
    }

    private static <K> K key(Path file, Making making, Loading<K> loading) throws IOException, SealFault, Refused {
        if (!Files.exists(file)) {
            making.make(file);
        }
        try {
            return loading.load(file);
        } catch (SealFault e) {
            throw new Refused(
                    file + " is no key file (" + e.getMessage() + "); put it back from where it is kept safe");
        }
    }

    private void mustHaveSigned(byte[] note, Path folder) throws Refused {
        try {
            Checkpoint.open(note, registrar.verifier());
        } catch (SealFault e) {
            throw new Refused("the register in the database is signed by another key than "
                    + folder.resolve(REGISTRAR) + "; give the data folder that belongs to it with --data");
        }
    }
}
