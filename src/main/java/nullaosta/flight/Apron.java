package nullaosta.flight;

import java.util.Optional;
import nullaosta.mission.Declared;

/**
 * What stands there before take-off, as the base sees it; empty where nobody looked.
 *
 * @param base code of the base
 * @param address 24-bit address, six hexadecimal digits
 * @param armed as inspected
 * @param otherStatesCleared whether the base was shown the clearances of all other states on the route
 */
public record Apron(String base, Optional<String> tail, Optional<String> address, Optional<String> type,
        Optional<String> callSign, Declared armed, Declared otherStatesCleared) {}
