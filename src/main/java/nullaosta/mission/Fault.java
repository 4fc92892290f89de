package nullaosta.mission;

/**
 * One thing wrong with what was filed.
 *
 * @param where JSON pointer (RFC 6901) into the request: {@code /window/from}
 */
public record Fault(String where, String found, String expected) {

    public String inWords() {
        return where + ": found " + found + ", expected " + expected;
    }
}
