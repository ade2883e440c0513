package eop

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"eop.example/sdk/go/api"
)

// Kind is a family of errors. `errors.Is(err, eop.NotFound)` asks for it.
type Kind string

// The kinds of errors.
const (
	// BadRequest is 400, 405, 408, 413, 414, 415, 421, 431: the request cannot be read.
	BadRequest Kind = "BadRequest"
	// Unauthenticated is 401: nobody is signed in, or no longer.
	Unauthenticated Kind = "Unauthenticated"
	// Forbidden is 403: the roles do not grant it.
	Forbidden Kind = "Forbidden"
	// NotFound is 404, 410: there is no such thing, or none that one may know of.
	NotFound Kind = "NotFound"
	// Conflict is 409: the state of the thing does not allow it. CurrentStatus and AllowedActions say more.
	Conflict Kind = "Conflict"
	// PreconditionFailed is 412, 428: there is a newer version than the one that the change is based on; ETag is its.
	PreconditionFailed Kind = "PreconditionFailed"
	// Invalid is 422: values are not acceptable; Errors has each.
	Invalid Kind = "Invalid"
	// RateLimited is 429: too much; RetryAfter says when to come back.
	RateLimited Kind = "RateLimited"
	// ServerFault is 5xx: a fault of the service, or a part of it is missing.
	ServerFault Kind = "ServerFault"
	// NoAnswer is a network that failed, or a connection that ended too early. The request may have had its effect.
	NoAnswer Kind = "NoAnswer"
	// DeadlineExceeded is time for the call that was over before there was an answer. The request may have had its effect.
	DeadlineExceeded Kind = "DeadlineExceeded"
)

func (k Kind) Error() string { return string(k) }

// Error is whatever goes wrong in a call; `errors.As` gives it.
type Error struct {
	// Kind is the family.
	Kind Kind
	// Status is the HTTP status; 0 when no answer came.
	Status int
	// Code is what programs act on, such as `order.transition_refused`; empty when the answer is no problem document.
	Code string
	// Detail says it to people.
	Detail string
	// Errors are the refused values: Field is a JSON pointer into the body, or the name of a parameter.
	Errors []api.FieldProblem
	// RequestID is what to quote when asking the operators.
	RequestID string
	// TraceID is the trace that the request belongs to.
	TraceID string
	// RetryAfter is the time after which another try makes sense; nil when the service names none.
	RetryAfter *time.Duration
	// ETag is the version of what is there now, with PreconditionFailed.
	ETag string
	// CurrentStatus is the status that the order has, with Conflict.
	CurrentStatus api.OrderStatus
	// AllowedActions are what can be done with it instead, with Conflict.
	AllowedActions []api.OrderAction
	// Problem is all that the service says.
	Problem map[string]any

	cause error
}

func (e *Error) Error() string {
	if e.Status == 0 {
		return fmt.Sprintf("%s: %s", e.Kind, e.Detail)
	}
	return fmt.Sprintf("%d %s: %s", e.Status, e.Code, e.Detail)
}

// Is compares the kind.
func (e *Error) Is(target error) bool { return target == e.Kind }

// Unwrap gives the fault of the network, if there is one.
func (e *Error) Unwrap() error { return e.cause }

var families = map[int]Kind{
	401: Unauthenticated, 403: Forbidden, 404: NotFound, 409: Conflict, 410: NotFound,
	412: PreconditionFailed, 422: Invalid, 428: PreconditionFailed, 429: RateLimited,
}

// errorOf is the error that an answer stands for.
func errorOf(status int, header http.Header, body []byte) *Error {
	kind, known := families[status]
	if !known {
		kind = BadRequest
		if status >= 500 {
			kind = ServerFault
		}
	}
	e := &Error{
		Kind: kind, Status: status, ETag: header.Get("ETag"), RetryAfter: retryAfter(header),
		RequestID: header.Get("X-Request-Id"), TraceID: header.Get("X-Trace-Id"), Detail: http.StatusText(status),
	}
	var said struct {
		Code           string             `json:"code"`
		Title          string             `json:"title"`
		Detail         string             `json:"detail"`
		RequestID      string             `json:"request_id"`
		TraceID        string             `json:"trace_id"`
		Errors         []api.FieldProblem `json:"errors"`
		CurrentStatus  api.OrderStatus    `json:"current_status"`
		AllowedActions []api.OrderAction  `json:"allowed_actions"`
	}
	isProblem := strings.Contains(header.Get("Content-Type"), "json") && json.Unmarshal(body, &said) == nil
	if !isProblem || json.Unmarshal(body, &e.Problem) != nil {
		return e
	}
	e.Code, e.Errors, e.CurrentStatus, e.AllowedActions = said.Code, said.Errors, said.CurrentStatus, said.AllowedActions
	e.Detail = first(said.Detail, said.Title, e.Detail)
	e.RequestID, e.TraceID = first(said.RequestID, e.RequestID), first(said.TraceID, e.TraceID)
	return e
}

func signedOut(detail string) *Error {
	return &Error{Kind: Unauthenticated, Status: http.StatusUnauthorized, Code: "sdk.signed_out", Detail: detail}
}

func first(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}

func retryAfter(header http.Header) *time.Duration {
	text := header.Get("Retry-After")
	if text == "" {
		return nil
	}
	if seconds, err := strconv.ParseUint(text, 10, 31); err == nil {
		after := time.Duration(seconds) * time.Second
		return &after
	}
	if at, err := http.ParseTime(text); err == nil {
		after := max(0, time.Until(at))
		return &after
	}
	return nil
}
