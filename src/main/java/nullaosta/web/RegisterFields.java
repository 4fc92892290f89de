package nullaosta.web;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nullaosta.mission.DataMode;
import nullaosta.mission.Reading;
import nullaosta.seal.SealFault;
import nullaosta.seal.WitnessPolicy;
import nullaosta.seal.WitnessVerifier;
import nullaosta.store.Installation.Settings.Keeping;
import nullaosta.witness.Quorum;

/** The part of a site's description that says how its register is kept. */
final class RegisterFields {

    private RegisterFields() {
    }

    /**
     * @param folder that the description is in, for paths that are not absolute
     * @param mode   which cases the site keeps, where it says so
     */
    static Keeping read(Reading in, Path folder, Optional<DataMode> mode) {
        Optional<Path> secondPlace = in.text("secondPlace", false).flatMap(name -> place(in, folder.resolve(name)));
        Set<String> names = new HashSet<>();
        List<WitnessPolicy.Witness> witnesses = in.list("witnesses", part -> witness(part, names));
        int threshold = in.has("quorum") ? in.whole("quorum", 0, witnesses.size()).orElse(0) : witnesses.size();
        boolean add = in.truth("add").orElse(false);
        if (add && mode.filter(DataMode.REAL::equals).isPresent()) {
            in.fault(in.at("add"), "`true` for real cases",
                    "`false`: a register of real cases takes entries from its cases alone");
            add = false;
        }
        in.unread();
        return new Keeping(secondPlace, new Quorum(witnesses, threshold), add);
    }

    private static Optional<Path> place(Reading in, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && Files.isDirectory(folder)
                ? Optional.of(file)
                : in.fault(in.at("secondPlace"), "`" + file + "`, in a folder that is not there",
                        "a file in a folder that is kept apart from the database");
    }

    private static Optional<WitnessPolicy.Witness> witness(Reading in, Set<String> names) {
        Optional<String> name = in.text("name", true).flatMap(text -> names.add(text)
                ? Optional.of(text)
                : in.fault(in.at("name"), "`" + text + "` a second time", "a name of its own for each witness"));
        Optional<WitnessVerifier> key = in.text("key", true).flatMap(text -> key(in, text));
        Optional<URI> url = SiteFile.url(in, "url", false);
        in.unread();
        return name.isPresent() && key.isPresent() && url.isPresent()
                ? Optional.of(new WitnessPolicy.Witness(name.get(), key.get(), url))
                : Optional.empty();
    }

    private static Optional<WitnessVerifier> key(Reading in, String text) {
        try {
            return Optional.of(WitnessVerifier.parse(text));
        } catch (SealFault e) {
            return in.fault(in.at("key"), String.valueOf(e.getMessage()), "the witness's verifier key");
        }
    }
}
