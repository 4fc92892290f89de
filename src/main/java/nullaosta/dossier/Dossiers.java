package nullaosta.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nullaosta.agreement.Terms;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.Vocabulary;
import nullaosta.decision.DecisionText;
import nullaosta.decision.Verdict;
import nullaosta.disclosure.Envelope;
import nullaosta.disclosure.FieldTree;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.dossier.entry.Written;
import nullaosta.flight.OtherStates;
import nullaosta.mission.Series;
import nullaosta.party.Person;
import nullaosta.seal.Digest;

/**
 * Carries out commands: the only writer of cases.
 *
 * <p>A command locks its case, replays it, and comes to entries or to a refusal. The entries, their envelopes in the
 * register and the row in the lists are one transaction; if it fails, nothing happened.
 */
public final class Dossiers {

    private static final int PSEUDONYM_BYTES = 12;

    /** Id under which what lapses by time alone is entered: nobody's act. */
    public static final String CLOCK = Orally.CLOCK;

    private final CaseStore store;
    private final Chancery chancery;

    public Dossiers(CaseStore store, Chancery chancery) {
        this.store = store;
        this.chancery = chancery;
    }

    public Chancery chancery() {
        return chancery;
    }

    /** @param at the instant at which the command came in, for everything it does */
    public Answer file(Person by, Instant at, Command.FileMission command) {
        if (!Competence.mayAsk(by, Command.FileMission.class)) {
            return new Answer.Refused(role(by, command));
        }
        return store.transact(session -> {
            Sitting sitting = new Sitting(by, at, chancery, session);
            Optional<Refusal> stop = Filing.bar(sitting, command);
            if (stop.isPresent()) {
                return new Answer.Refused(stop.get());
            }
            return command.mission().series() instanceof Series.Announced(String number)
                    ? announce(sitting, command, number)
                    : write(sitting, opened(session), Optional.empty(), Filing.file(sitting, command));
        });
    }

    private CaseStore.Stored opened(CaseStore.Session session) {
        return session.open(new DossierId(uuid(chancery.random())), hex(PSEUDONYM_BYTES));
    }

    /** The block is locked before the flight is opened, so that two flights cannot take its last place. */
    private Answer announce(Sitting asked, Command.FileMission command, String number) {
        Optional<CaseStore.Stored> stored = store.find(number).flatMap(asked.session()::lock);
        if (stored.isEmpty() || isErased(stored.get())) {
            return new Answer.Refused(missing(asked.by(), number));
        }
        EntryClock clock = EntryClock.of(asked.at(), stored.get(), command);
        if (clock.refusal().isPresent()) {
            return new Answer.Refused(clock.refusal().get());
        }
        Sitting sitting = new Sitting(asked.by(), clock.at(), chancery, asked.session());
        Dossier block = Dossier.replay(stored.get().id(), stored.get().entries());
        if (!Competence.concerns(sitting.by(), block)) {
            return new Answer.Refused(unknown(number));
        }
        List<Entry> entries = new ArrayList<>(Filing.file(sitting, command));
        Dossier flight = Filing.opened(sitting, entries);
        Blocks.Announced announced = Blocks.announce(sitting, flight, block);
        entries.addAll(announced.inFlight());
        announced.inBlock().ifPresent(entry -> write(sitting, stored.get(), Optional.of(block), List.of(entry)));
        return write(sitting, opened(sitting.session()), Optional.empty(), entries);
    }

    public Answer perform(Person by, Instant at, DossierId id, Command command) {
        if (!Competence.mayAsk(by, command.getClass())) {
            return new Answer.Refused(role(by, command));
        }
        return store.transact(session -> {
            Optional<CaseStore.Stored> stored = session.lock(id);
            if (stored.isEmpty()) {
                return new Answer.Refused(unknown(id.toString()));
            }
            if (isErased(stored.get())) {
                ErasedCase erased = erased(stored.get());
                return new Answer.Refused(
                        Competence.concerns(by, erased) ? erased.refusal() : unknown(id.toString()));
            }
            Dossier dossier = Dossier.replay(id, stored.get().entries());
            if (!opens(command, id) && !Competence.concerns(by, dossier)) {
                return new Answer.Refused(notYours(dossier));
            }
            EntryClock clock = EntryClock.of(at, stored.get(), command);
            if (clock.refusal().isPresent()) {
                return new Answer.Refused(clock.refusal().get());
            }
            Sitting sitting = new Sitting(by, clock.at(), chancery, session);
            CaseStore.Stored now = timely(sitting, stored.get(), dossier);
            Dossier standing = now == stored.get() ? dossier : Dossier.replay(id, now.entries());
            return switch (proceed(sitting, standing, now.last(), command)) {
                case Proceeding.Stop(Refusal refusal) -> new Answer.Refused(refusal);
                case Proceeding.Enter(List<Entry> entries) -> write(sitting, now, Optional.of(standing), entries);
            };
        });
    }

    /**
     * Whether what is brought opens the case to whoever brings it: a paper may be shown at any base, and where it should not
     * have been is what must be known; a link opens the case that it was made for.
     */
    private static boolean opens(Command command, DossierId id) {
        return command instanceof Command.EnterGateCheck
                || command instanceof Command.AnswerByLink answer && answer.link().dossier().equals(id);
    }

    /** Enters what has lapsed in a case by time alone; nothing where nothing has. */
    public void keepTime(DossierId id, Instant at) {
        store.transact(session -> {
            session.lock(id).filter(stored -> !isErased(stored)).ifPresent(
                    stored -> timely(new Sitting(Orally.clock(chancery.host().state()), at, chancery, session), stored,
                            Dossier.replay(id, stored.entries())));
            return id;
        });
    }

    /** What has lapsed is entered before anything else is, one thing after the other: nothing is ever done on what no longer stands. */
    private CaseStore.Stored timely(Sitting sitting, CaseStore.Stored stored, Dossier dossier) {
        Instant last = dossier.history().getLast().at();
        Sitting clock = new Sitting(Orally.clock(chancery.host().state()),
                sitting.at().isBefore(last) ? last : sitting.at(), chancery, sitting.session(), sitting.agreements());
        List<Entry> lapsed = Orally.lapsed(dossier, sitting.at());
        List<Entry> due = lapsed.isEmpty() ? Consulting.silent(clock, dossier) : lapsed;
        if (due.isEmpty()) {
            return stored;
        }
        write(clock, stored, Optional.of(dossier), due);
        CaseStore.Stored after = sitting.session().lock(stored.id()).orElseThrow();
        return timely(sitting, after, Dossier.replay(after.id(), after.entries()));
    }

    /**
     * What {@link #file} would come to: assessed as it stands and, where it is announced in a block, compared with that; and
     * nothing written.
     */
    public Preview preview(Person by, Instant at, Command.FileMission command) {
        if (!Competence.mayAsk(by, Command.FileMission.class)) {
            return new Preview.Refused(role(by, command));
        }
        Optional<Dossier> block = Optional.empty();
        if (command.mission().series() instanceof Series.Announced(String number)) {
            block = find(number).filter(it -> Competence.concerns(by, it));
            if (block.isEmpty()) {
                return new Preview.Refused(unknown(number));
            }
        }
        Optional<Dossier> announcedIn = block;
        return store.transact(session -> Filing.preview(new Sitting(by, at, chancery, session), command,
                announcedIn));
    }

    /** What an amendment of a case would come to, and nothing written. */
    public Preview preview(Person by, Instant at, Dossier dossier, Command.AmendMission command) {
        if (!Competence.mayAsk(by, Command.AmendMission.class)) {
            return new Preview.Refused(role(by, command));
        }
        if (!Competence.concerns(by, dossier)) {
            return new Preview.Refused(notYours(dossier));
        }
        return store.transact(session -> Amending.preview(new Sitting(by, at, chancery, session), dossier, command));
    }

    private static Refusal notYours(Dossier dossier) {
        return new Refusal(Refusal.Code.NOT_YOUR_CASE, "`" + dossier.number() + "` is another's case",
                "a case of your state or your base", "look at your own list");
    }

    public Optional<Dossier> read(DossierId id) {
        return store.read(id).filter(stored -> !isErased(stored) && !stored.entries().isEmpty())
                .map(stored -> Dossier.replay(id, stored.entries()));
    }

    public Optional<Dossier> find(String number) {
        return store.find(number).flatMap(this::read);
    }

    /** Why there is no case of this number for somebody: it was erased, or is unknown to them. */
    public Refusal missing(Person by, String number) {
        return erased(by, number).map(ErasedCase::refusal).orElseGet(() -> unknown(number));
    }

    /** What is left of a case that was erased, for whom it concerns. */
    public Optional<ErasedCase> erased(Person by, String number) {
        return store.find(number).flatMap(store::read).filter(Dossiers::isErased).map(Dossiers::erased)
                .filter(erased -> Competence.concerns(by, erased));
    }

    private static boolean isErased(CaseStore.Stored stored) {
        return stored.erased() > 0;
    }

    private static ErasedCase erased(CaseStore.Stored stored) {
        Written last = stored.entries().getLast();
        return new ErasedCase(stored.id(), last.at(), last.by(), (Entry.CaseErased) last.entry());
    }

    /** The row that the entries of a case make. */
    public Row row(Dossier dossier) {
        return Row.of(dossier, chancery.host().zone());
    }

    /** How the other states on its route stand to the flight now. */
    public OtherStates otherStates(Dossier dossier, Instant now) {
        return Abroad.states(chancery, dossier, now);
    }

    /** The vocabulary of the terms that govern the case. */
    public Vocabulary vocabulary(Dossier dossier) {
        return Assessing.vocabulary(chancery.agreements(), dossier.mission());
    }

    /**
     * The text that {@code by} would put their own signature under, if the case stays as it is; empty where they cannot sign
     * this. Whether it would then be taken is found when it is signed.
     */
    public Optional<DecisionText> text(Person by, Instant at, DossierId id, Verdict verdict, String reasons) {
        return store.transact(session -> session.lock(id).filter(stored -> !isErased(stored)).flatMap(stored -> {
            Dossier dossier = Dossier.replay(id, stored.entries());
            return Competence.mayAsk(by, Command.SignDecision.class) && Competence.concerns(by, dossier)
                    ? Deciding.text(new Sitting(by, at, chancery, session), dossier, stored.last(), verdict, reasons)
                    : Optional.empty();
        }));
    }

    /** Makes a case's row and snapshot again from its entries. */
    public void remake(DossierId id) {
        store.transact(session -> {
            CaseStore.Stored stored = session.lock(id).orElseThrow();
            if (isErased(stored)) {
                throw new IllegalArgumentException("case " + id + " was erased: its row is all that is left of it");
            }
            Dossier dossier = Dossier.replay(id, stored.entries());
            session.project(row(dossier));
            session.keep(id, Snapshot.of(dossier, chancery.agreements()));
            return dossier;
        });
    }

    /** The facts of the file that the desk may state under the terms that govern the case. */
    public List<FactDeclaration> factsOfTheFile(Dossier dossier) {
        return CaseFacts.ofTheFile(Assessing.vocabulary(chancery.agreements(), dossier.mission()));
    }

    /** The offices that the terms that govern the case have asked before a decision. */
    public List<String> consultees(Dossier dossier) {
        return Assessing.terms(chancery.agreements(), dossier.mission()).map(Consulting::consultees).orElse(List.of());
    }

    /** Ids of the published versions that the case can be assessed under, oldest first. */
    public List<String> versions(Dossier dossier) {
        return Assessing.versions(chancery.agreements(), dossier.mission()).stream().map(Terms::id).toList();
    }

    /** Id of the version in force for its departure, where exactly one is. */
    public Optional<String> governing(Dossier dossier) {
        return Assessing.terms(chancery.agreements(), dossier.mission()).map(Terms::id);
    }

    /** What is kept of its latest assessment for trying other terms on it. */
    public Optional<Snapshot> snapshot(Dossier dossier) {
        return Snapshot.of(dossier, chancery.agreements());
    }

    public static Refusal unknown(String found) {
        return new Refusal(Refusal.Code.UNKNOWN_CASE, "no case `" + found + "`", "the number of a case",
                "look for it in the list");
    }

    /** @param previous digest of the case's last envelope */
    private static Proceeding proceed(Sitting sitting, Dossier dossier, Digest previous, Command command) {
        return switch (command) {
            case Command.FileMission file -> throw new IllegalArgumentException("a mission is filed as a new case");
            case Command.AmendMission amend -> Amending.amend(sitting, dossier, amend);
            case Command.WithdrawMission withdraw -> Filing.withdraw(dossier, withdraw);
            case Command.CorrectReceipt correct -> Clarifying.correct(sitting, dossier, correct);
            case Command.MakeStatement make -> Clarifying.state(sitting, dossier, make);
            case Command.RuleOnStatement rule -> Clarifying.rule(sitting, dossier, rule);
            case Command.AskOffice ask -> Consulting.ask(sitting, dossier, ask);
            case Command.EnterOpinion enter -> Consulting.answer(sitting, dossier, enter);
            case Command.AnswerByLink answer -> Consulting.answerByLink(sitting, dossier, answer);
            case Command.EnterProtectedParty enter -> Protecting.enter(sitting, dossier, enter);
            case Command.StrikeOutProtectedParty strike -> Protecting.strikeOut(sitting, dossier, strike);
            case Command.ForgetProtectedParty forget -> Protecting.forget(sitting, dossier, forget);
            case Command.LookAtProtectedParties look -> Protecting.look(sitting, dossier, look);
            case Command.ReassessUnder reassess -> Assessing.reassess(sitting, dossier, reassess);
            case Command.PrepareDecision prepare -> Deciding.prepare(sitting, dossier, prepare);
            case Command.SignDecision sign -> Deciding.sign(sitting, dossier, previous, sign);
            case Command.EnterOralDecision oral -> Orally.enter(sitting, dossier, oral);
            case Command.AnswerOralDecision answer -> Orally.answer(sitting, dossier, previous, answer);
            case Command.SuspendClearance suspend -> Withdrawing.suspend(sitting, dossier, suspend);
            case Command.ResumeClearance resume -> Withdrawing.resume(sitting, dossier, resume);
            case Command.RevokeClearance revoke -> Withdrawing.revoke(sitting, dossier, revoke);
            case Command.CloseBlock close -> Blocks.close(sitting, dossier, close);
            case Command.CheckTakeoff check -> Flying.check(sitting, dossier, check);
            case Command.EnterGateCheck enter -> AtTheGate.enter(dossier, enter);
            case Command.CallTakeoff call -> Flying.call(sitting, dossier, call);
            case Command.EnterTakeoff off -> Flying.takeoff(sitting, dossier, off);
            case Command.EnterLanding landing -> Flying.landing(sitting, dossier, landing);
            case Command.ReportDeviation deviation -> Flying.deviation(dossier, deviation);
            case Command.AcknowledgeDeviation seen -> Flying.acknowledge(dossier, seen);
            case Command.AllegeHarm allege -> Alleging.allege(sitting, dossier, allege);
            case Command.AnswerAllegation answer -> Alleging.answer(dossier, answer);
            case Command.EnterClearanceAbroad abroad -> Abroad.enter(sitting, dossier, abroad);
            case Command.AskDesk ask -> Questioning.ask(dossier, ask);
            case Command.AnswerQuestion answer -> Questioning.answer(dossier, answer);
            case Command.PlaceHold hold -> Erasing.hold(dossier, hold);
            case Command.LiftHold lift -> Erasing.lift(dossier, lift);
            case Command.ProposeErasure propose -> Erasing.propose(sitting, dossier, propose);
            case Command.EraseCase erase -> Erasing.erase(sitting, dossier, erase);
        };
    }

    private Answer write(Sitting sitting, CaseStore.Stored stored, Optional<Dossier> before, List<Entry> entries) {
        Optional<Dossier> dossier = before;
        Digest previous = stored.last();
        List<Written> added = new ArrayList<>();
        List<CaseStore.Line> lines = new ArrayList<>();
        for (Entry entry : entries) {
            Written written = new Written(stored.entries().size() + added.size() + 1, sitting.at(),
                    sitting.by().id(), entry);
            byte[] body = chancery.format().write(written);
            byte[] salt = bytes(FieldTree.SEED);
            Envelope envelope = new Envelope(stored.pseudonym(), written.number(), EntryFormat.publicKindOf(entry),
                    sitting.at(), previous, FieldTree.of(salt, body).commitment());
            lines.add(new CaseStore.Line(written, body, salt, envelope,
                    entry instanceof Entry.ClearanceIssued issued
                            ? Optional.of(chancery.issuer().registered(issued.token()))
                            : Optional.empty()));
            previous = envelope.digest();
            added.add(written);
            dossier = Optional
                    .of(dossier.map(d -> d.after(written)).orElseGet(() -> Dossier.opened(stored.id(), written)));
        }
        boolean erased = entries.stream().anyMatch(Entry.CaseErased.class::isInstance);
        if (erased) {
            sitting.session().erase(stored.id(), stored.entries().size());
        }
        sitting.session().append(stored.id(), lines);
        entries.stream().filter(Entry.PartyForgotten.class::isInstance).map(Entry.PartyForgotten.class::cast)
                .forEach(gone -> sitting.session().forget(stored.id(), gone.entry()));
        Dossier after = dossier.orElseThrow();
        Row row = Row.of(after, chancery.host().zone());
        sitting.session().project(erased ? row.erased(sitting.at()) : row);
        if (erased) {
            sitting.session().keep(after.id(), Optional.empty());
        }
        if (entries.stream().anyMatch(Entry.Assessed.class::isInstance)) {
            sitting.session().keep(after.id(), Snapshot.of(after, sitting.agreements()));
        }
        return new Answer.Done(after, added);
    }

    private static Refusal role(Person by, Command command) {
        return new Refusal(Refusal.Code.NOT_FOR_YOUR_ROLE,
                by.role().title() + " asks for `" + command.getClass().getSimpleName() + "`",
                "one of " + String.join(", ",
                        Competence.TABLE.getOrDefault(command.getClass(), Set.of()).stream().map(r -> r.title())
                                .sorted().toList()),
                "sign in as somebody whose task it is");
    }

    private String hex(int length) {
        return HexFormat.of().formatHex(bytes(length));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        chancery.random().nextBytes(bytes);
        return bytes;
    }

    private static UUID uuid(RandomGenerator random) {
        long version = random.nextLong() & ~0xF000L | 0x4000L;
        return new UUID(version, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }
}
