package nullaosta.seal;

/** Text that is not the strict JSON we read, and where: line and column count from 1, columns in UTF-16 code units. */
public final class JsonFault extends SealFault {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final int line;
    private final int column;

    public JsonFault(String what, int line, int column) {
        super("line " + line + ", column " + column + ": " + what);
        this.what = what;
        this.line = line;
        this.column = column;
    }

    /** The fault without its place. */
    public String what() {
        return what;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
