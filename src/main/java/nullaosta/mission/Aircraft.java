package nullaosta.mission;

import java.util.Optional;

/**
 * @param type ICAO designator or the maker's: {@code MQ-9}
 * @param tail registration or serial as painted
 * @param address 24-bit address, six hexadecimal digits in lower case, if it carries a transponder that sends one
 * @param callSign as in item 7 of the flight plan
 */
public record Aircraft(String type, String tail, Optional<String> address, String callSign, Declared crewed) {}
