package nullaosta.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nullaosta.mission.DataMode;
import nullaosta.mission.Fault;
import nullaosta.mission.Reading;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;
import nullaosta.store.Installation;
import nullaosta.web.post.Correspondence;
import nullaosta.web.signin.Provider;
import nullaosta.witness.Quorum;

/** Reads a {@link Site} from its JSON file; {@code docs/operating.md} lists the fields. All faults are told together. */
public final class SiteFile {

    private static final Set<PosixFilePermission> OTHERS = Set.of(PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);

    private SiteFile() {
    }

    /** What is wrong with the file, where, and what was expected. */
    public static final class Faulty extends Exception {
        private static final long serialVersionUID = 1L;

        Faulty(Path file, String message) {
            super(file + ": " + message);
        }
    }

    public static Site read(Path file) throws Faulty {
        List<Fault> faults = new ArrayList<>();
        Optional<Site> site = Optional.empty();
        try {
            if (!(CanonicalJson.read(Files.readAllBytes(file)) instanceof Map<?, ?> json)) {
                throw new Faulty(file, "found no object; expected the description of a site");
            }
            site = site(Reading.of(json, faults), file.resolveSibling(""));
        } catch (JsonFault e) {
            throw new Faulty(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Faulty(file, "cannot be read; expected the description of a site");
        }
        if (site.isEmpty() || !faults.isEmpty()) {
            throw new Faulty(file, faults.stream().map(Fault::inWords).collect(Collectors.joining("; ")));
        }
        return site.get();
    }

    /**
     * Everything that is wrong with a description.
     *
     * @param folder that its file is in
     */
    public static List<Fault> faults(Map<?, ?> json, Path folder) {
        List<Fault> faults = new ArrayList<>();
        site(Reading.of(json, faults), folder);
        return faults;
    }

    private static Optional<Site> site(Reading in, Path folder) {
        Optional<InetAddress> address = in.text("address", true).flatMap(text -> address(in, text));
        Optional<Integer> port = in.whole("port", 0, 65_535);
        Optional<URI> publicUrl = url(in, "publicUrl", true);
        Optional<DataMode> mode = in.oneOf("data", DataMode.class, true);
        Optional<Provider> provider = in.object("signIn", true).flatMap(part -> provider(part, folder));
        Installation.Settings.Keeping register = in.object("register", false)
                .map(part -> RegisterFields.read(part, folder, mode))
                .orElse(new Installation.Settings.Keeping(Optional.empty(), Quorum.NONE));
        Optional<Site.Monitoring> monitoring = in.object("monitoring", false).flatMap(SiteFile::monitoring);
        Correspondence post = in.object("post", false).map(part -> PostFields.read(part, folder))
                .orElse(Correspondence.NONE);
        if (port.isPresent() && port.get() > 0 && monitoring.map(Site.Monitoring::port).equals(port)) {
            in.fault(in.at("monitoring"), "port `" + port.get() + "`, which the console has", "a port of its own");
        }
        in.unread();
        return address.isPresent() && port.isPresent() && publicUrl.isPresent() && mode.isPresent()
                && provider.isPresent()
                        ? Optional.of(new Site(address.get(), port.get(), publicUrl.get(), mode.get(),
                                provider.get(), register, monitoring, post))
                        : Optional.empty();
    }

    private static Optional<Site.Monitoring> monitoring(Reading in) {
        Optional<InetAddress> address = in.text("address", true).flatMap(text -> address(in, text));
        Optional<Integer> port = in.whole("port", 0, 65_535);
        in.unread();
        return address.isPresent() && port.isPresent()
                ? Optional.of(new Site.Monitoring(address.get(), port.get()))
                : Optional.empty();
    }

    private static Optional<InetAddress> address(Reading in, String text) {
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return in.fault(in.at("address"), "`" + text + "`", "an address of this machine such as `127.0.0.1`");
        }
    }

    private static Optional<Provider> provider(Reading in, Path folder) {
        Optional<URI> issuer = url(in, "issuer", false);
        Optional<String> clientId = in.text("clientId", true);
        Optional<String> secret = in.text("clientSecretFile", true)
                .flatMap(name -> secret(in, "clientSecretFile", folder.resolve(name)));
        Optional<String> audience = in.text("audience", true);
        if (audience.isPresent() && audience.equals(clientId)) {
            in.fault(in.at("audience"), "`" + audience.get() + "`, the client itself",
                    "another name: tokens that tell this server who a person is would pass for a program's");
        }
        in.unread();
        return issuer.isPresent() && clientId.isPresent() && secret.isPresent() && audience.isPresent()
                ? Optional.of(new Provider(issuer.get(), clientId.get(), secret.get(), audience.get()))
                : Optional.empty();
    }

    /** Names what is wrong with the file and never what is in it. */
    static Optional<String> secret(Reading in, String field, Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.stream().anyMatch(OTHERS::contains)) {
                return in.fault(in.at(field), "`" + file + "`, which others may read",
                        "a file of mode 0600");
            }
            String secret = Files.readString(file).strip();
            return secret.isEmpty()
                    ? in.fault(in.at(field), "an empty file `" + file + "`", "the secret in one line")
                    : Optional.of(secret);
        } catch (IOException e) {
            return in.fault(in.at(field), "`" + file + "`", "a file that can be read");
        }
    }

    /** Identities and cookies travel by TLS; without it only on this machine itself, for trying it out. */
    static Optional<URI> url(Reading in, String field, boolean withoutPath) {
        String expected = "an https address" + (withoutPath ? " without a path" : "")
                + " such as `https://nullaosta.example.it`; http only for localhost";
        return in.text(field, true).flatMap(text -> {
            try {
                URI url = new URI(text);
                boolean here = "localhost".equals(url.getHost()) || "127.0.0.1".equals(url.getHost());
                boolean safe = "https".equals(url.getScheme()) || "http".equals(url.getScheme()) && here;
                boolean plain = url.getQuery() == null && url.getFragment() == null && url.getUserInfo() == null
                        && (!withoutPath || url.getPath().isEmpty());
                return url.getHost() != null && safe && plain
                        ? Optional.of(withoutPath ? URI.create(text.toLowerCase(Locale.ROOT)) : url)
                        : in.fault(in.at(field), "`" + text + "`", expected);
            } catch (URISyntaxException e) {
                return in.fault(in.at(field), "`" + text + "`", expected);
            }
        });
    }
}
