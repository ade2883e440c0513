// Code generated from openapi/ by `scripts/sdk.sh --generate`. DO NOT EDIT.

package eop

import (
	"context"
	"iter"

	openapi_types "github.com/oapi-codegen/runtime/types"

	"eop.example/sdk/go/api"
)

// ListNotificationAudit: List entries of the audit log.
//
// Newest first. Each is written with the change that it tells of, and who was refused has one too. A page looks at a
// bounded number of entries: it may hold fewer than were asked for, or none, and still have a `next_cursor` that leads on.
func (c *Client) ListNotificationAudit(ctx context.Context, params *api.ListNotificationAuditParams) (*api.AuditEntryPage, error) {
	return decode[api.AuditEntryPage](c.raw.ListNotificationAudit(ctx, params))
}

// AllNotificationAudit goes through ListNotificationAudit, page by page: a page is asked for when its first item is wanted.
func (c *Client) AllNotificationAudit(ctx context.Context, params *api.ListNotificationAuditParams) iter.Seq2[api.AuditEntry, error] {
	return all(params, func(params *api.ListNotificationAuditParams, cursor *string) ([]api.AuditEntry, *string, error) {
		if cursor != nil {
			params.Cursor = cursor
		}
		page, err := c.ListNotificationAudit(ctx, params)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListDeadLetters: List dead letters.
//
// Newest first.
func (c *Client) ListDeadLetters(ctx context.Context, params *api.ListDeadLettersParams) (*api.DeadLetterPage, error) {
	return decode[api.DeadLetterPage](c.raw.ListDeadLetters(ctx, params))
}

// AllDeadLetters goes through ListDeadLetters, page by page: a page is asked for when its first item is wanted.
func (c *Client) AllDeadLetters(ctx context.Context, params *api.ListDeadLettersParams) iter.Seq2[api.DeadLetter, error] {
	return all(params, func(params *api.ListDeadLettersParams, cursor *string) ([]api.DeadLetter, *string, error) {
		if cursor != nil {
			params.Cursor = cursor
		}
		page, err := c.ListDeadLetters(ctx, params)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// GetDeadLetter: Read a dead letter.
func (c *Client) GetDeadLetter(ctx context.Context, id openapi_types.UUID) (*api.DeadLetter, error) {
	return decode[api.DeadLetter](c.raw.GetDeadLetter(ctx, id))
}

// DiscardDeadLetter: Give up a dead letter.
func (c *Client) DiscardDeadLetter(ctx context.Context, id openapi_types.UUID) (*api.DeadLetter, error) {
	return decode[api.DeadLetter](c.raw.DiscardDeadLetter(ctx, id))
}

// ReplayDeadLetter: Process a dead letter after all.
//
// What had its effect before has none again.
func (c *Client) ReplayDeadLetter(ctx context.Context, id openapi_types.UUID) (*api.DeadLetter, error) {
	return decode[api.DeadLetter](c.raw.ReplayDeadLetter(ctx, id))
}

// ListDeliveryAttempts: List the attempts of a delivery.
func (c *Client) ListDeliveryAttempts(ctx context.Context, id openapi_types.UUID) (*api.AttemptList, error) {
	return decode[api.AttemptList](c.raw.ListDeliveryAttempts(ctx, id))
}

// CancelDelivery: Stop a delivery.
func (c *Client) CancelDelivery(ctx context.Context, id openapi_types.UUID) (*api.Delivery, error) {
	return decode[api.Delivery](c.raw.CancelDelivery(ctx, id))
}

// ResendDelivery: Send a delivery again.
//
// Whatever became of it, unless an attempt is planned anyway. The recipient may get it twice.
func (c *Client) ResendDelivery(ctx context.Context, id openapi_types.UUID) (*api.Delivery, error) {
	return decode[api.Delivery](c.raw.ResendDelivery(ctx, id))
}

// ListMails: List mails.
//
// Newest first. Only where mail is kept instead of sent.
func (c *Client) ListMails(ctx context.Context, params *api.ListMailsParams) (*api.MailPage, error) {
	return decode[api.MailPage](c.raw.ListMails(ctx, params))
}

// AllMails goes through ListMails, page by page: a page is asked for when its first item is wanted.
func (c *Client) AllMails(ctx context.Context, params *api.ListMailsParams) iter.Seq2[api.Mail, error] {
	return all(params, func(params *api.ListMailsParams, cursor *string) ([]api.Mail, *string, error) {
		if cursor != nil {
			params.Cursor = cursor
		}
		page, err := c.ListMails(ctx, params)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// GetMail: Read a mail.
func (c *Client) GetMail(ctx context.Context, id openapi_types.UUID) (*api.Mail, error) {
	return decode[api.Mail](c.raw.GetMail(ctx, id))
}

// ListMyInbox: List my inbox.
//
// Newest first.
func (c *Client) ListMyInbox(ctx context.Context, params *api.ListMyInboxParams) (*api.InboxItemPage, error) {
	return decode[api.InboxItemPage](c.raw.ListMyInbox(ctx, params))
}

// AllMyInbox goes through ListMyInbox, page by page: a page is asked for when its first item is wanted.
func (c *Client) AllMyInbox(ctx context.Context, params *api.ListMyInboxParams) iter.Seq2[api.InboxItem, error] {
	return all(params, func(params *api.ListMyInboxParams, cursor *string) ([]api.InboxItem, *string, error) {
		if cursor != nil {
			params.Cursor = cursor
		}
		page, err := c.ListMyInbox(ctx, params)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// MarkMyInboxRead: Mark all my items as read.
func (c *Client) MarkMyInboxRead(ctx context.Context) error {
	return done(c.raw.MarkMyInboxRead(ctx))
}

// CountMyUnread: Count my unread items.
func (c *Client) CountMyUnread(ctx context.Context) (*api.UnreadCount, error) {
	return decode[api.UnreadCount](c.raw.CountMyUnread(ctx))
}

// ArchiveMyInboxItem: Put one of my items away.
//
// It leaves the list, counts as read, and is found with `archived=true` until it is forgotten with the others of its age.
func (c *Client) ArchiveMyInboxItem(ctx context.Context, id openapi_types.UUID) error {
	return done(c.raw.ArchiveMyInboxItem(ctx, id))
}

// MarkMyInboxItemRead: Mark one of my items as read.
func (c *Client) MarkMyInboxItemRead(ctx context.Context, id openapi_types.UUID) error {
	return done(c.raw.MarkMyInboxItemRead(ctx, id))
}

// ListNotifications: List notifications.
func (c *Client) ListNotifications(ctx context.Context, params *api.ListNotificationsParams) (*api.NotificationPage, error) {
	return decode[api.NotificationPage](c.raw.ListNotifications(ctx, params))
}

// AllNotifications goes through ListNotifications, page by page: a page is asked for when its first item is wanted.
func (c *Client) AllNotifications(ctx context.Context, params *api.ListNotificationsParams) iter.Seq2[api.Notification, error] {
	return all(params, func(params *api.ListNotificationsParams, cursor *string) ([]api.Notification, *string, error) {
		if cursor != nil {
			params.Cursor = cursor
		}
		page, err := c.ListNotifications(ctx, params)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// GetNotification: Read a notification.
//
// With its deliveries.
func (c *Client) GetNotification(ctx context.Context, id openapi_types.UUID) (*api.Notification, error) {
	return decode[api.Notification](c.raw.GetNotification(ctx, id))
}

// GetNotificationOutbox: Read the state of the outbox.
func (c *Client) GetNotificationOutbox(ctx context.Context) (*api.OutboxState, error) {
	return decode[api.OutboxState](c.raw.GetNotificationOutbox(ctx))
}

// ListNotificationOutboxMessages: List the events that are not published yet.
//
// In their order. Those that are parked wait for a decision: to be published after all, or to be given up.
func (c *Client) ListNotificationOutboxMessages(ctx context.Context, params *api.ListNotificationOutboxMessagesParams) (*api.OutboxMessagePage, error) {
	return decode[api.OutboxMessagePage](c.raw.ListNotificationOutboxMessages(ctx, params))
}

// AllNotificationOutboxMessages goes through ListNotificationOutboxMessages, page by page: a page is asked for when its first item is wanted.
func (c *Client) AllNotificationOutboxMessages(ctx context.Context, params *api.ListNotificationOutboxMessagesParams) iter.Seq2[api.OutboxMessage, error] {
	return all(params, func(params *api.ListNotificationOutboxMessagesParams, cursor *string) ([]api.OutboxMessage, *string, error) {
		if cursor != nil {
			params.Cursor = cursor
		}
		page, err := c.ListNotificationOutboxMessages(ctx, params)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ReleaseNotificationOutboxMessage: Publish a parked event after all.
func (c *Client) ReleaseNotificationOutboxMessage(ctx context.Context, position int64, body api.OutboxDecision) error {
	return done(c.raw.ReleaseNotificationOutboxMessage(ctx, position, body))
}

// SkipNotificationOutboxMessage: Give up a parked event.
//
// It is never published; later events of the same subject go on. The audit log keeps who decided, when and why.
func (c *Client) SkipNotificationOutboxMessage(ctx context.Context, position int64, body api.OutboxDecision) error {
	return done(c.raw.SkipNotificationOutboxMessage(ctx, position, body))
}

// ListProviders: List providers.
//
// Who hands messages over on each channel, and how that goes, as the instance that answers sees it.
func (c *Client) ListProviders(ctx context.Context) (*api.ProviderList, error) {
	return decode[api.ProviderList](c.raw.ListProviders(ctx))
}

// GetNotificationSystem: Read how the service is.
//
// An hour of figures, step by step, how its routes were used, its slowest requests and the last lines of its log that
// tell of trouble. 404 where the service was not told to remember it (`EOP_CONSOLE`).
func (c *Client) GetNotificationSystem(ctx context.Context) (*api.System, error) {
	return decode[api.System](c.raw.GetNotificationSystem(ctx))
}

// ListNotificationSpans: List the spans of traces.
//
// What the service itself did in them, in the order of time. A trace that it does not remember, or no longer, has none.
func (c *Client) ListNotificationSpans(ctx context.Context, params *api.ListNotificationSpansParams) (*api.SpanList, error) {
	return decode[api.SpanList](c.raw.ListNotificationSpans(ctx, params))
}

// ListNotificationTraces: List the traces that are remembered.
//
// The newest first; what the service itself did in each. Reading is forgotten first, then what was done, and what failed
// or was slow last.
func (c *Client) ListNotificationTraces(ctx context.Context) (*api.TraceList, error) {
	return decode[api.TraceList](c.raw.ListNotificationTraces(ctx))
}

// ListOrderAudit: List entries of the audit log.
//
// Newest first. Each is written with the change that it tells of, and who was refused has one too. A page looks at a
// bounded number of entries: it may hold fewer than were asked for, or none, and still have a `next_cursor` that leads on.
func (c *Client) ListOrderAudit(ctx context.Context, params *api.ListOrderAuditParams) (*api.AuditEntryPage, error) {
	return decode[api.AuditEntryPage](c.raw.ListOrderAudit(ctx, params))
}

// AllOrderAudit goes through ListOrderAudit, page by page: a page is asked for when its first item is wanted.
func (c *Client) AllOrderAudit(ctx context.Context, params *api.ListOrderAuditParams) iter.Seq2[api.AuditEntry, error] {
	return all(params, func(params *api.ListOrderAuditParams, cursor *string) ([]api.AuditEntry, *string, error) {
		if cursor != nil {
			params.Cursor = cursor
		}
		page, err := c.ListOrderAudit(ctx, params)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListOrders: List orders.
//
// Customers see their own, staff everybody's.
func (c *Client) ListOrders(ctx context.Context, params *api.ListOrdersParams) (*api.OrderPage, error) {
	return decode[api.OrderPage](c.raw.ListOrders(ctx, params))
}

// AllOrders goes through ListOrders, page by page: a page is asked for when its first item is wanted.
func (c *Client) AllOrders(ctx context.Context, params *api.ListOrdersParams) iter.Seq2[api.Order, error] {
	return all(params, func(params *api.ListOrdersParams, cursor *string) ([]api.Order, *string, error) {
		if cursor != nil {
			params.Cursor = cursor
		}
		page, err := c.ListOrders(ctx, params)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// PlaceOrder: Place an order.
//
// For yourself, or with `order:create` over any for a customer. Safe to repeat with the same `Idempotency-Key`:
// the answer is then that of the first request, marked by `Idempotent-Replayed: true`.
func (c *Client) PlaceOrder(ctx context.Context, body api.OrderDraft, params *api.PlaceOrderParams) (*api.Order, error) {
	return decode[api.Order](c.raw.PlaceOrder(ctx, params, body))
}

// ActOnOrders: Do the same to many orders.
//
// Needs the permission of the action. Each order is handled on its own, and `results` has the outcome of each. Repeat the
// request with the same `Idempotency-Key` after an answer that was lost, or to try again what failed: what was done
// before is not done again.
func (c *Client) ActOnOrders(ctx context.Context, body api.BulkRequest, params *api.ActOnOrdersParams) (*api.BulkOutcome, error) {
	return decode[api.BulkOutcome](c.raw.ActOnOrders(ctx, params, body))
}

// ExportOrders: Export orders as CSV.
//
// All that the list would show with these filters, as comma-separated values (RFC 4180): customers get their own, staff
// everybody's. Amounts have the decimals of their currency and a point. A text that a spreadsheet would take for a
// formula begins with an apostrophe. The file is made while it is sent: read it to its end, for one that breaks off is
// not whole.
func (c *Client) ExportOrders(ctx context.Context, params *api.ExportOrdersParams) error {
	return done(c.raw.ExportOrders(ctx, params))
}

// GetOrderStatistics: Count orders.
//
// By status, and by status for each of the last days. Customers count their own orders, staff everybody's.
func (c *Client) GetOrderStatistics(ctx context.Context, params *api.GetOrderStatisticsParams) (*api.OrderStatistics, error) {
	return decode[api.OrderStatistics](c.raw.GetOrderStatistics(ctx, params))
}

// GetOrder: Read an order.
//
// By its id, or by its number as people write it: `ORD-2026-000123`.
func (c *Client) GetOrder(ctx context.Context, id string) (*api.Order, error) {
	return decode[api.Order](c.raw.GetOrder(ctx, id))
}

// AmendOrder: Amend an order.
//
// Changes lines, address or note until the order is approved. Needs `If-Match` with the version you looked at.
func (c *Client) AmendOrder(ctx context.Context, id openapi_types.UUID, body api.OrderAmendment, params *api.AmendOrderParams) (*api.Order, error) {
	return decode[api.Order](c.raw.AmendOrder(ctx, id, params, body))
}

// AbortOrder: Give up a shipment.
func (c *Client) AbortOrder(ctx context.Context, id openapi_types.UUID, body api.Abortion, params *api.AbortOrderParams) (*api.Order, error) {
	return decode[api.Order](c.raw.AbortOrder(ctx, id, params, body))
}

// ApproveOrder: Approve an order.
//
// Whoever placed it must not approve it.
func (c *Client) ApproveOrder(ctx context.Context, id openapi_types.UUID, body api.Approval, params *api.ApproveOrderParams) (*api.Order, error) {
	return decode[api.Order](c.raw.ApproveOrder(ctx, id, params, body))
}

// CancelOrder: Cancel an order.
//
// Owners until 30 minutes after approval, staff until it is shipped.
func (c *Client) CancelOrder(ctx context.Context, id openapi_types.UUID, body api.Cancellation, params *api.CancelOrderParams) (*api.Order, error) {
	return decode[api.Order](c.raw.CancelOrder(ctx, id, params, body))
}

// DeliverOrder: Note that an order arrived.
func (c *Client) DeliverOrder(ctx context.Context, id openapi_types.UUID, body api.Arrival, params *api.DeliverOrderParams) (*api.Order, error) {
	return decode[api.Order](c.raw.DeliverOrder(ctx, id, params, body))
}

// ListOrderEvents: List the events of an order that wait to be published.
//
// For staff. What happened to the order and is not among them is on the bus.
func (c *Client) ListOrderEvents(ctx context.Context, id openapi_types.UUID) (*api.OrderEvents, error) {
	return decode[api.OrderEvents](c.raw.ListOrderEvents(ctx, id))
}

// ListOrderHistory: Read the history of an order.
//
// Every step with who did it, when and why.
func (c *Client) ListOrderHistory(ctx context.Context, id openapi_types.UUID) (*api.History, error) {
	return decode[api.History](c.raw.ListOrderHistory(ctx, id))
}

// ListOrderNotes: Read the notes on an order.
//
// Oldest first. Internal ones only with `note:read_internal`.
func (c *Client) ListOrderNotes(ctx context.Context, id openapi_types.UUID, params *api.ListOrderNotesParams) (*api.NotePage, error) {
	return decode[api.NotePage](c.raw.ListOrderNotes(ctx, id, params))
}

// AllOrderNotes goes through ListOrderNotes, page by page: a page is asked for when its first item is wanted.
func (c *Client) AllOrderNotes(ctx context.Context, id openapi_types.UUID, params *api.ListOrderNotesParams) iter.Seq2[api.Note, error] {
	return all(params, func(params *api.ListOrderNotesParams, cursor *string) ([]api.Note, *string, error) {
		if cursor != nil {
			params.Cursor = cursor
		}
		page, err := c.ListOrderNotes(ctx, id, params)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// WriteOrderNote: Write a note on an order.
func (c *Client) WriteOrderNote(ctx context.Context, id openapi_types.UUID, body api.NoteDraft, params *api.WriteOrderNoteParams) (*api.Note, error) {
	return decode[api.Note](c.raw.WriteOrderNote(ctx, id, params, body))
}

// RejectOrder: Reject an order.
func (c *Client) RejectOrder(ctx context.Context, id openapi_types.UUID, body api.Rejection, params *api.RejectOrderParams) (*api.Order, error) {
	return decode[api.Order](c.raw.RejectOrder(ctx, id, params, body))
}

// ShipOrder: Ship an order.
func (c *Client) ShipOrder(ctx context.Context, id openapi_types.UUID, body api.Handover, params *api.ShipOrderParams) (*api.Order, error) {
	return decode[api.Order](c.raw.ShipOrder(ctx, id, params, body))
}

// GetOrderOutbox: Read the state of the outbox.
func (c *Client) GetOrderOutbox(ctx context.Context) (*api.OutboxState, error) {
	return decode[api.OutboxState](c.raw.GetOrderOutbox(ctx))
}

// ListOrderOutboxMessages: List the events that are not published yet.
//
// In their order. Those that are parked wait for a decision: to be published after all, or to be given up.
func (c *Client) ListOrderOutboxMessages(ctx context.Context, params *api.ListOrderOutboxMessagesParams) (*api.OutboxMessagePage, error) {
	return decode[api.OutboxMessagePage](c.raw.ListOrderOutboxMessages(ctx, params))
}

// AllOrderOutboxMessages goes through ListOrderOutboxMessages, page by page: a page is asked for when its first item is wanted.
func (c *Client) AllOrderOutboxMessages(ctx context.Context, params *api.ListOrderOutboxMessagesParams) iter.Seq2[api.OutboxMessage, error] {
	return all(params, func(params *api.ListOrderOutboxMessagesParams, cursor *string) ([]api.OutboxMessage, *string, error) {
		if cursor != nil {
			params.Cursor = cursor
		}
		page, err := c.ListOrderOutboxMessages(ctx, params)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ReleaseOrderOutboxMessage: Publish a parked event after all.
func (c *Client) ReleaseOrderOutboxMessage(ctx context.Context, position int64, body api.OutboxDecision) error {
	return done(c.raw.ReleaseOrderOutboxMessage(ctx, position, body))
}

// SkipOrderOutboxMessage: Give up a parked event.
//
// It is never published; later events of the same subject go on. The audit log keeps who decided, when and why.
func (c *Client) SkipOrderOutboxMessage(ctx context.Context, position int64, body api.OutboxDecision) error {
	return done(c.raw.SkipOrderOutboxMessage(ctx, position, body))
}

// GetOrderSystem: Read how the service is.
//
// An hour of figures, step by step, how its routes were used, its slowest requests and the last lines of its log that
// tell of trouble. 404 where the service was not told to remember it (`EOP_CONSOLE`).
func (c *Client) GetOrderSystem(ctx context.Context) (*api.System, error) {
	return decode[api.System](c.raw.GetOrderSystem(ctx))
}

// ListOrderSpans: List the spans of traces.
//
// What the service itself did in them, in the order of time. A trace that it does not remember, or no longer, has none.
func (c *Client) ListOrderSpans(ctx context.Context, params *api.ListOrderSpansParams) (*api.SpanList, error) {
	return decode[api.SpanList](c.raw.ListOrderSpans(ctx, params))
}

// ListOrderTraces: List the traces that are remembered.
//
// The newest first; what the service itself did in each. Reading is forgotten first, then what was done, and what failed
// or was slow last.
func (c *Client) ListOrderTraces(ctx context.Context) (*api.TraceList, error) {
	return decode[api.TraceList](c.raw.ListOrderTraces(ctx))
}

// GetJwks: Read the public keys.
//
// Everybody who gets an access token of this platform can verify it with them.
func (c *Client) GetJwks(ctx context.Context) (*api.JwkSet, error) {
	return decode[api.JwkSet](c.raw.GetJwks(ctx))
}

// ListUserAudit: List entries of the audit log.
//
// Newest first. Each is written with the change that it tells of, and who was refused has one too. A page looks at a
// bounded number of entries: it may hold fewer than were asked for, or none, and still have a `next_cursor` that leads on.
func (c *Client) ListUserAudit(ctx context.Context, params *api.ListUserAuditParams) (*api.AuditEntryPage, error) {
	return decode[api.AuditEntryPage](c.raw.ListUserAudit(ctx, params))
}

// AllUserAudit goes through ListUserAudit, page by page: a page is asked for when its first item is wanted.
func (c *Client) AllUserAudit(ctx context.Context, params *api.ListUserAuditParams) iter.Seq2[api.AuditEntry, error] {
	return all(params, func(params *api.ListUserAuditParams, cursor *string) ([]api.AuditEntry, *string, error) {
		if cursor != nil {
			params.Cursor = cursor
		}
		page, err := c.ListUserAudit(ctx, params)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ResendVerification: Mail a new verification link.
//
// At most once a minute per address from one network, and ten a day. The answer is the same whether or not there is such
// an account; links that were mailed before stay good.
func (c *Client) ResendVerification(ctx context.Context, body api.EmailAddress) error {
	return done(c.raw.ResendVerification(ctx, body))
}

// VerifyEmail: Verify an e-mail address.
//
// With the token of the link that was mailed; of several registrations that of the newest. Using it twice is fine.
func (c *Client) VerifyEmail(ctx context.Context, body api.LinkToken) error {
	return done(c.raw.VerifyEmail(ctx, body))
}

// LogIn: Sign in.
//
// Gives an access token for ten minutes and a refresh token. Unknown address, wrong password, an address that is not
// verified and a locked account get the same answer: if you have just registered, open the mail that we sent.
func (c *Client) LogIn(ctx context.Context, body api.Credentials) (*api.Tokens, error) {
	return decode[api.Tokens](c.raw.LogIn(ctx, body))
}

// LogOut: Sign out.
//
// Ends the session of the access token, and takes the refresh token out of a browser.
func (c *Client) LogOut(ctx context.Context) error {
	return done(c.raw.LogOut(ctx))
}

// ForgotPassword: Mail a link to choose a new password.
//
// At most once a minute per address from one network, and ten a day. The answer is the same whether or not there is such
// an account; links that were mailed before stay good until one is used.
func (c *Client) ForgotPassword(ctx context.Context, body api.EmailAddress) error {
	return done(c.raw.ForgotPassword(ctx, body))
}

// ResetPassword: Choose a new password.
//
// With the token of the link that was mailed. Ends all sessions and all other links.
func (c *Client) ResetPassword(ctx context.Context, body api.PasswordReset) error {
	return done(c.raw.ResetPassword(ctx, body))
}

// RefreshTokens: Exchange a refresh token.
//
// Each is good for one exchange; within a minute the same exchange gives the same successor, unless that was exchanged
// too. A used one that comes later ends its session. The cookie's is taken only from pages of this service, or of an
// origin that may call it.
func (c *Client) RefreshTokens(ctx context.Context, body api.TokenRefresh) (*api.Tokens, error) {
	return decode[api.Tokens](c.raw.RefreshTokens(ctx, body))
}

// Register: Register an account.
//
// Open the mail that we send to sign in. The answer is the same whether or not the address is known already: one that
// waits to be verified is registered anew, and the owner of one that has an account is told so.
func (c *Client) Register(ctx context.Context, body api.Registration) error {
	return done(c.raw.Register(ctx, body))
}

// IssueServiceToken: Get the token of a service.
//
// By client credentials (RFC 6749, section 4.4), in `Authorization: Basic` or in the body. Services of the platform ask each
// other with it; it is good for five minutes, at the user service.
func (c *Client) IssueServiceToken(ctx context.Context, body api.TokenRequest) (*api.ServiceToken, error) {
	return decode[api.ServiceToken](c.raw.IssueServiceTokenWithFormdataBody(ctx, body))
}

// CheckDecision: Ask how the policy decides.
//
// Whether an account, or somebody with these roles, may do this; with `explain=true` also by which rule.
func (c *Client) CheckDecision(ctx context.Context, body api.DecisionRequest, params *api.CheckDecisionParams) (*api.Decision, error) {
	return decode[api.Decision](c.raw.CheckDecision(ctx, params, body))
}

// ListKeys: List the keys that sign access tokens.
//
// Those that are published; their private parts are shown to nobody.
func (c *Client) ListKeys(ctx context.Context) (*api.SigningKeyList, error) {
	return decode[api.SigningKeyList](c.raw.ListKeys(ctx))
}

// RotateKeys: Let the next key sign.
//
// The one before verifies what it signed until that has ended, and a new next one is published, so nobody is refused.
// Refused for two minutes after the next key was published, because others may keep the set of keys that long. Keys
// also change by themselves, as the service is set up.
func (c *Client) RotateKeys(ctx context.Context) (*api.SigningKeyList, error) {
	return decode[api.SigningKeyList](c.raw.RotateKeys(ctx))
}

// RetireKey: Retire a key that others may know.
//
// At once: what it signed is refused, here within seconds and at the other services within a minute, and people's
// clients fetch new tokens by their refresh tokens. If it was the one that signs, the next one does from now on.
func (c *Client) RetireKey(ctx context.Context, kid string) (*api.SigningKeyList, error) {
	return decode[api.SigningKeyList](c.raw.RetireKey(ctx, kid))
}

// GetMe: Read my account.
func (c *Client) GetMe(ctx context.Context) (*api.Account, error) {
	return decode[api.Account](c.raw.GetMe(ctx))
}

// ChangeMe: Change my profile.
//
// Needs `If-Match` with the version you looked at.
func (c *Client) ChangeMe(ctx context.Context, body api.ProfileChange, params *api.ChangeMeParams) (*api.Account, error) {
	return decode[api.Account](c.raw.ChangeMe(ctx, params, body))
}

// ChangeMyPassword: Change my password.
//
// Ends all other sessions.
func (c *Client) ChangeMyPassword(ctx context.Context, body api.PasswordChange) error {
	return done(c.raw.ChangeMyPassword(ctx, body))
}

// ListMyPermissions: Read my permissions.
func (c *Client) ListMyPermissions(ctx context.Context) (*api.GrantedPermissions, error) {
	return decode[api.GrantedPermissions](c.raw.ListMyPermissions(ctx))
}

// RevokeMyOtherSessions: End all my other sessions.
func (c *Client) RevokeMyOtherSessions(ctx context.Context) error {
	return done(c.raw.RevokeMyOtherSessions(ctx))
}

// ListMySessions: List my sessions.
func (c *Client) ListMySessions(ctx context.Context) (*api.SessionList, error) {
	return decode[api.SessionList](c.raw.ListMySessions(ctx))
}

// RevokeMySession: End one of my sessions.
func (c *Client) RevokeMySession(ctx context.Context, id openapi_types.UUID) error {
	return done(c.raw.RevokeMySession(ctx, id))
}

// GetUserOutbox: Read the state of the outbox.
func (c *Client) GetUserOutbox(ctx context.Context) (*api.OutboxState, error) {
	return decode[api.OutboxState](c.raw.GetUserOutbox(ctx))
}

// ListUserOutboxMessages: List the events that are not published yet.
//
// In their order. Those that are parked wait for a decision: to be published after all, or to be given up.
func (c *Client) ListUserOutboxMessages(ctx context.Context, params *api.ListUserOutboxMessagesParams) (*api.OutboxMessagePage, error) {
	return decode[api.OutboxMessagePage](c.raw.ListUserOutboxMessages(ctx, params))
}

// AllUserOutboxMessages goes through ListUserOutboxMessages, page by page: a page is asked for when its first item is wanted.
func (c *Client) AllUserOutboxMessages(ctx context.Context, params *api.ListUserOutboxMessagesParams) iter.Seq2[api.OutboxMessage, error] {
	return all(params, func(params *api.ListUserOutboxMessagesParams, cursor *string) ([]api.OutboxMessage, *string, error) {
		if cursor != nil {
			params.Cursor = cursor
		}
		page, err := c.ListUserOutboxMessages(ctx, params)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ReleaseUserOutboxMessage: Publish a parked event after all.
func (c *Client) ReleaseUserOutboxMessage(ctx context.Context, position int64, body api.OutboxDecision) error {
	return done(c.raw.ReleaseUserOutboxMessage(ctx, position, body))
}

// SkipUserOutboxMessage: Give up a parked event.
//
// It is never published; later events of the same subject go on. The audit log keeps who decided, when and why.
func (c *Client) SkipUserOutboxMessage(ctx context.Context, position int64, body api.OutboxDecision) error {
	return done(c.raw.SkipUserOutboxMessage(ctx, position, body))
}

// ListPermissions: List permissions.
//
// Those that the operations of all services need.
func (c *Client) ListPermissions(ctx context.Context) (*api.Permissions, error) {
	return decode[api.Permissions](c.raw.ListPermissions(ctx))
}

// GetPolicy: Read the whole policy.
//
// For services that decide by it. Its `ETag` is its version.
func (c *Client) GetPolicy(ctx context.Context) (*api.Policy, error) {
	return decode[api.Policy](c.raw.GetPolicy(ctx))
}

// ListRoles: List roles.
func (c *Client) ListRoles(ctx context.Context) (*api.Roles, error) {
	return decode[api.Roles](c.raw.ListRoles(ctx))
}

// CreateRole: Make a role.
//
// Nobody grants what they lack. It counts at every service within two seconds.
func (c *Client) CreateRole(ctx context.Context, body api.NewRole) (*api.Role, error) {
	return decode[api.Role](c.raw.CreateRole(ctx, body))
}

// RemoveRole: Remove a role.
//
// One that nobody has, and that the platform does not ship with.
func (c *Client) RemoveRole(ctx context.Context, role string, params *api.RemoveRoleParams) error {
	return done(c.raw.RemoveRole(ctx, role, params))
}

// GetRole: Read a role.
func (c *Client) GetRole(ctx context.Context, role string) (*api.Role, error) {
	return decode[api.Role](c.raw.GetRole(ctx, role))
}

// ChangeRole: Change a role.
//
// To exactly this. Nobody grants what they lack, nor widens a role that they have, and somebody can always administer.
// It counts at every service within two seconds.
func (c *Client) ChangeRole(ctx context.Context, role string, body api.RoleChange, params *api.ChangeRoleParams) (*api.Role, error) {
	return decode[api.Role](c.raw.ChangeRole(ctx, role, params, body))
}

// GetUserSystem: Read how the service is.
//
// An hour of figures, step by step, how its routes were used, its slowest requests and the last lines of its log that
// tell of trouble. 404 where the service was not told to remember it (`EOP_CONSOLE`).
func (c *Client) GetUserSystem(ctx context.Context) (*api.System, error) {
	return decode[api.System](c.raw.GetUserSystem(ctx))
}

// ListUserSpans: List the spans of traces.
//
// What the service itself did in them, in the order of time. A trace that it does not remember, or no longer, has none.
func (c *Client) ListUserSpans(ctx context.Context, params *api.ListUserSpansParams) (*api.SpanList, error) {
	return decode[api.SpanList](c.raw.ListUserSpans(ctx, params))
}

// ListUserTraces: List the traces that are remembered.
//
// The newest first; what the service itself did in each. Reading is forgotten first, then what was done, and what failed
// or was slow last.
func (c *Client) ListUserTraces(ctx context.Context) (*api.TraceList, error) {
	return decode[api.TraceList](c.raw.ListUserTraces(ctx))
}

// ListUsers: List accounts.
func (c *Client) ListUsers(ctx context.Context, params *api.ListUsersParams) (*api.AccountPage, error) {
	return decode[api.AccountPage](c.raw.ListUsers(ctx, params))
}

// AllUsers goes through ListUsers, page by page: a page is asked for when its first item is wanted.
func (c *Client) AllUsers(ctx context.Context, params *api.ListUsersParams) iter.Seq2[api.Account, error] {
	return all(params, func(params *api.ListUsersParams, cursor *string) ([]api.Account, *string, error) {
		if cursor != nil {
			params.Cursor = cursor
		}
		page, err := c.ListUsers(ctx, params)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// GetUser: Read an account.
func (c *Client) GetUser(ctx context.Context, id openapi_types.UUID) (*api.Account, error) {
	return decode[api.Account](c.raw.GetUser(ctx, id))
}

// LockUser: Lock an account.
//
// It cannot sign in, and its sessions end: here from the next request on, at other services when the access token
// expires.
func (c *Client) LockUser(ctx context.Context, id openapi_types.UUID, body api.AccountLock) (*api.Account, error) {
	return decode[api.Account](c.raw.LockUser(ctx, id, body))
}

// GetUserRoles: Read the roles of an account.
func (c *Client) GetUserRoles(ctx context.Context, id openapi_types.UUID) (*api.RoleSet, error) {
	return decode[api.RoleSet](c.raw.GetUserRoles(ctx, id))
}

// SetUserRoles: Set the roles of an account.
//
// Exactly these. Nobody grants what they lack, and the last administrator stays.
func (c *Client) SetUserRoles(ctx context.Context, id openapi_types.UUID, body api.RoleSet, params *api.SetUserRolesParams) (*api.Account, error) {
	return decode[api.Account](c.raw.SetUserRoles(ctx, id, params, body))
}

// UnlockUser: Unlock an account.
func (c *Client) UnlockUser(ctx context.Context, id openapi_types.UUID) (*api.Account, error) {
	return decode[api.Account](c.raw.UnlockUser(ctx, id))
}
