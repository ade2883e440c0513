package eop

import (
	"fmt"
	"math/big"
	"strings"

	"eop.example/sdk/go/api"
)

// ISO 4217: how many digits a currency has after the point, where it is not two.
var digits = map[int]string{
	0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
	3: "BHD IQD JOD KWD LYD OMR TND",
	4: "CLF UYW",
}

func digitsOf(currency string) int {
	for count, currencies := range digits {
		if len(currency) == 3 && strings.Contains(currencies, currency) {
			return count
		}
	}
	return 2
}

// Decimal is `12.98` for 1298 cents: exact, as text. big.Rat and libraries for decimals read it.
func Decimal(money api.Money) string {
	count := digitsOf(money.Currency)
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(count)), nil)
	return new(big.Rat).SetFrac(big.NewInt(money.Amount), scale).FloatString(count)
}

// ParseMoney is 1298 cents for `12.98`.
func ParseMoney(decimal, currency string) (api.Money, error) {
	count := digitsOf(currency)
	amount, ok := new(big.Rat).SetString(decimal)
	if ok {
		amount.Mul(amount, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(count)), nil)))
	}
	if !ok || !amount.IsInt() || !amount.Num().IsInt64() {
		return api.Money{}, fmt.Errorf("eop: %s is no amount in %s, which has %d decimals", decimal, currency, count)
	}
	return api.Money{Amount: amount.Num().Int64(), Currency: currency}, nil
}
