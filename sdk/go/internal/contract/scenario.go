package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	eop "eop.example/sdk/go"
	"eop.example/sdk/go/api"
)

type scenario struct {
	config             config
	customer, approver *eop.Client
	renewals           int
	first              uuid.UUID
}

func newScenario(c config) *scenario {
	s := &scenario{config: c, approver: client(c, c.Scenario.People.Approver, nil)}
	s.customer = client(c, c.Scenario.People.Customer, func(api.Tokens) { s.renewals++ })
	return s
}

func (s *scenario) place(ctx context.Context) (*api.Order, error) {
	return s.customer.PlaceOrder(ctx, s.config.Scenario.Draft, nil)
}

func (s *scenario) logIn(step) (saw, error) {
	customer, err := s.customer.GetMe(background)
	if err != nil {
		return nil, err
	}
	approver, err := s.approver.GetMe(background)
	if err != nil {
		return nil, err
	}
	return saw{"customer": customer.Email, "approver": approver.Email}, nil
}

func (s *scenario) placeFirst(step) (saw, error) {
	ctx, answer := eop.Observe(background)
	order, err := s.place(ctx)
	if err != nil {
		return nil, err
	}
	s.first = order.Id
	return saw{"status": order.Status, "total": order.Total.Amount, "decimal": eop.Decimal(order.Total), "etag": answer.ETag}, nil
}

func (s *scenario) page(one step) (saw, error) {
	sort := api.OrderSortCreatedAt
	var times []time.Time
	ids := map[uuid.UUID]bool{}
	for order, err := range s.approver.AllOrders(background, &api.ListOrdersParams{Sort: &sort, Limit: &one.Limit}) {
		if err != nil {
			return nil, err
		}
		ids[order.Id] = true
		times = append(times, order.CreatedAt)
		if len(times) == one.Take {
			break
		}
	}
	inOrder := slices.IsSortedFunc(times, time.Time.Compare)
	return saw{"taken": len(times), "distinct": len(ids), "in_order": inOrder}, nil
}

func (s *scenario) approve(one step) (saw, error) {
	order, err := s.approver.ApproveOrder(background, s.first, api.Approval{Note: &one.Note}, nil)
	if err != nil {
		return nil, err
	}
	return saw{"status": order.Status}, nil
}

func (s *scenario) amend(ctx context.Context, id uuid.UUID, etag, note string) (*api.Order, error) {
	return s.customer.AmendOrder(ctx, id, api.OrderAmendment{Note: &note}, &api.AmendOrderParams{IfMatch: etag})
}

func (s *scenario) edit(one step) (saw, error) {
	placed, err := s.place(background)
	if err != nil {
		return nil, err
	}
	rival := func(version int64) error {
		_, err := s.amend(background, placed.Id, fmt.Sprintf(`"%d"`, version), fmt.Sprintf("rival %d", version))
		return err
	}
	if err := rival(1); err != nil {
		return nil, err
	}
	stale, err := errorOf(rival(1))
	if err != nil {
		return nil, err
	}
	tries := 0
	order, err := eop.Edit(background,
		func(ctx context.Context) (*api.Order, error) { return s.customer.GetOrder(ctx, placed.Id.String()) },
		func(ctx context.Context, order *api.Order, etag string) (*api.Order, error) {
			if tries++; tries == 1 {
				if err := rival(order.Version); err != nil {
					return nil, err
				}
			}
			return s.amend(ctx, order.Id, etag, one.Note)
		})
	if err != nil {
		return nil, err
	}
	return saw{"stale": stale.Kind, "stale_etag": stale.ETag, "tries": tries, "note": order.Note, "version": order.Version}, nil
}

func (s *scenario) missing(step) (saw, error) {
	_, err := s.customer.GetOrder(background, "00000000-0000-7000-8000-000000000000")
	e, err := errorOf(err)
	if err != nil {
		return nil, err
	}
	return saw{"error": e.Kind, "status": e.Status, "code": e.Code, "request_id": e.RequestID != "", "trace_id": e.TraceID != ""}, nil
}

func (s *scenario) conflict(step) (saw, error) {
	_, err := s.approver.ApproveOrder(background, s.first, api.Approval{}, nil)
	e, err := errorOf(err)
	if err != nil {
		return nil, err
	}
	return saw{"error": e.Kind, "code": e.Code, "current_status": e.CurrentStatus}, nil
}

func (s *scenario) invalid(step) (saw, error) {
	draft := s.config.Scenario.Draft
	draft.Lines = slices.Clone(draft.Lines)
	draft.Lines[0].Quantity = 0
	_, err := s.customer.PlaceOrder(background, draft, nil)
	e, err := errorOf(err)
	if err != nil {
		return nil, err
	}
	var fields []string
	for _, one := range e.Errors {
		fields = append(fields, one.Field)
	}
	return saw{"error": e.Kind, "status": e.Status, "code": e.Code, "fields": fields}, nil
}

func (s *scenario) forbidden(step) (saw, error) {
	_, err := s.customer.ApproveOrder(background, s.first, api.Approval{}, nil)
	e, err := errorOf(err)
	if err != nil {
		return nil, err
	}
	return saw{"error": e.Kind, "code": e.Code}, nil
}

func (s *scenario) watch(step) (saw, error) {
	placed, err := s.place(background)
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithTimeout(background, 30*time.Second)
	defer stop()
	isApproved := false
	for event, err := range s.customer.WatchMyInbox(ctx, "") {
		if err != nil {
			return nil, err
		}
		if !isApproved {
			isApproved = true
			if _, err := s.approver.ApproveOrder(background, placed.Id, api.Approval{}, nil); err != nil {
				return nil, err
			}
		}
		if item := event.Item; item != nil && item.OrderId != nil && *item.OrderId == placed.Id && item.Kind == "order.approved" {
			return saw{"seen": item.Kind}, nil
		}
	}
	return saw{"seen": "nothing"}, nil
}

func (s *scenario) refresh(one step) (saw, error) {
	before := s.renewals
	refreshed := make(chan error, 1)
	go func() { refreshed <- s.customer.Refresh(background) }()
	succeeded, err := together(one.Calls, func() error {
		_, err := s.customer.GetMe(background)
		return err
	})
	for _, err := range []error{err, <-refreshed, s.customer.Refresh(background)} {
		if err != nil {
			return nil, err
		}
	}
	again, err := s.customer.GetMe(background)
	if err != nil {
		return nil, err
	}
	isGood := string(again.Email) == s.config.Scenario.People.Customer
	return saw{"succeeded": succeeded, "renewed": s.renewals == before+2, "still_good": isGood}, nil
}

func (s *scenario) logOut(step) (saw, error) {
	for _, one := range []*eop.Client{s.customer, s.approver} {
		if err := one.EndSession(background); err != nil {
			return nil, err
		}
	}
	_, err := s.customer.GetMe(background)
	e, err := errorOf(err)
	if err != nil {
		return nil, err
	}
	return saw{"error": e.Kind}, nil
}
