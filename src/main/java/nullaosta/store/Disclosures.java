package nullaosta.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import nullaosta.appointment.Act;
import nullaosta.appointment.Roll;
import nullaosta.disclosure.DisclosurePackage;
import nullaosta.disclosure.Envelope;
import nullaosta.disclosure.FieldTree;
import nullaosta.disclosure.Opened;
import nullaosta.disclosure.PackageCheck;
import nullaosta.disclosure.Shown;
import nullaosta.disclosure.ShownAct;
import nullaosta.dossier.DossierId;
import nullaosta.oversight.Reader;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.InclusionProof;
import nullaosta.register.proof.Merkle;
import nullaosta.register.proof.TileTree;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes packages of a case for its readers, from what is stored and what the register published. */
public final class Disclosures {

    private static final String ERASED = "erased; a later entry of the case says on which ground";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final PostgresLog log;
    private final NoteVerifier register;
    private final PostgresAppointments appointments;

    Disclosures(DataSource source, Vault vault, PostgresLog log, NoteVerifier register,
            PostgresAppointments appointments) {
        this.jdbc = JdbcClient.create(source);
        this.vault = vault;
        this.log = log;
        this.register = register;
        this.appointments = appointments;
    }

    /** A package, or why there is none now. */
    public sealed interface Made {
        record Package(DisclosurePackage disclosure) implements Made {}

        /** An entry waits to be published; a moment later it will not. */
        record NotYet() implements Made {}

        /** Entries of an earlier form, of which only all or nothing can be shown. */
        record TooOld() implements Made {}
    }

    /** @param text its body and its salt; empty where they were erased */
    private record Line(Optional<Text> text, byte[] envelope) {}

    private record Text(byte[] body, byte[] salt) {}

    /** @param number of the case */
    public Made of(DossierId id, String number, Reader reader, Instant now) {
        Optional<byte[]> note = log.checkpoint();
        if (note.isEmpty()) {
            return new Made.NotYet();
        }
        Checkpoint checkpoint = checkpoint(note.get());
        TileTree tree = new TileTree(checkpoint.size(), log::hashes);
        List<Shown> entries = new ArrayList<>();
        for (Line line : lines(id)) {
            Optional<InclusionProof> place = place(line.envelope(), tree, checkpoint);
            if (place.isEmpty()) {
                return new Made.NotYet();
            }
            Optional<Shown> shown = shown(line, place.get(), reader);
            if (shown.isEmpty()) {
                return new Made.TooOld();
            }
            entries.add(shown.get());
        }
        List<ShownAct> acts = new ArrayList<>();
        for (Act act : reader == Reader.AUDITOR
                ? appointments.roll().map(Roll::acts).orElse(List.of())
                : List.<Act>of()) {
            place(act.registered(), tree, checkpoint).ifPresent(place -> acts.add(new ShownAct(act, place)));
        }
        return new Made.Package(new DisclosurePackage(reader.word(), number, now,
                new String(note.get(), StandardCharsets.UTF_8), entries, acts));
    }

    private List<Line> lines(DossierId id) {
        return jdbc.sql("""
                select dossier.key, erased_through, entry.number, body, salt, envelope, person.entry as person,
                       person.key as own
                from dossier_entry entry join dossier on dossier.id = entry.dossier
                  left join person_key person on person.dossier = entry.dossier and person.entry = entry.number
                where dossier.id = ? order by number""")
                .param(id.value()).query((rs, n) -> new Line(text(id, rs), rs.getBytes("envelope"))).list();
    }

    private Optional<Text> text(DossierId id, ResultSet rs) throws SQLException {
        int number = rs.getInt("number");
        boolean personal = rs.getObject("person") != null;
        byte[] own = rs.getBytes("own");
        if (number <= rs.getInt("erased_through") || personal && own == null) {
            return Optional.empty();
        }
        Vault.CaseKey key = own == null ? vault.key(id, rs.getBytes("key")) : vault.personKey(id, number, own);
        return Optional.of(new Text(vault.open(key, rs.getBytes("body"), PostgresCases.body(number)),
                vault.open(key, rs.getBytes("salt"), PostgresCases.salt(number))));
    }

    private Optional<InclusionProof> place(byte[] entry, TileTree tree, Checkpoint checkpoint) {
        return log.index(Merkle.leaf(entry)).filter(index -> index < checkpoint.size()).map(tree::inclusion);
    }

    private static Optional<Shown> shown(Line line, InclusionProof place, Reader reader) {
        Envelope envelope;
        try {
            envelope = Envelope.parse(line.envelope());
        } catch (SealFault e) {
            return Optional.empty();
        }
        if (line.text().isEmpty()) {
            return Optional.of(new Shown(line.envelope(), place, List.of(),
                    List.of(new Shown.Closed(PackageCheck.WHOLE, ERASED)), Optional.empty()));
        }
        Text text = line.text().get();
        FieldTree fields = FieldTree.of(text.salt(), text.body());
        String kind = String.valueOf(fields.open(PackageCheck.KIND).value());
        boolean deliberates = envelope.kind().equals(PackageCheck.STEP);
        List<Opened> opened = new ArrayList<>();
        Map<String, Shown.Closed> closed = new LinkedHashMap<>();
        for (String pointer : fields.pointers()) {
            Optional<Reader.Ground> ground = reader.closes(kind, deliberates, pointer);
            if (ground.isEmpty()) {
                opened.add(fields.open(pointer));
            } else {
                // which fields a closed entry has is closed with it
                String what = deliberates || pointer.startsWith("/entry") ? "/entry" : pointer;
                closed.putIfAbsent(what + ground.get().words(), new Shown.Closed(what, ground.get().words()));
            }
        }
        return Optional.of(new Shown(line.envelope(), place, opened, List.copyOf(closed.values()),
                closed.isEmpty() ? Optional.of(HexFormat.of().formatHex(text.salt())) : Optional.empty()));
    }

    private Checkpoint checkpoint(byte[] note) {
        try {
            return Checkpoint.open(note, register);
        } catch (SealFault e) {
            throw new IllegalStateException("the stored checkpoint is not signed by this register's key", e);
        }
    }
}
