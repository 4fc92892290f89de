package nullaosta.mission;

/**
 * How far a statement is to be believed, in the two Admiralty grades (AJP-2.1), judged apart and never averaged.
 *
 * @param reliability of the source, {@code A} to {@code F}; F: cannot be judged
 * @param credibility of the content, 1 to 6; 6: cannot be judged
 */
public record Grade(char reliability, int credibility) {

    public Grade {
        if (reliability < 'A' || reliability > 'F' || credibility < 1 || credibility > 6) {
            throw new IllegalArgumentException("grade `" + reliability + credibility + "`; expected A1 to F6");
        }
    }

    public static Grade parse(String text) {
        if (!text.matches("[A-Fa-f][1-6]")) {
            throw new IllegalArgumentException("grade `" + text + "`; expected A1 to F6");
        }
        return new Grade(Character.toUpperCase(text.charAt(0)), text.charAt(1) - '0');
    }

    @Override
    public String toString() {
        return "" + reliability + credibility;
    }
}
