package nullaosta.dossier.entry;

import java.time.Instant;
import nullaosta.gate.Device;

/**
 * Where and when one paper was used.
 *
 * @param device whose record says so; empty where a take-off was entered
 * @param at of the release by the device's clock, or of the take-off
 */
public record PaperUse(String base, String device, Instant at) {

    /** {@code released at SIGONELLA by device 4f2-09a-bb1-7c3 at 2016-03-01T18:10:00Z}. */
    public String inWords() {
        return (device.isEmpty()
                ? "took off from " + base
                : "released at " + base + " by device " + Device.fingerprint(device)) + " at " + at;
    }
}
