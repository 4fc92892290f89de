package nullaosta.audit;

import java.util.Optional;

/**
 * A case as the server lists it.
 *
 * @param entries how many it has
 * @param outcome of its last assessment
 * @param clearance number of the one that was issued last
 * @param life how that stands
 */
public record Listed(String number, int entries, String outcome, Optional<String> clearance, Optional<String> life) {}
