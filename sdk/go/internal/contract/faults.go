package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	eop "eop.example/sdk/go"
	"eop.example/sdk/go/api"
)

const earl = "ORD-2026-000001"

func oneCase(c config, one step) (saw, error) {
	var handed *string
	asked := 0
	var who eop.Credentials = eop.Password{Email: c.Scenario.People.Customer, Password: c.Scenario.Password}
	switch one.Credentials {
	case "refresh_token":
		who = eop.RefreshToken("refresh-0")
	case "function":
		who = eop.TokenFunc(func(context.Context) (string, error) {
			asked++
			return fmt.Sprintf("access-%d", asked), nil
		})
	}
	client, err := eop.New(eop.Config{
		URL:         c.Faults + "/" + one.Case,
		Credentials: who,
		OnTokens:    func(tokens api.Tokens) { handed = tokens.RefreshToken },
		Timeout:     time.Duration(one.TimeoutMs) * time.Millisecond,
	})
	if err != nil {
		return nil, err
	}
	seen, err := act(client, c, one)
	var known *eop.Error
	switch {
	case err == nil:
		seen["outcome"], seen["handed"], seen["asked"] = "ok", handed, asked
	case errors.As(err, &known):
		seen = saw{"outcome": known.Kind, "status": known.Status, "code": known.Code}
	default:
		return nil, err
	}
	return seen, nil
}

func act(client *eop.Client, c config, one step) (saw, error) {
	switch one.Do {
	case "place":
		_, err := client.PlaceOrder(background, c.Scenario.Draft, nil)
		return saw{}, err
	case "change_password":
		return saw{}, client.ChangeMyPassword(background, api.PasswordChange{CurrentPassword: c.Scenario.Password, Password: "harbour-violet-9-piano"})
	case "get_me_often":
		succeeded, err := together(one.Calls, func() error {
			_, err := client.GetMe(background)
			return err
		})
		return saw{"succeeded": succeeded}, err
	case "get_me":
		_, err := client.GetMe(background)
		return saw{}, err
	case "get":
		_, err := client.GetOrder(background, earl)
		return saw{}, err
	case "take":
		taken := 0
		for _, err := range client.AllOrders(background, nil) {
			if err != nil {
				return nil, err
			}
			if taken++; taken == one.Take {
				break
			}
		}
		return saw{"taken": taken}, nil
	case "edit":
		tries := 0
		order, err := eop.Edit(background,
			func(ctx context.Context) (*api.Order, error) { return client.GetOrder(ctx, earl) },
			func(ctx context.Context, order *api.Order, etag string) (*api.Order, error) {
				tries++
				return client.AmendOrder(ctx, order.Id, api.OrderAmendment{Note: &one.Note}, &api.AmendOrderParams{IfMatch: etag})
			})
		if err != nil {
			return nil, err
		}
		return saw{"tries": tries, "note": order.Note}, nil
	case "watch":
		ctx, stop := context.WithTimeout(background, 10*time.Second)
		defer stop()
		kinds := []string{}
		for event, err := range client.WatchMyInbox(ctx, "") {
			if err != nil {
				return nil, err
			}
			kinds = append(kinds, event.Item.Kind)
			if len(kinds) == one.Take {
				break
			}
		}
		return saw{"kinds": kinds}, nil
	}
	return nil, errors.New("unknown action " + one.Do)
}
