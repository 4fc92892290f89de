package nullaosta.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.text.Problem;
import nullaosta.clearance.Grant;
import nullaosta.clearance.Issuance;
import nullaosta.clearance.partner.PartnerFolder;
import nullaosta.clearance.partner.Partners;
import nullaosta.dossier.Absences;
import nullaosta.dossier.Chancery;
import nullaosta.dossier.Dossiers;
import nullaosta.dossier.OfficeLinks;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.mission.DataMode;
import nullaosta.mission.MissionReader;
import nullaosta.negotiation.HostFit;
import nullaosta.negotiation.InForce;
import nullaosta.negotiation.Negotiations;
import nullaosta.negotiation.VersionText;
import nullaosta.oversight.PastCases;
import nullaosta.party.Host;
import nullaosta.party.HostFile;
import nullaosta.party.People;
import nullaosta.register.Integrator;
import nullaosta.seal.IssuerKey;
import nullaosta.seal.NoteKey;
import nullaosta.seal.SealFault;
import nullaosta.seal.WitnessVerifier;
import nullaosta.witness.Cosigning;
import nullaosta.witness.Publication;
import nullaosta.witness.Quorum;
import nullaosta.witness.WitnessClient;

/**
 * A running host: its database, keys, people and agreements, and the register that is kept of it.
 *
 * <p>Keys are files in the data folder, readable by their owner alone, made at the first start.
 */
public final class Installation implements AutoCloseable {

    static final String DATABASE = "nullaosta";

    /** How long witnesses are waited for; a cosigned checkpoint is to stand two seconds after what it tells of. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final Settings settings;
    private final Optional<EmbeddedPostgres> postgres;
    private final Database database;
    private final People people;
    private final Dossiers dossiers;
    private final Negotiations negotiations;
    private final Absences absences;
    private final Vault vault;
    private final PostgresFigures figures;
    private final PostgresCases cases;
    private final PostgresLog log;
    private final Published published;
    private final Optional<Intake> intake;
    private final RegisterKeeping keeping;
    private final WitnessVerifier cosigner;
    private final PostgresAppointments appointments;
    private final Optional<Cosigning> witnesses;
    private final Partners partners;
    private final PublicFace face;

    /**
     * @param data       where the database, if it is embedded, and the keys are kept
     * @param binaries   where PostgreSQL's programs are unpacked
     * @param host       folder that describes the host and its people
     * @param agreements folder of folders of terms
     * @param external   a database elsewhere instead of the embedded one
     * @param register   how its register is kept
     */
    public record Settings(Path data, Path binaries, Path host, Path agreements, DataMode mode,
            Optional<External> external, Keeping register) {

        /** With a register that no witness watches, and its second place beside the keys. */
        public Settings(Path data, Path binaries, Path host, Path agreements, DataMode mode,
                Optional<External> external) {
            this(data, binaries, host, agreements, mode, external, new Keeping(Optional.empty(), Quorum.NONE));
        }

        public Settings {
            if (register.add() && mode == DataMode.REAL) {
                throw new IllegalArgumentException("a register of real cases takes entries from its cases alone");
            }
        }

        /**
         * @param secondPlace file for the last checkpoint; beside the keys where none is given
         * @param quorum      who must have cosigned before a checkpoint is published
         * @param add         whether it takes opaque entries from anybody, for tests under load
         */
        public record Keeping(Optional<Path> secondPlace, Quorum quorum, boolean add) {

            /** Which takes its entries from the cases alone. */
            public Keeping(Optional<Path> secondPlace, Quorum quorum) {
                this(secondPlace, quorum, false);
            }
        }

        /** A database and its owner. */
        public record External(String url, String owner, String password) {}
    }

    /** It cannot be opened, and what to do about it. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Opens it, and makes what is not there yet.
     *
     * @param progress told what takes more than a moment
     */
    public static Installation open(Settings settings, SecureRandom random, Consumer<String> progress)
            throws Refused {
        Optional<EmbeddedPostgres> postgres = Optional.empty();
        Optional<Database> database = Optional.empty();
        try {
            Host host = HostFile.host(settings.host());
            People people = HostFile.people(settings.host());
            Agreements agreements = Agreements.read(settings.agreements());
            mustBeSound(agreements, progress);
            if (settings.external().isEmpty()) {
                postgres = Optional.of(EmbeddedPostgres.start(settings.data(), settings.binaries(), random, progress));
            }
            database = Optional.of(database(settings, postgres, random));
            return new Installation(settings, postgres, database.get(), host, people, agreements, random);
        } catch (Refused e) {
            shut(postgres, database);
            throw e;
        } catch (HostFile.Faulty | PartnerFolder.Faulty | EmbeddedPostgres.Refused | SealFault e) {
            shut(postgres, database);
            throw new Refused(String.valueOf(e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            shut(postgres, database);
            throw new Refused("cannot read " + e.getMessage() + "; give the folders with --host, --agreements, --data");
        } catch (SQLException e) {
            shut(postgres, database);
            throw new Refused("the database cannot be opened (" + e.getMessage() + ")");
        }
    }

    private static void shut(Optional<EmbeddedPostgres> postgres, Optional<Database> database) {
        database.ifPresent(Database::close);
        postgres.ifPresent(EmbeddedPostgres::close);
    }

    private Installation(Settings settings, Optional<EmbeddedPostgres> postgres, Database database, Host host,
            People people, Agreements agreements, SecureRandom random)
            throws IOException, SQLException, Refused, SealFault, PartnerFolder.Faulty {
        this.settings = settings;
        this.postgres = postgres;
        this.database = database;
        this.people = people;
        PostgresNegotiations steps = new PostgresNegotiations(database.source());
        InForce inForce = new InForce(agreements, steps);
        mustBeAsPublished(inForce, host.zone());
        negotiations = new Negotiations(steps, host, people, inForce, random);
        Agreements known = inForce.get();
        Optional<String> misfit = HostFit.fault(host, people, known);
        if (misfit.isPresent()) {
            throw new Refused(misfit.get());
        }
        EntryFormat format = new EntryFormat(new MissionReader(known.words("Purpose"), known.words("Area"),
                List.copyOf(host.bases().keySet())));
        log = new PostgresLog(database.source());
        String origin = "nullaosta/" + host.state().code().toLowerCase(Locale.ROOT) + "/"
                + settings.mode().name().toLowerCase(Locale.ROOT);
        Path folder = settings.data().resolve("keys");
        Keys keys = Keys.of(folder, origin, log.checkpoint(), OlderCases.closed(database), random);
        NoteKey registrar = keys.registrar();
        Settings.Keeping register = settings.register();
        SecondPlace second = new SecondPlace(register.secondPlace().orElse(folder.resolve("register.checkpoint")), log);
        Optional<String> parted = second.fault(registrar.verifier());
        if (parted.isPresent()) {
            throw new Refused(parted.get());
        }
        vault = new Vault(keys.vault(), random);
        OlderCases older = new OlderCases(database, vault);
        older.mustOpen(folder.resolve("vault.key").toString());
        boolean upgraded = older.close();
        cases = new PostgresCases(database.source(), format, vault);
        figures = new PostgresFigures(database.source(), cases.lists(), host.office(), settings.mode());
        appointments = new PostgresAppointments(database.source(), host.appointing());
        partners = new Partners(PartnerFolder.read(settings.host().resolve("partners"), host.state(),
                settings.mode() == DataMode.EXERCISE), settings.data().resolve("partners"));
        PostgresAbsences book = new PostgresAbsences(database.source(), random);
        absences = new Absences(book, people);
        Issuance issuance = new Issuance(host.state(), origin + "/status");
        dossiers = new Dossiers(cases,
                new Chancery(host, people, book::all, inForce, Set.of(settings.mode()), format,
                        new Signing(issuance, keys.issuer()),
                        origin,
                        appointments::roll, random, partners));
        OlderCases.remake(cases.lists(), dossiers);
        if (upgraded) {
            older.sweep();
        }
        published = new Published(host, settings.mode(), issuance, keys.issuer(), registrar, register.quorum(), log,
                cases);
        cosigner = keys.cosigner().verifier();
        face = new PublicFace(log, registrar.verifier(), host.publicDelay());
        witnesses = cosigning(register.quorum(), registrar);
        intake = register.add() ? Optional.of(new Intake(log)) : Optional.empty();
        keeping = new RegisterKeeping(new Integrator(log), new Publication(log, log::hashes,
                new Publication.Signers(registrar, Optional.of(keys.cosigner())), witnesses, second,
                InstantSource.system()), intake);
    }

    private static Optional<Cosigning> cosigning(Quorum quorum, NoteKey registrar) {
        return quorum.witnesses().isEmpty()
                ? Optional.empty()
                : Optional.of(new Cosigning(quorum.policy(registrar.verifier()),
                        new WitnessClient(HttpClient.newBuilder().connectTimeout(PATIENCE).build(), PATIENCE),
                        PATIENCE));
    }

    /** Signs with the host's key. */
    private record Signing(Issuance issuance, IssuerKey key) implements Chancery.Issuer {
        @Override
        public String issue(Grant grant, String dossierHash) {
            return issuance.sign(grant, dossierHash, key);
        }

        @Override
        public byte[] registered(String token) {
            return Issuance.registered(token);
        }
    }

    public Host host() {
        return dossiers.chancery().host();
    }

    public PostgresSignIns signIns() {
        return new PostgresSignIns(database.source());
    }

    /** Letters that were made of cases, on their way or sent. */
    public PostgresLetters letters() {
        return new PostgresLetters(database.source());
    }

    public DataMode mode() {
        return settings.mode();
    }

    public Path data() {
        return settings.data();
    }

    public People people() {
        return people;
    }

    /** As they are law at the moment of asking, with what the folder holds beside it. */
    public Agreements agreements() {
        return dossiers.chancery().agreements();
    }

    /** The folder of agreements that it was opened with. */
    public Path folder() {
        return settings.agreements();
    }

    /** Which officers are away, and who decides meanwhile. */
    public Absences absences() {
        return absences;
    }

    public Negotiations negotiations() {
        return negotiations;
    }

    /** The file of a version in the folder of agreements, to be proposed as it stands. */
    public Optional<String> fileText(String agreement, String version) throws IOException {
        boolean known = agreements().agreement(agreement).stream().flatMap(it -> it.versions().stream())
                .anyMatch(terms -> terms.version().toString().equals(version));
        for (String ending : known ? List.of(".yaml", ".yml") : List.<String>of()) {
            Path file = settings.agreements().resolve(agreement).resolve(version + ending);
            if (Files.isRegularFile(file)) {
                return Optional.of(Files.readString(file));
            }
        }
        return Optional.empty();
    }

    public Dossiers dossiers() {
        return dossiers;
    }

    public PostgresLists lists() {
        return cases.lists();
    }

    /** Every past case, for other terms to be tried on. */
    public PastCases past() {
        return new PostgresSnapshots(database.source(), vault, agreements());
    }

    /** Counts for the public, and what was published of them. */
    public PostgresFigures figures() {
        return figures;
    }

    /** Devices of bases, and what they checked without a network. */
    public PostgresGate gate() {
        return new PostgresGate(database.source(), vault, cases, dossiers, settings.mode());
    }

    /** How much there is of what, now. */
    public Standing standing() {
        return Standing.of(database.source());
    }

    /** Holds lists of movements against the cases. */
    public PostgresMovements movements() {
        return new PostgresMovements(database.source(), cases.lists(), dossiers, settings.mode());
    }

    public PostgresLog log() {
        return log;
    }

    public Published published() {
        return published;
    }

    /** What of the register anybody may read. */
    public PublicFace face() {
        return face;
    }

    public RegisterKeeping register() {
        return keeping;
    }

    /** Empty but on a server for tests under load. */
    public Optional<Intake> intake() {
        return intake;
    }

    /** Requests of the public to see entries of the register. */
    public PostgresRequests requests() {
        return new PostgresRequests(database.source(), vault, dossiers.chancery().random(), settings.mode());
    }

    /** Links by which offices without an account answer. */
    public OfficeLinks officeLinks() {
        return new OfficeLinks(vault::mark);
    }

    /** Makes packages of cases for readers outside. */
    public Disclosures disclosures() {
        return new Disclosures(database.source(), vault, log, published.registerVerifier(), appointments);
    }

    public PostgresAppointments appointments() {
        return appointments;
    }

    /** The key of the second line, in ML-DSA-44, that the register itself puts under each checkpoint. */
    public WitnessVerifier cosigner() {
        return cosigner;
    }

    /** Other hosts whose clearances are verified here. */
    public Partners partners() {
        return partners;
    }

    /** Empty where no witness watches the register. */
    public Optional<Cosigning> witnesses() {
        return witnesses;
    }

    /** Done when a database that runs for this installation alone has ended: nothing can be answered any more. */
    public CompletableFuture<?> databaseEnded() {
        return postgres.<CompletableFuture<?>>map(EmbeddedPostgres::ended).orElseGet(CompletableFuture::new);
    }

    /** Ends the register's keeping first, then the database. */
    @Override
    public void close() {
        keeping.close();
        intake.ifPresent(Intake::close);
        shut(postgres, Optional.of(database));
    }

    private static Database database(Settings settings, Optional<EmbeddedPostgres> postgres, SecureRandom random)
            throws SQLException {
        if (settings.external().isPresent()) {
            Settings.External external = settings.external().get();
            return Database.open(external.url(), external.owner(), external.password(), random);
        }
        return Database.open(postgres.orElseThrow(), DATABASE, random);
    }

    /** What was signed stands; a file that says otherwise is not gone on with, and the signed text is laid beside the data. */
    private void mustBeAsPublished(InForce inForce, ZoneId zone) throws IOException, Refused {
        Optional<String> reworded = inForce.reworded();
        if (reworded.isPresent()) {
            throw new Refused(reworded.get());
        }
        Optional<InForce.Altered> altered = inForce.altered();
        if (altered.isPresent()) {
            InForce.Altered it = altered.get();
            Path kept = settings.data().resolve("published").resolve(it.agreement())
                    .resolve(it.published().version().version() + ".yaml");
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, it.published().version().text());
            throw new Refused(it.file() + " " + it.found() + ", and "
                    + it.published().version().version() + " of " + it.agreement() + " was published on "
                    + it.published().on(zone) + " with the hash "
                    + VersionText.shortened(it.published().version().hash()) + "; put the published text back from "
                    + kept + ", and propose the change as a new version");
        }
    }

    /** A version that is not valid is never in force; the others are used, and whoever starts it is told. */
    private static void mustBeSound(Agreements agreements, Consumer<String> progress) throws Refused {
        List<Problem> problems = agreements.problems();
        problems.forEach(problem -> progress.accept(problem.inFull()));
        if (agreements.all().isEmpty()) {
            throw new Refused("no agreement was found; give the folder that holds them with --agreements");
        }
    }
}
