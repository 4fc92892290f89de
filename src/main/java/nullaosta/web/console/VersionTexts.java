package nullaosta.web.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Version;
import nullaosta.negotiation.Negotiation;
import nullaosta.store.Installation;

/**
 * The texts of an agreement's versions: of what was published the text that was signed, of the rest the folder's file.
 *
 * @param negotiation as its reader may know it
 */
record VersionTexts(Installation installation, Negotiation negotiation, String agreement) {

    Optional<String> of(String version) {
        return negotiation.publications().stream().map(it -> it.version())
                .filter(it -> it.version().equals(version)).findFirst().map(it -> it.text())
                .or(() -> file(version));
    }

    /** Of the version that was in force last, else of the newest file. */
    Optional<String> latest() {
        Optional<Agreement> known = installation.agreements().agreement(agreement);
        return known.flatMap(Agreement::latest).or(() -> known.flatMap(it -> it.versions().reversed().stream()
                .findFirst())).map(terms -> terms.version()).map(Version::toString).flatMap(this::of);
    }

    private Optional<String> file(String version) {
        try {
            return installation.fileText(agreement, version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
