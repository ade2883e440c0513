package eop.sdk;

import eop.sdk.model.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Money in minor units, and as decimals. */
public final class Moneys {
    private Moneys() {}

    /** {@code 12.98} for 1298 cents. */
    public static BigDecimal decimalOf(Money money) {
        return BigDecimal.valueOf(money.getAmount(), digitsOf(money.getCurrency()));
    }

    /** 1298 cents for {@code 12.98}; an {@link ArithmeticException} when the currency has fewer decimals. */
    public static Money of(BigDecimal decimal, String currency) {
        return new Money().amount(decimal.movePointRight(digitsOf(currency)).longValueExact()).currency(currency);
    }

    private static int digitsOf(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
