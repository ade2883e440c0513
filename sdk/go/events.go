package eop

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"net/http"
	"strconv"
	"strings"
	"time"

	"eop.example/sdk/go/api"
)

// How long an event stream may say nothing; a comment comes every 15 s.
const silence = 45 * time.Second

// InboxEvent is what happened in an inbox: one of its members is set.
type InboxEvent struct {
	// ID is where to go on after it.
	ID string
	// Item has arrived.
	Item *api.InboxEventInboxItem
	// Unread is the number of unread items now.
	Unread *api.InboxEventUnreadCount
}

type position struct {
	lastID   string
	pause    time.Duration
	failures int
}

// WatchMyInbox gives what happens in one's inbox, as it happens: each item that arrives, and how many are unread as that changes.
// A connection that ends is made again and goes on where the last one ended, without a gap; lastEventID is empty at first. It
// ends with its context, or with an error that will not pass.
func (c *Client) WatchMyInbox(ctx context.Context, lastEventID string) iter.Seq2[InboxEvent, error] {
	return func(yield func(InboxEvent, error) bool) {
		at := &position{lastID: lastEventID, pause: time.Second}
		for ctx.Err() == nil {
			isWanted, err := c.connection(ctx, at, yield)
			switch {
			case !isWanted || ctx.Err() != nil:
				return
			case err == nil || errors.Is(err, NoAnswer) || errors.Is(err, DeadlineExceeded) || errors.Is(err, RateLimited) || errors.Is(err, ServerFault):
				if err != nil {
					at.failures++
				}
			default:
				yield(InboxEvent{}, err)
				return
			}
			select {
			case <-time.After(at.pause * time.Duration(min(1<<min(at.failures, 5), 30))):
			case <-ctx.Done():
				return
			}
		}
	}
}

// connection reads one stream to its end; isWanted says whether anybody wants another one.
func (c *Client) connection(ctx context.Context, at *position, yield func(InboxEvent, error) bool) (isWanted bool, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://eop/services/notification/api/v1/me/inbox/stream", nil)
	if err != nil {
		return true, err
	}
	request.Header.Set("Accept", "text/event-stream")
	if at.lastID != "" {
		request.Header.Set("Last-Event-ID", at.lastID)
	}
	response, err := c.transport.exchange(request, false, true)
	if err != nil {
		return true, err
	}
	defer func() { _ = response.Body.Close() }()
	timer := time.AfterFunc(silence, func() { _ = response.Body.Close() })
	defer timer.Stop()
	reader := bufio.NewReader(response.Body)
	id, data := at.lastID, []string(nil)
	for {
		line, err := reader.ReadString('\n')
		if err != nil {
			// What has no blank line after it was not sent whole.
			if errors.Is(err, io.EOF) {
				return true, nil
			}
			return true, &Error{Kind: NoAnswer, Detail: "the stream ended: " + err.Error(), cause: err}
		}
		timer.Reset(silence)
		line = strings.TrimRight(line, "\r\n")
		if line != "" {
			id, data = at.take(line, id, data)
			continue
		}
		if data == nil {
			continue
		}
		at.lastID, at.failures = id, 0
		event, err := eventOf(id, strings.Join(data, "\n"))
		if err != nil {
			return true, err
		}
		// Kinds that this version does not know are passed over: a later platform may send them.
		if (event.Item != nil || event.Unread != nil) && !yield(event, nil) {
			return false, nil
		}
		data = nil
	}
}

func (p *position) take(line, id string, data []string) (string, []string) {
	name, value, _ := strings.Cut(line, ":")
	value = strings.TrimPrefix(value, " ")
	switch name {
	case "data":
		data = append(data, value)
	case "id":
		id = value
	case "retry":
		if ms, err := strconv.ParseUint(value, 10, 31); err == nil {
			p.pause = time.Duration(ms) * time.Millisecond
		}
	}
	return id, data
}

func eventOf(id, data string) (InboxEvent, error) {
	event := InboxEvent{ID: id}
	var kind struct {
		Type string `json:"type"`
	}
	err := json.Unmarshal([]byte(data), &kind)
	if err == nil && kind.Type == "item" {
		event.Item = &api.InboxEventInboxItem{}
		err = json.Unmarshal([]byte(data), event.Item)
	}
	if err == nil && kind.Type == "unread" {
		event.Unread = &api.InboxEventUnreadCount{}
		err = json.Unmarshal([]byte(data), event.Unread)
	}
	if err != nil {
		return event, &Error{Kind: ServerFault, Detail: "the event is not what the documents say: " + err.Error(), cause: err}
	}
	return event, nil
}
