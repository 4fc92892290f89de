package nullaosta.dossier;

import java.util.UUID;

/** Names a case within this system; its number is for people. */
public record DossierId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
