package nullaosta.verifier;

/** What was asked for cannot be understood; the message says what was found and what was expected. */
final class WrongUsage extends Exception {

    private static final long serialVersionUID = 1L;

    private final String why;

    WrongUsage(String why) {
        super(why);
        this.why = why;
    }

    @Override
    public String getMessage() {
        return why;
    }
}
