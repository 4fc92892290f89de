package nullaosta.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import nullaosta.gate.Device;
import nullaosta.mission.DataMode;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.SealFault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Devices of bases: who asked for one, who enrolled it and who ended it. Enrolment and end are each an entry in the
 * register, with the digest of a salted document that is kept here.
 */
public final class PostgresDevices {

    private static final String LISTED = """
            select device.*, (select string_agg(act, ' ' order by act) from gate_device_act where gate_device_act.device = device.device) as acts
            from gate_device device where device.mode = :mode""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final RandomGenerator random;
    private final DataMode mode;

    PostgresDevices(DataSource source, RandomGenerator random, DataMode mode) {
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.random = random;
        this.mode = mode;
    }

    /** What stands of a device. */
    public enum Standing {
        ASKED,
        ENROLLED,
        ENDED
    }

    /** @param askedBy id of who was signed in on it when it asked */
    public record Listed(Device device, Standing standing, String askedBy, Instant askedAt) {}

    /** A device asks; asked again it stays what it was. Empty where another base has it. */
    public Optional<Listed> ask(Device device, String by, Instant now) {
        jdbc.sql("insert into gate_device (device, mode, base, spki, name, asked_by, asked_at)"
                + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing").param(device.id()).param(mode.name())
                .param(device.base()).param(device.key().spki()).param(device.name()).param(by)
                .param(Timestamp.from(now)).update();
        return find(device.id()).filter(listed -> listed.device().base().equals(device.base()));
    }

    /** Enrols a device that asked; false where there is none to enrol at this base. */
    public boolean enrol(String id, String base, String by, Instant now) {
        return act(id, base, Standing.ASKED, "ENROLLED", "DeviceEnrolled", by, "", now);
    }

    /** Ends a device that is enrolled or has asked; nothing it signs is taken from then on. */
    public boolean end(String id, String base, String by, String reason, Instant now) {
        return act(id, base, Standing.ENROLLED, "ENDED", "DeviceEnded", by, reason, now)
                || act(id, base, Standing.ASKED, "ENDED", "DeviceEnded", by, reason, now);
    }

    private boolean act(String id, String base, Standing from, String act, String kind, String by, String reason,
            Instant now) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            if (find(id).filter(it -> it.standing() == from && it.device().base().equals(base)).isEmpty()) {
                return false;
            }
            byte[] salt = new byte[Digest.LENGTH];
            random.nextBytes(salt);
            byte[] document = CanonicalJson.bytes(Map.of("kind", kind, "device", id, "base", base, "by", by, "reason",
                    reason, "at", now.toString(), "salt", HexFormat.of().formatHex(salt)));
            int added = jdbc.sql("insert into gate_device_act (device, act, document, acted_by, reason, at)"
                    + " values (?, ?, ?, ?, ?, ?) on conflict do nothing").param(id).param(act).param(document)
                    .param(by).param(reason).param(Timestamp.from(now)).update();
            if (added == 1) {
                PostgresLog.enqueue(jdbc, List.of(CanonicalJson.bytes(Map.of("v", 1, "kind", kind, "document",
                        Digest.of(document).hex(), "at", now.toString()))));
            }
            return added == 1;
        }));
    }

    public Optional<Listed> find(String id) {
        return jdbc.sql(LISTED + " and device.device = :device").param("mode", mode.name()).param("device", id)
                .query((rs, n) -> listed(rs)).optional();
    }

    /** Of a base, the latest that asked first. */
    public List<Listed> ofBase(String base) {
        return jdbc.sql(LISTED + " and device.base = :base order by device.asked_at desc, device.device")
                .param("mode", mode.name()).param("base", base).query((rs, n) -> listed(rs)).list();
    }

    /** Every device that was enrolled, the first that asked first. */
    public List<Listed> enrolled() {
        return jdbc
                .sql(LISTED + " and exists (select 1 from gate_device_act where gate_device_act.device = device.device)"
                        + " order by device.asked_at, device.device")
                .param("mode", mode.name())
                .query((rs, n) -> listed(rs)).list();
    }

    /** The documents of a device's enrolment and end, whose digests the register holds. */
    public List<String> documents(String id) {
        return jdbc.sql("select document from gate_device_act where device = ? order by at, act").param(id)
                .query((rs, n) -> new String(rs.getBytes(1), StandardCharsets.UTF_8)).list();
    }

    private static Listed listed(ResultSet rs) throws SQLException {
        String acts = Optional.ofNullable(rs.getString("acts")).orElse("");
        Standing standing = acts.contains("ENDED")
                ? Standing.ENDED
                : acts.contains("ENROLLED") ? Standing.ENROLLED : Standing.ASKED;
        try {
            return new Listed(Device.of(rs.getString("spki"), rs.getString("base"), rs.getString("name")), standing,
                    rs.getString("asked_by"), rs.getTimestamp("asked_at").toInstant());
        } catch (SealFault e) {
            throw new IllegalStateException("a stored device cannot be read: " + e.getMessage(), e);
        }
    }
}
