# Generated from openapi/ by `scripts/sdk.sh --generate`. Do not edit.
"""The operations of each service."""

import datetime
from uuid import UUID

from ._core import AsyncCore, Core
from ._generated.api.actions import abort_order as _abort_order
from ._generated.api.actions import act_on_orders as _act_on_orders
from ._generated.api.actions import approve_order as _approve_order
from ._generated.api.actions import cancel_order as _cancel_order
from ._generated.api.actions import deliver_order as _deliver_order
from ._generated.api.actions import reject_order as _reject_order
from ._generated.api.actions import ship_order as _ship_order
from ._generated.api.audit import list_notification_audit as _list_notification_audit
from ._generated.api.audit import list_order_audit as _list_order_audit
from ._generated.api.audit import list_user_audit as _list_user_audit
from ._generated.api.dead_letters import discard_dead_letter as _discard_dead_letter
from ._generated.api.dead_letters import get_dead_letter as _get_dead_letter
from ._generated.api.dead_letters import list_dead_letters as _list_dead_letters
from ._generated.api.dead_letters import replay_dead_letter as _replay_dead_letter
from ._generated.api.history import list_order_events as _list_order_events
from ._generated.api.history import list_order_history as _list_order_history
from ._generated.api.history import list_order_notes as _list_order_notes
from ._generated.api.history import write_order_note as _write_order_note
from ._generated.api.inbox import archive_my_inbox_item as _archive_my_inbox_item
from ._generated.api.inbox import count_my_unread as _count_my_unread
from ._generated.api.inbox import list_my_inbox as _list_my_inbox
from ._generated.api.inbox import mark_my_inbox_item_read as _mark_my_inbox_item_read
from ._generated.api.inbox import mark_my_inbox_read as _mark_my_inbox_read
from ._generated.api.keys import get_jwks as _get_jwks
from ._generated.api.keys import list_keys as _list_keys
from ._generated.api.keys import retire_key as _retire_key
from ._generated.api.keys import rotate_keys as _rotate_keys
from ._generated.api.mailbox import get_mail as _get_mail
from ._generated.api.mailbox import list_mails as _list_mails
from ._generated.api.me import change_me as _change_me
from ._generated.api.me import change_my_password as _change_my_password
from ._generated.api.me import get_me as _get_me
from ._generated.api.me import list_my_permissions as _list_my_permissions
from ._generated.api.notifications import cancel_delivery as _cancel_delivery
from ._generated.api.notifications import get_notification as _get_notification
from ._generated.api.notifications import list_delivery_attempts as _list_delivery_attempts
from ._generated.api.notifications import list_notifications as _list_notifications
from ._generated.api.notifications import resend_delivery as _resend_delivery
from ._generated.api.operations import get_notification_outbox as _get_notification_outbox
from ._generated.api.operations import get_order_outbox as _get_order_outbox
from ._generated.api.operations import get_user_outbox as _get_user_outbox
from ._generated.api.operations import list_notification_outbox_messages as _list_notification_outbox_messages
from ._generated.api.operations import list_order_outbox_messages as _list_order_outbox_messages
from ._generated.api.operations import list_user_outbox_messages as _list_user_outbox_messages
from ._generated.api.operations import release_notification_outbox_message as _release_notification_outbox_message
from ._generated.api.operations import release_order_outbox_message as _release_order_outbox_message
from ._generated.api.operations import release_user_outbox_message as _release_user_outbox_message
from ._generated.api.operations import skip_notification_outbox_message as _skip_notification_outbox_message
from ._generated.api.operations import skip_order_outbox_message as _skip_order_outbox_message
from ._generated.api.operations import skip_user_outbox_message as _skip_user_outbox_message
from ._generated.api.orders import amend_order as _amend_order
from ._generated.api.orders import export_orders as _export_orders
from ._generated.api.orders import get_order as _get_order
from ._generated.api.orders import get_order_statistics as _get_order_statistics
from ._generated.api.orders import list_orders as _list_orders
from ._generated.api.orders import place_order as _place_order
from ._generated.api.providers import list_providers as _list_providers
from ._generated.api.registration import forgot_password as _forgot_password
from ._generated.api.registration import register as _register
from ._generated.api.registration import resend_verification as _resend_verification
from ._generated.api.registration import reset_password as _reset_password
from ._generated.api.registration import verify_email as _verify_email
from ._generated.api.roles import change_role as _change_role
from ._generated.api.roles import check_decision as _check_decision
from ._generated.api.roles import create_role as _create_role
from ._generated.api.roles import get_policy as _get_policy
from ._generated.api.roles import get_role as _get_role
from ._generated.api.roles import list_permissions as _list_permissions
from ._generated.api.roles import list_roles as _list_roles
from ._generated.api.roles import remove_role as _remove_role
from ._generated.api.sessions import issue_service_token as _issue_service_token
from ._generated.api.sessions import list_my_sessions as _list_my_sessions
from ._generated.api.sessions import log_in as _log_in
from ._generated.api.sessions import log_out as _log_out
from ._generated.api.sessions import refresh_tokens as _refresh_tokens
from ._generated.api.sessions import revoke_my_other_sessions as _revoke_my_other_sessions
from ._generated.api.sessions import revoke_my_session as _revoke_my_session
from ._generated.api.system import get_notification_system as _get_notification_system
from ._generated.api.system import get_order_system as _get_order_system
from ._generated.api.system import get_user_system as _get_user_system
from ._generated.api.system import list_notification_spans as _list_notification_spans
from ._generated.api.system import list_notification_traces as _list_notification_traces
from ._generated.api.system import list_order_spans as _list_order_spans
from ._generated.api.system import list_order_traces as _list_order_traces
from ._generated.api.system import list_user_spans as _list_user_spans
from ._generated.api.system import list_user_traces as _list_user_traces
from ._generated.api.users import get_user as _get_user
from ._generated.api.users import get_user_roles as _get_user_roles
from ._generated.api.users import list_users as _list_users
from ._generated.api.users import lock_user as _lock_user
from ._generated.api.users import set_user_roles as _set_user_roles
from ._generated.api.users import unlock_user as _unlock_user
from ._generated.models.abortion import Abortion
from ._generated.models.account import Account
from ._generated.models.account_lock import AccountLock
from ._generated.models.account_page import AccountPage
from ._generated.models.account_state import AccountState
from ._generated.models.approval import Approval
from ._generated.models.arrival import Arrival
from ._generated.models.attempt_list import AttemptList
from ._generated.models.audit_entry_page import AuditEntryPage
from ._generated.models.audit_outcome import AuditOutcome
from ._generated.models.bulk_outcome import BulkOutcome
from ._generated.models.bulk_request import BulkRequest
from ._generated.models.cancellation import Cancellation
from ._generated.models.channel import Channel
from ._generated.models.count import Count
from ._generated.models.credentials import Credentials
from ._generated.models.dead_letter import DeadLetter
from ._generated.models.dead_letter_page import DeadLetterPage
from ._generated.models.decision import Decision
from ._generated.models.decision_request import DecisionRequest
from ._generated.models.delivery import Delivery
from ._generated.models.delivery_status import DeliveryStatus
from ._generated.models.email_address import EmailAddress
from ._generated.models.export_rows import ExportRows
from ._generated.models.granted_permissions import GrantedPermissions
from ._generated.models.handover import Handover
from ._generated.models.history import History
from ._generated.models.inbox_item_page import InboxItemPage
from ._generated.models.jwk_set import JwkSet
from ._generated.models.link_token import LinkToken
from ._generated.models.mail import Mail
from ._generated.models.mail_page import MailPage
from ._generated.models.new_role import NewRole
from ._generated.models.note import Note
from ._generated.models.note_draft import NoteDraft
from ._generated.models.note_page import NotePage
from ._generated.models.notification import Notification
from ._generated.models.notification_page import NotificationPage
from ._generated.models.notification_sort import NotificationSort
from ._generated.models.order import Order
from ._generated.models.order_amendment import OrderAmendment
from ._generated.models.order_draft import OrderDraft
from ._generated.models.order_events import OrderEvents
from ._generated.models.order_page import OrderPage
from ._generated.models.order_sort import OrderSort
from ._generated.models.order_statistics import OrderStatistics
from ._generated.models.order_status import OrderStatus
from ._generated.models.outbox_decision import OutboxDecision
from ._generated.models.outbox_message_page import OutboxMessagePage
from ._generated.models.outbox_state import OutboxState
from ._generated.models.password_change import PasswordChange
from ._generated.models.password_reset import PasswordReset
from ._generated.models.permissions import Permissions
from ._generated.models.policy import Policy
from ._generated.models.profile_change import ProfileChange
from ._generated.models.provider_list import ProviderList
from ._generated.models.registration import Registration
from ._generated.models.rejection import Rejection
from ._generated.models.role import Role
from ._generated.models.role_change import RoleChange
from ._generated.models.role_set import RoleSet
from ._generated.models.roles import Roles
from ._generated.models.service_token import ServiceToken
from ._generated.models.session_list import SessionList
from ._generated.models.signing_key_list import SigningKeyList
from ._generated.models.span_list import SpanList
from ._generated.models.system import System
from ._generated.models.token_refresh import TokenRefresh
from ._generated.models.token_request import TokenRequest
from ._generated.models.tokens import Tokens
from ._generated.models.trace_list import TraceList
from ._generated.models.unread_count import UnreadCount
from ._generated.models.user_sort import UserSort
from ._generated.types import UNSET, Unset


class Users:
    """Accounts, sessions and roles."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def change_me(self, body: ProfileChange, *, if_match: str) -> Account:
        """Change my profile.

        Needs `If-Match` with the version you looked at."""
        answer: Account = self._core.call(_change_me.sync_detailed, body=body, if_match=if_match)
        return answer

    def change_my_password(self, body: PasswordChange) -> None:
        """Change my password.

        Ends all other sessions."""
        self._core.call(_change_my_password.sync_detailed, body=body)

    def change_role(self, role: str, body: RoleChange, *, if_match: str | Unset = UNSET) -> Role:
        """Change a role.

        To exactly this. Nobody grants what they lack, nor widens a role that they have, and somebody can always administer.
        It counts at every service within two seconds."""
        answer: Role = self._core.call(_change_role.sync_detailed, role, body=body, if_match=if_match)
        return answer

    def check_decision(self, body: DecisionRequest, *, explain: bool | Unset = False) -> Decision:
        """Ask how the policy decides.

        Whether an account, or somebody with these roles, may do this; with `explain=true` also by which rule."""
        answer: Decision = self._core.call(_check_decision.sync_detailed, body=body, explain=explain)
        return answer

    def create_role(self, body: NewRole) -> Role:
        """Make a role.

        Nobody grants what they lack. It counts at every service within two seconds."""
        answer: Role = self._core.call(_create_role.sync_detailed, body=body)
        return answer

    def forgot_password(self, body: EmailAddress) -> None:
        """Mail a link to choose a new password.

        At most once a minute per address from one network, and ten a day. The answer is the same whether or not there is such
        an account; links that were mailed before stay good until one is used."""
        self._core.call(_forgot_password.sync_detailed, body=body)

    def get_jwks(self) -> JwkSet:
        """Read the public keys.

        Everybody who gets an access token of this platform can verify it with them."""
        answer: JwkSet = self._core.call(_get_jwks.sync_detailed)
        return answer

    def get_me(self) -> Account:
        """Read my account."""
        answer: Account = self._core.call(_get_me.sync_detailed)
        return answer

    def get_policy(self) -> Policy:
        """Read the whole policy.

        For services that decide by it. Its `ETag` is its version."""
        answer: Policy = self._core.call(_get_policy.sync_detailed)
        return answer

    def get_role(self, role: str) -> Role:
        """Read a role."""
        answer: Role = self._core.call(_get_role.sync_detailed, role)
        return answer

    def get_user(self, id: UUID) -> Account:
        """Read an account."""
        answer: Account = self._core.call(_get_user.sync_detailed, id)
        return answer

    def get_user_outbox(self) -> OutboxState:
        """Read the state of the outbox."""
        answer: OutboxState = self._core.call(_get_user_outbox.sync_detailed)
        return answer

    def get_user_roles(self, id: UUID) -> RoleSet:
        """Read the roles of an account."""
        answer: RoleSet = self._core.call(_get_user_roles.sync_detailed, id)
        return answer

    def get_user_system(self) -> System:
        """Read how the service is.

        An hour of figures, step by step, how its routes were used, its slowest requests and the last lines of its log that
        tell of trouble. 404 where the service was not told to remember it (`EOP_CONSOLE`)."""
        answer: System = self._core.call(_get_user_system.sync_detailed)
        return answer

    def issue_service_token(self, body: TokenRequest) -> ServiceToken:
        """Get the token of a service.

        By client credentials (RFC 6749, section 4.4), in `Authorization: Basic` or in the body. Services of the platform ask each
        other with it; it is good for five minutes, at the user service."""
        answer: ServiceToken = self._core.call(_issue_service_token.sync_detailed, body=body)
        return answer

    def list_keys(self) -> SigningKeyList:
        """List the keys that sign access tokens.

        Those that are published; their private parts are shown to nobody."""
        answer: SigningKeyList = self._core.call(_list_keys.sync_detailed)
        return answer

    def list_my_permissions(self) -> GrantedPermissions:
        """Read my permissions."""
        answer: GrantedPermissions = self._core.call(_list_my_permissions.sync_detailed)
        return answer

    def list_my_sessions(self) -> SessionList:
        """List my sessions."""
        answer: SessionList = self._core.call(_list_my_sessions.sync_detailed)
        return answer

    def list_permissions(self) -> Permissions:
        """List permissions.

        Those that the operations of all services need."""
        answer: Permissions = self._core.call(_list_permissions.sync_detailed)
        return answer

    def list_roles(self) -> Roles:
        """List roles."""
        answer: Roles = self._core.call(_list_roles.sync_detailed)
        return answer

    def list_user_audit(
        self,
        *,
        action: str | Unset = UNSET,
        actor: str | Unset = UNSET,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        limit: int | Unset = 20,
        outcome: AuditOutcome | Unset = UNSET,
        target: str | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
    ) -> AuditEntryPage:
        """List entries of the audit log.

        Newest first. Each is written with the change that it tells of, and who was refused has one too. A page looks at a
        bounded number of entries: it may hold fewer than were asked for, or none, and still have a `next_cursor` that leads on."""
        answer: AuditEntryPage = self._core.call(
            _list_user_audit.sync_detailed,
            action=action,
            actor=actor,
            count=count,
            cursor=cursor,
            from_=from_,
            limit=limit,
            outcome=outcome,
            target=target,
            to=to,
        )
        return answer

    def list_user_outbox_messages(
        self,
        *,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        limit: int | Unset = 20,
        parked: bool | Unset = UNSET,
    ) -> OutboxMessagePage:
        """List the events that are not published yet.

        In their order. Those that are parked wait for a decision: to be published after all, or to be given up."""
        answer: OutboxMessagePage = self._core.call(
            _list_user_outbox_messages.sync_detailed, count=count, cursor=cursor, limit=limit, parked=parked
        )
        return answer

    def list_user_spans(self, *, trace_id: list[str] | Unset = UNSET) -> SpanList:
        """List the spans of traces.

        What the service itself did in them, in the order of time. A trace that it does not remember, or no longer, has none."""
        answer: SpanList = self._core.call(_list_user_spans.sync_detailed, trace_id=trace_id)
        return answer

    def list_user_traces(self) -> TraceList:
        """List the traces that are remembered.

        The newest first; what the service itself did in each. Reading is forgotten first, then what was done, and what failed
        or was slow last."""
        answer: TraceList = self._core.call(_list_user_traces.sync_detailed)
        return answer

    def list_users(
        self,
        *,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        limit: int | Unset = 20,
        q: str | Unset = UNSET,
        role: str | Unset = UNSET,
        sort: UserSort | Unset = UserSort.VALUE_0,
        state: AccountState | Unset = UNSET,
    ) -> AccountPage:
        """List accounts."""
        answer: AccountPage = self._core.call(
            _list_users.sync_detailed, count=count, cursor=cursor, limit=limit, q=q, role=role, sort=sort, state=state
        )
        return answer

    def lock_user(self, id: UUID, body: AccountLock | Unset = UNSET) -> Account:
        """Lock an account.

        It cannot sign in, and its sessions end: here from the next request on, at other services when the access token
        expires."""
        answer: Account = self._core.call(_lock_user.sync_detailed, id, body=body)
        return answer

    def log_in(self, body: Credentials) -> Tokens:
        """Sign in.

        Gives an access token for ten minutes and a refresh token. Unknown address, wrong password, an address that is not
        verified and a locked account get the same answer: if you have just registered, open the mail that we sent."""
        answer: Tokens = self._core.call(_log_in.sync_detailed, body=body)
        return answer

    def log_out(self) -> None:
        """Sign out.

        Ends the session of the access token, and takes the refresh token out of a browser."""
        self._core.call(_log_out.sync_detailed)

    def refresh_tokens(self, body: TokenRefresh | Unset = UNSET) -> Tokens:
        """Exchange a refresh token.

        Each is good for one exchange; within a minute the same exchange gives the same successor, unless that was exchanged
        too. A used one that comes later ends its session. The cookie's is taken only from pages of this service, or of an
        origin that may call it."""
        answer: Tokens = self._core.call(_refresh_tokens.sync_detailed, body=body)
        return answer

    def register(self, body: Registration) -> None:
        """Register an account.

        Open the mail that we send to sign in. The answer is the same whether or not the address is known already: one that
        waits to be verified is registered anew, and the owner of one that has an account is told so."""
        self._core.call(_register.sync_detailed, body=body)

    def release_user_outbox_message(self, position: int, body: OutboxDecision | Unset = UNSET) -> None:
        """Publish a parked event after all."""
        self._core.call(_release_user_outbox_message.sync_detailed, position, body=body)

    def remove_role(self, role: str, *, if_match: str | Unset = UNSET) -> None:
        """Remove a role.

        One that nobody has, and that the platform does not ship with."""
        self._core.call(_remove_role.sync_detailed, role, if_match=if_match)

    def resend_verification(self, body: EmailAddress) -> None:
        """Mail a new verification link.

        At most once a minute per address from one network, and ten a day. The answer is the same whether or not there is such
        an account; links that were mailed before stay good."""
        self._core.call(_resend_verification.sync_detailed, body=body)

    def reset_password(self, body: PasswordReset) -> None:
        """Choose a new password.

        With the token of the link that was mailed. Ends all sessions and all other links."""
        self._core.call(_reset_password.sync_detailed, body=body)

    def retire_key(self, kid: str) -> SigningKeyList:
        """Retire a key that others may know.

        At once: what it signed is refused, here within seconds and at the other services within a minute, and people's
        clients fetch new tokens by their refresh tokens. If it was the one that signs, the next one does from now on."""
        answer: SigningKeyList = self._core.call(_retire_key.sync_detailed, kid)
        return answer

    def revoke_my_other_sessions(self) -> None:
        """End all my other sessions."""
        self._core.call(_revoke_my_other_sessions.sync_detailed)

    def revoke_my_session(self, id: UUID) -> None:
        """End one of my sessions."""
        self._core.call(_revoke_my_session.sync_detailed, id)

    def rotate_keys(self) -> SigningKeyList:
        """Let the next key sign.

        The one before verifies what it signed until that has ended, and a new next one is published, so nobody is refused.
        Refused for two minutes after the next key was published, because others may keep the set of keys that long. Keys
        also change by themselves, as the service is set up."""
        answer: SigningKeyList = self._core.call(_rotate_keys.sync_detailed)
        return answer

    def set_user_roles(self, id: UUID, body: RoleSet, *, if_match: str | Unset = UNSET) -> Account:
        """Set the roles of an account.

        Exactly these. Nobody grants what they lack, and the last administrator stays."""
        answer: Account = self._core.call(_set_user_roles.sync_detailed, id, body=body, if_match=if_match)
        return answer

    def skip_user_outbox_message(self, position: int, body: OutboxDecision | Unset = UNSET) -> None:
        """Give up a parked event.

        It is never published; later events of the same subject go on. The audit log keeps who decided, when and why."""
        self._core.call(_skip_user_outbox_message.sync_detailed, position, body=body)

    def unlock_user(self, id: UUID) -> Account:
        """Unlock an account."""
        answer: Account = self._core.call(_unlock_user.sync_detailed, id)
        return answer

    def verify_email(self, body: LinkToken) -> None:
        """Verify an e-mail address.

        With the token of the link that was mailed; of several registrations that of the newest. Using it twice is fine."""
        self._core.call(_verify_email.sync_detailed, body=body)


class AsyncUsers:
    """Accounts, sessions and roles."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def change_me(self, body: ProfileChange, *, if_match: str) -> Account:
        """Change my profile.

        Needs `If-Match` with the version you looked at."""
        answer: Account = await self._core.call(_change_me.asyncio_detailed, body=body, if_match=if_match)
        return answer

    async def change_my_password(self, body: PasswordChange) -> None:
        """Change my password.

        Ends all other sessions."""
        await self._core.call(_change_my_password.asyncio_detailed, body=body)

    async def change_role(self, role: str, body: RoleChange, *, if_match: str | Unset = UNSET) -> Role:
        """Change a role.

        To exactly this. Nobody grants what they lack, nor widens a role that they have, and somebody can always administer.
        It counts at every service within two seconds."""
        answer: Role = await self._core.call(_change_role.asyncio_detailed, role, body=body, if_match=if_match)
        return answer

    async def check_decision(self, body: DecisionRequest, *, explain: bool | Unset = False) -> Decision:
        """Ask how the policy decides.

        Whether an account, or somebody with these roles, may do this; with `explain=true` also by which rule."""
        answer: Decision = await self._core.call(_check_decision.asyncio_detailed, body=body, explain=explain)
        return answer

    async def create_role(self, body: NewRole) -> Role:
        """Make a role.

        Nobody grants what they lack. It counts at every service within two seconds."""
        answer: Role = await self._core.call(_create_role.asyncio_detailed, body=body)
        return answer

    async def forgot_password(self, body: EmailAddress) -> None:
        """Mail a link to choose a new password.

        At most once a minute per address from one network, and ten a day. The answer is the same whether or not there is such
        an account; links that were mailed before stay good until one is used."""
        await self._core.call(_forgot_password.asyncio_detailed, body=body)

    async def get_jwks(self) -> JwkSet:
        """Read the public keys.

        Everybody who gets an access token of this platform can verify it with them."""
        answer: JwkSet = await self._core.call(_get_jwks.asyncio_detailed)
        return answer

    async def get_me(self) -> Account:
        """Read my account."""
        answer: Account = await self._core.call(_get_me.asyncio_detailed)
        return answer

    async def get_policy(self) -> Policy:
        """Read the whole policy.

        For services that decide by it. Its `ETag` is its version."""
        answer: Policy = await self._core.call(_get_policy.asyncio_detailed)
        return answer

    async def get_role(self, role: str) -> Role:
        """Read a role."""
        answer: Role = await self._core.call(_get_role.asyncio_detailed, role)
        return answer

    async def get_user(self, id: UUID) -> Account:
        """Read an account."""
        answer: Account = await self._core.call(_get_user.asyncio_detailed, id)
        return answer

    async def get_user_outbox(self) -> OutboxState:
        """Read the state of the outbox."""
        answer: OutboxState = await self._core.call(_get_user_outbox.asyncio_detailed)
        return answer

    async def get_user_roles(self, id: UUID) -> RoleSet:
        """Read the roles of an account."""
        answer: RoleSet = await self._core.call(_get_user_roles.asyncio_detailed, id)
        return answer

    async def get_user_system(self) -> System:
        """Read how the service is.

        An hour of figures, step by step, how its routes were used, its slowest requests and the last lines of its log that
        tell of trouble. 404 where the service was not told to remember it (`EOP_CONSOLE`)."""
        answer: System = await self._core.call(_get_user_system.asyncio_detailed)
        return answer

    async def issue_service_token(self, body: TokenRequest) -> ServiceToken:
        """Get the token of a service.

        By client credentials (RFC 6749, section 4.4), in `Authorization: Basic` or in the body. Services of the platform ask each
        other with it; it is good for five minutes, at the user service."""
        answer: ServiceToken = await self._core.call(_issue_service_token.asyncio_detailed, body=body)
        return answer

    async def list_keys(self) -> SigningKeyList:
        """List the keys that sign access tokens.

        Those that are published; their private parts are shown to nobody."""
        answer: SigningKeyList = await self._core.call(_list_keys.asyncio_detailed)
        return answer

    async def list_my_permissions(self) -> GrantedPermissions:
        """Read my permissions."""
        answer: GrantedPermissions = await self._core.call(_list_my_permissions.asyncio_detailed)
        return answer

    async def list_my_sessions(self) -> SessionList:
        """List my sessions."""
        answer: SessionList = await self._core.call(_list_my_sessions.asyncio_detailed)
        return answer

    async def list_permissions(self) -> Permissions:
        """List permissions.

        Those that the operations of all services need."""
        answer: Permissions = await self._core.call(_list_permissions.asyncio_detailed)
        return answer

    async def list_roles(self) -> Roles:
        """List roles."""
        answer: Roles = await self._core.call(_list_roles.asyncio_detailed)
        return answer

    async def list_user_audit(
        self,
        *,
        action: str | Unset = UNSET,
        actor: str | Unset = UNSET,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        limit: int | Unset = 20,
        outcome: AuditOutcome | Unset = UNSET,
        target: str | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
    ) -> AuditEntryPage:
        """List entries of the audit log.

        Newest first. Each is written with the change that it tells of, and who was refused has one too. A page looks at a
        bounded number of entries: it may hold fewer than were asked for, or none, and still have a `next_cursor` that leads on."""
        answer: AuditEntryPage = await self._core.call(
            _list_user_audit.asyncio_detailed,
            action=action,
            actor=actor,
            count=count,
            cursor=cursor,
            from_=from_,
            limit=limit,
            outcome=outcome,
            target=target,
            to=to,
        )
        return answer

    async def list_user_outbox_messages(
        self,
        *,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        limit: int | Unset = 20,
        parked: bool | Unset = UNSET,
    ) -> OutboxMessagePage:
        """List the events that are not published yet.

        In their order. Those that are parked wait for a decision: to be published after all, or to be given up."""
        answer: OutboxMessagePage = await self._core.call(
            _list_user_outbox_messages.asyncio_detailed, count=count, cursor=cursor, limit=limit, parked=parked
        )
        return answer

    async def list_user_spans(self, *, trace_id: list[str] | Unset = UNSET) -> SpanList:
        """List the spans of traces.

        What the service itself did in them, in the order of time. A trace that it does not remember, or no longer, has none."""
        answer: SpanList = await self._core.call(_list_user_spans.asyncio_detailed, trace_id=trace_id)
        return answer

    async def list_user_traces(self) -> TraceList:
        """List the traces that are remembered.

        The newest first; what the service itself did in each. Reading is forgotten first, then what was done, and what failed
        or was slow last."""
        answer: TraceList = await self._core.call(_list_user_traces.asyncio_detailed)
        return answer

    async def list_users(
        self,
        *,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        limit: int | Unset = 20,
        q: str | Unset = UNSET,
        role: str | Unset = UNSET,
        sort: UserSort | Unset = UserSort.VALUE_0,
        state: AccountState | Unset = UNSET,
    ) -> AccountPage:
        """List accounts."""
        answer: AccountPage = await self._core.call(
            _list_users.asyncio_detailed, count=count, cursor=cursor, limit=limit, q=q, role=role, sort=sort, state=state
        )
        return answer

    async def lock_user(self, id: UUID, body: AccountLock | Unset = UNSET) -> Account:
        """Lock an account.

        It cannot sign in, and its sessions end: here from the next request on, at other services when the access token
        expires."""
        answer: Account = await self._core.call(_lock_user.asyncio_detailed, id, body=body)
        return answer

    async def log_in(self, body: Credentials) -> Tokens:
        """Sign in.

        Gives an access token for ten minutes and a refresh token. Unknown address, wrong password, an address that is not
        verified and a locked account get the same answer: if you have just registered, open the mail that we sent."""
        answer: Tokens = await self._core.call(_log_in.asyncio_detailed, body=body)
        return answer

    async def log_out(self) -> None:
        """Sign out.

        Ends the session of the access token, and takes the refresh token out of a browser."""
        await self._core.call(_log_out.asyncio_detailed)

    async def refresh_tokens(self, body: TokenRefresh | Unset = UNSET) -> Tokens:
        """Exchange a refresh token.

        Each is good for one exchange; within a minute the same exchange gives the same successor, unless that was exchanged
        too. A used one that comes later ends its session. The cookie's is taken only from pages of this service, or of an
        origin that may call it."""
        answer: Tokens = await self._core.call(_refresh_tokens.asyncio_detailed, body=body)
        return answer

    async def register(self, body: Registration) -> None:
        """Register an account.

        Open the mail that we send to sign in. The answer is the same whether or not the address is known already: one that
        waits to be verified is registered anew, and the owner of one that has an account is told so."""
        await self._core.call(_register.asyncio_detailed, body=body)

    async def release_user_outbox_message(self, position: int, body: OutboxDecision | Unset = UNSET) -> None:
        """Publish a parked event after all."""
        await self._core.call(_release_user_outbox_message.asyncio_detailed, position, body=body)

    async def remove_role(self, role: str, *, if_match: str | Unset = UNSET) -> None:
        """Remove a role.

        One that nobody has, and that the platform does not ship with."""
        await self._core.call(_remove_role.asyncio_detailed, role, if_match=if_match)

    async def resend_verification(self, body: EmailAddress) -> None:
        """Mail a new verification link.

        At most once a minute per address from one network, and ten a day. The answer is the same whether or not there is such
        an account; links that were mailed before stay good."""
        await self._core.call(_resend_verification.asyncio_detailed, body=body)

    async def reset_password(self, body: PasswordReset) -> None:
        """Choose a new password.

        With the token of the link that was mailed. Ends all sessions and all other links."""
        await self._core.call(_reset_password.asyncio_detailed, body=body)

    async def retire_key(self, kid: str) -> SigningKeyList:
        """Retire a key that others may know.

        At once: what it signed is refused, here within seconds and at the other services within a minute, and people's
        clients fetch new tokens by their refresh tokens. If it was the one that signs, the next one does from now on."""
        answer: SigningKeyList = await self._core.call(_retire_key.asyncio_detailed, kid)
        return answer

    async def revoke_my_other_sessions(self) -> None:
        """End all my other sessions."""
        await self._core.call(_revoke_my_other_sessions.asyncio_detailed)

    async def revoke_my_session(self, id: UUID) -> None:
        """End one of my sessions."""
        await self._core.call(_revoke_my_session.asyncio_detailed, id)

    async def rotate_keys(self) -> SigningKeyList:
        """Let the next key sign.

        The one before verifies what it signed until that has ended, and a new next one is published, so nobody is refused.
        Refused for two minutes after the next key was published, because others may keep the set of keys that long. Keys
        also change by themselves, as the service is set up."""
        answer: SigningKeyList = await self._core.call(_rotate_keys.asyncio_detailed)
        return answer

    async def set_user_roles(self, id: UUID, body: RoleSet, *, if_match: str | Unset = UNSET) -> Account:
        """Set the roles of an account.

        Exactly these. Nobody grants what they lack, and the last administrator stays."""
        answer: Account = await self._core.call(_set_user_roles.asyncio_detailed, id, body=body, if_match=if_match)
        return answer

    async def skip_user_outbox_message(self, position: int, body: OutboxDecision | Unset = UNSET) -> None:
        """Give up a parked event.

        It is never published; later events of the same subject go on. The audit log keeps who decided, when and why."""
        await self._core.call(_skip_user_outbox_message.asyncio_detailed, position, body=body)

    async def unlock_user(self, id: UUID) -> Account:
        """Unlock an account."""
        answer: Account = await self._core.call(_unlock_user.asyncio_detailed, id)
        return answer

    async def verify_email(self, body: LinkToken) -> None:
        """Verify an e-mail address.

        With the token of the link that was mailed; of several registrations that of the newest. Using it twice is fine."""
        await self._core.call(_verify_email.asyncio_detailed, body=body)


class Orders:
    """Orders, their life and history."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def abort_order(
        self, id: UUID, body: Abortion, *, if_match: str | Unset = UNSET, idempotency_key: str | Unset = UNSET
    ) -> Order:
        """Give up a shipment."""
        answer: Order = self._core.call(
            _abort_order.sync_detailed, id, body=body, if_match=if_match, idempotency_key=idempotency_key
        )
        return answer

    def act_on_orders(self, body: BulkRequest, *, idempotency_key: str | Unset = UNSET) -> BulkOutcome:
        """Do the same to many orders.

        Needs the permission of the action. Each order is handled on its own, and `results` has the outcome of each. Repeat the
        request with the same `Idempotency-Key` after an answer that was lost, or to try again what failed: what was done
        before is not done again."""
        answer: BulkOutcome = self._core.call(_act_on_orders.sync_detailed, body=body, idempotency_key=idempotency_key)
        return answer

    def amend_order(self, id: UUID, body: OrderAmendment, *, if_match: str) -> Order:
        """Amend an order.

        Changes lines, address or note until the order is approved. Needs `If-Match` with the version you looked at."""
        answer: Order = self._core.call(_amend_order.sync_detailed, id, body=body, if_match=if_match)
        return answer

    def approve_order(
        self, id: UUID, body: Approval | Unset = UNSET, *, if_match: str | Unset = UNSET, idempotency_key: str | Unset = UNSET
    ) -> Order:
        """Approve an order.

        Whoever placed it must not approve it."""
        answer: Order = self._core.call(
            _approve_order.sync_detailed, id, body=body, if_match=if_match, idempotency_key=idempotency_key
        )
        return answer

    def cancel_order(
        self, id: UUID, body: Cancellation | Unset = UNSET, *, if_match: str | Unset = UNSET, idempotency_key: str | Unset = UNSET
    ) -> Order:
        """Cancel an order.

        Owners until 30 minutes after approval, staff until it is shipped."""
        answer: Order = self._core.call(
            _cancel_order.sync_detailed, id, body=body, if_match=if_match, idempotency_key=idempotency_key
        )
        return answer

    def deliver_order(
        self, id: UUID, body: Arrival | Unset = UNSET, *, if_match: str | Unset = UNSET, idempotency_key: str | Unset = UNSET
    ) -> Order:
        """Note that an order arrived."""
        answer: Order = self._core.call(
            _deliver_order.sync_detailed, id, body=body, if_match=if_match, idempotency_key=idempotency_key
        )
        return answer

    def export_orders(
        self,
        *,
        bom: bool | Unset = False,
        carrier: str | Unset = UNSET,
        country: str | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_to: datetime.datetime | Unset = UNSET,
        currency: str | Unset = UNSET,
        customer_id: UUID | Unset = UNSET,
        q: str | Unset = UNSET,
        rows: ExportRows | Unset = ExportRows.ORDER,
        sku: str | Unset = UNSET,
        sort: OrderSort | Unset = OrderSort.VALUE_0,
        status: list[OrderStatus] | Unset = UNSET,
        total_max: int | Unset = UNSET,
        total_min: int | Unset = UNSET,
    ) -> str:
        """Export orders as CSV.

        All that the list would show with these filters, as comma-separated values (RFC 4180): customers get their own, staff
        everybody's. Amounts have the decimals of their currency and a point. A text that a spreadsheet would take for a
        formula begins with an apostrophe. The file is made while it is sent: read it to its end, for one that breaks off is
        not whole."""
        answer: str = self._core.call(
            _export_orders.sync_detailed,
            bom=bom,
            carrier=carrier,
            country=country,
            created_from=created_from,
            created_to=created_to,
            currency=currency,
            customer_id=customer_id,
            q=q,
            rows=rows,
            sku=sku,
            sort=sort,
            status=status,
            total_max=total_max,
            total_min=total_min,
        )
        return answer

    def get_order(self, id: str) -> Order:
        """Read an order.

        By its id, or by its number as people write it: `ORD-2026-000123`."""
        answer: Order = self._core.call(_get_order.sync_detailed, id)
        return answer

    def get_order_outbox(self) -> OutboxState:
        """Read the state of the outbox."""
        answer: OutboxState = self._core.call(_get_order_outbox.sync_detailed)
        return answer

    def get_order_statistics(self, *, days: int | Unset = 14, utc_offset_minutes: int | Unset = 0) -> OrderStatistics:
        """Count orders.

        By status, and by status for each of the last days. Customers count their own orders, staff everybody's."""
        answer: OrderStatistics = self._core.call(
            _get_order_statistics.sync_detailed, days=days, utc_offset_minutes=utc_offset_minutes
        )
        return answer

    def get_order_system(self) -> System:
        """Read how the service is.

        An hour of figures, step by step, how its routes were used, its slowest requests and the last lines of its log that
        tell of trouble. 404 where the service was not told to remember it (`EOP_CONSOLE`)."""
        answer: System = self._core.call(_get_order_system.sync_detailed)
        return answer

    def list_order_audit(
        self,
        *,
        action: str | Unset = UNSET,
        actor: str | Unset = UNSET,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        limit: int | Unset = 20,
        outcome: AuditOutcome | Unset = UNSET,
        target: str | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
    ) -> AuditEntryPage:
        """List entries of the audit log.

        Newest first. Each is written with the change that it tells of, and who was refused has one too. A page looks at a
        bounded number of entries: it may hold fewer than were asked for, or none, and still have a `next_cursor` that leads on."""
        answer: AuditEntryPage = self._core.call(
            _list_order_audit.sync_detailed,
            action=action,
            actor=actor,
            count=count,
            cursor=cursor,
            from_=from_,
            limit=limit,
            outcome=outcome,
            target=target,
            to=to,
        )
        return answer

    def list_order_events(self, id: UUID) -> OrderEvents:
        """List the events of an order that wait to be published.

        For staff. What happened to the order and is not among them is on the bus."""
        answer: OrderEvents = self._core.call(_list_order_events.sync_detailed, id)
        return answer

    def list_order_history(self, id: UUID) -> History:
        """Read the history of an order.

        Every step with who did it, when and why."""
        answer: History = self._core.call(_list_order_history.sync_detailed, id)
        return answer

    def list_order_notes(
        self, id: UUID, *, count: Count | Unset = Count.NONE, cursor: str | Unset = UNSET, limit: int | Unset = 20
    ) -> NotePage:
        """Read the notes on an order.

        Oldest first. Internal ones only with `note:read_internal`."""
        answer: NotePage = self._core.call(_list_order_notes.sync_detailed, id, count=count, cursor=cursor, limit=limit)
        return answer

    def list_order_outbox_messages(
        self,
        *,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        limit: int | Unset = 20,
        parked: bool | Unset = UNSET,
    ) -> OutboxMessagePage:
        """List the events that are not published yet.

        In their order. Those that are parked wait for a decision: to be published after all, or to be given up."""
        answer: OutboxMessagePage = self._core.call(
            _list_order_outbox_messages.sync_detailed, count=count, cursor=cursor, limit=limit, parked=parked
        )
        return answer

    def list_order_spans(self, *, trace_id: list[str] | Unset = UNSET) -> SpanList:
        """List the spans of traces.

        What the service itself did in them, in the order of time. A trace that it does not remember, or no longer, has none."""
        answer: SpanList = self._core.call(_list_order_spans.sync_detailed, trace_id=trace_id)
        return answer

    def list_order_traces(self) -> TraceList:
        """List the traces that are remembered.

        The newest first; what the service itself did in each. Reading is forgotten first, then what was done, and what failed
        or was slow last."""
        answer: TraceList = self._core.call(_list_order_traces.sync_detailed)
        return answer

    def list_orders(
        self,
        *,
        carrier: str | Unset = UNSET,
        count: Count | Unset = Count.NONE,
        country: str | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_to: datetime.datetime | Unset = UNSET,
        currency: str | Unset = UNSET,
        cursor: str | Unset = UNSET,
        customer_id: UUID | Unset = UNSET,
        limit: int | Unset = 20,
        q: str | Unset = UNSET,
        sku: str | Unset = UNSET,
        sort: OrderSort | Unset = OrderSort.VALUE_0,
        status: list[OrderStatus] | Unset = UNSET,
        total_max: int | Unset = UNSET,
        total_min: int | Unset = UNSET,
    ) -> OrderPage:
        """List orders.

        Customers see their own, staff everybody's."""
        answer: OrderPage = self._core.call(
            _list_orders.sync_detailed,
            carrier=carrier,
            count=count,
            country=country,
            created_from=created_from,
            created_to=created_to,
            currency=currency,
            cursor=cursor,
            customer_id=customer_id,
            limit=limit,
            q=q,
            sku=sku,
            sort=sort,
            status=status,
            total_max=total_max,
            total_min=total_min,
        )
        return answer

    def place_order(self, body: OrderDraft, *, idempotency_key: str | Unset = UNSET) -> Order:
        """Place an order.

        For yourself, or with `order:create` over any for a customer. Safe to repeat with the same `Idempotency-Key`:
        the answer is then that of the first request, marked by `Idempotent-Replayed: true`."""
        answer: Order = self._core.call(_place_order.sync_detailed, body=body, idempotency_key=idempotency_key)
        return answer

    def reject_order(
        self, id: UUID, body: Rejection, *, if_match: str | Unset = UNSET, idempotency_key: str | Unset = UNSET
    ) -> Order:
        """Reject an order."""
        answer: Order = self._core.call(
            _reject_order.sync_detailed, id, body=body, if_match=if_match, idempotency_key=idempotency_key
        )
        return answer

    def release_order_outbox_message(self, position: int, body: OutboxDecision | Unset = UNSET) -> None:
        """Publish a parked event after all."""
        self._core.call(_release_order_outbox_message.sync_detailed, position, body=body)

    def ship_order(
        self, id: UUID, body: Handover, *, if_match: str | Unset = UNSET, idempotency_key: str | Unset = UNSET
    ) -> Order:
        """Ship an order."""
        answer: Order = self._core.call(
            _ship_order.sync_detailed, id, body=body, if_match=if_match, idempotency_key=idempotency_key
        )
        return answer

    def skip_order_outbox_message(self, position: int, body: OutboxDecision | Unset = UNSET) -> None:
        """Give up a parked event.

        It is never published; later events of the same subject go on. The audit log keeps who decided, when and why."""
        self._core.call(_skip_order_outbox_message.sync_detailed, position, body=body)

    def write_order_note(self, id: UUID, body: NoteDraft, *, idempotency_key: str | Unset = UNSET) -> Note:
        """Write a note on an order."""
        answer: Note = self._core.call(_write_order_note.sync_detailed, id, body=body, idempotency_key=idempotency_key)
        return answer


class AsyncOrders:
    """Orders, their life and history."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def abort_order(
        self, id: UUID, body: Abortion, *, if_match: str | Unset = UNSET, idempotency_key: str | Unset = UNSET
    ) -> Order:
        """Give up a shipment."""
        answer: Order = await self._core.call(
            _abort_order.asyncio_detailed, id, body=body, if_match=if_match, idempotency_key=idempotency_key
        )
        return answer

    async def act_on_orders(self, body: BulkRequest, *, idempotency_key: str | Unset = UNSET) -> BulkOutcome:
        """Do the same to many orders.

        Needs the permission of the action. Each order is handled on its own, and `results` has the outcome of each. Repeat the
        request with the same `Idempotency-Key` after an answer that was lost, or to try again what failed: what was done
        before is not done again."""
        answer: BulkOutcome = await self._core.call(_act_on_orders.asyncio_detailed, body=body, idempotency_key=idempotency_key)
        return answer

    async def amend_order(self, id: UUID, body: OrderAmendment, *, if_match: str) -> Order:
        """Amend an order.

        Changes lines, address or note until the order is approved. Needs `If-Match` with the version you looked at."""
        answer: Order = await self._core.call(_amend_order.asyncio_detailed, id, body=body, if_match=if_match)
        return answer

    async def approve_order(
        self, id: UUID, body: Approval | Unset = UNSET, *, if_match: str | Unset = UNSET, idempotency_key: str | Unset = UNSET
    ) -> Order:
        """Approve an order.

        Whoever placed it must not approve it."""
        answer: Order = await self._core.call(
            _approve_order.asyncio_detailed, id, body=body, if_match=if_match, idempotency_key=idempotency_key
        )
        return answer

    async def cancel_order(
        self, id: UUID, body: Cancellation | Unset = UNSET, *, if_match: str | Unset = UNSET, idempotency_key: str | Unset = UNSET
    ) -> Order:
        """Cancel an order.

        Owners until 30 minutes after approval, staff until it is shipped."""
        answer: Order = await self._core.call(
            _cancel_order.asyncio_detailed, id, body=body, if_match=if_match, idempotency_key=idempotency_key
        )
        return answer

    async def deliver_order(
        self, id: UUID, body: Arrival | Unset = UNSET, *, if_match: str | Unset = UNSET, idempotency_key: str | Unset = UNSET
    ) -> Order:
        """Note that an order arrived."""
        answer: Order = await self._core.call(
            _deliver_order.asyncio_detailed, id, body=body, if_match=if_match, idempotency_key=idempotency_key
        )
        return answer

    async def export_orders(
        self,
        *,
        bom: bool | Unset = False,
        carrier: str | Unset = UNSET,
        country: str | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_to: datetime.datetime | Unset = UNSET,
        currency: str | Unset = UNSET,
        customer_id: UUID | Unset = UNSET,
        q: str | Unset = UNSET,
        rows: ExportRows | Unset = ExportRows.ORDER,
        sku: str | Unset = UNSET,
        sort: OrderSort | Unset = OrderSort.VALUE_0,
        status: list[OrderStatus] | Unset = UNSET,
        total_max: int | Unset = UNSET,
        total_min: int | Unset = UNSET,
    ) -> str:
        """Export orders as CSV.

        All that the list would show with these filters, as comma-separated values (RFC 4180): customers get their own, staff
        everybody's. Amounts have the decimals of their currency and a point. A text that a spreadsheet would take for a
        formula begins with an apostrophe. The file is made while it is sent: read it to its end, for one that breaks off is
        not whole."""
        answer: str = await self._core.call(
            _export_orders.asyncio_detailed,
            bom=bom,
            carrier=carrier,
            country=country,
            created_from=created_from,
            created_to=created_to,
            currency=currency,
            customer_id=customer_id,
            q=q,
            rows=rows,
            sku=sku,
            sort=sort,
            status=status,
            total_max=total_max,
            total_min=total_min,
        )
        return answer

    async def get_order(self, id: str) -> Order:
        """Read an order.

        By its id, or by its number as people write it: `ORD-2026-000123`."""
        answer: Order = await self._core.call(_get_order.asyncio_detailed, id)
        return answer

    async def get_order_outbox(self) -> OutboxState:
        """Read the state of the outbox."""
        answer: OutboxState = await self._core.call(_get_order_outbox.asyncio_detailed)
        return answer

    async def get_order_statistics(self, *, days: int | Unset = 14, utc_offset_minutes: int | Unset = 0) -> OrderStatistics:
        """Count orders.

        By status, and by status for each of the last days. Customers count their own orders, staff everybody's."""
        answer: OrderStatistics = await self._core.call(
            _get_order_statistics.asyncio_detailed, days=days, utc_offset_minutes=utc_offset_minutes
        )
        return answer

    async def get_order_system(self) -> System:
        """Read how the service is.

        An hour of figures, step by step, how its routes were used, its slowest requests and the last lines of its log that
        tell of trouble. 404 where the service was not told to remember it (`EOP_CONSOLE`)."""
        answer: System = await self._core.call(_get_order_system.asyncio_detailed)
        return answer

    async def list_order_audit(
        self,
        *,
        action: str | Unset = UNSET,
        actor: str | Unset = UNSET,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        limit: int | Unset = 20,
        outcome: AuditOutcome | Unset = UNSET,
        target: str | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
    ) -> AuditEntryPage:
        """List entries of the audit log.

        Newest first. Each is written with the change that it tells of, and who was refused has one too. A page looks at a
        bounded number of entries: it may hold fewer than were asked for, or none, and still have a `next_cursor` that leads on."""
        answer: AuditEntryPage = await self._core.call(
            _list_order_audit.asyncio_detailed,
            action=action,
            actor=actor,
            count=count,
            cursor=cursor,
            from_=from_,
            limit=limit,
            outcome=outcome,
            target=target,
            to=to,
        )
        return answer

    async def list_order_events(self, id: UUID) -> OrderEvents:
        """List the events of an order that wait to be published.

        For staff. What happened to the order and is not among them is on the bus."""
        answer: OrderEvents = await self._core.call(_list_order_events.asyncio_detailed, id)
        return answer

    async def list_order_history(self, id: UUID) -> History:
        """Read the history of an order.

        Every step with who did it, when and why."""
        answer: History = await self._core.call(_list_order_history.asyncio_detailed, id)
        return answer

    async def list_order_notes(
        self, id: UUID, *, count: Count | Unset = Count.NONE, cursor: str | Unset = UNSET, limit: int | Unset = 20
    ) -> NotePage:
        """Read the notes on an order.

        Oldest first. Internal ones only with `note:read_internal`."""
        answer: NotePage = await self._core.call(_list_order_notes.asyncio_detailed, id, count=count, cursor=cursor, limit=limit)
        return answer

    async def list_order_outbox_messages(
        self,
        *,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        limit: int | Unset = 20,
        parked: bool | Unset = UNSET,
    ) -> OutboxMessagePage:
        """List the events that are not published yet.

        In their order. Those that are parked wait for a decision: to be published after all, or to be given up."""
        answer: OutboxMessagePage = await self._core.call(
            _list_order_outbox_messages.asyncio_detailed, count=count, cursor=cursor, limit=limit, parked=parked
        )
        return answer

    async def list_order_spans(self, *, trace_id: list[str] | Unset = UNSET) -> SpanList:
        """List the spans of traces.

        What the service itself did in them, in the order of time. A trace that it does not remember, or no longer, has none."""
        answer: SpanList = await self._core.call(_list_order_spans.asyncio_detailed, trace_id=trace_id)
        return answer

    async def list_order_traces(self) -> TraceList:
        """List the traces that are remembered.

        The newest first; what the service itself did in each. Reading is forgotten first, then what was done, and what failed
        or was slow last."""
        answer: TraceList = await self._core.call(_list_order_traces.asyncio_detailed)
        return answer

    async def list_orders(
        self,
        *,
        carrier: str | Unset = UNSET,
        count: Count | Unset = Count.NONE,
        country: str | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_to: datetime.datetime | Unset = UNSET,
        currency: str | Unset = UNSET,
        cursor: str | Unset = UNSET,
        customer_id: UUID | Unset = UNSET,
        limit: int | Unset = 20,
        q: str | Unset = UNSET,
        sku: str | Unset = UNSET,
        sort: OrderSort | Unset = OrderSort.VALUE_0,
        status: list[OrderStatus] | Unset = UNSET,
        total_max: int | Unset = UNSET,
        total_min: int | Unset = UNSET,
    ) -> OrderPage:
        """List orders.

        Customers see their own, staff everybody's."""
        answer: OrderPage = await self._core.call(
            _list_orders.asyncio_detailed,
            carrier=carrier,
            count=count,
            country=country,
            created_from=created_from,
            created_to=created_to,
            currency=currency,
            cursor=cursor,
            customer_id=customer_id,
            limit=limit,
            q=q,
            sku=sku,
            sort=sort,
            status=status,
            total_max=total_max,
            total_min=total_min,
        )
        return answer

    async def place_order(self, body: OrderDraft, *, idempotency_key: str | Unset = UNSET) -> Order:
        """Place an order.

        For yourself, or with `order:create` over any for a customer. Safe to repeat with the same `Idempotency-Key`:
        the answer is then that of the first request, marked by `Idempotent-Replayed: true`."""
        answer: Order = await self._core.call(_place_order.asyncio_detailed, body=body, idempotency_key=idempotency_key)
        return answer

    async def reject_order(
        self, id: UUID, body: Rejection, *, if_match: str | Unset = UNSET, idempotency_key: str | Unset = UNSET
    ) -> Order:
        """Reject an order."""
        answer: Order = await self._core.call(
            _reject_order.asyncio_detailed, id, body=body, if_match=if_match, idempotency_key=idempotency_key
        )
        return answer

    async def release_order_outbox_message(self, position: int, body: OutboxDecision | Unset = UNSET) -> None:
        """Publish a parked event after all."""
        await self._core.call(_release_order_outbox_message.asyncio_detailed, position, body=body)

    async def ship_order(
        self, id: UUID, body: Handover, *, if_match: str | Unset = UNSET, idempotency_key: str | Unset = UNSET
    ) -> Order:
        """Ship an order."""
        answer: Order = await self._core.call(
            _ship_order.asyncio_detailed, id, body=body, if_match=if_match, idempotency_key=idempotency_key
        )
        return answer

    async def skip_order_outbox_message(self, position: int, body: OutboxDecision | Unset = UNSET) -> None:
        """Give up a parked event.

        It is never published; later events of the same subject go on. The audit log keeps who decided, when and why."""
        await self._core.call(_skip_order_outbox_message.asyncio_detailed, position, body=body)

    async def write_order_note(self, id: UUID, body: NoteDraft, *, idempotency_key: str | Unset = UNSET) -> Note:
        """Write a note on an order."""
        answer: Note = await self._core.call(_write_order_note.asyncio_detailed, id, body=body, idempotency_key=idempotency_key)
        return answer


class Notifications:
    """Notifications, the inbox, dead letters."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def archive_my_inbox_item(self, id: UUID) -> None:
        """Put one of my items away.

        It leaves the list, counts as read, and is found with `archived=true` until it is forgotten with the others of its age."""
        self._core.call(_archive_my_inbox_item.sync_detailed, id)

    def cancel_delivery(self, id: UUID) -> Delivery:
        """Stop a delivery."""
        answer: Delivery = self._core.call(_cancel_delivery.sync_detailed, id)
        return answer

    def count_my_unread(self) -> UnreadCount:
        """Count my unread items."""
        answer: UnreadCount = self._core.call(_count_my_unread.sync_detailed)
        return answer

    def discard_dead_letter(self, id: UUID) -> DeadLetter:
        """Give up a dead letter."""
        answer: DeadLetter = self._core.call(_discard_dead_letter.sync_detailed, id)
        return answer

    def get_dead_letter(self, id: UUID) -> DeadLetter:
        """Read a dead letter."""
        answer: DeadLetter = self._core.call(_get_dead_letter.sync_detailed, id)
        return answer

    def get_mail(self, id: UUID) -> Mail:
        """Read a mail."""
        answer: Mail = self._core.call(_get_mail.sync_detailed, id)
        return answer

    def get_notification(self, id: UUID) -> Notification:
        """Read a notification.

        With its deliveries."""
        answer: Notification = self._core.call(_get_notification.sync_detailed, id)
        return answer

    def get_notification_outbox(self) -> OutboxState:
        """Read the state of the outbox."""
        answer: OutboxState = self._core.call(_get_notification_outbox.sync_detailed)
        return answer

    def get_notification_system(self) -> System:
        """Read how the service is.

        An hour of figures, step by step, how its routes were used, its slowest requests and the last lines of its log that
        tell of trouble. 404 where the service was not told to remember it (`EOP_CONSOLE`)."""
        answer: System = self._core.call(_get_notification_system.sync_detailed)
        return answer

    def list_dead_letters(
        self,
        *,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        limit: int | Unset = 20,
        open_: bool | Unset = False,
        subject: UUID | Unset = UNSET,
    ) -> DeadLetterPage:
        """List dead letters.

        Newest first."""
        answer: DeadLetterPage = self._core.call(
            _list_dead_letters.sync_detailed, count=count, cursor=cursor, limit=limit, open_=open_, subject=subject
        )
        return answer

    def list_delivery_attempts(self, id: UUID) -> AttemptList:
        """List the attempts of a delivery."""
        answer: AttemptList = self._core.call(_list_delivery_attempts.sync_detailed, id)
        return answer

    def list_mails(
        self, *, count: Count | Unset = Count.NONE, cursor: str | Unset = UNSET, limit: int | Unset = 20, to: str | Unset = UNSET
    ) -> MailPage:
        """List mails.

        Newest first. Only where mail is kept instead of sent."""
        answer: MailPage = self._core.call(_list_mails.sync_detailed, count=count, cursor=cursor, limit=limit, to=to)
        return answer

    def list_my_inbox(
        self,
        *,
        archived: bool | Unset = False,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        limit: int | Unset = 20,
        unread: bool | Unset = False,
    ) -> InboxItemPage:
        """List my inbox.

        Newest first."""
        answer: InboxItemPage = self._core.call(
            _list_my_inbox.sync_detailed, archived=archived, count=count, cursor=cursor, limit=limit, unread=unread
        )
        return answer

    def list_notification_audit(
        self,
        *,
        action: str | Unset = UNSET,
        actor: str | Unset = UNSET,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        limit: int | Unset = 20,
        outcome: AuditOutcome | Unset = UNSET,
        target: str | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
    ) -> AuditEntryPage:
        """List entries of the audit log.

        Newest first. Each is written with the change that it tells of, and who was refused has one too. A page looks at a
        bounded number of entries: it may hold fewer than were asked for, or none, and still have a `next_cursor` that leads on."""
        answer: AuditEntryPage = self._core.call(
            _list_notification_audit.sync_detailed,
            action=action,
            actor=actor,
            count=count,
            cursor=cursor,
            from_=from_,
            limit=limit,
            outcome=outcome,
            target=target,
            to=to,
        )
        return answer

    def list_notification_outbox_messages(
        self,
        *,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        limit: int | Unset = 20,
        parked: bool | Unset = UNSET,
    ) -> OutboxMessagePage:
        """List the events that are not published yet.

        In their order. Those that are parked wait for a decision: to be published after all, or to be given up."""
        answer: OutboxMessagePage = self._core.call(
            _list_notification_outbox_messages.sync_detailed, count=count, cursor=cursor, limit=limit, parked=parked
        )
        return answer

    def list_notification_spans(self, *, trace_id: list[str] | Unset = UNSET) -> SpanList:
        """List the spans of traces.

        What the service itself did in them, in the order of time. A trace that it does not remember, or no longer, has none."""
        answer: SpanList = self._core.call(_list_notification_spans.sync_detailed, trace_id=trace_id)
        return answer

    def list_notification_traces(self) -> TraceList:
        """List the traces that are remembered.

        The newest first; what the service itself did in each. Reading is forgotten first, then what was done, and what failed
        or was slow last."""
        answer: TraceList = self._core.call(_list_notification_traces.sync_detailed)
        return answer

    def list_notifications(
        self,
        *,
        channel: Channel | Unset = UNSET,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        kind: str | Unset = UNSET,
        limit: int | Unset = 20,
        log: bool | Unset = False,
        order_id: UUID | Unset = UNSET,
        recipient: UUID | Unset = UNSET,
        sort: NotificationSort | Unset = NotificationSort.VALUE_0,
        status: DeliveryStatus | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
    ) -> NotificationPage:
        """List notifications."""
        answer: NotificationPage = self._core.call(
            _list_notifications.sync_detailed,
            channel=channel,
            count=count,
            cursor=cursor,
            from_=from_,
            kind=kind,
            limit=limit,
            log=log,
            order_id=order_id,
            recipient=recipient,
            sort=sort,
            status=status,
            to=to,
        )
        return answer

    def list_providers(self) -> ProviderList:
        """List providers.

        Who hands messages over on each channel, and how that goes, as the instance that answers sees it."""
        answer: ProviderList = self._core.call(_list_providers.sync_detailed)
        return answer

    def mark_my_inbox_item_read(self, id: UUID) -> None:
        """Mark one of my items as read."""
        self._core.call(_mark_my_inbox_item_read.sync_detailed, id)

    def mark_my_inbox_read(self) -> None:
        """Mark all my items as read."""
        self._core.call(_mark_my_inbox_read.sync_detailed)

    def release_notification_outbox_message(self, position: int, body: OutboxDecision | Unset = UNSET) -> None:
        """Publish a parked event after all."""
        self._core.call(_release_notification_outbox_message.sync_detailed, position, body=body)

    def replay_dead_letter(self, id: UUID) -> DeadLetter:
        """Process a dead letter after all.

        What had its effect before has none again."""
        answer: DeadLetter = self._core.call(_replay_dead_letter.sync_detailed, id)
        return answer

    def resend_delivery(self, id: UUID) -> Delivery:
        """Send a delivery again.

        Whatever became of it, unless an attempt is planned anyway. The recipient may get it twice."""
        answer: Delivery = self._core.call(_resend_delivery.sync_detailed, id)
        return answer

    def skip_notification_outbox_message(self, position: int, body: OutboxDecision | Unset = UNSET) -> None:
        """Give up a parked event.

        It is never published; later events of the same subject go on. The audit log keeps who decided, when and why."""
        self._core.call(_skip_notification_outbox_message.sync_detailed, position, body=body)


class AsyncNotifications:
    """Notifications, the inbox, dead letters."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def archive_my_inbox_item(self, id: UUID) -> None:
        """Put one of my items away.

        It leaves the list, counts as read, and is found with `archived=true` until it is forgotten with the others of its age."""
        await self._core.call(_archive_my_inbox_item.asyncio_detailed, id)

    async def cancel_delivery(self, id: UUID) -> Delivery:
        """Stop a delivery."""
        answer: Delivery = await self._core.call(_cancel_delivery.asyncio_detailed, id)
        return answer

    async def count_my_unread(self) -> UnreadCount:
        """Count my unread items."""
        answer: UnreadCount = await self._core.call(_count_my_unread.asyncio_detailed)
        return answer

    async def discard_dead_letter(self, id: UUID) -> DeadLetter:
        """Give up a dead letter."""
        answer: DeadLetter = await self._core.call(_discard_dead_letter.asyncio_detailed, id)
        return answer

    async def get_dead_letter(self, id: UUID) -> DeadLetter:
        """Read a dead letter."""
        answer: DeadLetter = await self._core.call(_get_dead_letter.asyncio_detailed, id)
        return answer

    async def get_mail(self, id: UUID) -> Mail:
        """Read a mail."""
        answer: Mail = await self._core.call(_get_mail.asyncio_detailed, id)
        return answer

    async def get_notification(self, id: UUID) -> Notification:
        """Read a notification.

        With its deliveries."""
        answer: Notification = await self._core.call(_get_notification.asyncio_detailed, id)
        return answer

    async def get_notification_outbox(self) -> OutboxState:
        """Read the state of the outbox."""
        answer: OutboxState = await self._core.call(_get_notification_outbox.asyncio_detailed)
        return answer

    async def get_notification_system(self) -> System:
        """Read how the service is.

        An hour of figures, step by step, how its routes were used, its slowest requests and the last lines of its log that
        tell of trouble. 404 where the service was not told to remember it (`EOP_CONSOLE`)."""
        answer: System = await self._core.call(_get_notification_system.asyncio_detailed)
        return answer

    async def list_dead_letters(
        self,
        *,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        limit: int | Unset = 20,
        open_: bool | Unset = False,
        subject: UUID | Unset = UNSET,
    ) -> DeadLetterPage:
        """List dead letters.

        Newest first."""
        answer: DeadLetterPage = await self._core.call(
            _list_dead_letters.asyncio_detailed, count=count, cursor=cursor, limit=limit, open_=open_, subject=subject
        )
        return answer

    async def list_delivery_attempts(self, id: UUID) -> AttemptList:
        """List the attempts of a delivery."""
        answer: AttemptList = await self._core.call(_list_delivery_attempts.asyncio_detailed, id)
        return answer

    async def list_mails(
        self, *, count: Count | Unset = Count.NONE, cursor: str | Unset = UNSET, limit: int | Unset = 20, to: str | Unset = UNSET
    ) -> MailPage:
        """List mails.

        Newest first. Only where mail is kept instead of sent."""
        answer: MailPage = await self._core.call(_list_mails.asyncio_detailed, count=count, cursor=cursor, limit=limit, to=to)
        return answer

    async def list_my_inbox(
        self,
        *,
        archived: bool | Unset = False,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        limit: int | Unset = 20,
        unread: bool | Unset = False,
    ) -> InboxItemPage:
        """List my inbox.

        Newest first."""
        answer: InboxItemPage = await self._core.call(
            _list_my_inbox.asyncio_detailed, archived=archived, count=count, cursor=cursor, limit=limit, unread=unread
        )
        return answer

    async def list_notification_audit(
        self,
        *,
        action: str | Unset = UNSET,
        actor: str | Unset = UNSET,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        limit: int | Unset = 20,
        outcome: AuditOutcome | Unset = UNSET,
        target: str | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
    ) -> AuditEntryPage:
        """List entries of the audit log.

        Newest first. Each is written with the change that it tells of, and who was refused has one too. A page looks at a
        bounded number of entries: it may hold fewer than were asked for, or none, and still have a `next_cursor` that leads on."""
        answer: AuditEntryPage = await self._core.call(
            _list_notification_audit.asyncio_detailed,
            action=action,
            actor=actor,
            count=count,
            cursor=cursor,
            from_=from_,
            limit=limit,
            outcome=outcome,
            target=target,
            to=to,
        )
        return answer

    async def list_notification_outbox_messages(
        self,
        *,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        limit: int | Unset = 20,
        parked: bool | Unset = UNSET,
    ) -> OutboxMessagePage:
        """List the events that are not published yet.

        In their order. Those that are parked wait for a decision: to be published after all, or to be given up."""
        answer: OutboxMessagePage = await self._core.call(
            _list_notification_outbox_messages.asyncio_detailed, count=count, cursor=cursor, limit=limit, parked=parked
        )
        return answer

    async def list_notification_spans(self, *, trace_id: list[str] | Unset = UNSET) -> SpanList:
        """List the spans of traces.

        What the service itself did in them, in the order of time. A trace that it does not remember, or no longer, has none."""
        answer: SpanList = await self._core.call(_list_notification_spans.asyncio_detailed, trace_id=trace_id)
        return answer

    async def list_notification_traces(self) -> TraceList:
        """List the traces that are remembered.

        The newest first; what the service itself did in each. Reading is forgotten first, then what was done, and what failed
        or was slow last."""
        answer: TraceList = await self._core.call(_list_notification_traces.asyncio_detailed)
        return answer

    async def list_notifications(
        self,
        *,
        channel: Channel | Unset = UNSET,
        count: Count | Unset = Count.NONE,
        cursor: str | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        kind: str | Unset = UNSET,
        limit: int | Unset = 20,
        log: bool | Unset = False,
        order_id: UUID | Unset = UNSET,
        recipient: UUID | Unset = UNSET,
        sort: NotificationSort | Unset = NotificationSort.VALUE_0,
        status: DeliveryStatus | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
    ) -> NotificationPage:
        """List notifications."""
        answer: NotificationPage = await self._core.call(
            _list_notifications.asyncio_detailed,
            channel=channel,
            count=count,
            cursor=cursor,
            from_=from_,
            kind=kind,
            limit=limit,
            log=log,
            order_id=order_id,
            recipient=recipient,
            sort=sort,
            status=status,
            to=to,
        )
        return answer

    async def list_providers(self) -> ProviderList:
        """List providers.

        Who hands messages over on each channel, and how that goes, as the instance that answers sees it."""
        answer: ProviderList = await self._core.call(_list_providers.asyncio_detailed)
        return answer

    async def mark_my_inbox_item_read(self, id: UUID) -> None:
        """Mark one of my items as read."""
        await self._core.call(_mark_my_inbox_item_read.asyncio_detailed, id)

    async def mark_my_inbox_read(self) -> None:
        """Mark all my items as read."""
        await self._core.call(_mark_my_inbox_read.asyncio_detailed)

    async def release_notification_outbox_message(self, position: int, body: OutboxDecision | Unset = UNSET) -> None:
        """Publish a parked event after all."""
        await self._core.call(_release_notification_outbox_message.asyncio_detailed, position, body=body)

    async def replay_dead_letter(self, id: UUID) -> DeadLetter:
        """Process a dead letter after all.

        What had its effect before has none again."""
        answer: DeadLetter = await self._core.call(_replay_dead_letter.asyncio_detailed, id)
        return answer

    async def resend_delivery(self, id: UUID) -> Delivery:
        """Send a delivery again.

        Whatever became of it, unless an attempt is planned anyway. The recipient may get it twice."""
        answer: Delivery = await self._core.call(_resend_delivery.asyncio_detailed, id)
        return answer

    async def skip_notification_outbox_message(self, position: int, body: OutboxDecision | Unset = UNSET) -> None:
        """Give up a parked event.

        It is never published; later events of the same subject go on. The audit log keeps who decided, when and why."""
        await self._core.call(_skip_notification_outbox_message.asyncio_detailed, position, body=body)
