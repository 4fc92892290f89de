package nullaosta.seal;

/** Bytes or text from outside that are not what they claim to be; the message says what was found and what was expected. */
public class SealFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String message;

    public SealFault(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
