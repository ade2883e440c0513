// Command contract does what sdk/contract/scenario.json and cases.json say, and prints what it saw.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	eop "eop.example/sdk/go"
	"eop.example/sdk/go/api"
)

type saw map[string]any

type step struct {
	Do          string
	Case        string
	Take        int
	Limit       int32
	Note        string
	Calls       int
	Credentials string
	TimeoutMs   int `json:"timeout_ms"`
}

type config struct {
	URLs     struct{ User, Order, Notification string }
	Scenario struct {
		Password string
		People   struct{ Customer, Approver string }
		Draft    api.OrderDraft
		Steps    []step
	}
	Faults string
	Cases  []step
	Money  []struct {
		api.Money
		Decimal string
	}
	Secrets  []string
	Webhooks []struct{ ID, Timestamp, Signature, Body string }
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	must(err)
	var c config
	must(json.Unmarshal(text, &c))
	s := newScenario(c)
	verbs := map[string]func(step) (saw, error){
		"log_in": s.logIn, "place": s.placeFirst, "page": s.page, "approve": s.approve, "edit": s.edit, "missing": s.missing,
		"conflict": s.conflict, "invalid": s.invalid, "forbidden": s.forbidden, "watch": s.watch, "refresh": s.refresh, "log_out": s.logOut,
	}
	for _, one := range c.Scenario.Steps {
		report("scenario."+one.Do, func() (saw, error) { return verbs[one.Do](one) })
	}
	for _, one := range c.Cases {
		report("faults."+one.Case, func() (saw, error) { return oneCase(c, one) })
	}
	report("money", func() (saw, error) { return money(c) })
	report("webhooks", func() (saw, error) { return webhooks(c), nil })
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func report(name string, action func() (saw, error)) {
	started := time.Now()
	seen, err := action()
	line := saw{"step": name, "saw": seen}
	if err != nil {
		line = saw{"step": name, "failed": err.Error()}
	}
	line["ms"] = float64(time.Since(started).Microseconds()) / 1000
	text, err := json.Marshal(line)
	must(err)
	fmt.Println(string(text))
}

// errorOf is the error that a call must end with.
func errorOf(err error) (*eop.Error, error) {
	var known *eop.Error
	if errors.As(err, &known) {
		return known, nil
	}
	return nil, fmt.Errorf("the call ended with %v", err)
}

func money(c config) (saw, error) {
	var decimals []string
	var amounts []int64
	for _, one := range c.Money {
		decimals = append(decimals, eop.Decimal(one.Money))
		parsed, err := eop.ParseMoney(one.Decimal, one.Currency)
		if err != nil {
			return nil, err
		}
		amounts = append(amounts, parsed.Amount)
	}
	return saw{"decimals": decimals, "amounts": amounts}, nil
}

func webhooks(c config) saw {
	var genuine []bool
	for _, one := range c.Webhooks {
		header := http.Header{}
		header.Set("webhook-id", one.ID)
		header.Set("webhook-timestamp", one.Timestamp)
		header.Set("webhook-signature", one.Signature)
		genuine = append(genuine, eop.VerifyWebhook(header, []byte(one.Body), c.Secrets...) == nil)
	}
	return saw{"genuine": genuine}
}

// together makes calls at the same time and counts those that succeed.
func together(calls int, call func() error) (int, error) {
	results := make(chan error, calls)
	for range calls {
		go func() { results <- call() }()
	}
	succeeded := 0
	var failed error
	for range calls {
		if err := <-results; err == nil {
			succeeded++
		} else {
			failed = err
		}
	}
	return succeeded, failed
}

func client(c config, email string, onTokens func(api.Tokens)) *eop.Client {
	urls := eop.URLs{User: c.URLs.User, Order: c.URLs.Order, Notification: c.URLs.Notification}
	made, err := eop.New(eop.Config{URLs: &urls, Credentials: eop.Password{Email: email, Password: c.Scenario.Password}, OnTokens: onTokens})
	must(err)
	return made
}

var background = context.Background()
