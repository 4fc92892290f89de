package nullaosta.seal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A double's text as ECMAScript writes it (ECMA-262, Number::toString with radix 10), which RFC 8785 prescribes.
 *
 * <p>The digits come from {@link Double#toString(double)}, which since JDK 19 gives the shortest digits that read back as
 * the same double, with one exception: where a single digit would do it may give two, the closer ones (4.9E-324 where
 * ECMAScript has 5e-324). So a two-digit answer is tried again with one digit.
 */
final class EcmaNumber {

    private EcmaNumber() {
    }

    static String text(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("JSON cannot carry " + value);
        }
        if (value == 0) {
            return "0";
        }
        String sign = value < 0 ? "-" : "";
        return sign + positive(Math.abs(value));
    }

    private static String positive(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            decimal = oneDigit(decimal, value);
        }
        String digits = decimal.unscaledValue().toString();
        int point = digits.length() - decimal.scale();
        if (digits.length() <= point && point <= 21) {
            return digits + "0".repeat(point - digits.length());
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String exponent = (point > 0 ? "+" : "-") + Math.abs(point - 1);
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + exponent;
    }

    private static BigDecimal oneDigit(BigDecimal two, double value) {
        for (RoundingMode mode : new RoundingMode[]{RoundingMode.HALF_EVEN,
                RoundingMode.DOWN, RoundingMode.UP}) {
            BigDecimal one = two.round(new MathContext(1, mode)).stripTrailingZeros();
            if (one.doubleValue() == value) {
                return one;
            }
        }
        return two;
    }
}
