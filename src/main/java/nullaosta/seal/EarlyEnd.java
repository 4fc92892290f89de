package nullaosta.seal;

/** What was read ends before it is whole: it was cut short, or a length within it was altered. */
public final class EarlyEnd extends SealFault {

    private static final long serialVersionUID = 1L;

    public EarlyEnd(String message) {
        super(message);
    }
}
