# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
"""Contains all the data models used in inputs/outputs"""

from .abort_reason import AbortReason
from .abortion import Abortion
from .account import Account
from .account_lock import AccountLock
from .account_page import AccountPage
from .account_state import AccountState
from .actor import Actor
from .actor_kind import ActorKind
from .address import Address
from .approval import Approval
from .arrival import Arrival
from .attempt import Attempt
from .attempt_list import AttemptList
from .attempt_outcome import AttemptOutcome
from .audit_entry import AuditEntry
from .audit_entry_detail_type_0 import AuditEntryDetailType0
from .audit_entry_page import AuditEntryPage
from .audit_outcome import AuditOutcome
from .bulk_action import BulkAction
from .bulk_outcome import BulkOutcome
from .bulk_request import BulkRequest
from .bulk_result import BulkResult
from .cancellation import Cancellation
from .channel import Channel
from .count import Count
from .credentials import Credentials
from .day_count import DayCount
from .dead_letter import DeadLetter
from .dead_letter_page import DeadLetterPage
from .dead_letter_state import DeadLetterState
from .deciding_rule import DecidingRule
from .decision import Decision
from .decision_request import DecisionRequest
from .delivery import Delivery
from .delivery_status import DeliveryStatus
from .effect import Effect
from .email_address import EmailAddress
from .event_origin import EventOrigin
from .export_rows import ExportRows
from .field_problem import FieldProblem
from .granted_permission import GrantedPermission
from .granted_permissions import GrantedPermissions
from .handover import Handover
from .history import History
from .history_entry import HistoryEntry
from .inbox_event_inbox_item import InboxEventInboxItem
from .inbox_event_inbox_item_type import InboxEventInboxItemType
from .inbox_event_unread_count import InboxEventUnreadCount
from .inbox_event_unread_count_type import InboxEventUnreadCountType
from .inbox_item import InboxItem
from .inbox_item_page import InboxItemPage
from .jwk import Jwk
from .jwk_set import JwkSet
from .key_state import KeyState
from .line_draft import LineDraft
from .link_token import LinkToken
from .mail import Mail
from .mail_page import MailPage
from .money import Money
from .named_value import NamedValue
from .new_role import NewRole
from .note import Note
from .note_draft import NoteDraft
from .note_page import NotePage
from .notification import Notification
from .notification_page import NotificationPage
from .notification_sort import NotificationSort
from .order import Order
from .order_action import OrderAction
from .order_amendment import OrderAmendment
from .order_customer import OrderCustomer
from .order_draft import OrderDraft
from .order_draft_metadata_type_0 import OrderDraftMetadataType0
from .order_events import OrderEvents
from .order_line import OrderLine
from .order_metadata import OrderMetadata
from .order_page import OrderPage
from .order_sort import OrderSort
from .order_statistics import OrderStatistics
from .order_status import OrderStatus
from .outbox_decision import OutboxDecision
from .outbox_message import OutboxMessage
from .outbox_message_page import OutboxMessagePage
from .outbox_state import OutboxState
from .password_change import PasswordChange
from .password_reset import PasswordReset
from .permission import Permission
from .permissions import Permissions
from .policy import Policy
from .policy_role import PolicyRole
from .policy_rule import PolicyRule
from .problem import Problem
from .profile_change import ProfileChange
from .provider import Provider
from .provider_failure import ProviderFailure
from .provider_list import ProviderList
from .provider_state import ProviderState
from .refresh_delivery import RefreshDelivery
from .registration import Registration
from .rejection import Rejection
from .role import Role
from .role_change import RoleChange
from .role_rule import RoleRule
from .role_set import RoleSet
from .roles import Roles
from .route_use import RouteUse
from .scope import Scope
from .service_token import ServiceToken
from .session import Session
from .session_list import SessionList
from .shipment import Shipment
from .signing_key import SigningKey
from .signing_key_list import SigningKeyList
from .slow_request import SlowRequest
from .span import Span
from .span_list import SpanList
from .status_count import StatusCount
from .system import System
from .system_sample import SystemSample
from .token_refresh import TokenRefresh
from .token_request import TokenRequest
from .tokens import Tokens
from .trace_head import TraceHead
from .trace_list import TraceList
from .trouble_line import TroubleLine
from .unread_count import UnreadCount
from .user_sort import UserSort
from .visibility import Visibility

__all__ = (
    "Abortion",
    "AbortReason",
    "Account",
    "AccountLock",
    "AccountPage",
    "AccountState",
    "Actor",
    "ActorKind",
    "Address",
    "Approval",
    "Arrival",
    "Attempt",
    "AttemptList",
    "AttemptOutcome",
    "AuditEntry",
    "AuditEntryDetailType0",
    "AuditEntryPage",
    "AuditOutcome",
    "BulkAction",
    "BulkOutcome",
    "BulkRequest",
    "BulkResult",
    "Cancellation",
    "Channel",
    "Count",
    "Credentials",
    "DayCount",
    "DeadLetter",
    "DeadLetterPage",
    "DeadLetterState",
    "DecidingRule",
    "Decision",
    "DecisionRequest",
    "Delivery",
    "DeliveryStatus",
    "Effect",
    "EmailAddress",
    "EventOrigin",
    "ExportRows",
    "FieldProblem",
    "GrantedPermission",
    "GrantedPermissions",
    "Handover",
    "History",
    "HistoryEntry",
    "InboxEventInboxItem",
    "InboxEventInboxItemType",
    "InboxEventUnreadCount",
    "InboxEventUnreadCountType",
    "InboxItem",
    "InboxItemPage",
    "Jwk",
    "JwkSet",
    "KeyState",
    "LineDraft",
    "LinkToken",
    "Mail",
    "MailPage",
    "Money",
    "NamedValue",
    "NewRole",
    "Note",
    "NoteDraft",
    "NotePage",
    "Notification",
    "NotificationPage",
    "NotificationSort",
    "Order",
    "OrderAction",
    "OrderAmendment",
    "OrderCustomer",
    "OrderDraft",
    "OrderDraftMetadataType0",
    "OrderEvents",
    "OrderLine",
    "OrderMetadata",
    "OrderPage",
    "OrderSort",
    "OrderStatistics",
    "OrderStatus",
    "OutboxDecision",
    "OutboxMessage",
    "OutboxMessagePage",
    "OutboxState",
    "PasswordChange",
    "PasswordReset",
    "Permission",
    "Permissions",
    "Policy",
    "PolicyRole",
    "PolicyRule",
    "Problem",
    "ProfileChange",
    "Provider",
    "ProviderFailure",
    "ProviderList",
    "ProviderState",
    "RefreshDelivery",
    "Registration",
    "Rejection",
    "Role",
    "RoleChange",
    "RoleRule",
    "Roles",
    "RoleSet",
    "RouteUse",
    "Scope",
    "ServiceToken",
    "Session",
    "SessionList",
    "Shipment",
    "SigningKey",
    "SigningKeyList",
    "SlowRequest",
    "Span",
    "SpanList",
    "StatusCount",
    "System",
    "SystemSample",
    "TokenRefresh",
    "TokenRequest",
    "Tokens",
    "TraceHead",
    "TraceList",
    "TroubleLine",
    "UnreadCount",
    "UserSort",
    "Visibility",
)
