package nullaosta.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nullaosta.mission.Reading;
import nullaosta.web.post.Correspondence;
import nullaosta.web.post.Correspondence.Hook;
import nullaosta.web.post.Correspondence.Login;
import nullaosta.web.post.Correspondence.Mail;
import nullaosta.web.post.Correspondence.Security;

/** The part of a site's description that says who is told by mail, and which programs by a hook. */
final class PostFields {

    /** What RFC 5321 calls a mailbox, as far as people have one. */
    private static final String MAILBOX = "[^@\\s<>\"]{1,64}@[A-Za-z0-9.-]{1,255}";
    private static final String MAILBOX_EXPECTED = "an address such as `desk@difesa.example.it`";

    private PostFields() {
    }

    /** @param folder that the description is in, for paths that are not absolute */
    static Correspondence read(Reading in, Path folder) {
        Optional<Mail> mail = in.object("mail", false).flatMap(part -> mail(part, folder));
        Set<String> names = new HashSet<>();
        List<Hook> hooks = in.list("hooks", part -> hook(part, folder, names));
        in.unread();
        return new Correspondence(mail, hooks);
    }

    private static Optional<Mail> mail(Reading in, Path folder) {
        Optional<String> host = in.text("host", true);
        Optional<Integer> port = in.whole("port", 1, 65_535);
        Optional<Security> security = in.oneOf("security", Security.class, true);
        if (security.filter(Security.NONE::equals).isPresent()
                && host.filter(name -> !name.equals("localhost") && !name.equals("127.0.0.1")).isPresent()) {
            security = in.fault(in.at("security"), "`NONE` for `" + host.orElseThrow() + "`",
                    "`TLS` or `STARTTLS`; `NONE` only for localhost");
        }
        Optional<String> from = in.text("from", true, MAILBOX, MAILBOX_EXPECTED);
        Optional<String> user = in.text("user", false);
        Optional<Login> login = user.flatMap(name -> in.text("passwordFile", true)
                .flatMap(file -> SiteFile.secret(in, "passwordFile", folder.resolve(file)))
                .map(password -> new Login(name, password)));
        Map<String, String> addresses = new TreeMap<>();
        in.list("addresses", part -> address(part, addresses));
        in.unread();
        return host.isPresent() && port.isPresent() && security.isPresent() && from.isPresent()
                && login.isPresent() == user.isPresent()
                        ? Optional.of(new Mail(host.get(), port.get(), security.get(), from.get(), login, addresses))
                        : Optional.empty();
    }

    private static Optional<String> address(Reading in, Map<String, String> addresses) {
        Optional<String> person = in.text("person", true);
        Optional<String> address = in.text("address", true, MAILBOX, MAILBOX_EXPECTED);
        in.unread();
        if (person.isPresent() && address.isPresent()
                && addresses.putIfAbsent(person.get(), address.get()) != null) {
            return in.fault(in.at("person"), "`" + person.get() + "` a second time", "one address for each person");
        }
        return address;
    }

    private static Optional<Hook> hook(Reading in, Path folder, Set<String> names) {
        Optional<String> name = in.text("name", true).flatMap(text -> names.add(text)
                ? Optional.of(text)
                : in.fault(in.at("name"), "`" + text + "` a second time", "a name of its own for each hook"));
        Optional<String> person = in.text("person", true);
        Optional<URI> url = SiteFile.url(in, "url", false);
        Optional<String> secret = in.text("secretFile", true)
                .flatMap(file -> SiteFile.secret(in, "secretFile", folder.resolve(file)));
        in.unread();
        return name.isPresent() && person.isPresent() && url.isPresent() && secret.isPresent()
                ? Optional.of(new Hook(name.get(), person.get(), url.get(), secret.get()))
                : Optional.empty();
    }
}
