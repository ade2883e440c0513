package eop

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// ErrWebhookRefused is a webhook that is not what it says it is, or is too old.
var ErrWebhookRefused = errors.New("eop: the webhook is not genuine")

const tolerance = 5 * time.Minute

// VerifyWebhook makes sure that a webhook was sent by the platform (https://www.standardwebhooks.com), and not more than five
// minutes ago. body is what came, not parsed and written again. While a secret is being replaced give both.
func VerifyWebhook(header http.Header, body []byte, secrets ...string) error {
	seconds, err := strconv.ParseInt(header.Get("Webhook-Timestamp"), 10, 64)
	if err != nil || time.Since(time.Unix(seconds, 0)).Abs() > tolerance {
		return fmt.Errorf("%w: its time is not within five minutes", ErrWebhookRefused)
	}
	for _, secret := range secrets {
		key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
		if err != nil {
			return fmt.Errorf("eop: a secret is no base64: %w", err)
		}
		mac := hmac.New(sha256.New, key)
		_, _ = fmt.Fprintf(mac, "%s.%d.%s", header.Get("Webhook-Id"), seconds, body) // never fails
		for _, one := range strings.Fields(header.Get("Webhook-Signature")) {
			text, isOurs := strings.CutPrefix(one, "v1,")
			given, err := base64.StdEncoding.DecodeString(text)
			if isOurs && err == nil && hmac.Equal(mac.Sum(nil), given) {
				return nil
			}
		}
	}
	return fmt.Errorf("%w: no signature is of a secret that was given", ErrWebhookRefused)
}
