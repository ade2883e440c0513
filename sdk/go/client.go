// Package eop is a client of the Enterprise Order Platform. What is sent and answered is in its package api.
package eop

import (
	"context"
	"errors"
	"iter"
	"net/http"
	"strings"
	"time"

	"eop.example/sdk/go/api"
)

// URLs are where each service is.
type URLs struct{ User, Order, Notification string }

// Config says where the platform is and who calls.
type Config struct {
	// URL is where the portal is: its door leads to all services.
	URL string
	// URLs, or where each service is.
	URLs *URLs
	// Credentials of the caller. Without them only what is open to everybody can be called.
	Credentials Credentials
	// Timeout of a call with all its tries, where its context has no deadline of its own. Default: 30 s.
	Timeout time.Duration
	// Retries says how often a call is tried again when that can do no harm. Default: 3; -1 for none.
	Retries int
	// Traceparent is the trace that the next call is part of (W3C), for example the active span's.
	Traceparent func(context.Context) string
	// OnTokens is told of each new pair: keep RefreshToken if the session shall outlive the program.
	OnTokens func(api.Tokens)
	// UserAgent is added to the user agent, such as `my-shop/1.4`.
	UserAgent string
	// HTTPClient in the place of one of its own.
	HTTPClient *http.Client
}

// Client has the operations of all services as methods. Goroutines may share one.
type Client struct {
	raw       *api.Client
	transport *transport
}

// New makes a client. It sends nothing yet.
func New(config Config) (*Client, error) {
	if (config.URL == "") == (config.URLs == nil) {
		return nil, errors.New("eop: give either URL or URLs")
	}
	urls := config.URLs
	if urls == nil {
		door := strings.TrimRight(config.URL, "/") + "/services/"
		urls = &URLs{User: door + "user", Order: door + "order", Notification: door + "notification"}
	}
	if config.Timeout == 0 {
		config.Timeout = 30 * time.Second
	}
	if config.Retries == 0 {
		config.Retries = 3
	}
	t := &transport{config: config, http: config.HTTPClient, bases: map[string]string{}}
	for service, url := range map[string]string{"user": urls.User, "order": urls.Order, "notification": urls.Notification} {
		t.bases[service] = strings.TrimRight(url, "/")
	}
	if t.http == nil {
		t.http = &http.Client{}
	}
	t.session = newSession(config, t.open)
	// The address is that of no service: the transport puts the right one in its place.
	raw, err := api.NewClient("http://eop", api.WithHTTPClient(t))
	if err != nil {
		return nil, err
	}
	return &Client{raw: raw, transport: t}, nil
}

// Refresh renews the access token now; calls do that by themselves when it ends.
func (c *Client) Refresh(ctx context.Context) error {
	stale, err := c.transport.session.present(ctx)
	if err == nil {
		_, err = c.transport.session.token(ctx, stale)
	}
	return err
}

// EndSession logs out; every later call fails with Unauthenticated.
func (c *Client) EndSession(ctx context.Context) error { return c.transport.session.close(ctx) }

// Answer is what came with an answer besides its body.
type Answer struct {
	// ETag is the version of what was read, for IfMatch.
	ETag string
	// RequestID is what to quote when asking the operators.
	RequestID string
	// IsReplayed says that the request had its effect before, and this is its first answer again.
	IsReplayed bool
	// Header has the rest.
	Header http.Header
}

type answerKey struct{}
type traceKey struct{}

// Observe gives a context for one call, and where what came with its answer will be.
func Observe(ctx context.Context) (context.Context, *Answer) {
	answer := &Answer{}
	return context.WithValue(ctx, answerKey{}, answer), answer
}

// WithTraceparent makes calls part of a trace (W3C).
func WithTraceparent(ctx context.Context, traceparent string) context.Context {
	return context.WithValue(ctx, traceKey{}, traceparent)
}

func observe(ctx context.Context, header http.Header) {
	if answer, ok := ctx.Value(answerKey{}).(*Answer); ok {
		*answer = Answer{header.Get("ETag"), header.Get("X-Request-Id"), header.Get("Idempotent-Replayed") == "true", header}
	}
}

// Edit reads, and writes what is decided by what was read. When somebody else was faster, both are done again, five times in
// all: so write decides by the thing that it is given, and by nothing that was read before.
func Edit[T, R any](ctx context.Context, read func(context.Context) (*T, error), write func(ctx context.Context, thing *T, etag string) (*R, error)) (*R, error) {
	for left := 4; ; left-- {
		observed, answer := Observe(ctx)
		thing, err := read(observed)
		if err != nil {
			return nil, err
		}
		written, err := write(ctx, thing, answer.ETag)
		if left == 0 || !errors.Is(err, PreconditionFailed) {
			return written, err
		}
	}
}

// all goes through a list; params are copied, because the cursor is put into them.
func all[P, T any](params *P, page func(params *P, cursor *string) ([]T, *string, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var own P
		if params != nil {
			own = *params
		}
		var cursor *string
		for {
			items, next, err := page(&own, cursor)
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			for _, item := range items {
				if !yield(item, nil) {
					return
				}
			}
			if next == nil {
				return
			}
			cursor = next
		}
	}
}
