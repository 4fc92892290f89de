package nullaosta.decision;

/**
 * Whose mandate a deputy used.
 *
 * @param officer id of who was away
 * @param name rank and name as printed
 * @param act what made the signer their deputy
 * @param absence digest of the entry that they were away, hexadecimal, as the register has it
 */
public record InPlaceOf(String officer, String name, String act, String absence) {}
