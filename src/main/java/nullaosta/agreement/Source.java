package nullaosta.agreement;

/**
 * Where a clause or a number comes from.
 *
 * @param doc     the id of a document declared under {@code sources}
 * @param cited   publisher and date, as declared
 * @param locator article, paragraph or fact id within it
 */
public record Source(String doc, String cited, String locator) {

    @Override
    public String toString() {
        return cited + ", " + locator;
    }
}
