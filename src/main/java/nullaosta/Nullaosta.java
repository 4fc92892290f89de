package nullaosta;

/** Entry point. */
public final class Nullaosta {

    private Nullaosta() {
    }

    public static void main(String[] arguments) {
        System.out.println("nullaosta");
    }
}
