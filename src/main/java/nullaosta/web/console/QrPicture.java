package nullaosta.web.console;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text as a QR code of level Q, which a quarter of dirt does not spoil, drawn as SVG with one path. What is too long for
 * that, such as a formation of twelve, has a lower level; what is too long for any has words in its place.
 */
final class QrPicture {

    /** Half a millimetre a module, as cameras of telephones read from paper. */
    private static final double MILLIMETRES = 0.5;

    /** White modules around it, as ISO/IEC 18004 asks. */
    private static final int QUIET = 4;

    private QrPicture() {
    }

    static String svg(String text) {
        return Stream.of(QrCode.Ecc.QUARTILE, QrCode.Ecc.MEDIUM, QrCode.Ecc.LOW)
                .flatMap(level -> code(text, level).stream()).findFirst().map(QrPicture::drawn)
                .orElse("<p>This clearance is too long for a QR code: hand over the token as a file.</p>");
    }

    private static Optional<QrCode> code(String text, QrCode.Ecc level) {
        try {
            return Optional.of(QrCode.encodeText(text, level));
        } catch (DataTooLongException e) {
            return Optional.empty();
        }
    }

    private static String drawn(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + QUIET).append(',').append(y + QUIET).append("h1v1h-1z");
                }
            }
        }
        int side = code.size + 2 * QUIET;
        return "<svg class=\"qr-code\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" width=\"" + side * MILLIMETRES
                + "mm\" role=\"img\" aria-label=\"QR code of the token\" shape-rendering=\"crispEdges\">"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"" + path + "\" fill=\"#000\"/></svg>";
    }
}
