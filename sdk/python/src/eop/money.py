"""Money in minor units, and as decimals."""

from decimal import Decimal

from ._generated.models.money import Money

# ISO 4217: how many digits a currency has after the point, where it is not two.
_DIGITS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
_DIGITS_OF = {currency: digits for digits, currencies in _DIGITS.items() for currency in currencies.split()}


def decimal_of(money: Money) -> Decimal:
    """`Decimal("12.98")` for 1298 cents."""
    return Decimal(money.amount).scaleb(-_DIGITS_OF.get(money.currency, 2))


def money_of(decimal: Decimal | str, currency: str) -> Money:
    """1298 cents for `Decimal("12.98")`."""
    digits = _DIGITS_OF.get(currency, 2)
    amount = Decimal(decimal).scaleb(digits)
    if amount != amount.to_integral_value():
        raise ValueError(f"{decimal} is no amount in {currency}, which has {digits} decimals")
    return Money(amount=int(amount), currency=currency)
