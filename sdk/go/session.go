package eop

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"eop.example/sdk/go/api"
)

// Credentials say who calls: Password, RefreshToken or TokenFunc.
type Credentials interface{ isCredentials() }

// Password is a person's address and password.
type Password struct{ Email, Password string }

// RefreshToken is one that was kept. A new one comes with each renewal: Config.OnTokens is told.
type RefreshToken string

// TokenFunc gives access tokens.
type TokenFunc func(context.Context) (string, error)

func (Password) isCredentials()     {}
func (RefreshToken) isCredentials() {}
func (TokenFunc) isCredentials()    {}

// Tokens are renewed so long before they end.
const early = 30 * time.Second

const authPath = "http://eop/services/user/api/v1/auth/"

// session keeps the access token fresh. Whoever holds the turn may read and change it; so one request is made however many
// calls want a token, and each of them can give up waiting.
type session struct {
	turn        chan struct{}
	credentials Credentials
	onTokens    func(api.Tokens)
	send        func(*http.Request) (*http.Response, error)

	access   string
	endsAt   time.Time
	refresh  string
	isClosed bool
}

func newSession(config Config, send func(*http.Request) (*http.Response, error)) *session {
	s := &session{turn: make(chan struct{}, 1), credentials: config.Credentials, onTokens: config.OnTokens, send: send}
	if token, ok := config.Credentials.(RefreshToken); ok {
		s.refresh = string(token)
	}
	return s
}

func (s *session) take(ctx context.Context) error {
	select {
	case s.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (s *session) leave() { <-s.turn }

// token is a token other than the stale one; empty when there are no credentials.
func (s *session) token(ctx context.Context, stale string) (string, error) {
	if s.credentials == nil {
		return "", nil
	}
	if err := s.take(ctx); err != nil {
		return "", err
	}
	defer s.leave()
	if s.isClosed {
		return "", signedOut("signed out")
	}
	if s.access != "" && s.access != stale && time.Now().Before(s.endsAt) {
		return s.access, nil
	}
	// Others wait for the same token: that this caller gives up must not spoil it for them.
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), time.Minute)
	defer stop()
	return s.renewed(ctx)
}

func (s *session) renewed(ctx context.Context) (string, error) {
	if give, ok := s.credentials.(TokenFunc); ok {
		token, err := give(ctx)
		if err == nil {
			s.access, s.endsAt = token, time.Now().AddDate(100, 0, 0)
		}
		return token, err
	}
	password, hasPassword := s.credentials.(Password)
	if s.refresh != "" {
		tokens, err := s.exchange(ctx, "refresh", map[string]string{"refresh_token": s.refresh})
		// Whoever has the password can begin a new session when the old one has ended.
		if !hasPassword || !errors.Is(err, Unauthenticated) {
			return s.accept(tokens, err)
		}
	}
	if !hasPassword {
		return "", signedOut("there are no credentials")
	}
	return s.accept(s.exchange(ctx, "login", map[string]string{"email": password.Email, "password": password.Password}))
}

func (s *session) exchange(ctx context.Context, what string, body map[string]string) (*api.Tokens, error) {
	text, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, authPath+what, bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	return decode[api.Tokens](s.send(request))
}

func (s *session) accept(tokens *api.Tokens, err error) (string, error) {
	if err != nil {
		return "", err
	}
	s.access, s.endsAt, s.refresh = tokens.AccessToken, time.Now().Add(time.Duration(tokens.ExpiresIn)*time.Second-early), ""
	if tokens.RefreshToken != nil {
		s.refresh = *tokens.RefreshToken
	}
	if s.onTokens != nil {
		s.onTokens(*tokens)
	}
	return s.access, nil
}

func (s *session) present(ctx context.Context) (string, error) {
	if err := s.take(ctx); err != nil {
		return "", err
	}
	defer s.leave()
	return s.access, nil
}

func (s *session) close(ctx context.Context) error {
	if err := s.take(ctx); err != nil {
		return err
	}
	token := s.access
	s.access, s.refresh, s.isClosed = "", "", true
	s.leave()
	if _, isFunction := s.credentials.(TokenFunc); token == "" || isFunction {
		return nil
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, authPath+"logout", nil)
	if err != nil {
		return err
	}
	request.Header.Set("Authorization", "Bearer "+token)
	return done(s.send(request))
}
