package eop

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	mathrand "math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
)

const (
	firstPause   = 200 * time.Millisecond
	longestPause = 5 * time.Second
)

// transport makes requests and repeats them. It gives answers with a good status only.
type transport struct {
	bases   map[string]string
	http    *http.Client
	config  Config
	session *session
}

// Do implements api.HttpRequestDoer for requests that need a token.
func (t *transport) Do(request *http.Request) (*http.Response, error) {
	return t.exchange(request, false, false)
}

func (t *transport) open(request *http.Request) (*http.Response, error) {
	return t.exchange(request, true, false)
}

// exchange makes as many tries as it takes and the time allows.
func (t *transport) exchange(given *http.Request, isOpen, isStream bool) (*http.Response, error) {
	outer := given.Context()
	ctx, stop := outer, context.CancelFunc(func() {})
	if _, limited := outer.Deadline(); !limited {
		ctx, stop = context.WithTimeout(outer, t.config.Timeout)
	}
	defer stop()
	body, err := bodyOf(given)
	if err != nil {
		return nil, err
	}
	header := t.header(given)
	canRepeat := isRepeatable(given.Method, given.URL.Path)
	isRenewed, token := false, ""
	for tries := 0; ; tries++ {
		if !isOpen {
			if token, err = t.session.token(ctx, ""); err != nil {
				return nil, deadline(ctx, err)
			}
		}
		if token != "" {
			header.Set("Authorization", "Bearer "+token)
		}
		pause := time.Duration(float64(min(longestPause, firstPause<<tries)) * (0.5 + mathrand.Float64()/2))
		var fault *Error
		mayRepeat := canRepeat
		response, read, err := t.once(ctx, outer, given, header, body, canRepeat, isStream)
		switch {
		case err != nil && ctx.Err() != nil:
			return nil, deadline(ctx, err)
		case err != nil:
			fault = &Error{Kind: NoAnswer, Detail: err.Error(), cause: err}
		case response.StatusCode < 300:
			observe(outer, response.Header)
			return response, nil
		case response.StatusCode == http.StatusUnauthorized && token != "" && !isRenewed:
			isRenewed = true
			if _, err = t.session.token(ctx, token); err != nil {
				return nil, deadline(ctx, err)
			}
			tries--
			continue
		default:
			fault = errorOf(response.StatusCode, response.Header, read)
			mayRepeat = isPassing(fault, canRepeat)
			if fault.RetryAfter != nil {
				pause = *fault.RetryAfter
			}
		}
		// Whoever is told to come back after the deadline need not wait for it.
		if ends, ok := ctx.Deadline(); !mayRepeat || tries >= t.config.Retries || ok && time.Now().Add(pause).After(ends) {
			return nil, fault
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return nil, deadline(ctx, ctx.Err())
		}
	}
}

// once makes one try. The whole answer is read, so that a connection that ends in the middle of it is a failed one.
func (t *transport) once(ctx, outer context.Context, given *http.Request, header http.Header, body []byte, canRepeat, isStream bool) (*http.Response, []byte, error) {
	// The time is for the beginning of a stream; after that it lasts until the caller ends it.
	connection, end := context.WithCancel(outer)
	unlink := context.AfterFunc(ctx, end)
	service := strings.SplitN(given.URL.Path, "/", 4)[2]
	url := t.bases[service] + strings.TrimPrefix(given.URL.RequestURI(), "/services/"+service)
	var reader io.Reader
	if len(body) > 0 {
		reader = bytes.NewReader(body)
	}
	request, err := http.NewRequestWithContext(connection, given.Method, url, reader)
	if err != nil {
		end()
		return nil, nil, err
	}
	request.Header = header
	if !canRepeat {
		// net/http repeats by itself what has an Idempotency-Key and a body that it can read again.
		request.GetBody = nil
		if request.Body == nil {
			request.Body = io.NopCloser(strings.NewReader(""))
		}
	}
	response, err := t.http.Do(request)
	if err != nil {
		end()
		return nil, nil, err
	}
	if isStream && response.StatusCode < 300 && unlink() {
		response.Body = &ended{response.Body, end}
		return response, nil, nil
	}
	read, err := io.ReadAll(response.Body)
	_ = response.Body.Close()
	unlink()
	end()
	response.Body = io.NopCloser(bytes.NewReader(read))
	return response, read, err
}

// ended ends the connection's context with its body.
type ended struct {
	io.ReadCloser
	end context.CancelFunc
}

func (e *ended) Close() error {
	e.end()
	return e.ReadCloser.Close()
}

func (t *transport) header(given *http.Request) http.Header {
	header := given.Header.Clone()
	if header == nil {
		header = http.Header{}
	}
	agent := "eop-sdk-go/" + Version
	if t.config.UserAgent != "" {
		agent += " " + t.config.UserAgent
	}
	header.Set("User-Agent", agent)
	header.Set("Traceparent", t.traceparent(given.Context()))
	if given.Method == http.MethodPost && header.Get("Idempotency-Key") == "" {
		header.Set("Idempotency-Key", uuid.NewString())
	}
	return header
}

func (t *transport) traceparent(ctx context.Context) string {
	if given, ok := ctx.Value(traceKey{}).(string); ok {
		return given
	}
	if t.config.Traceparent != nil {
		if given := t.config.Traceparent(ctx); given != "" {
			return given
		}
	}
	random := make([]byte, 24)
	_, _ = rand.Read(random) // never fails
	text := hex.EncodeToString(random)
	return fmt.Sprintf("00-%s-%s-01", text[:32], text[32:])
}

// isRepeatable says whether a second try can do no harm when it is unknown what became of the first.
func isRepeatable(method, path string) bool {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPut, http.MethodDelete:
		return true
	case http.MethodPost:
		// A second session does no harm, and a refresh token gives the same successor for a minute.
		harmless := []string{"/services/user/api/v1/auth/login", "/services/user/api/v1/auth/refresh", "/services/user/api/v1/auth/logout"}
		parts := strings.Split(path, "/")
		return slices.Contains(harmless, path) || slices.ContainsFunc(keyed, func(one string) bool {
			return slices.EqualFunc(strings.Split(one, "/"), parts, func(pattern, part string) bool { return pattern == "*" || pattern == part })
		})
	}
	return false
}

// isPassing: 429 is said before anything is done; what else is passing may have had its effect.
func isPassing(e *Error, canRepeat bool) bool {
	switch e.Status {
	case http.StatusTooManyRequests:
		return true
	case http.StatusConflict:
		// The first try of the same key still runs.
		return canRepeat && e.RetryAfter != nil
	case http.StatusRequestTimeout, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return canRepeat
	}
	return false
}

func bodyOf(request *http.Request) ([]byte, error) {
	if request.Body == nil {
		return nil, nil
	}
	defer func() { _ = request.Body.Close() }()
	return io.ReadAll(request.Body)
}

// deadline names the end of the time for what it is.
func deadline(ctx context.Context, err error) error {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return &Error{Kind: DeadlineExceeded, Detail: "no answer in time", cause: ctx.Err()}
	}
	return err
}

// decode reads what was answered.
func decode[T any](response *http.Response, err error) (*T, error) {
	if err != nil {
		return nil, err
	}
	value := new(T)
	if err := json.NewDecoder(response.Body).Decode(value); err != nil {
		return nil, &Error{Kind: NoAnswer, Detail: "the answer is not what the documents say: " + err.Error(), cause: err}
	}
	return value, nil
}

func done(_ *http.Response, err error) error { return err }
