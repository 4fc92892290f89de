package nullaosta.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import nullaosta.appointment.OfficerKey;
import nullaosta.audit.Audit;
import nullaosta.audit.AuditReport;
import nullaosta.audit.Finding;
import nullaosta.audit.Listed;
import nullaosta.audit.RegisterContents;
import nullaosta.audit.ShownDevice;
import nullaosta.disclosure.DisclosurePackage;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.LogSource;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.register.proof.Verification;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;
import nullaosta.seal.WitnessPolicy;
import nullaosta.verifier.VerifyExit;
import nullaosta.verifier.Wrapped;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Audits a whole server: its register, and every case that it lists. */
@Command(name = "audit", description = "Hold a whole register against the cases that the server lists and discloses.", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64)
public final class AuditCommand implements Callable<Integer> {

    private static final int ROUNDS = 4;

    @Parameters(index = "0", paramLabel = "URL", description = "The server.")
    private URI server;

    @Option(names = "--token", required = true, paramLabel = "FILE", description = "File with the auditor's access token.")
    private Path token;

    @Option(names = "--key", paramLabel = "FILE", description = "File with the register's verifier key. Without it the policy's `log` line counts.")
    private @Nullable Path key;

    @Option(names = "--policy", paramLabel = "FILE", description = "Which witnesses must have cosigned the checkpoint (C2SP tlog-policy).")
    private @Nullable Path policy;

    @Option(names = "--appointing", paramLabel = "FILE", description = "Public half of the appointing authority's key. Without it no officer's key is believed.")
    private @Nullable Path appointing;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public AuditCommand() {
    }

    @Override
    public Integer call() throws InterruptedException {
        if (key == null && policy == null) {
            throw new ParameterException(spec.commandLine(),
                    "missing: --key FILE, or --policy FILE that names the register");
        }
        try (AskedServer asked = new AskedServer(server, Files.readString(token).strip())) {
            return audited(asked).code();
        } catch (AskedServer.Unanswered | SealFault e) {
            return notAudited(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return notAudited("a file cannot be read (" + e.getMessage() + ")");
        }
    }

    private int notAudited(String why) {
        spec.commandLine().getErr().println("nullaosta: nothing was audited: " + why);
        return VerifyExit.NOT_CHECKED.code();
    }

    private VerifyExit audited(AskedServer asked)
            throws IOException, SealFault, AskedServer.Unanswered, InterruptedException {
        Optional<WitnessPolicy> quorum = policy == null
                ? Optional.empty()
                : Optional.of(WitnessPolicy.parse(Files.readString(policy)));
        NoteVerifier register = key == null
                ? quorum.orElseThrow().log()
                : NoteVerifier.parse(Files.readString(key));
        Optional<IssuerPublicKey> authority = appointing == null
                ? Optional.empty()
                : Optional.of(OfficerKey.parse(Files.readAllBytes(appointing)).key());
        LogSource source = LogSource.address(asked.at("/register"), asked.token());
        return switch (RegisterVerifier.verify(source, register)) {
            case Verification.Sound first -> audited(asked, source, register, first, quorum, authority);
            case Verification.Broken broken -> broken(broken);
            case Verification.Unread(String what) -> throw new AskedServer.Unanswered(what);
        };
    }

    /** The register is read a second time, since what is disclosed stands under a later checkpoint than the first. */
    private VerifyExit audited(AskedServer asked, LogSource source, NoteVerifier register, Verification.Sound first,
            Optional<WitnessPolicy> quorum, Optional<IssuerPublicKey> authority)
            throws SealFault, AskedServer.Unanswered, InterruptedException {
        Map<String, DisclosurePackage> held = new LinkedHashMap<>();
        Map<String, String> missed = new LinkedHashMap<>();
        List<Listed> listed = gathered(asked, held, missed);
        List<ShownDevice> devices = devices(asked);
        Set<Long> sizes = sizes(held.values(), register);
        sizes.add(first.checkpoint().size());
        RegisterContents contents = new RegisterContents(sizes);
        return switch (RegisterVerifier.verify(source, register, contents)) {
            case Verification.Sound sound -> {
                Audit audit = new Audit(register, first.checkpoint(), authority, contents);
                for (Listed one : listed) {
                    DisclosurePackage had = held.get(one.number());
                    if (had == null) {
                        audit.missed(one.number(),
                                missed.getOrDefault(one.number(), "it came while the others were read"));
                    } else if (had.entries().size() < one.entries()) {
                        audit.missed(one.number(), "it moved while it was read");
                    } else {
                        audit.take(one, had);
                    }
                }
                audit.take(devices);
                yield print(first, quorum, audit.close());
            }
            case Verification.Broken broken -> broken(broken);
            case Verification.Unread(String what) -> throw new AskedServer.Unanswered(what);
        };
    }

    private VerifyExit broken(Verification.Broken broken) {
        spec.commandLine().getOut().println("BROKEN  the register is not what its checkpoint says: " + broken.where()
                + ": " + broken.what());
        return VerifyExit.DOES_NOT_HOLD;
    }

    /**
     * The list, once every case on it was asked for. A server at work changes cases meanwhile: one that the list then says
     * has more entries is asked for again, a few times.
     */
    private static List<Listed> gathered(AskedServer asked, Map<String, DisclosurePackage> held,
            Map<String, String> missed) throws SealFault, AskedServer.Unanswered, InterruptedException {
        List<Listed> listed = listed(asked);
        for (int round = 0; round < ROUNDS; round++) {
            for (Listed one : listed) {
                DisclosurePackage had = held.get(one.number());
                if (had == null || had.entries().size() != one.entries()) {
                    try {
                        held.put(one.number(), DisclosurePackage.read(asked.get("/api/v1/cases/"
                                + AskedServer.part(one.number()) + "/disclosure?to=auditor")));
                        missed.remove(one.number());
                    } catch (AskedServer.Unanswered | SealFault e) {
                        missed.put(one.number(), String.valueOf(e.getMessage()));
                    }
                }
            }
            listed = listed(asked);
        }
        return listed;
    }

    private static Set<Long> sizes(Collection<DisclosurePackage> packages, NoteVerifier register) throws SealFault {
        Set<Long> sizes = new HashSet<>();
        for (DisclosurePackage one : packages) {
            sizes.add(Checkpoint.open(one.checkpoint().getBytes(StandardCharsets.UTF_8), register).size());
        }
        return sizes;
    }

    private static List<Listed> listed(AskedServer asked)
            throws SealFault, AskedServer.Unanswered, InterruptedException {
        List<Listed> all = new ArrayList<>();
        for (Object item : list(asked, "/api/v1/audit/cases")) {
            if (!(item instanceof Map<?, ?> map && map.get("number") instanceof String number
                    && map.get("entries") instanceof Long entries && map.get("outcome") instanceof String outcome)) {
                throw new AskedServer.Unanswered("the server's list of cases cannot be read");
            }
            all.add(new Listed(number, entries.intValue(), outcome, text(map, "clearance"), text(map, "life")));
        }
        return all;
    }

    private static List<ShownDevice> devices(AskedServer asked)
            throws SealFault, AskedServer.Unanswered, InterruptedException {
        List<ShownDevice> all = new ArrayList<>();
        for (Object item : list(asked, "/api/v1/audit/devices")) {
            if (!(item instanceof Map<?, ?> map)) {
                throw new AskedServer.Unanswered("the server's list of devices cannot be read");
            }
            ShownDevice device = ShownDevice.read(map);
            List<?> more = List.of();
            do {
                more = list(asked, "/api/v1/audit/devices/" + device.device().id() + "?after="
                        + device.checks().size());
                device = device.with(more);
            } while (!more.isEmpty());
            all.add(device);
        }
        return all;
    }

    private static List<?> list(AskedServer asked, String path)
            throws SealFault, AskedServer.Unanswered, InterruptedException {
        if (CanonicalJson.read(asked.get(path)) instanceof List<?> list) {
            return list;
        }
        throw new AskedServer.Unanswered("what the server answers at " + path + " is no list");
    }

    private static Optional<String> text(Map<?, ?> map, String field) {
        return map.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private VerifyExit print(Verification.Sound sound, Optional<WitnessPolicy> quorum, AuditReport report) {
        boolean seen = quorum.isEmpty() || quorum.get().satisfied(sound.note());
        boolean unproven = !seen || !report.findings().isEmpty();
        VerifyExit exit = report.contradicted()
                ? VerifyExit.DOES_NOT_HOLD
                : unproven ? VerifyExit.NOT_CERTAIN : VerifyExit.HOLDS;
        String sentence = report.contradicted()
                ? "the server says what the register contradicts"
                : unproven
                        ? "nothing contradicts the register; some of it rests on the server's word alone"
                        : "the register is whole, and every case is what its entries and its officers' keys say";
        if (json) {
            spec.commandLine().getOut().println(CanonicalJson.text(map(sound, report, sentence, seen)));
        } else {
            spec.commandLine().getOut().print(page(sound, quorum, report, sentence));
        }
        return exit;
    }

    private static Map<String, Object> map(Verification.Sound sound, AuditReport report, String sentence,
            boolean seen) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sentence", sentence);
        map.put("entries", sound.checkpoint().size());
        map.put("root", sound.checkpoint().root().base64());
        map.put("quorum", seen);
        map.put("cases", report.cases());
        map.put("caseEntries", report.entries());
        map.put("issues", report.issues());
        map.put("negotiations", report.negotiations());
        map.put("acts", report.acts());
        map.put("movementLists", report.lists());
        map.put("devices", report.devices());
        map.put("signedChecks", report.signedChecks());
        map.put("findings", report.findings().stream().map(it -> Map.of("weight", it.weight().name(), "where",
                it.where(), "words", it.words())).toList());
        return map;
    }

    private static String page(Verification.Sound sound, Optional<WitnessPolicy> quorum, AuditReport report,
            String sentence) {
        Wrapped page = new Wrapped().paragraph("", 0, Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1)
                + ".").line("");
        page.line("  register      " + sound.checkpoint().size() + " entries, every hash and the signature verified");
        quorum.ifPresent(it -> page.line("  witnesses     " + (it.quorum().equals(WitnessPolicy.NONE)
                ? "the policy asks for none"
                : it.satisfied(sound.note())
                        ? "enough have cosigned: " + String.join(", ", it.cosigners(sound.note()))
                        : "too few have cosigned")));
        page.line(
                "  cases         " + report.cases() + " listed, disclosed and whole, " + report.entries() + " entries");
        page.line("  clearances    " + report.issues() + " issues in the register, each looked for in a case");
        page.line("  negotiations  " + report.negotiations() + ", published and not looked into here");
        page.line("  gates         " + report.devices() + (report.devices() == 1 ? " device" : " devices") + ", "
                + report.signedChecks() + " of their records verified by their own keys");
        page.line("  other         " + report.acts() + " acts of appointment, " + report.lists()
                + " lists of movements");
        for (Finding.Weight weight : Finding.Weight.values()) {
            List<Finding> of = report.findings().stream().filter(it -> it.weight() == weight).toList();
            if (!of.isEmpty()) {
                page.line("").line((weight == Finding.Weight.CONTRADICTION ? "Contradicted" : "On the server's word")
                        + " (" + of.size() + ")");
                of.forEach(it -> page.paragraph("  " + it.where() + "  ", it.where().length() + 4, it.words()));
            }
        }
        return page.toString();
    }
}
