package nullaosta.seal;

import java.io.ByteArrayOutputStream;

/** Base45 (RFC 9285): bytes in the alphabet that a QR code packs densest; two bytes to three characters. */
public final class Base45 {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private Base45() {
    }

    public static String encode(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length * 3 / 2 + 2);
        for (int i = 0; i < bytes.length; i += 2) {
            boolean pair = i + 1 < bytes.length;
            int number = pair ? (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff : bytes[i] & 0xff;
            out.append(ALPHABET.charAt(number % 45)).append(ALPHABET.charAt(number / 45 % 45));
            if (pair) {
                out.append(ALPHABET.charAt(number / 2025));
            }
        }
        return out.toString();
    }

    public static byte[] decode(String text) throws SealFault {
        if (text.length() % 3 == 1) {
            throw new EarlyEnd("a base45 text of " + text.length() + " characters cannot be whole");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i += 3) {
            boolean pair = i + 2 < text.length();
            int number = digit(text, i) + 45 * digit(text, i + 1) + (pair ? 2025 * digit(text, i + 2) : 0);
            if (number > (pair ? 0xffff : 0xff)) {
                throw new SealFault("character " + (i + 1) + ": no bytes have this base45 spelling");
            }
            if (pair) {
                out.write(number >> 8);
            }
            out.write(number);
        }
        return out.toByteArray();
    }

    private static int digit(String text, int at) throws SealFault {
        int digit = ALPHABET.indexOf(text.charAt(at));
        if (digit < 0) {
            char found = text.charAt(at);
            throw new SealFault("character " + (at + 1) + ": "
                    + (Character.isISOControl(found) ? "U+%04X".formatted((int) found) : "`" + found + "`")
                    + " is not a character of base45");
        }
        return digit;
    }
}
