package nullaosta.mission;

import java.time.Instant;

/**
 * When a request reached the host, apart from when somebody entered it.
 *
 * @param evidence what shows it: {@code note verbale 112/2016, stamped at the desk}
 */
public record Receipt(Instant receivedAt, String evidence) {}
