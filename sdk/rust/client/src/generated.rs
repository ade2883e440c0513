// Generated from openapi/ by `scripts/sdk.sh --generate`. Do not edit.

#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///Why a shipment is given up
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum AbortReason {
        #[serde(rename = "lost")]
        Lost,
        #[serde(rename = "returned_to_sender")]
        ReturnedToSender,
    }
    impl ::std::fmt::Display for AbortReason {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Lost => f.write_str("lost"),
                Self::ReturnedToSender => f.write_str("returned_to_sender"),
            }
        }
    }
    impl ::std::str::FromStr for AbortReason {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "lost" => Ok(Self::Lost),
                "returned_to_sender" => Ok(Self::ReturnedToSender),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for AbortReason {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for AbortReason {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///The end of a shipment
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct Abortion {
        ///Why.
        pub reason: AbortReason,
    }
    impl Abortion {
        pub fn builder() -> builder::Abortion {
            Default::default()
        }
    }
    ///An account
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Account {
        ///When it was registered.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The address, its domain in Unicode.
        pub email: ::std::string::String,
        ///Identity.
        pub id: ::uuid::Uuid,
        ///BCP 47 language tag.
        pub locale: ::std::string::String,
        ///When a lock ends by itself; null when it does not, or there is none.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub locked_until: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///The person's name.
        pub name: ::std::string::String,
        ///The phone number in E.164 form.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub phone: ::std::option::Option<::std::string::String>,
        ///The roles.
        pub roles: ::std::vec::Vec<::std::string::String>,
        ///What the account can do.
        pub state: AccountState,
        ///IANA time zone name.
        pub time_zone: ::std::string::String,
        ///When it last changed.
        pub updated_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///When the address was verified; null before.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub verified_at: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///Grows by one with each change; the `ETag` of the account.
        pub version: i64,
    }
    impl Account {
        pub fn builder() -> builder::Account {
            Default::default()
        }
    }
    ///A lock on an account
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct AccountLock {
        ///Until when; until it is unlocked when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub until: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    }
    impl AccountLock {
        pub fn builder() -> builder::AccountLock {
            Default::default()
        }
    }
    ///A page of a list
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct AccountPage {
        ///The items, in the order asked for.
        pub items: ::std::vec::Vec<Account>,
        ///Where the next page starts; null on the last page.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
        ///How many items match in all; only with `count=exact`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub total: ::std::option::Option<i64>,
    }
    impl AccountPage {
        pub fn builder() -> builder::AccountPage {
            Default::default()
        }
    }
    ///What an account can do at present
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum AccountState {
        #[serde(rename = "pending")]
        Pending,
        #[serde(rename = "active")]
        Active,
        #[serde(rename = "locked")]
        Locked,
    }
    impl ::std::fmt::Display for AccountState {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Pending => f.write_str("pending"),
                Self::Active => f.write_str("active"),
                Self::Locked => f.write_str("locked"),
            }
        }
    }
    impl ::std::str::FromStr for AccountState {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "pending" => Ok(Self::Pending),
                "active" => Ok(Self::Active),
                "locked" => Ok(Self::Locked),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for AccountState {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for AccountState {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///Who did something
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Actor {
        ///An account id, a client id, or the name of a rule.
        pub id: ::std::string::String,
        ///What kind of principal it is.
        pub kind: ActorKind,
        ///The name of a person, where it is known.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl Actor {
        pub fn builder() -> builder::Actor {
            Default::default()
        }
    }
    ///What kind of principal acted
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum ActorKind {
        #[serde(rename = "user")]
        User,
        #[serde(rename = "service")]
        Service,
        #[serde(rename = "system")]
        System,
    }
    impl ::std::fmt::Display for ActorKind {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::User => f.write_str("user"),
                Self::Service => f.write_str("service"),
                Self::System => f.write_str("system"),
            }
        }
    }
    impl ::std::str::FromStr for ActorKind {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "user" => Ok(Self::User),
                "service" => Ok(Self::Service),
                "system" => Ok(Self::System),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for ActorKind {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for ActorKind {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///Where an order goes
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Address {
        ///The city, at most 100 characters.
        pub city: ::std::string::String,
        ///ISO 3166-1 alpha-2 code, such as DE; XK for Kosovo.
        pub country: ::std::string::String,
        ///Street and number, at most 200 characters.
        pub line1: ::std::string::String,
        ///Anything more, such as the floor; at most 200 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub line2: ::std::option::Option<::std::string::String>,
        ///To whom, at most 200 characters.
        pub name: ::std::string::String,
        ///The postal code, as the country has it; left out where there are none.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub postal_code: ::std::option::Option<::std::string::String>,
        ///State, province or county; at most 100 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub region: ::std::option::Option<::std::string::String>,
    }
    impl Address {
        pub fn builder() -> builder::Address {
            Default::default()
        }
    }
    ///An approval
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct Approval {
        ///A remark for the history, at most 2000 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<::std::string::String>,
    }
    impl Approval {
        pub fn builder() -> builder::Approval {
            Default::default()
        }
    }
    ///An arrival
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct Arrival {
        ///When it arrived; now when absent. Not in the future, not before shipping.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub delivered_at: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
    }
    impl Arrival {
        pub fn builder() -> builder::Arrival {
            Default::default()
        }
    }
    ///One try to deliver
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Attempt {
        ///The provider's code, such as 451.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub code: ::std::option::Option<::std::string::String>,
        ///An excerpt of the provider's answer.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub detail: ::std::option::Option<::std::string::String>,
        ///How long it took, in milliseconds; null while it runs.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub duration_ms: ::std::option::Option<i64>,
        ///When it ended; null while it runs.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub finished_at: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///Identity.
        pub id: ::uuid::Uuid,
        ///1 for the first.
        pub number: i64,
        ///How it ended; null while it runs.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub outcome: ::std::option::Option<AttemptOutcome>,
        ///Who was asked.
        pub provider: ::std::string::String,
        ///When it began.
        pub started_at: ::chrono::DateTime<::chrono::offset::Utc>,
    }
    impl Attempt {
        pub fn builder() -> builder::Attempt {
            Default::default()
        }
    }
    ///The attempts of one delivery
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct AttemptList {
        ///Oldest first.
        pub items: ::std::vec::Vec<Attempt>,
    }
    impl AttemptList {
        pub fn builder() -> builder::AttemptList {
            Default::default()
        }
    }
    ///How an attempt ended
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum AttemptOutcome {
        #[serde(rename = "accepted")]
        Accepted,
        #[serde(rename = "temporary")]
        Temporary,
        #[serde(rename = "permanent")]
        Permanent,
        #[serde(rename = "unknown")]
        Unknown,
    }
    impl ::std::fmt::Display for AttemptOutcome {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Accepted => f.write_str("accepted"),
                Self::Temporary => f.write_str("temporary"),
                Self::Permanent => f.write_str("permanent"),
                Self::Unknown => f.write_str("unknown"),
            }
        }
    }
    impl ::std::str::FromStr for AttemptOutcome {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "accepted" => Ok(Self::Accepted),
                "temporary" => Ok(Self::Temporary),
                "permanent" => Ok(Self::Permanent),
                "unknown" => Ok(Self::Unknown),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for AttemptOutcome {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for AttemptOutcome {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///An entry of the audit log
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct AuditEntry {
        ///What, such as order.approve.
        pub action: ::std::string::String,
        ///Who.
        pub actor_id: ::std::string::String,
        ///The kind of actor: user, service or system.
        pub actor_kind: ::std::string::String,
        ///When.
        pub at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///What changed, without anything secret; null where there is nothing to say.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub detail: ::std::option::Option<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
        ///Identity; sorts by time.
        pub id: ::uuid::Uuid,
        ///The address that the request came from; null where there was none.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub ip: ::std::option::Option<::std::string::String>,
        ///done or denied.
        pub outcome: ::std::string::String,
        ///The request; null where there was none.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub request_id: ::std::option::Option<::std::string::String>,
        ///To what, such as order:0192….
        pub target: ::std::string::String,
        ///The trace; null where there was none.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub trace_id: ::std::option::Option<::std::string::String>,
        ///What the request said of its program; null where it said nothing.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub user_agent: ::std::option::Option<::std::string::String>,
    }
    impl AuditEntry {
        pub fn builder() -> builder::AuditEntry {
            Default::default()
        }
    }
    ///A page of a list
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct AuditEntryPage {
        ///The items, in the order asked for.
        pub items: ::std::vec::Vec<AuditEntry>,
        ///Where the next page starts; null on the last page.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
        ///How many items match in all; only with `count=exact`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub total: ::std::option::Option<i64>,
    }
    impl AuditEntryPage {
        pub fn builder() -> builder::AuditEntryPage {
            Default::default()
        }
    }
    ///Whether what was asked for was done
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum AuditOutcome {
        #[serde(rename = "done")]
        Done,
        #[serde(rename = "denied")]
        Denied,
    }
    impl ::std::fmt::Display for AuditOutcome {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Done => f.write_str("done"),
                Self::Denied => f.write_str("denied"),
            }
        }
    }
    impl ::std::str::FromStr for AuditOutcome {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "done" => Ok(Self::Done),
                "denied" => Ok(Self::Denied),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for AuditOutcome {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for AuditOutcome {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///What can be done to many orders at once
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum BulkAction {
        #[serde(rename = "approve")]
        Approve,
        #[serde(rename = "reject")]
        Reject,
        #[serde(rename = "cancel")]
        Cancel,
        #[serde(rename = "ship")]
        Ship,
        #[serde(rename = "deliver")]
        Deliver,
        #[serde(rename = "abort")]
        Abort,
    }
    impl ::std::fmt::Display for BulkAction {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Approve => f.write_str("approve"),
                Self::Reject => f.write_str("reject"),
                Self::Cancel => f.write_str("cancel"),
                Self::Ship => f.write_str("ship"),
                Self::Deliver => f.write_str("deliver"),
                Self::Abort => f.write_str("abort"),
            }
        }
    }
    impl ::std::str::FromStr for BulkAction {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "approve" => Ok(Self::Approve),
                "reject" => Ok(Self::Reject),
                "cancel" => Ok(Self::Cancel),
                "ship" => Ok(Self::Ship),
                "deliver" => Ok(Self::Deliver),
                "abort" => Ok(Self::Abort),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for BulkAction {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for BulkAction {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///What came of one deed for many orders
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct BulkOutcome {
        ///Nothing was done: this is what would have come of it.
        pub dry_run: bool,
        ///How many were refused.
        pub failed: i64,
        ///One for each id, in the order of the ids.
        pub results: ::std::vec::Vec<BulkResult>,
        ///How many orders it was done to.
        pub succeeded: i64,
    }
    impl BulkOutcome {
        pub fn builder() -> builder::BulkOutcome {
            Default::default()
        }
    }
    ///One deed for many orders
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct BulkRequest {
        ///What is done.
        pub action: BulkAction,
        ///Which carrier, at most 100 characters: for `ship`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub carrier: ::std::option::Option<::std::string::String>,
        ///When they arrived; now when absent: for `deliver`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub delivered_at: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///Only say what would happen to each, and do nothing.
        #[serde(default)]
        pub dry_run: bool,
        ///To which orders, each named once.
        pub ids: ::std::vec::Vec<::uuid::Uuid>,
        ///A remark for the history of each, at most 2000 characters: for `approve`, `reject` and `cancel`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<::std::string::String>,
        /**Why, at most 100 characters: for `reject` and, by staff, for `cancel`; for `abort` it is `lost` or
`returned_to_sender`.*/
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
        ///Its number for all of them together, at most 100 characters: for `ship`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tracking_number: ::std::option::Option<::std::string::String>,
    }
    impl BulkRequest {
        pub fn builder() -> builder::BulkRequest {
            Default::default()
        }
    }
    ///What came of one order
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct BulkResult {
        ///Why not: a stable code, such as `order.transition_refused`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<::std::string::String>,
        ///Why not, for people.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub detail: ::std::option::Option<::std::string::String>,
        ///Which order.
        pub id: ::uuid::Uuid,
        ///The order after it; in a dry run, as it would be.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order: ::std::option::Option<Order>,
        ///The status that the request for this order alone would have been answered with: 200 when it was done.
        pub status: i32,
    }
    impl BulkResult {
        pub fn builder() -> builder::BulkResult {
            Default::default()
        }
    }
    ///A cancellation
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct Cancellation {
        ///A remark for the history, at most 2000 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<::std::string::String>,
        ///Why: a code or short phrase of at most 100 characters. Staff must say it, and so must everybody after approval.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
    }
    impl Cancellation {
        pub fn builder() -> builder::Cancellation {
            Default::default()
        }
    }
    ///A way to reach a person
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum Channel {
        #[serde(rename = "email")]
        Email,
        #[serde(rename = "in_app")]
        InApp,
    }
    impl ::std::fmt::Display for Channel {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Email => f.write_str("email"),
                Self::InApp => f.write_str("in_app"),
            }
        }
    }
    impl ::std::str::FromStr for Channel {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "email" => Ok(Self::Email),
                "in_app" => Ok(Self::InApp),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for Channel {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for Channel {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///Whether the matching items are counted.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum Count {
        #[serde(rename = "none")]
        None,
        #[serde(rename = "exact")]
        Exact,
    }
    impl ::std::fmt::Display for Count {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::None => f.write_str("none"),
                Self::Exact => f.write_str("exact"),
            }
        }
    }
    impl ::std::str::FromStr for Count {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "none" => Ok(Self::None),
                "exact" => Ok(Self::Exact),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for Count {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for Count {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///An address and its password
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct Credentials {
        ///The address.
        pub email: ::std::string::String,
        ///The password.
        pub password: ::std::string::String,
        ///How the refresh token is handed over.
        #[serde(default = "defaults::credentials_refresh")]
        pub refresh: RefreshDelivery,
    }
    impl Credentials {
        pub fn builder() -> builder::Credentials {
            Default::default()
        }
    }
    ///The orders placed on one day
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct DayCount {
        ///The day, as in 2026-11-27.
        pub day: ::std::string::String,
        ///By the status that they are in now; one without orders is absent.
        pub statuses: ::std::vec::Vec<StatusCount>,
    }
    impl DayCount {
        pub fn builder() -> builder::DayCount {
            Default::default()
        }
    }
    ///A message that could not be processed
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct DeadLetter {
        ///When.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///What went wrong.
        pub error: ::std::string::String,
        ///The event, if it could be read that far.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub event_id: ::std::option::Option<::uuid::Uuid>,
        ///Identity.
        pub id: ::uuid::Uuid,
        ///The offset within the partition.
        pub offset: i64,
        ///The partition of the topic.
        pub partition: i32,
        ///When that was decided; null before.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub resolved_at: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///The version of the subject after the change that the event tells of.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub sequence: ::std::option::Option<i64>,
        ///What became of it.
        pub state: DeadLetterState,
        ///What the event is about, such as an order; null where that is not known.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub subject: ::std::option::Option<::uuid::Uuid>,
        ///The topic it came from.
        pub topic: ::std::string::String,
        ///The record's value as text.
        pub value: ::std::string::String,
    }
    impl DeadLetter {
        pub fn builder() -> builder::DeadLetter {
            Default::default()
        }
    }
    ///A page of a list
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct DeadLetterPage {
        ///The items, in the order asked for.
        pub items: ::std::vec::Vec<DeadLetter>,
        ///Where the next page starts; null on the last page.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
        ///How many items match in all; only with `count=exact`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub total: ::std::option::Option<i64>,
    }
    impl DeadLetterPage {
        pub fn builder() -> builder::DeadLetterPage {
            Default::default()
        }
    }
    ///What became of a dead letter
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum DeadLetterState {
        #[serde(rename = "open")]
        Open,
        #[serde(rename = "replayed")]
        Replayed,
        #[serde(rename = "discarded")]
        Discarded,
    }
    impl ::std::fmt::Display for DeadLetterState {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Open => f.write_str("open"),
                Self::Replayed => f.write_str("replayed"),
                Self::Discarded => f.write_str("discarded"),
            }
        }
    }
    impl ::std::str::FromStr for DeadLetterState {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "open" => Ok(Self::Open),
                "replayed" => Ok(Self::Replayed),
                "discarded" => Ok(Self::Discarded),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for DeadLetterState {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for DeadLetterState {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///A rule, and whose it is
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct DecidingRule {
        ///What is done to it, or `*`.
        pub action: ::std::string::String,
        ///`allow` or `deny`.
        pub effect: ::std::string::String,
        ///The kind of thing, or `*`.
        pub resource: ::std::string::String,
        ///The role.
        pub role: ::std::string::String,
        ///`own` or `any`.
        pub scope: ::std::string::String,
    }
    impl DecidingRule {
        pub fn builder() -> builder::DecidingRule {
            Default::default()
        }
    }
    ///What the policy says
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Decision {
        ///Whether it is allowed.
        pub allowed: bool,
        ///The version of the policy that decided.
        pub policy_version: i64,
        ///The roles that were asked about.
        pub roles: ::std::vec::Vec<::std::string::String>,
        ///The rule that decided, if reasons are wanted; null when none matched, which is a refusal.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub rule: ::std::option::Option<DecidingRule>,
        ///Over whose things it was asked.
        pub scope: Scope,
        ///Where none matched: the rules that would have allowed it, of other roles or over less than was asked for.
        pub would_allow: ::std::vec::Vec<DecidingRule>,
    }
    impl Decision {
        pub fn builder() -> builder::Decision {
            Default::default()
        }
    }
    ///What somebody wants to do
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct DecisionRequest {
        ///What is to be done to it.
        pub action: ::std::string::String,
        ///The account that the thing belongs to; anybody's when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub owner: ::std::option::Option<::uuid::Uuid>,
        ///The kind of thing.
        pub resource: ::std::string::String,
        ///The roles that want to, instead of an account.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub roles: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///The account that wants to; the caller when neither it nor roles are given.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub subject: ::std::option::Option<::uuid::Uuid>,
    }
    impl DecisionRequest {
        pub fn builder() -> builder::DecisionRequest {
            Default::default()
        }
    }
    ///One notification on one channel
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Delivery {
        ///Attempts begun so far.
        pub attempts: i64,
        ///How.
        pub channel: Channel,
        ///When it was planned.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///News older than this is not sent any more.
        pub expires_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Identity.
        pub id: ::uuid::Uuid,
        ///Why the last attempt failed; null when it did not.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub last_error: ::std::option::Option<::std::string::String>,
        ///Its attempts, the oldest first; only where they were asked for.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub log: ::std::vec::Vec<Attempt>,
        ///When the next attempt is due; null when none is planned.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_attempt_at: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///The notification.
        pub notification_id: ::uuid::Uuid,
        ///The provider's reference; null until it took the message.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub reference: ::std::option::Option<::std::string::String>,
        ///Where it is in its life.
        pub status: DeliveryStatus,
        ///When it last changed.
        pub updated_at: ::chrono::DateTime<::chrono::offset::Utc>,
    }
    impl Delivery {
        pub fn builder() -> builder::Delivery {
            Default::default()
        }
    }
    ///Where a delivery is in its life
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum DeliveryStatus {
        #[serde(rename = "queued")]
        Queued,
        #[serde(rename = "sending")]
        Sending,
        #[serde(rename = "retrying")]
        Retrying,
        #[serde(rename = "sent")]
        Sent,
        #[serde(rename = "failed")]
        Failed,
        #[serde(rename = "dead")]
        Dead,
        #[serde(rename = "unknown")]
        Unknown,
        #[serde(rename = "expired")]
        Expired,
        #[serde(rename = "cancelled")]
        Cancelled,
    }
    impl ::std::fmt::Display for DeliveryStatus {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Queued => f.write_str("queued"),
                Self::Sending => f.write_str("sending"),
                Self::Retrying => f.write_str("retrying"),
                Self::Sent => f.write_str("sent"),
                Self::Failed => f.write_str("failed"),
                Self::Dead => f.write_str("dead"),
                Self::Unknown => f.write_str("unknown"),
                Self::Expired => f.write_str("expired"),
                Self::Cancelled => f.write_str("cancelled"),
            }
        }
    }
    impl ::std::str::FromStr for DeliveryStatus {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "queued" => Ok(Self::Queued),
                "sending" => Ok(Self::Sending),
                "retrying" => Ok(Self::Retrying),
                "sent" => Ok(Self::Sent),
                "failed" => Ok(Self::Failed),
                "dead" => Ok(Self::Dead),
                "unknown" => Ok(Self::Unknown),
                "expired" => Ok(Self::Expired),
                "cancelled" => Ok(Self::Cancelled),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for DeliveryStatus {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for DeliveryStatus {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///What a rule does with what it is about
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum Effect {
        #[serde(rename = "allow")]
        Allow,
        #[serde(rename = "deny")]
        Deny,
    }
    impl ::std::fmt::Display for Effect {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Allow => f.write_str("allow"),
                Self::Deny => f.write_str("deny"),
            }
        }
    }
    impl ::std::str::FromStr for Effect {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "allow" => Ok(Self::Allow),
                "deny" => Ok(Self::Deny),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for Effect {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for Effect {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///An address
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct EmailAddress {
        ///The address.
        pub email: ::std::string::String,
    }
    impl EmailAddress {
        pub fn builder() -> builder::EmailAddress {
            Default::default()
        }
    }
    ///Where on the bus an event was read
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct EventOrigin {
        ///When that happened.
        pub occurred_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The offset within the partition.
        pub offset: i64,
        ///The partition of the topic.
        pub partition: i32,
        ///The version of the event's subject after the change that it tells of.
        pub sequence: i64,
        ///The topic.
        pub topic: ::std::string::String,
    }
    impl EventOrigin {
        pub fn builder() -> builder::EventOrigin {
            Default::default()
        }
    }
    ///What a row of the file is
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum ExportRows {
        #[serde(rename = "order")]
        Order,
        #[serde(rename = "line")]
        Line,
    }
    impl ::std::fmt::Display for ExportRows {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Order => f.write_str("order"),
                Self::Line => f.write_str("line"),
            }
        }
    }
    impl ::std::str::FromStr for ExportRows {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "order" => Ok(Self::Order),
                "line" => Ok(Self::Line),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for ExportRows {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for ExportRows {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///One value of a request that was refused
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct FieldProblem {
        ///A stable code, such as `out_of_range`.
        pub code: ::std::string::String,
        ///Where: a JSON pointer into the body, such as `/lines/0/quantity`, or the name of a parameter.
        pub field: ::std::string::String,
        ///What is wrong and what would be right.
        pub message: ::std::string::String,
    }
    impl FieldProblem {
        pub fn builder() -> builder::FieldProblem {
            Default::default()
        }
    }
    ///A permission that one has
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct GrantedPermission {
        ///What may be done to it.
        pub action: ::std::string::String,
        ///The kind of thing.
        pub resource: ::std::string::String,
        ///To whose.
        pub scope: Scope,
    }
    impl GrantedPermission {
        pub fn builder() -> builder::GrantedPermission {
            Default::default()
        }
    }
    ///The permissions that one has
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct GrantedPermissions {
        ///All of them.
        pub items: ::std::vec::Vec<GrantedPermission>,
    }
    impl GrantedPermissions {
        pub fn builder() -> builder::GrantedPermissions {
            Default::default()
        }
    }
    ///A hand-over to a carrier
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct Handover {
        ///Which carrier, at most 100 characters.
        pub carrier: ::std::string::String,
        ///Its number for the parcel, at most 100 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tracking_number: ::std::option::Option<::std::string::String>,
    }
    impl Handover {
        pub fn builder() -> builder::Handover {
            Default::default()
        }
    }
    ///The steps of one order
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct History {
        ///First one first.
        pub items: ::std::vec::Vec<HistoryEntry>,
    }
    impl History {
        pub fn builder() -> builder::History {
            Default::default()
        }
    }
    ///One step in the life of an order
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct HistoryEntry {
        ///What was done.
        pub action: OrderAction,
        ///Who did it.
        pub actor: Actor,
        ///When.
        pub at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The status before; null for the first step.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub from: ::std::option::Option<OrderStatus>,
        ///What they said about it.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub note: ::std::option::Option<::std::string::String>,
        ///Why, as a code or short phrase.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub reason: ::std::option::Option<::std::string::String>,
        ///The status after.
        pub to: OrderStatus,
        ///The trace of the request that did it.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub trace_id: ::std::option::Option<::std::string::String>,
        ///The order's version after the step.
        pub version: i64,
    }
    impl HistoryEntry {
        pub fn builder() -> builder::HistoryEntry {
            Default::default()
        }
    }
    ///What happened in an inbox; `type` says what, as the name of the event does
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(untagged)]
    pub enum InboxEvent {
        InboxItem(InboxEventInboxItem),
        UnreadCount(InboxEventUnreadCount),
    }
    impl ::std::convert::From<InboxEventInboxItem> for InboxEvent {
        fn from(value: InboxEventInboxItem) -> Self {
            Self::InboxItem(value)
        }
    }
    impl ::std::convert::From<InboxEventUnreadCount> for InboxEvent {
        fn from(value: InboxEventUnreadCount) -> Self {
            Self::UnreadCount(value)
        }
    }
    ///An item of the inbox
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct InboxEventInboxItem {
        ///When it was put away; null before. What is put away counts as read.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub archived_at: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///Plain text.
        pub body: ::std::string::String,
        ///When it arrived.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Identity.
        pub id: ::uuid::Uuid,
        ///What it is about, such as `order.created`.
        pub kind: ::std::string::String,
        ///The order it is about, if any.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub order_id: ::std::option::Option<::uuid::Uuid>,
        ///When it was read; null before.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub read_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///One line.
        pub title: ::std::string::String,
        #[serde(rename = "type")]
        pub type_: InboxEventInboxItemType,
    }
    impl InboxEventInboxItem {
        pub fn builder() -> builder::InboxEventInboxItem {
            Default::default()
        }
    }
    ///`InboxEventInboxItemType`
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum InboxEventInboxItemType {
        #[serde(rename = "item")]
        Item,
    }
    impl ::std::fmt::Display for InboxEventInboxItemType {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Item => f.write_str("item"),
            }
        }
    }
    impl ::std::str::FromStr for InboxEventInboxItemType {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "item" => Ok(Self::Item),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for InboxEventInboxItemType {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for InboxEventInboxItemType {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///How many items are unread
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct InboxEventUnreadCount {
        #[serde(rename = "type")]
        pub type_: InboxEventUnreadCountType,
        ///The number.
        pub unread: i64,
    }
    impl InboxEventUnreadCount {
        pub fn builder() -> builder::InboxEventUnreadCount {
            Default::default()
        }
    }
    ///`InboxEventUnreadCountType`
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum InboxEventUnreadCountType {
        #[serde(rename = "unread")]
        Unread,
    }
    impl ::std::fmt::Display for InboxEventUnreadCountType {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Unread => f.write_str("unread"),
            }
        }
    }
    impl ::std::str::FromStr for InboxEventUnreadCountType {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "unread" => Ok(Self::Unread),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for InboxEventUnreadCountType {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for InboxEventUnreadCountType {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///An item of the inbox
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct InboxItem {
        ///When it was put away; null before. What is put away counts as read.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub archived_at: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///Plain text.
        pub body: ::std::string::String,
        ///When it arrived.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Identity.
        pub id: ::uuid::Uuid,
        ///What it is about, such as `order.created`.
        pub kind: ::std::string::String,
        ///The order it is about, if any.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub order_id: ::std::option::Option<::uuid::Uuid>,
        ///When it was read; null before.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub read_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///One line.
        pub title: ::std::string::String,
    }
    impl InboxItem {
        pub fn builder() -> builder::InboxItem {
            Default::default()
        }
    }
    ///A page of a list
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct InboxItemPage {
        ///The items, in the order asked for.
        pub items: ::std::vec::Vec<InboxItem>,
        ///Where the next page starts; null on the last page.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
        ///How many items match in all; only with `count=exact`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub total: ::std::option::Option<i64>,
    }
    impl InboxItemPage {
        pub fn builder() -> builder::InboxItemPage {
            Default::default()
        }
    }
    ///A public key (RFC 7517, RFC 8037)
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Jwk {
        ///The algorithm, such as `EdDSA`.
        pub alg: ::std::string::String,
        ///The curve, such as `Ed25519`.
        pub crv: ::std::string::String,
        ///The thumbprint (RFC 7638), as in the header of tokens.
        pub kid: ::std::string::String,
        ///The key type, such as `OKP`.
        pub kty: ::std::string::String,
        ///What it is for: `sig`.
        #[serde(rename = "use")]
        pub use_: ::std::string::String,
        ///The public key, base64url.
        pub x: ::std::string::String,
    }
    impl Jwk {
        pub fn builder() -> builder::Jwk {
            Default::default()
        }
    }
    ///A set of public keys (RFC 7517, section 5)
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct JwkSet {
        ///The keys, the signing one first.
        pub keys: ::std::vec::Vec<Jwk>,
    }
    impl JwkSet {
        pub fn builder() -> builder::JwkSet {
            Default::default()
        }
    }
    ///Where a key is in its life
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum KeyState {
        #[serde(rename = "next")]
        Next,
        #[serde(rename = "active")]
        Active,
        #[serde(rename = "retiring")]
        Retiring,
        #[serde(rename = "retired")]
        Retired,
    }
    impl ::std::fmt::Display for KeyState {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Next => f.write_str("next"),
                Self::Active => f.write_str("active"),
                Self::Retiring => f.write_str("retiring"),
                Self::Retired => f.write_str("retired"),
            }
        }
    }
    impl ::std::str::FromStr for KeyState {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "next" => Ok(Self::Next),
                "active" => Ok(Self::Active),
                "retiring" => Ok(Self::Retiring),
                "retired" => Ok(Self::Retired),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for KeyState {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for KeyState {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///One line of an order to place
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct LineDraft {
        ///What it is, at most 200 characters.
        pub name: ::std::string::String,
        ///How many.
        pub quantity: i64,
        ///The article number, at most 64 characters.
        pub sku: ::std::string::String,
        ///The price of one. All lines have the same currency.
        pub unit_price: Money,
    }
    impl LineDraft {
        pub fn builder() -> builder::LineDraft {
            Default::default()
        }
    }
    ///The token of a mailed link
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct LinkToken {
        ///The token.
        pub token: ::std::string::String,
    }
    impl LinkToken {
        pub fn builder() -> builder::LinkToken {
            Default::default()
        }
    }
    ///A mail
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Mail {
        ///The HTML part.
        pub html: ::std::string::String,
        ///Identity: that of the delivery.
        pub id: ::uuid::Uuid,
        ///When it arrived.
        pub received_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The subject line.
        pub subject: ::std::string::String,
        ///The plain text part.
        pub text: ::std::string::String,
        ///To which address.
        pub to: ::std::string::String,
    }
    impl Mail {
        pub fn builder() -> builder::Mail {
            Default::default()
        }
    }
    ///A page of a list
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct MailPage {
        ///The items, in the order asked for.
        pub items: ::std::vec::Vec<Mail>,
        ///Where the next page starts; null on the last page.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
        ///How many items match in all; only with `count=exact`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub total: ::std::option::Option<i64>,
    }
    impl MailPage {
        pub fn builder() -> builder::MailPage {
            Default::default()
        }
    }
    ///An amount in minor units of one currency
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Money {
        ///Minor units, such as cents.
        pub amount: i64,
        ///ISO 4217 code of a currency in use, such as EUR.
        pub currency: ::std::string::String,
    }
    impl Money {
        pub fn builder() -> builder::Money {
            Default::default()
        }
    }
    ///A name and what it stands for
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct NamedValue {
        ///The name.
        pub name: ::std::string::String,
        ///What it stands for.
        pub value: ::std::string::String,
    }
    impl NamedValue {
        pub fn builder() -> builder::NamedValue {
            Default::default()
        }
    }
    ///A role to make
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct NewRole {
        ///What it is for, at most 300 characters.
        pub description: ::std::string::String,
        ///Its name, for ever: a lower-case letter, then up to 31 of a-z, 0-9, _ and -.
        pub name: ::std::string::String,
        ///What it grants and denies; what is not granted is refused.
        pub permissions: ::std::vec::Vec<RoleRule>,
    }
    impl NewRole {
        pub fn builder() -> builder::NewRole {
            Default::default()
        }
    }
    ///A note on an order
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Note {
        ///Who wrote it.
        pub author: Actor,
        ///When.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Identity.
        pub id: ::uuid::Uuid,
        ///What it says.
        pub text: ::std::string::String,
        ///Who may read it.
        pub visibility: Visibility,
    }
    impl Note {
        pub fn builder() -> builder::Note {
            Default::default()
        }
    }
    ///A note to write
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct NoteDraft {
        ///What it says, at most 2000 characters.
        pub text: ::std::string::String,
        ///Who may read it.
        pub visibility: Visibility,
    }
    impl NoteDraft {
        pub fn builder() -> builder::NoteDraft {
            Default::default()
        }
    }
    ///A page of a list
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct NotePage {
        ///The items, in the order asked for.
        pub items: ::std::vec::Vec<Note>,
        ///Where the next page starts; null on the last page.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
        ///How many items match in all; only with `count=exact`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub total: ::std::option::Option<i64>,
    }
    impl NotePage {
        pub fn builder() -> builder::NotePage {
            Default::default()
        }
    }
    ///What one recipient is told about one event
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Notification {
        ///When it was planned.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///One per channel.
        pub deliveries: ::std::vec::Vec<Delivery>,
        ///The event that it tells of.
        pub event_id: ::uuid::Uuid,
        ///Identity.
        pub id: ::uuid::Uuid,
        ///What it is about, such as `order.created`.
        pub kind: ::std::string::String,
        ///The order it is about, if any.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub order_id: ::std::option::Option<::uuid::Uuid>,
        ///Where that was read; null of what an older version planned.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub origin: ::std::option::Option<EventOrigin>,
        ///Who is told.
        pub recipient: ::uuid::Uuid,
        ///The trace of the request that caused it.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub trace_id: ::std::option::Option<::std::string::String>,
    }
    impl Notification {
        pub fn builder() -> builder::Notification {
            Default::default()
        }
    }
    ///A page of a list
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct NotificationPage {
        ///The items, in the order asked for.
        pub items: ::std::vec::Vec<Notification>,
        ///Where the next page starts; null on the last page.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
        ///How many items match in all; only with `count=exact`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub total: ::std::option::Option<i64>,
    }
    impl NotificationPage {
        pub fn builder() -> builder::NotificationPage {
            Default::default()
        }
    }
    ///What the list is sorted by; a minus means the latest first
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum NotificationSort {
        #[serde(rename = "-created_at")]
        CreatedAtDescending,
        #[serde(rename = "created_at")]
        CreatedAt,
    }
    impl ::std::fmt::Display for NotificationSort {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::CreatedAtDescending => f.write_str("-created_at"),
                Self::CreatedAt => f.write_str("created_at"),
            }
        }
    }
    impl ::std::str::FromStr for NotificationSort {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "-created_at" => Ok(Self::CreatedAtDescending),
                "created_at" => Ok(Self::CreatedAt),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for NotificationSort {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for NotificationSort {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///An order
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Order {
        ///What you could do to it now.
        pub allowed_actions: ::std::vec::Vec<OrderAction>,
        ///When it was approved, once it was.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub approved_at: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///When it was placed.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Who placed it: an account id, or the name of a service.
        pub created_by: ::std::string::String,
        ///The same with the name.
        pub customer: OrderCustomer,
        ///Whose order it is.
        pub customer_id: ::uuid::Uuid,
        ///When it arrived, once it did.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub delivered_at: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///Identity.
        pub id: ::uuid::Uuid,
        ///What is ordered.
        pub lines: ::std::vec::Vec<OrderLine>,
        ///The client's own data.
        pub metadata: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        ///A wish.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub note: ::std::option::Option<::std::string::String>,
        ///The number that people use.
        pub number: ::std::string::String,
        ///Why it was rejected or cancelled, once it was.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub reason: ::std::option::Option<::std::string::String>,
        ///How it was sent, once it was.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub shipment: ::std::option::Option<Shipment>,
        ///Where it goes.
        pub shipping_address: Address,
        ///Where it is in its life.
        pub status: OrderStatus,
        ///The sum of the lines.
        pub total: Money,
        ///When it last changed.
        pub updated_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Grows by one with each change; the `ETag` of the order.
        pub version: i64,
    }
    impl Order {
        pub fn builder() -> builder::Order {
            Default::default()
        }
    }
    ///What can be done to an order
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum OrderAction {
        #[serde(rename = "create")]
        Create,
        #[serde(rename = "amend")]
        Amend,
        #[serde(rename = "approve")]
        Approve,
        #[serde(rename = "reject")]
        Reject,
        #[serde(rename = "cancel")]
        Cancel,
        #[serde(rename = "ship")]
        Ship,
        #[serde(rename = "deliver")]
        Deliver,
        #[serde(rename = "abort")]
        Abort,
        #[serde(rename = "expire")]
        Expire,
    }
    impl ::std::fmt::Display for OrderAction {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Create => f.write_str("create"),
                Self::Amend => f.write_str("amend"),
                Self::Approve => f.write_str("approve"),
                Self::Reject => f.write_str("reject"),
                Self::Cancel => f.write_str("cancel"),
                Self::Ship => f.write_str("ship"),
                Self::Deliver => f.write_str("deliver"),
                Self::Abort => f.write_str("abort"),
                Self::Expire => f.write_str("expire"),
            }
        }
    }
    impl ::std::str::FromStr for OrderAction {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "create" => Ok(Self::Create),
                "amend" => Ok(Self::Amend),
                "approve" => Ok(Self::Approve),
                "reject" => Ok(Self::Reject),
                "cancel" => Ok(Self::Cancel),
                "ship" => Ok(Self::Ship),
                "deliver" => Ok(Self::Deliver),
                "abort" => Ok(Self::Abort),
                "expire" => Ok(Self::Expire),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for OrderAction {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for OrderAction {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///What to change of an order; what is absent stays
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct OrderAmendment {
        ///New lines, all of them.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub lines: ::std::vec::Vec<LineDraft>,
        ///A new wish, at most 2000 characters; null removes it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<::std::string::String>,
        ///A new address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub shipping_address: ::std::option::Option<Address>,
    }
    impl OrderAmendment {
        pub fn builder() -> builder::OrderAmendment {
            Default::default()
        }
    }
    ///Whose order it is
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct OrderCustomer {
        ///The account.
        pub id: ::uuid::Uuid,
        ///The person's name, at most ten seconds old; null while it is not known here.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl OrderCustomer {
        pub fn builder() -> builder::OrderCustomer {
            Default::default()
        }
    }
    ///An order to place
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct OrderDraft {
        ///For whom; for yourself when absent. Naming somebody else needs `order:create` over any.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub customer_id: ::std::option::Option<::uuid::Uuid>,
        ///What is ordered.
        pub lines: ::std::vec::Vec<LineDraft>,
        ///Your own data, at most 4 KiB of JSON. Numbers keep their value and not their spelling: `1.10` is given back as `1.1`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
        ///A wish, at most 2000 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<::std::string::String>,
        ///Where it goes.
        pub shipping_address: Address,
    }
    impl OrderDraft {
        pub fn builder() -> builder::OrderDraft {
            Default::default()
        }
    }
    ///The events of one order that wait to be published
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct OrderEvents {
        ///By their places in the outbox.
        pub items: ::std::vec::Vec<OutboxMessage>,
    }
    impl OrderEvents {
        pub fn builder() -> builder::OrderEvents {
            Default::default()
        }
    }
    ///One line of an order
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct OrderLine {
        ///What it is, at most 200 characters.
        pub name: ::std::string::String,
        ///How many.
        pub quantity: i64,
        ///The article number, at most 64 characters.
        pub sku: ::std::string::String,
        ///Quantity times unit price.
        pub total: Money,
        ///The price of one.
        pub unit_price: Money,
    }
    impl OrderLine {
        pub fn builder() -> builder::OrderLine {
            Default::default()
        }
    }
    ///A page of a list
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct OrderPage {
        ///The items, in the order asked for.
        pub items: ::std::vec::Vec<Order>,
        ///Where the next page starts; null on the last page.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
        ///How many items match in all; only with `count=exact`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub total: ::std::option::Option<i64>,
    }
    impl OrderPage {
        pub fn builder() -> builder::OrderPage {
            Default::default()
        }
    }
    ///What the list is sorted by; a minus means the largest first
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum OrderSort {
        #[serde(rename = "-created_at")]
        CreatedAtDescending,
        #[serde(rename = "created_at")]
        CreatedAt,
        #[serde(rename = "-updated_at")]
        UpdatedAtDescending,
        #[serde(rename = "updated_at")]
        UpdatedAt,
        #[serde(rename = "-total")]
        TotalDescending,
        #[serde(rename = "total")]
        Total,
        #[serde(rename = "-number")]
        NumberDescending,
        #[serde(rename = "number")]
        Number,
    }
    impl ::std::fmt::Display for OrderSort {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::CreatedAtDescending => f.write_str("-created_at"),
                Self::CreatedAt => f.write_str("created_at"),
                Self::UpdatedAtDescending => f.write_str("-updated_at"),
                Self::UpdatedAt => f.write_str("updated_at"),
                Self::TotalDescending => f.write_str("-total"),
                Self::Total => f.write_str("total"),
                Self::NumberDescending => f.write_str("-number"),
                Self::Number => f.write_str("number"),
            }
        }
    }
    impl ::std::str::FromStr for OrderSort {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "-created_at" => Ok(Self::CreatedAtDescending),
                "created_at" => Ok(Self::CreatedAt),
                "-updated_at" => Ok(Self::UpdatedAtDescending),
                "updated_at" => Ok(Self::UpdatedAt),
                "-total" => Ok(Self::TotalDescending),
                "total" => Ok(Self::Total),
                "-number" => Ok(Self::NumberDescending),
                "number" => Ok(Self::Number),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for OrderSort {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for OrderSort {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///How many orders there are
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct OrderStatistics {
        ///The days asked for, oldest first, those without orders included.
        pub days: ::std::vec::Vec<DayCount>,
        ///All orders, whenever they were placed; a status without orders is absent.
        pub statuses: ::std::vec::Vec<StatusCount>,
    }
    impl OrderStatistics {
        pub fn builder() -> builder::OrderStatistics {
            Default::default()
        }
    }
    ///Where an order is in its life
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum OrderStatus {
        #[serde(rename = "CREATED")]
        Created,
        #[serde(rename = "APPROVED")]
        Approved,
        #[serde(rename = "REJECTED")]
        Rejected,
        #[serde(rename = "SHIPPED")]
        Shipped,
        #[serde(rename = "DELIVERED")]
        Delivered,
        #[serde(rename = "CANCELLED")]
        Cancelled,
    }
    impl ::std::fmt::Display for OrderStatus {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Created => f.write_str("CREATED"),
                Self::Approved => f.write_str("APPROVED"),
                Self::Rejected => f.write_str("REJECTED"),
                Self::Shipped => f.write_str("SHIPPED"),
                Self::Delivered => f.write_str("DELIVERED"),
                Self::Cancelled => f.write_str("CANCELLED"),
            }
        }
    }
    impl ::std::str::FromStr for OrderStatus {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "CREATED" => Ok(Self::Created),
                "APPROVED" => Ok(Self::Approved),
                "REJECTED" => Ok(Self::Rejected),
                "SHIPPED" => Ok(Self::Shipped),
                "DELIVERED" => Ok(Self::Delivered),
                "CANCELLED" => Ok(Self::Cancelled),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for OrderStatus {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for OrderStatus {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///A decision about a parked event
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct OutboxDecision {
        ///Why, at most 500 characters: kept in the audit log.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
    }
    impl OutboxDecision {
        pub fn builder() -> builder::OutboxDecision {
            Default::default()
        }
    }
    /**An event that is not published yet

A member is null where the row cannot be read that far.*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct OutboxMessage {
        ///How often publishing failed.
        pub attempts: i64,
        ///Why it could not be published the last time.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub error: ::std::option::Option<::std::string::String>,
        ///The event's identity.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub event_id: ::std::option::Option<::uuid::Uuid>,
        ///The type of the event, such as order.created.v1.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub kind: ::std::option::Option<::std::string::String>,
        ///When it happened.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub occurred_at: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///Whether it cannot be published and waits for a decision.
        pub parked: bool,
        ///Its place in the outbox, by which it is released or skipped.
        pub position: i64,
        ///When publishing is tried again; null at the next opportunity, or after a decision.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub retry_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///The version of the subject after the change that it tells of.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub sequence: ::std::option::Option<i64>,
        ///The order, account or notification that it tells of: later events of it wait.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub subject: ::std::option::Option<::uuid::Uuid>,
    }
    impl OutboxMessage {
        pub fn builder() -> builder::OutboxMessage {
            Default::default()
        }
    }
    ///A page of a list
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct OutboxMessagePage {
        ///The items, in the order asked for.
        pub items: ::std::vec::Vec<OutboxMessage>,
        ///Where the next page starts; null on the last page.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
        ///How many items match in all; only with `count=exact`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub total: ::std::option::Option<i64>,
    }
    impl OutboxMessagePage {
        pub fn builder() -> builder::OutboxMessagePage {
            Default::default()
        }
    }
    ///The state of the outbox
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct OutboxState {
        ///When the oldest waiting one was written; null when none waits.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub oldest_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///Events that cannot be published and wait for a decision.
        pub parked: i64,
        ///Events that wait to be published.
        pub pending: i64,
    }
    impl OutboxState {
        pub fn builder() -> builder::OutboxState {
            Default::default()
        }
    }
    ///A new password
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct PasswordChange {
        ///The password so far.
        pub current_password: ::std::string::String,
        ///At least 8 characters, hard to guess, and not like your name or address.
        pub password: ::std::string::String,
    }
    impl PasswordChange {
        pub fn builder() -> builder::PasswordChange {
            Default::default()
        }
    }
    ///A new password, chosen by a mailed link
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct PasswordReset {
        ///At least 8 characters, hard to guess, and not like your name or address.
        pub password: ::std::string::String,
        ///The token of the link.
        pub token: ::std::string::String,
    }
    impl PasswordReset {
        pub fn builder() -> builder::PasswordReset {
            Default::default()
        }
    }
    ///A permission that operations need
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Permission {
        ///What is done to it.
        pub action: ::std::string::String,
        ///What it allows, in words.
        pub description: ::std::string::String,
        ///The kind of thing.
        pub resource: ::std::string::String,
    }
    impl Permission {
        pub fn builder() -> builder::Permission {
            Default::default()
        }
    }
    ///All permissions
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Permissions {
        ///Those of all services.
        pub items: ::std::vec::Vec<Permission>,
    }
    impl Permissions {
        pub fn builder() -> builder::Permissions {
            Default::default()
        }
    }
    ///The whole policy
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Policy {
        ///Every role, by name.
        pub roles: ::std::vec::Vec<PolicyRole>,
        ///Grows with every change of any role; the `ETag` of the policy.
        pub version: i64,
    }
    impl Policy {
        pub fn builder() -> builder::Policy {
            Default::default()
        }
    }
    ///The rules of a role
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct PolicyRole {
        ///Whose they are.
        pub role: ::std::string::String,
        ///The rules.
        pub rules: ::std::vec::Vec<PolicyRule>,
    }
    impl PolicyRole {
        pub fn builder() -> builder::PolicyRole {
            Default::default()
        }
    }
    ///A rule as it is written; some words may be of a newer version
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct PolicyRule {
        ///What is done to it, or `*`.
        pub action: ::std::string::String,
        ///`allow` or `deny`.
        pub effect: ::std::string::String,
        ///The kind of thing, or `*`.
        pub resource: ::std::string::String,
        ///`own` or `any`.
        pub scope: ::std::string::String,
    }
    impl PolicyRule {
        pub fn builder() -> builder::PolicyRule {
            Default::default()
        }
    }
    /**What went wrong, as RFC 9457 describes it

Further members may follow, such as the current status of an order.*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Problem {
        ///A stable code for programs, such as `order.not_found`.
        pub code: ::std::string::String,
        ///What went wrong this time, and what to do about it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub detail: ::std::option::Option<::std::string::String>,
        ///The refused values, when there are such.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub errors: ::std::vec::Vec<FieldProblem>,
        ///The path that was asked for.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub instance: ::std::option::Option<::std::string::String>,
        ///The id of the request, as in `X-Request-Id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub request_id: ::std::option::Option<::std::string::String>,
        ///The HTTP status.
        pub status: i32,
        ///A short name for the kind of problem.
        pub title: ::std::string::String,
        ///The id of the trace, as in `X-Trace-Id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub trace_id: ::std::option::Option<::std::string::String>,
        ///Identifies the kind of problem: `urn:eop:problem:` and the code.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
    }
    impl Problem {
        pub fn builder() -> builder::Problem {
            Default::default()
        }
    }
    ///What to change of one's profile; what is absent stays
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct ProfileChange {
        ///A new BCP 47 language tag; kept in its canonical form.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub locale: ::std::option::Option<::std::string::String>,
        ///A new name, at most 200 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///A new phone number in E.164 form; null removes it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub phone: ::std::option::Option<::std::string::String>,
        ///A new time zone, by its name in the IANA database.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub time_zone: ::std::option::Option<::std::string::String>,
    }
    impl ProfileChange {
        pub fn builder() -> builder::ProfileChange {
            Default::default()
        }
    }
    ///How a provider is doing
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Provider {
        ///Messages of the last minute, whatever became of them.
        pub calls: i64,
        ///The channel that it serves.
        pub channel: Channel,
        ///Those of them that it did not take for now, or to which it did not answer.
        pub failures: i64,
        ///What went wrong last; null when nothing did since the start.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub last_failure: ::std::option::Option<ProviderFailure>,
        ///When it may be asked again: the next probe, or the end of the pause that it asked for; null when it may be asked now.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///Since when it failed too often; null while it works.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub open_since: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///Messages that went on to another provider since the start, because this one did not take them.
        pub passed_on: i64,
        ///Messages that it is given in a second, at most; null without a limit.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub per_second: ::std::option::Option<i32>,
        ///Its place among those of its channel: 1 is asked first.
        pub position: i32,
        ///Its name, as shown with attempts.
        pub provider: ::std::string::String,
        ///What its breaker lets through.
        pub state: ProviderState,
    }
    impl Provider {
        pub fn builder() -> builder::Provider {
            Default::default()
        }
    }
    ///What went wrong last
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct ProviderFailure {
        ///When.
        pub at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///What the provider said, or what was seen of it.
        pub detail: ::std::string::String,
    }
    impl ProviderFailure {
        pub fn builder() -> builder::ProviderFailure {
            Default::default()
        }
    }
    ///The providers of all channels
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct ProviderList {
        ///By channel, in the order in which they are asked.
        pub items: ::std::vec::Vec<Provider>,
    }
    impl ProviderList {
        pub fn builder() -> builder::ProviderList {
            Default::default()
        }
    }
    ///What a provider's breaker lets through: everything, nothing, or one message that is to show whether it works again
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum ProviderState {
        #[serde(rename = "closed")]
        Closed,
        #[serde(rename = "open")]
        Open,
        #[serde(rename = "half_open")]
        HalfOpen,
    }
    impl ::std::fmt::Display for ProviderState {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Closed => f.write_str("closed"),
                Self::Open => f.write_str("open"),
                Self::HalfOpen => f.write_str("half_open"),
            }
        }
    }
    impl ::std::str::FromStr for ProviderState {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "closed" => Ok(Self::Closed),
                "open" => Ok(Self::Open),
                "half_open" => Ok(Self::HalfOpen),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for ProviderState {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for ProviderState {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///How the refresh token is handed over
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum RefreshDelivery {
        #[serde(rename = "body")]
        Body,
        #[serde(rename = "cookie")]
        Cookie,
    }
    impl ::std::fmt::Display for RefreshDelivery {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Body => f.write_str("body"),
                Self::Cookie => f.write_str("cookie"),
            }
        }
    }
    impl ::std::str::FromStr for RefreshDelivery {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "body" => Ok(Self::Body),
                "cookie" => Ok(Self::Cookie),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for RefreshDelivery {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for RefreshDelivery {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///An account to register
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct Registration {
        ///The address, the domain in Unicode or ASCII; its owner is sent a link to verify it.
        pub email: ::std::string::String,
        ///BCP 47 language tag, such as en or de-AT; kept in its canonical form.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub locale: ::std::option::Option<::std::string::String>,
        ///The person's name, at most 200 characters.
        pub name: ::std::string::String,
        ///At least 8 characters, hard to guess, and not like your name or address.
        pub password: ::std::string::String,
        ///Name of a time zone in the IANA database, such as Europe/Berlin.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub time_zone: ::std::option::Option<::std::string::String>,
    }
    impl Registration {
        pub fn builder() -> builder::Registration {
            Default::default()
        }
    }
    ///A rejection
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct Rejection {
        ///A remark for the history, at most 2000 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<::std::string::String>,
        ///Why: a code or short phrase of at most 100 characters.
        pub reason: ::std::string::String,
    }
    impl Rejection {
        pub fn builder() -> builder::Rejection {
            Default::default()
        }
    }
    ///A role
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Role {
        ///Whether the platform ships with it: it cannot be removed.
        pub built_in: bool,
        ///When it was made.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///What it is for.
        pub description: ::std::string::String,
        ///Whether what it may do cannot be changed.
        pub fixed: bool,
        ///Its name.
        pub name: ::std::string::String,
        ///What it grants and denies.
        pub permissions: ::std::vec::Vec<RoleRule>,
        ///When it last changed.
        pub updated_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Grows by one with each change; the `ETag` of the role.
        pub version: i64,
    }
    impl Role {
        pub fn builder() -> builder::Role {
            Default::default()
        }
    }
    ///What a role is to be from now on
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct RoleChange {
        ///What it is for, at most 300 characters.
        pub description: ::std::string::String,
        ///All that it grants and denies; what is not granted is refused.
        pub permissions: ::std::vec::Vec<RoleRule>,
    }
    impl RoleChange {
        pub fn builder() -> builder::RoleChange {
            Default::default()
        }
    }
    ///A rule of a role
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct RoleRule {
        ///What may be done to it, or `*` for everything.
        pub action: ::std::string::String,
        ///Whether it grants or denies.
        pub effect: Effect,
        ///The kind of thing, or `*` for every kind.
        pub resource: ::std::string::String,
        ///To whose. A denial is of both, whatever it says.
        pub scope: Scope,
    }
    impl RoleRule {
        pub fn builder() -> builder::RoleRule {
            Default::default()
        }
    }
    ///The roles of an account
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct RoleSet {
        ///The names of the roles.
        pub roles: ::std::vec::Vec<::std::string::String>,
    }
    impl RoleSet {
        pub fn builder() -> builder::RoleSet {
            Default::default()
        }
    }
    ///All roles
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Roles {
        ///By name.
        pub items: ::std::vec::Vec<Role>,
    }
    impl Roles {
        pub fn builder() -> builder::Roles {
            Default::default()
        }
    }
    ///How a route was used in the last hour
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct RouteUse {
        ///Those of them that were answered with 500 and above.
        pub failed: i64,
        ///How long the slowest took.
        pub longest_us: i64,
        ///How long one took on average, in microseconds.
        pub mean_us: i64,
        ///The method.
        pub method: ::std::string::String,
        ///Requests that were answered.
        pub requests: i64,
        ///The template of the route.
        pub route: ::std::string::String,
    }
    impl RouteUse {
        pub fn builder() -> builder::RouteUse {
            Default::default()
        }
    }
    ///How far a permission reaches
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum Scope {
        #[serde(rename = "own")]
        Own,
        #[serde(rename = "any")]
        Any,
    }
    impl ::std::fmt::Display for Scope {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Own => f.write_str("own"),
                Self::Any => f.write_str("any"),
            }
        }
    }
    impl ::std::str::FromStr for Scope {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "own" => Ok(Self::Own),
                "any" => Ok(Self::Any),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for Scope {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for Scope {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///The token of a service
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct ServiceToken {
        ///For requests to the user service, as `Authorization: Bearer`.
        pub access_token: ::std::string::String,
        ///Seconds until it expires.
        pub expires_in: i64,
        ///`Bearer`.
        pub token_type: ::std::string::String,
    }
    impl ServiceToken {
        pub fn builder() -> builder::ServiceToken {
            Default::default()
        }
    }
    ///A signed-in session
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Session {
        ///When it was opened.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Whether it is the one of this request.
        pub current: bool,
        ///What opened it: browser and system, or the `User-Agent` of another program.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub device: ::std::option::Option<::std::string::String>,
        ///When it ends in any case.
        pub expires_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Identity.
        pub id: ::uuid::Uuid,
        ///When it ends if it is not refreshed before.
        pub idle_until: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The address it was last used from.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub ip: ::std::option::Option<::std::string::String>,
        ///When it was last refreshed.
        pub last_seen_at: ::chrono::DateTime<::chrono::offset::Utc>,
    }
    impl Session {
        pub fn builder() -> builder::Session {
            Default::default()
        }
    }
    ///One's open sessions
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct SessionList {
        ///Newest first.
        pub items: ::std::vec::Vec<Session>,
    }
    impl SessionList {
        pub fn builder() -> builder::SessionList {
            Default::default()
        }
    }
    ///How an order was sent
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Shipment {
        ///Who carries it.
        pub carrier: ::std::string::String,
        ///When it was handed over.
        pub shipped_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The carrier's number for it.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub tracking_number: ::std::option::Option<::std::string::String>,
    }
    impl Shipment {
        pub fn builder() -> builder::Shipment {
            Default::default()
        }
    }
    ///A key that signs, signed or will sign access tokens
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct SigningKey {
        ///The algorithm (RFC 8037), such as `EdDSA`.
        pub algorithm: ::std::string::String,
        ///When it was made.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Its name: the thumbprint of the public key (RFC 7638).
        pub kid: ::std::string::String,
        ///Since when it is there.
        pub since: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Where it is in its life.
        pub state: KeyState,
    }
    impl SigningKey {
        pub fn builder() -> builder::SigningKey {
            Default::default()
        }
    }
    ///The keys that are published
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct SigningKeyList {
        ///The keys, newest first.
        pub items: ::std::vec::Vec<SigningKey>,
    }
    impl SigningKeyList {
        pub fn builder() -> builder::SigningKeyList {
            Default::default()
        }
    }
    ///A request that took long
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct SlowRequest {
        ///When it was answered.
        pub at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The method.
        pub method: ::std::string::String,
        ///The template of the route.
        pub route: ::std::string::String,
        ///The status of the answer.
        pub status: i32,
        ///How long it took, in microseconds.
        pub took_us: i64,
        ///Its trace; null when it was not recorded.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub trace_id: ::std::option::Option<::std::string::String>,
    }
    impl SlowRequest {
        pub fn builder() -> builder::SlowRequest {
            Default::default()
        }
    }
    ///One span of a trace
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Span {
        ///What else is known.
        pub attributes: ::std::vec::Vec<NamedValue>,
        ///Whether it failed.
        pub failed: bool,
        ///What went wrong; null when it did not fail, or nobody said.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub failure: ::std::option::Option<::std::string::String>,
        ///The span, 16 hexadecimal digits.
        pub id: ::std::string::String,
        ///`server`, `client`, `producer`, `consumer` or `internal`.
        pub kind: ::std::string::String,
        ///Other traces that it belongs to as well, such as those of the requests that were written together.
        pub links: ::std::vec::Vec<::std::string::String>,
        ///What was done.
        pub name: ::std::string::String,
        ///The span that it is a part of; null at the beginning of a trace.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub parent_id: ::std::option::Option<::std::string::String>,
        ///When it began.
        pub started_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///How long it took, in microseconds.
        pub took_us: i64,
        ///The trace.
        pub trace_id: ::std::string::String,
    }
    impl Span {
        pub fn builder() -> builder::Span {
            Default::default()
        }
    }
    ///Spans
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct SpanList {
        ///In the order of their beginnings.
        pub items: ::std::vec::Vec<Span>,
    }
    impl SpanList {
        pub fn builder() -> builder::SpanList {
            Default::default()
        }
    }
    ///How many orders are in a status
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct StatusCount {
        ///How many.
        pub orders: i64,
        ///The status that they are in now.
        pub status: OrderStatus,
    }
    impl StatusCount {
        pub fn builder() -> builder::StatusCount {
            Default::default()
        }
    }
    ///What a service remembers of the last hour
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct System {
        ///The busiest first.
        pub routes: ::std::vec::Vec<RouteUse>,
        ///The oldest first; the last one ends now.
        pub samples: ::std::vec::Vec<SystemSample>,
        ///At most three of each route, the slowest first.
        pub slowest: ::std::vec::Vec<SlowRequest>,
        ///The newest first.
        pub troubles: ::std::vec::Vec<TroubleLine>,
    }
    impl System {
        pub fn builder() -> builder::System {
            Default::default()
        }
    }
    ///What a service did within one step, and how it was at its end
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct SystemSample {
        ///When the step ended.
        pub at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Commits that were written.
        pub commits: i64,
        ///Messages read from the bus.
        pub consumed: i64,
        ///Deliveries that a provider took; null where nothing is delivered.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub delivered: ::std::option::Option<i64>,
        ///Those of them that were answered with 500 and above.
        pub failed: i64,
        ///Requests that were being served.
        pub in_flight: i64,
        ///Messages that were not acknowledged yet; null where nobody counts them.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub lag: ::std::option::Option<i64>,
        ///How long it was, in milliseconds.
        pub lasted_ms: i64,
        ///Half of the requests were answered within so many microseconds; null when there were none.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub median_us: ::std::option::Option<i64>,
        ///Memory of the process, in bytes.
        pub memory: i64,
        ///How long the oldest of them had waited, in milliseconds.
        pub outbox_oldest_ms: i64,
        ///Events that waited for a decision.
        pub outbox_parked: i64,
        ///Events that waited to be published.
        pub outbox_pending: i64,
        ///99 of 100 requests were.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub p99_us: ::std::option::Option<i64>,
        ///Processor time that the process took, in milliseconds.
        pub processor_ms: i64,
        ///Events that the broker acknowledged.
        pub published: i64,
        ///Requests that were answered.
        pub requests: i64,
        ///Attempts that did not deliver; null where nothing is delivered.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub undelivered: ::std::option::Option<i64>,
    }
    impl SystemSample {
        pub fn builder() -> builder::SystemSample {
            Default::default()
        }
    }
    ///A refresh token to exchange
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct TokenRefresh {
        ///The refresh token; that of the cookie when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub refresh_token: ::std::option::Option<::std::string::String>,
    }
    impl TokenRefresh {
        pub fn builder() -> builder::TokenRefresh {
            Default::default()
        }
    }
    ///Client credentials, for a token
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct TokenRequest {
        ///The name of the client, unless it is in the header `Authorization: Basic`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub client_id: ::std::option::Option<::std::string::String>,
        ///Its secret.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub client_secret: ::std::option::Option<::std::string::String>,
        ///`client_credentials`.
        pub grant_type: ::std::string::String,
    }
    impl TokenRequest {
        pub fn builder() -> builder::TokenRequest {
            Default::default()
        }
    }
    ///Tokens for one session
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Tokens {
        ///For requests, as `Authorization: Bearer`.
        pub access_token: ::std::string::String,
        ///Seconds until the access token expires.
        pub expires_in: i64,
        ///For one exchange; null when it is in the cookie.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub refresh_token: ::std::option::Option<::std::string::String>,
        ///The session.
        pub session_id: ::uuid::Uuid,
        ///`Bearer`.
        pub token_type: ::std::string::String,
    }
    impl Tokens {
        pub fn builder() -> builder::Tokens {
            Default::default()
        }
    }
    ///What can be said of a service's part in a trace at a glance
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct TraceHead {
        ///How many of them failed.
        pub failures: i64,
        ///The name of the service's first span in it.
        pub name: ::std::string::String,
        ///How many spans there are.
        pub spans: i64,
        ///When that began.
        pub started_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///From then to the end of the last one, in microseconds.
        pub took_us: i64,
        ///The trace.
        pub trace_id: ::std::string::String,
    }
    impl TraceHead {
        pub fn builder() -> builder::TraceHead {
            Default::default()
        }
    }
    ///Traces
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct TraceList {
        ///The newest first.
        pub items: ::std::vec::Vec<TraceHead>,
    }
    impl TraceList {
        pub fn builder() -> builder::TraceList {
            Default::default()
        }
    }
    ///A line of the log that tells of trouble
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct TroubleLine {
        ///When.
        pub at: ::std::string::String,
        ///What else it says.
        pub fields: ::std::vec::Vec<NamedValue>,
        ///`WARN` or `ERROR`.
        pub level: ::std::string::String,
        ///What it says.
        pub message: ::std::string::String,
        ///The trace that it belongs to, if any.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub trace_id: ::std::option::Option<::std::string::String>,
    }
    impl TroubleLine {
        pub fn builder() -> builder::TroubleLine {
            Default::default()
        }
    }
    ///How many items are unread
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct UnreadCount {
        ///The number.
        pub unread: i64,
    }
    impl UnreadCount {
        pub fn builder() -> builder::UnreadCount {
            Default::default()
        }
    }
    ///What the list is sorted by; a minus means the latest first
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum UserSort {
        #[serde(rename = "-created_at")]
        CreatedAtDescending,
        #[serde(rename = "created_at")]
        CreatedAt,
    }
    impl ::std::fmt::Display for UserSort {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::CreatedAtDescending => f.write_str("-created_at"),
                Self::CreatedAt => f.write_str("created_at"),
            }
        }
    }
    impl ::std::str::FromStr for UserSort {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "-created_at" => Ok(Self::CreatedAtDescending),
                "created_at" => Ok(Self::CreatedAt),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for UserSort {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for UserSort {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///Who may read a note
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum Visibility {
        #[serde(rename = "public")]
        Public,
        #[serde(rename = "internal")]
        Internal,
    }
    impl ::std::fmt::Display for Visibility {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Public => f.write_str("public"),
                Self::Internal => f.write_str("internal"),
            }
        }
    }
    impl ::std::str::FromStr for Visibility {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "public" => Ok(Self::Public),
                "internal" => Ok(Self::Internal),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for Visibility {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for Visibility {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        #[derive(Clone, Debug)]
        pub struct Abortion {
            reason: ::std::result::Result<super::AbortReason, ::std::string::String>,
        }
        impl ::std::default::Default for Abortion {
            fn default() -> Self {
                Self {
                    reason: Err("no value supplied for reason".to_string()),
                }
            }
        }
        impl Abortion {
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AbortReason>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Abortion> for super::Abortion {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Abortion,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { reason: value.reason? })
            }
        }
        impl ::std::convert::From<super::Abortion> for Abortion {
            fn from(value: super::Abortion) -> Self {
                Self { reason: Ok(value.reason) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Account {
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            email: ::std::result::Result<::std::string::String, ::std::string::String>,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            locale: ::std::result::Result<::std::string::String, ::std::string::String>,
            locked_until: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            phone: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            roles: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            state: ::std::result::Result<super::AccountState, ::std::string::String>,
            time_zone: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            updated_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            verified_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            version: ::std::result::Result<i64, ::std::string::String>,
        }
        impl ::std::default::Default for Account {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    email: Err("no value supplied for email".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    locale: Err("no value supplied for locale".to_string()),
                    locked_until: Err("no value supplied for locked_until".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    phone: Err("no value supplied for phone".to_string()),
                    roles: Err("no value supplied for roles".to_string()),
                    state: Err("no value supplied for state".to_string()),
                    time_zone: Err("no value supplied for time_zone".to_string()),
                    updated_at: Err("no value supplied for updated_at".to_string()),
                    verified_at: Err("no value supplied for verified_at".to_string()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }
        impl Account {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.email = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for email: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn locale<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.locale = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for locale: {e}")
                    });
                self
            }
            pub fn locked_until<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.locked_until = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for locked_until: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn phone<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.phone = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for phone: {e}")
                    });
                self
            }
            pub fn roles<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.roles = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for roles: {e}")
                    });
                self
            }
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccountState>,
                T::Error: ::std::fmt::Display,
            {
                self.state = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for state: {e}")
                    });
                self
            }
            pub fn time_zone<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.time_zone = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for time_zone: {e}")
                    });
                self
            }
            pub fn updated_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.updated_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for updated_at: {e}")
                    });
                self
            }
            pub fn verified_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.verified_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for verified_at: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Account> for super::Account {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Account,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    email: value.email?,
                    id: value.id?,
                    locale: value.locale?,
                    locked_until: value.locked_until?,
                    name: value.name?,
                    phone: value.phone?,
                    roles: value.roles?,
                    state: value.state?,
                    time_zone: value.time_zone?,
                    updated_at: value.updated_at?,
                    verified_at: value.verified_at?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::Account> for Account {
            fn from(value: super::Account) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    email: Ok(value.email),
                    id: Ok(value.id),
                    locale: Ok(value.locale),
                    locked_until: Ok(value.locked_until),
                    name: Ok(value.name),
                    phone: Ok(value.phone),
                    roles: Ok(value.roles),
                    state: Ok(value.state),
                    time_zone: Ok(value.time_zone),
                    updated_at: Ok(value.updated_at),
                    verified_at: Ok(value.verified_at),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AccountLock {
            until: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AccountLock {
            fn default() -> Self {
                Self {
                    until: Ok(Default::default()),
                }
            }
        }
        impl AccountLock {
            pub fn until<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.until = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for until: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AccountLock> for super::AccountLock {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AccountLock,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { until: value.until? })
            }
        }
        impl ::std::convert::From<super::AccountLock> for AccountLock {
            fn from(value: super::AccountLock) -> Self {
                Self { until: Ok(value.until) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AccountPage {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Account>,
                ::std::string::String,
            >,
            next_cursor: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            total: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AccountPage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                    total: Ok(Default::default()),
                }
            }
        }
        impl AccountPage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Account>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_cursor: {e}")
                    });
                self
            }
            pub fn total<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.total = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for total: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AccountPage> for super::AccountPage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AccountPage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_cursor: value.next_cursor?,
                    total: value.total?,
                })
            }
        }
        impl ::std::convert::From<super::AccountPage> for AccountPage {
            fn from(value: super::AccountPage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_cursor: Ok(value.next_cursor),
                    total: Ok(value.total),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Actor {
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            kind: ::std::result::Result<super::ActorKind, ::std::string::String>,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Actor {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    kind: Err("no value supplied for kind".to_string()),
                    name: Ok(Default::default()),
                }
            }
        }
        impl Actor {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::ActorKind>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kind: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Actor> for super::Actor {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Actor,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    id: value.id?,
                    kind: value.kind?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::Actor> for Actor {
            fn from(value: super::Actor) -> Self {
                Self {
                    id: Ok(value.id),
                    kind: Ok(value.kind),
                    name: Ok(value.name),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Address {
            city: ::std::result::Result<::std::string::String, ::std::string::String>,
            country: ::std::result::Result<::std::string::String, ::std::string::String>,
            line1: ::std::result::Result<::std::string::String, ::std::string::String>,
            line2: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            postal_code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            region: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Address {
            fn default() -> Self {
                Self {
                    city: Err("no value supplied for city".to_string()),
                    country: Err("no value supplied for country".to_string()),
                    line1: Err("no value supplied for line1".to_string()),
                    line2: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                    postal_code: Ok(Default::default()),
                    region: Ok(Default::default()),
                }
            }
        }
        impl Address {
            pub fn city<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.city = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for city: {e}")
                    });
                self
            }
            pub fn country<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.country = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for country: {e}")
                    });
                self
            }
            pub fn line1<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.line1 = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for line1: {e}")
                    });
                self
            }
            pub fn line2<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.line2 = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for line2: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn postal_code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.postal_code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for postal_code: {e}")
                    });
                self
            }
            pub fn region<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.region = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for region: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Address> for super::Address {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Address,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    city: value.city?,
                    country: value.country?,
                    line1: value.line1?,
                    line2: value.line2?,
                    name: value.name?,
                    postal_code: value.postal_code?,
                    region: value.region?,
                })
            }
        }
        impl ::std::convert::From<super::Address> for Address {
            fn from(value: super::Address) -> Self {
                Self {
                    city: Ok(value.city),
                    country: Ok(value.country),
                    line1: Ok(value.line1),
                    line2: Ok(value.line2),
                    name: Ok(value.name),
                    postal_code: Ok(value.postal_code),
                    region: Ok(value.region),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Approval {
            note: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Approval {
            fn default() -> Self {
                Self {
                    note: Ok(Default::default()),
                }
            }
        }
        impl Approval {
            pub fn note<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.note = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for note: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Approval> for super::Approval {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Approval,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { note: value.note? })
            }
        }
        impl ::std::convert::From<super::Approval> for Approval {
            fn from(value: super::Approval) -> Self {
                Self { note: Ok(value.note) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Arrival {
            delivered_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Arrival {
            fn default() -> Self {
                Self {
                    delivered_at: Ok(Default::default()),
                }
            }
        }
        impl Arrival {
            pub fn delivered_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.delivered_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for delivered_at: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Arrival> for super::Arrival {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Arrival,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    delivered_at: value.delivered_at?,
                })
            }
        }
        impl ::std::convert::From<super::Arrival> for Arrival {
            fn from(value: super::Arrival) -> Self {
                Self {
                    delivered_at: Ok(value.delivered_at),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Attempt {
            code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            detail: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            duration_ms: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            finished_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            number: ::std::result::Result<i64, ::std::string::String>,
            outcome: ::std::result::Result<
                ::std::option::Option<super::AttemptOutcome>,
                ::std::string::String,
            >,
            provider: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            started_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Attempt {
            fn default() -> Self {
                Self {
                    code: Err("no value supplied for code".to_string()),
                    detail: Err("no value supplied for detail".to_string()),
                    duration_ms: Err("no value supplied for duration_ms".to_string()),
                    finished_at: Err("no value supplied for finished_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    number: Err("no value supplied for number".to_string()),
                    outcome: Err("no value supplied for outcome".to_string()),
                    provider: Err("no value supplied for provider".to_string()),
                    started_at: Err("no value supplied for started_at".to_string()),
                }
            }
        }
        impl Attempt {
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for code: {e}")
                    });
                self
            }
            pub fn detail<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.detail = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for detail: {e}")
                    });
                self
            }
            pub fn duration_ms<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.duration_ms = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for duration_ms: {e}")
                    });
                self
            }
            pub fn finished_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.finished_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for finished_at: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.number = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for number: {e}")
                    });
                self
            }
            pub fn outcome<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AttemptOutcome>>,
                T::Error: ::std::fmt::Display,
            {
                self.outcome = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for outcome: {e}")
                    });
                self
            }
            pub fn provider<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.provider = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for provider: {e}")
                    });
                self
            }
            pub fn started_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.started_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for started_at: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Attempt> for super::Attempt {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Attempt,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    detail: value.detail?,
                    duration_ms: value.duration_ms?,
                    finished_at: value.finished_at?,
                    id: value.id?,
                    number: value.number?,
                    outcome: value.outcome?,
                    provider: value.provider?,
                    started_at: value.started_at?,
                })
            }
        }
        impl ::std::convert::From<super::Attempt> for Attempt {
            fn from(value: super::Attempt) -> Self {
                Self {
                    code: Ok(value.code),
                    detail: Ok(value.detail),
                    duration_ms: Ok(value.duration_ms),
                    finished_at: Ok(value.finished_at),
                    id: Ok(value.id),
                    number: Ok(value.number),
                    outcome: Ok(value.outcome),
                    provider: Ok(value.provider),
                    started_at: Ok(value.started_at),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AttemptList {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Attempt>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AttemptList {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                }
            }
        }
        impl AttemptList {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Attempt>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AttemptList> for super::AttemptList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AttemptList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items? })
            }
        }
        impl ::std::convert::From<super::AttemptList> for AttemptList {
            fn from(value: super::AttemptList) -> Self {
                Self { items: Ok(value.items) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AuditEntry {
            action: ::std::result::Result<::std::string::String, ::std::string::String>,
            actor_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            actor_kind: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            detail: ::std::result::Result<
                ::std::option::Option<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                ::std::string::String,
            >,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            ip: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            outcome: ::std::result::Result<::std::string::String, ::std::string::String>,
            request_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            target: ::std::result::Result<::std::string::String, ::std::string::String>,
            trace_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            user_agent: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AuditEntry {
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                    actor_id: Err("no value supplied for actor_id".to_string()),
                    actor_kind: Err("no value supplied for actor_kind".to_string()),
                    at: Err("no value supplied for at".to_string()),
                    detail: Err("no value supplied for detail".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    ip: Err("no value supplied for ip".to_string()),
                    outcome: Err("no value supplied for outcome".to_string()),
                    request_id: Err("no value supplied for request_id".to_string()),
                    target: Err("no value supplied for target".to_string()),
                    trace_id: Err("no value supplied for trace_id".to_string()),
                    user_agent: Err("no value supplied for user_agent".to_string()),
                }
            }
        }
        impl AuditEntry {
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.action = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for action: {e}")
                    });
                self
            }
            pub fn actor_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.actor_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for actor_id: {e}")
                    });
                self
            }
            pub fn actor_kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.actor_kind = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for actor_kind: {e}")
                    });
                self
            }
            pub fn at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for at: {e}"));
                self
            }
            pub fn detail<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.detail = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for detail: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn ip<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.ip = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for ip: {e}"));
                self
            }
            pub fn outcome<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.outcome = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for outcome: {e}")
                    });
                self
            }
            pub fn request_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.request_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for request_id: {e}")
                    });
                self
            }
            pub fn target<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.target = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for target: {e}")
                    });
                self
            }
            pub fn trace_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.trace_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for trace_id: {e}")
                    });
                self
            }
            pub fn user_agent<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.user_agent = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for user_agent: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AuditEntry> for super::AuditEntry {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AuditEntry,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    actor_id: value.actor_id?,
                    actor_kind: value.actor_kind?,
                    at: value.at?,
                    detail: value.detail?,
                    id: value.id?,
                    ip: value.ip?,
                    outcome: value.outcome?,
                    request_id: value.request_id?,
                    target: value.target?,
                    trace_id: value.trace_id?,
                    user_agent: value.user_agent?,
                })
            }
        }
        impl ::std::convert::From<super::AuditEntry> for AuditEntry {
            fn from(value: super::AuditEntry) -> Self {
                Self {
                    action: Ok(value.action),
                    actor_id: Ok(value.actor_id),
                    actor_kind: Ok(value.actor_kind),
                    at: Ok(value.at),
                    detail: Ok(value.detail),
                    id: Ok(value.id),
                    ip: Ok(value.ip),
                    outcome: Ok(value.outcome),
                    request_id: Ok(value.request_id),
                    target: Ok(value.target),
                    trace_id: Ok(value.trace_id),
                    user_agent: Ok(value.user_agent),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AuditEntryPage {
            items: ::std::result::Result<
                ::std::vec::Vec<super::AuditEntry>,
                ::std::string::String,
            >,
            next_cursor: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            total: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AuditEntryPage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                    total: Ok(Default::default()),
                }
            }
        }
        impl AuditEntryPage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::AuditEntry>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_cursor: {e}")
                    });
                self
            }
            pub fn total<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.total = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for total: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AuditEntryPage> for super::AuditEntryPage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AuditEntryPage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_cursor: value.next_cursor?,
                    total: value.total?,
                })
            }
        }
        impl ::std::convert::From<super::AuditEntryPage> for AuditEntryPage {
            fn from(value: super::AuditEntryPage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_cursor: Ok(value.next_cursor),
                    total: Ok(value.total),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct BulkOutcome {
            dry_run: ::std::result::Result<bool, ::std::string::String>,
            failed: ::std::result::Result<i64, ::std::string::String>,
            results: ::std::result::Result<
                ::std::vec::Vec<super::BulkResult>,
                ::std::string::String,
            >,
            succeeded: ::std::result::Result<i64, ::std::string::String>,
        }
        impl ::std::default::Default for BulkOutcome {
            fn default() -> Self {
                Self {
                    dry_run: Err("no value supplied for dry_run".to_string()),
                    failed: Err("no value supplied for failed".to_string()),
                    results: Err("no value supplied for results".to_string()),
                    succeeded: Err("no value supplied for succeeded".to_string()),
                }
            }
        }
        impl BulkOutcome {
            pub fn dry_run<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.dry_run = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for dry_run: {e}")
                    });
                self
            }
            pub fn failed<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.failed = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for failed: {e}")
                    });
                self
            }
            pub fn results<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::BulkResult>>,
                T::Error: ::std::fmt::Display,
            {
                self.results = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for results: {e}")
                    });
                self
            }
            pub fn succeeded<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.succeeded = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for succeeded: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<BulkOutcome> for super::BulkOutcome {
            type Error = super::error::ConversionError;
            fn try_from(
                value: BulkOutcome,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    dry_run: value.dry_run?,
                    failed: value.failed?,
                    results: value.results?,
                    succeeded: value.succeeded?,
                })
            }
        }
        impl ::std::convert::From<super::BulkOutcome> for BulkOutcome {
            fn from(value: super::BulkOutcome) -> Self {
                Self {
                    dry_run: Ok(value.dry_run),
                    failed: Ok(value.failed),
                    results: Ok(value.results),
                    succeeded: Ok(value.succeeded),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct BulkRequest {
            action: ::std::result::Result<super::BulkAction, ::std::string::String>,
            carrier: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            delivered_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            dry_run: ::std::result::Result<bool, ::std::string::String>,
            ids: ::std::result::Result<
                ::std::vec::Vec<::uuid::Uuid>,
                ::std::string::String,
            >,
            note: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            tracking_number: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for BulkRequest {
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                    carrier: Ok(Default::default()),
                    delivered_at: Ok(Default::default()),
                    dry_run: Ok(Default::default()),
                    ids: Err("no value supplied for ids".to_string()),
                    note: Ok(Default::default()),
                    reason: Ok(Default::default()),
                    tracking_number: Ok(Default::default()),
                }
            }
        }
        impl BulkRequest {
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::BulkAction>,
                T::Error: ::std::fmt::Display,
            {
                self.action = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for action: {e}")
                    });
                self
            }
            pub fn carrier<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.carrier = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for carrier: {e}")
                    });
                self
            }
            pub fn delivered_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.delivered_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for delivered_at: {e}")
                    });
                self
            }
            pub fn dry_run<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.dry_run = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for dry_run: {e}")
                    });
                self
            }
            pub fn ids<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.ids = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for ids: {e}")
                    });
                self
            }
            pub fn note<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.note = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for note: {e}")
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
            pub fn tracking_number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tracking_number = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for tracking_number: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<BulkRequest> for super::BulkRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: BulkRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    carrier: value.carrier?,
                    delivered_at: value.delivered_at?,
                    dry_run: value.dry_run?,
                    ids: value.ids?,
                    note: value.note?,
                    reason: value.reason?,
                    tracking_number: value.tracking_number?,
                })
            }
        }
        impl ::std::convert::From<super::BulkRequest> for BulkRequest {
            fn from(value: super::BulkRequest) -> Self {
                Self {
                    action: Ok(value.action),
                    carrier: Ok(value.carrier),
                    delivered_at: Ok(value.delivered_at),
                    dry_run: Ok(value.dry_run),
                    ids: Ok(value.ids),
                    note: Ok(value.note),
                    reason: Ok(value.reason),
                    tracking_number: Ok(value.tracking_number),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct BulkResult {
            code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            detail: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            order: ::std::result::Result<
                ::std::option::Option<super::Order>,
                ::std::string::String,
            >,
            status: ::std::result::Result<i32, ::std::string::String>,
        }
        impl ::std::default::Default for BulkResult {
            fn default() -> Self {
                Self {
                    code: Ok(Default::default()),
                    detail: Ok(Default::default()),
                    id: Err("no value supplied for id".to_string()),
                    order: Ok(Default::default()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl BulkResult {
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for code: {e}")
                    });
                self
            }
            pub fn detail<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.detail = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for detail: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn order<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::Order>>,
                T::Error: ::std::fmt::Display,
            {
                self.order = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for order: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i32>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<BulkResult> for super::BulkResult {
            type Error = super::error::ConversionError;
            fn try_from(
                value: BulkResult,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    detail: value.detail?,
                    id: value.id?,
                    order: value.order?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::BulkResult> for BulkResult {
            fn from(value: super::BulkResult) -> Self {
                Self {
                    code: Ok(value.code),
                    detail: Ok(value.detail),
                    id: Ok(value.id),
                    order: Ok(value.order),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Cancellation {
            note: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Cancellation {
            fn default() -> Self {
                Self {
                    note: Ok(Default::default()),
                    reason: Ok(Default::default()),
                }
            }
        }
        impl Cancellation {
            pub fn note<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.note = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for note: {e}")
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Cancellation> for super::Cancellation {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Cancellation,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    note: value.note?,
                    reason: value.reason?,
                })
            }
        }
        impl ::std::convert::From<super::Cancellation> for Cancellation {
            fn from(value: super::Cancellation) -> Self {
                Self {
                    note: Ok(value.note),
                    reason: Ok(value.reason),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Credentials {
            email: ::std::result::Result<::std::string::String, ::std::string::String>,
            password: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            refresh: ::std::result::Result<
                super::RefreshDelivery,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Credentials {
            fn default() -> Self {
                Self {
                    email: Err("no value supplied for email".to_string()),
                    password: Err("no value supplied for password".to_string()),
                    refresh: Ok(super::defaults::credentials_refresh()),
                }
            }
        }
        impl Credentials {
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.email = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for email: {e}")
                    });
                self
            }
            pub fn password<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.password = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for password: {e}")
                    });
                self
            }
            pub fn refresh<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::RefreshDelivery>,
                T::Error: ::std::fmt::Display,
            {
                self.refresh = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for refresh: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Credentials> for super::Credentials {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Credentials,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    email: value.email?,
                    password: value.password?,
                    refresh: value.refresh?,
                })
            }
        }
        impl ::std::convert::From<super::Credentials> for Credentials {
            fn from(value: super::Credentials) -> Self {
                Self {
                    email: Ok(value.email),
                    password: Ok(value.password),
                    refresh: Ok(value.refresh),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct DayCount {
            day: ::std::result::Result<::std::string::String, ::std::string::String>,
            statuses: ::std::result::Result<
                ::std::vec::Vec<super::StatusCount>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for DayCount {
            fn default() -> Self {
                Self {
                    day: Err("no value supplied for day".to_string()),
                    statuses: Err("no value supplied for statuses".to_string()),
                }
            }
        }
        impl DayCount {
            pub fn day<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.day = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for day: {e}")
                    });
                self
            }
            pub fn statuses<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::StatusCount>>,
                T::Error: ::std::fmt::Display,
            {
                self.statuses = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for statuses: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<DayCount> for super::DayCount {
            type Error = super::error::ConversionError;
            fn try_from(
                value: DayCount,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    day: value.day?,
                    statuses: value.statuses?,
                })
            }
        }
        impl ::std::convert::From<super::DayCount> for DayCount {
            fn from(value: super::DayCount) -> Self {
                Self {
                    day: Ok(value.day),
                    statuses: Ok(value.statuses),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct DeadLetter {
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            error: ::std::result::Result<::std::string::String, ::std::string::String>,
            event_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            offset: ::std::result::Result<i64, ::std::string::String>,
            partition: ::std::result::Result<i32, ::std::string::String>,
            resolved_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            sequence: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            state: ::std::result::Result<super::DeadLetterState, ::std::string::String>,
            subject: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            topic: ::std::result::Result<::std::string::String, ::std::string::String>,
            value: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for DeadLetter {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    error: Err("no value supplied for error".to_string()),
                    event_id: Err("no value supplied for event_id".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    offset: Err("no value supplied for offset".to_string()),
                    partition: Err("no value supplied for partition".to_string()),
                    resolved_at: Err("no value supplied for resolved_at".to_string()),
                    sequence: Err("no value supplied for sequence".to_string()),
                    state: Err("no value supplied for state".to_string()),
                    subject: Err("no value supplied for subject".to_string()),
                    topic: Err("no value supplied for topic".to_string()),
                    value: Err("no value supplied for value".to_string()),
                }
            }
        }
        impl DeadLetter {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn error<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.error = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for error: {e}")
                    });
                self
            }
            pub fn event_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.event_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for event_id: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn offset<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.offset = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for offset: {e}")
                    });
                self
            }
            pub fn partition<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i32>,
                T::Error: ::std::fmt::Display,
            {
                self.partition = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for partition: {e}")
                    });
                self
            }
            pub fn resolved_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.resolved_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resolved_at: {e}")
                    });
                self
            }
            pub fn sequence<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.sequence = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sequence: {e}")
                    });
                self
            }
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::DeadLetterState>,
                T::Error: ::std::fmt::Display,
            {
                self.state = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for state: {e}")
                    });
                self
            }
            pub fn subject<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.subject = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for subject: {e}")
                    });
                self
            }
            pub fn topic<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.topic = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for topic: {e}")
                    });
                self
            }
            pub fn value<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.value = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for value: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<DeadLetter> for super::DeadLetter {
            type Error = super::error::ConversionError;
            fn try_from(
                value: DeadLetter,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    error: value.error?,
                    event_id: value.event_id?,
                    id: value.id?,
                    offset: value.offset?,
                    partition: value.partition?,
                    resolved_at: value.resolved_at?,
                    sequence: value.sequence?,
                    state: value.state?,
                    subject: value.subject?,
                    topic: value.topic?,
                    value: value.value?,
                })
            }
        }
        impl ::std::convert::From<super::DeadLetter> for DeadLetter {
            fn from(value: super::DeadLetter) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    error: Ok(value.error),
                    event_id: Ok(value.event_id),
                    id: Ok(value.id),
                    offset: Ok(value.offset),
                    partition: Ok(value.partition),
                    resolved_at: Ok(value.resolved_at),
                    sequence: Ok(value.sequence),
                    state: Ok(value.state),
                    subject: Ok(value.subject),
                    topic: Ok(value.topic),
                    value: Ok(value.value),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct DeadLetterPage {
            items: ::std::result::Result<
                ::std::vec::Vec<super::DeadLetter>,
                ::std::string::String,
            >,
            next_cursor: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            total: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for DeadLetterPage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                    total: Ok(Default::default()),
                }
            }
        }
        impl DeadLetterPage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::DeadLetter>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_cursor: {e}")
                    });
                self
            }
            pub fn total<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.total = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for total: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<DeadLetterPage> for super::DeadLetterPage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: DeadLetterPage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_cursor: value.next_cursor?,
                    total: value.total?,
                })
            }
        }
        impl ::std::convert::From<super::DeadLetterPage> for DeadLetterPage {
            fn from(value: super::DeadLetterPage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_cursor: Ok(value.next_cursor),
                    total: Ok(value.total),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct DecidingRule {
            action: ::std::result::Result<::std::string::String, ::std::string::String>,
            effect: ::std::result::Result<::std::string::String, ::std::string::String>,
            resource: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            role: ::std::result::Result<::std::string::String, ::std::string::String>,
            scope: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for DecidingRule {
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                    effect: Err("no value supplied for effect".to_string()),
                    resource: Err("no value supplied for resource".to_string()),
                    role: Err("no value supplied for role".to_string()),
                    scope: Err("no value supplied for scope".to_string()),
                }
            }
        }
        impl DecidingRule {
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.action = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for action: {e}")
                    });
                self
            }
            pub fn effect<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.effect = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for effect: {e}")
                    });
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resource: {e}")
                    });
                self
            }
            pub fn role<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.role = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for role: {e}")
                    });
                self
            }
            pub fn scope<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.scope = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scope: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<DecidingRule> for super::DecidingRule {
            type Error = super::error::ConversionError;
            fn try_from(
                value: DecidingRule,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    effect: value.effect?,
                    resource: value.resource?,
                    role: value.role?,
                    scope: value.scope?,
                })
            }
        }
        impl ::std::convert::From<super::DecidingRule> for DecidingRule {
            fn from(value: super::DecidingRule) -> Self {
                Self {
                    action: Ok(value.action),
                    effect: Ok(value.effect),
                    resource: Ok(value.resource),
                    role: Ok(value.role),
                    scope: Ok(value.scope),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Decision {
            allowed: ::std::result::Result<bool, ::std::string::String>,
            policy_version: ::std::result::Result<i64, ::std::string::String>,
            roles: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            rule: ::std::result::Result<
                ::std::option::Option<super::DecidingRule>,
                ::std::string::String,
            >,
            scope: ::std::result::Result<super::Scope, ::std::string::String>,
            would_allow: ::std::result::Result<
                ::std::vec::Vec<super::DecidingRule>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Decision {
            fn default() -> Self {
                Self {
                    allowed: Err("no value supplied for allowed".to_string()),
                    policy_version: Err(
                        "no value supplied for policy_version".to_string(),
                    ),
                    roles: Err("no value supplied for roles".to_string()),
                    rule: Err("no value supplied for rule".to_string()),
                    scope: Err("no value supplied for scope".to_string()),
                    would_allow: Err("no value supplied for would_allow".to_string()),
                }
            }
        }
        impl Decision {
            pub fn allowed<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.allowed = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for allowed: {e}")
                    });
                self
            }
            pub fn policy_version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.policy_version = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for policy_version: {e}"
                        )
                    });
                self
            }
            pub fn roles<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.roles = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for roles: {e}")
                    });
                self
            }
            pub fn rule<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::DecidingRule>>,
                T::Error: ::std::fmt::Display,
            {
                self.rule = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for rule: {e}")
                    });
                self
            }
            pub fn scope<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Scope>,
                T::Error: ::std::fmt::Display,
            {
                self.scope = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scope: {e}")
                    });
                self
            }
            pub fn would_allow<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::DecidingRule>>,
                T::Error: ::std::fmt::Display,
            {
                self.would_allow = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for would_allow: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Decision> for super::Decision {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Decision,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    allowed: value.allowed?,
                    policy_version: value.policy_version?,
                    roles: value.roles?,
                    rule: value.rule?,
                    scope: value.scope?,
                    would_allow: value.would_allow?,
                })
            }
        }
        impl ::std::convert::From<super::Decision> for Decision {
            fn from(value: super::Decision) -> Self {
                Self {
                    allowed: Ok(value.allowed),
                    policy_version: Ok(value.policy_version),
                    roles: Ok(value.roles),
                    rule: Ok(value.rule),
                    scope: Ok(value.scope),
                    would_allow: Ok(value.would_allow),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct DecisionRequest {
            action: ::std::result::Result<::std::string::String, ::std::string::String>,
            owner: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            resource: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            roles: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            subject: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for DecisionRequest {
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                    owner: Ok(Default::default()),
                    resource: Err("no value supplied for resource".to_string()),
                    roles: Ok(Default::default()),
                    subject: Ok(Default::default()),
                }
            }
        }
        impl DecisionRequest {
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.action = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for action: {e}")
                    });
                self
            }
            pub fn owner<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.owner = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for owner: {e}")
                    });
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resource: {e}")
                    });
                self
            }
            pub fn roles<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.roles = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for roles: {e}")
                    });
                self
            }
            pub fn subject<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.subject = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for subject: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<DecisionRequest> for super::DecisionRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: DecisionRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    owner: value.owner?,
                    resource: value.resource?,
                    roles: value.roles?,
                    subject: value.subject?,
                })
            }
        }
        impl ::std::convert::From<super::DecisionRequest> for DecisionRequest {
            fn from(value: super::DecisionRequest) -> Self {
                Self {
                    action: Ok(value.action),
                    owner: Ok(value.owner),
                    resource: Ok(value.resource),
                    roles: Ok(value.roles),
                    subject: Ok(value.subject),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Delivery {
            attempts: ::std::result::Result<i64, ::std::string::String>,
            channel: ::std::result::Result<super::Channel, ::std::string::String>,
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            expires_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            last_error: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            log: ::std::result::Result<
                ::std::vec::Vec<super::Attempt>,
                ::std::string::String,
            >,
            next_attempt_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            notification_id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            reference: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            status: ::std::result::Result<super::DeliveryStatus, ::std::string::String>,
            updated_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Delivery {
            fn default() -> Self {
                Self {
                    attempts: Err("no value supplied for attempts".to_string()),
                    channel: Err("no value supplied for channel".to_string()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    expires_at: Err("no value supplied for expires_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    last_error: Err("no value supplied for last_error".to_string()),
                    log: Ok(Default::default()),
                    next_attempt_at: Err(
                        "no value supplied for next_attempt_at".to_string(),
                    ),
                    notification_id: Err(
                        "no value supplied for notification_id".to_string(),
                    ),
                    reference: Err("no value supplied for reference".to_string()),
                    status: Err("no value supplied for status".to_string()),
                    updated_at: Err("no value supplied for updated_at".to_string()),
                }
            }
        }
        impl Delivery {
            pub fn attempts<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.attempts = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for attempts: {e}")
                    });
                self
            }
            pub fn channel<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Channel>,
                T::Error: ::std::fmt::Display,
            {
                self.channel = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for channel: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn expires_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.expires_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for expires_at: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn last_error<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.last_error = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for last_error: {e}")
                    });
                self
            }
            pub fn log<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Attempt>>,
                T::Error: ::std::fmt::Display,
            {
                self.log = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for log: {e}")
                    });
                self
            }
            pub fn next_attempt_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.next_attempt_at = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for next_attempt_at: {e}"
                        )
                    });
                self
            }
            pub fn notification_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.notification_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for notification_id: {e}"
                        )
                    });
                self
            }
            pub fn reference<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reference = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reference: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::DeliveryStatus>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            pub fn updated_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.updated_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for updated_at: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Delivery> for super::Delivery {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Delivery,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    attempts: value.attempts?,
                    channel: value.channel?,
                    created_at: value.created_at?,
                    expires_at: value.expires_at?,
                    id: value.id?,
                    last_error: value.last_error?,
                    log: value.log?,
                    next_attempt_at: value.next_attempt_at?,
                    notification_id: value.notification_id?,
                    reference: value.reference?,
                    status: value.status?,
                    updated_at: value.updated_at?,
                })
            }
        }
        impl ::std::convert::From<super::Delivery> for Delivery {
            fn from(value: super::Delivery) -> Self {
                Self {
                    attempts: Ok(value.attempts),
                    channel: Ok(value.channel),
                    created_at: Ok(value.created_at),
                    expires_at: Ok(value.expires_at),
                    id: Ok(value.id),
                    last_error: Ok(value.last_error),
                    log: Ok(value.log),
                    next_attempt_at: Ok(value.next_attempt_at),
                    notification_id: Ok(value.notification_id),
                    reference: Ok(value.reference),
                    status: Ok(value.status),
                    updated_at: Ok(value.updated_at),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct EmailAddress {
            email: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for EmailAddress {
            fn default() -> Self {
                Self {
                    email: Err("no value supplied for email".to_string()),
                }
            }
        }
        impl EmailAddress {
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.email = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for email: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<EmailAddress> for super::EmailAddress {
            type Error = super::error::ConversionError;
            fn try_from(
                value: EmailAddress,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { email: value.email? })
            }
        }
        impl ::std::convert::From<super::EmailAddress> for EmailAddress {
            fn from(value: super::EmailAddress) -> Self {
                Self { email: Ok(value.email) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct EventOrigin {
            occurred_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            offset: ::std::result::Result<i64, ::std::string::String>,
            partition: ::std::result::Result<i32, ::std::string::String>,
            sequence: ::std::result::Result<i64, ::std::string::String>,
            topic: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for EventOrigin {
            fn default() -> Self {
                Self {
                    occurred_at: Err("no value supplied for occurred_at".to_string()),
                    offset: Err("no value supplied for offset".to_string()),
                    partition: Err("no value supplied for partition".to_string()),
                    sequence: Err("no value supplied for sequence".to_string()),
                    topic: Err("no value supplied for topic".to_string()),
                }
            }
        }
        impl EventOrigin {
            pub fn occurred_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.occurred_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for occurred_at: {e}")
                    });
                self
            }
            pub fn offset<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.offset = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for offset: {e}")
                    });
                self
            }
            pub fn partition<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i32>,
                T::Error: ::std::fmt::Display,
            {
                self.partition = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for partition: {e}")
                    });
                self
            }
            pub fn sequence<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.sequence = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sequence: {e}")
                    });
                self
            }
            pub fn topic<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.topic = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for topic: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<EventOrigin> for super::EventOrigin {
            type Error = super::error::ConversionError;
            fn try_from(
                value: EventOrigin,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    occurred_at: value.occurred_at?,
                    offset: value.offset?,
                    partition: value.partition?,
                    sequence: value.sequence?,
                    topic: value.topic?,
                })
            }
        }
        impl ::std::convert::From<super::EventOrigin> for EventOrigin {
            fn from(value: super::EventOrigin) -> Self {
                Self {
                    occurred_at: Ok(value.occurred_at),
                    offset: Ok(value.offset),
                    partition: Ok(value.partition),
                    sequence: Ok(value.sequence),
                    topic: Ok(value.topic),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct FieldProblem {
            code: ::std::result::Result<::std::string::String, ::std::string::String>,
            field: ::std::result::Result<::std::string::String, ::std::string::String>,
            message: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for FieldProblem {
            fn default() -> Self {
                Self {
                    code: Err("no value supplied for code".to_string()),
                    field: Err("no value supplied for field".to_string()),
                    message: Err("no value supplied for message".to_string()),
                }
            }
        }
        impl FieldProblem {
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for code: {e}")
                    });
                self
            }
            pub fn field<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for field: {e}")
                    });
                self
            }
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<FieldProblem> for super::FieldProblem {
            type Error = super::error::ConversionError;
            fn try_from(
                value: FieldProblem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    field: value.field?,
                    message: value.message?,
                })
            }
        }
        impl ::std::convert::From<super::FieldProblem> for FieldProblem {
            fn from(value: super::FieldProblem) -> Self {
                Self {
                    code: Ok(value.code),
                    field: Ok(value.field),
                    message: Ok(value.message),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct GrantedPermission {
            action: ::std::result::Result<::std::string::String, ::std::string::String>,
            resource: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            scope: ::std::result::Result<super::Scope, ::std::string::String>,
        }
        impl ::std::default::Default for GrantedPermission {
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                    resource: Err("no value supplied for resource".to_string()),
                    scope: Err("no value supplied for scope".to_string()),
                }
            }
        }
        impl GrantedPermission {
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.action = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for action: {e}")
                    });
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resource: {e}")
                    });
                self
            }
            pub fn scope<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Scope>,
                T::Error: ::std::fmt::Display,
            {
                self.scope = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scope: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<GrantedPermission> for super::GrantedPermission {
            type Error = super::error::ConversionError;
            fn try_from(
                value: GrantedPermission,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    resource: value.resource?,
                    scope: value.scope?,
                })
            }
        }
        impl ::std::convert::From<super::GrantedPermission> for GrantedPermission {
            fn from(value: super::GrantedPermission) -> Self {
                Self {
                    action: Ok(value.action),
                    resource: Ok(value.resource),
                    scope: Ok(value.scope),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct GrantedPermissions {
            items: ::std::result::Result<
                ::std::vec::Vec<super::GrantedPermission>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for GrantedPermissions {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                }
            }
        }
        impl GrantedPermissions {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::GrantedPermission>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<GrantedPermissions> for super::GrantedPermissions {
            type Error = super::error::ConversionError;
            fn try_from(
                value: GrantedPermissions,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items? })
            }
        }
        impl ::std::convert::From<super::GrantedPermissions> for GrantedPermissions {
            fn from(value: super::GrantedPermissions) -> Self {
                Self { items: Ok(value.items) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Handover {
            carrier: ::std::result::Result<::std::string::String, ::std::string::String>,
            tracking_number: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Handover {
            fn default() -> Self {
                Self {
                    carrier: Err("no value supplied for carrier".to_string()),
                    tracking_number: Ok(Default::default()),
                }
            }
        }
        impl Handover {
            pub fn carrier<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.carrier = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for carrier: {e}")
                    });
                self
            }
            pub fn tracking_number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tracking_number = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for tracking_number: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Handover> for super::Handover {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Handover,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    carrier: value.carrier?,
                    tracking_number: value.tracking_number?,
                })
            }
        }
        impl ::std::convert::From<super::Handover> for Handover {
            fn from(value: super::Handover) -> Self {
                Self {
                    carrier: Ok(value.carrier),
                    tracking_number: Ok(value.tracking_number),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct History {
            items: ::std::result::Result<
                ::std::vec::Vec<super::HistoryEntry>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for History {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                }
            }
        }
        impl History {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::HistoryEntry>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<History> for super::History {
            type Error = super::error::ConversionError;
            fn try_from(
                value: History,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items? })
            }
        }
        impl ::std::convert::From<super::History> for History {
            fn from(value: super::History) -> Self {
                Self { items: Ok(value.items) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct HistoryEntry {
            action: ::std::result::Result<super::OrderAction, ::std::string::String>,
            actor: ::std::result::Result<super::Actor, ::std::string::String>,
            at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            from: ::std::result::Result<
                ::std::option::Option<super::OrderStatus>,
                ::std::string::String,
            >,
            note: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            to: ::std::result::Result<super::OrderStatus, ::std::string::String>,
            trace_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            version: ::std::result::Result<i64, ::std::string::String>,
        }
        impl ::std::default::Default for HistoryEntry {
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                    actor: Err("no value supplied for actor".to_string()),
                    at: Err("no value supplied for at".to_string()),
                    from: Err("no value supplied for from".to_string()),
                    note: Err("no value supplied for note".to_string()),
                    reason: Err("no value supplied for reason".to_string()),
                    to: Err("no value supplied for to".to_string()),
                    trace_id: Err("no value supplied for trace_id".to_string()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }
        impl HistoryEntry {
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::OrderAction>,
                T::Error: ::std::fmt::Display,
            {
                self.action = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for action: {e}")
                    });
                self
            }
            pub fn actor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Actor>,
                T::Error: ::std::fmt::Display,
            {
                self.actor = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for actor: {e}")
                    });
                self
            }
            pub fn at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for at: {e}"));
                self
            }
            pub fn from<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::OrderStatus>>,
                T::Error: ::std::fmt::Display,
            {
                self.from = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for from: {e}")
                    });
                self
            }
            pub fn note<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.note = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for note: {e}")
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
            pub fn to<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::OrderStatus>,
                T::Error: ::std::fmt::Display,
            {
                self.to = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for to: {e}"));
                self
            }
            pub fn trace_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.trace_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for trace_id: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<HistoryEntry> for super::HistoryEntry {
            type Error = super::error::ConversionError;
            fn try_from(
                value: HistoryEntry,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    actor: value.actor?,
                    at: value.at?,
                    from: value.from?,
                    note: value.note?,
                    reason: value.reason?,
                    to: value.to?,
                    trace_id: value.trace_id?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::HistoryEntry> for HistoryEntry {
            fn from(value: super::HistoryEntry) -> Self {
                Self {
                    action: Ok(value.action),
                    actor: Ok(value.actor),
                    at: Ok(value.at),
                    from: Ok(value.from),
                    note: Ok(value.note),
                    reason: Ok(value.reason),
                    to: Ok(value.to),
                    trace_id: Ok(value.trace_id),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct InboxEventInboxItem {
            archived_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            body: ::std::result::Result<::std::string::String, ::std::string::String>,
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            kind: ::std::result::Result<::std::string::String, ::std::string::String>,
            order_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            read_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            title: ::std::result::Result<::std::string::String, ::std::string::String>,
            type_: ::std::result::Result<
                super::InboxEventInboxItemType,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for InboxEventInboxItem {
            fn default() -> Self {
                Self {
                    archived_at: Err("no value supplied for archived_at".to_string()),
                    body: Err("no value supplied for body".to_string()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    kind: Err("no value supplied for kind".to_string()),
                    order_id: Err("no value supplied for order_id".to_string()),
                    read_at: Err("no value supplied for read_at".to_string()),
                    title: Err("no value supplied for title".to_string()),
                    type_: Err("no value supplied for type_".to_string()),
                }
            }
        }
        impl InboxEventInboxItem {
            pub fn archived_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.archived_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for archived_at: {e}")
                    });
                self
            }
            pub fn body<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.body = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for body: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kind: {e}")
                    });
                self
            }
            pub fn order_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.order_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for order_id: {e}")
                    });
                self
            }
            pub fn read_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.read_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for read_at: {e}")
                    });
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::InboxEventInboxItemType>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for type_: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<InboxEventInboxItem>
        for super::InboxEventInboxItem {
            type Error = super::error::ConversionError;
            fn try_from(
                value: InboxEventInboxItem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    archived_at: value.archived_at?,
                    body: value.body?,
                    created_at: value.created_at?,
                    id: value.id?,
                    kind: value.kind?,
                    order_id: value.order_id?,
                    read_at: value.read_at?,
                    title: value.title?,
                    type_: value.type_?,
                })
            }
        }
        impl ::std::convert::From<super::InboxEventInboxItem> for InboxEventInboxItem {
            fn from(value: super::InboxEventInboxItem) -> Self {
                Self {
                    archived_at: Ok(value.archived_at),
                    body: Ok(value.body),
                    created_at: Ok(value.created_at),
                    id: Ok(value.id),
                    kind: Ok(value.kind),
                    order_id: Ok(value.order_id),
                    read_at: Ok(value.read_at),
                    title: Ok(value.title),
                    type_: Ok(value.type_),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct InboxEventUnreadCount {
            type_: ::std::result::Result<
                super::InboxEventUnreadCountType,
                ::std::string::String,
            >,
            unread: ::std::result::Result<i64, ::std::string::String>,
        }
        impl ::std::default::Default for InboxEventUnreadCount {
            fn default() -> Self {
                Self {
                    type_: Err("no value supplied for type_".to_string()),
                    unread: Err("no value supplied for unread".to_string()),
                }
            }
        }
        impl InboxEventUnreadCount {
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::InboxEventUnreadCountType>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for type_: {e}")
                    });
                self
            }
            pub fn unread<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.unread = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for unread: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<InboxEventUnreadCount>
        for super::InboxEventUnreadCount {
            type Error = super::error::ConversionError;
            fn try_from(
                value: InboxEventUnreadCount,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    type_: value.type_?,
                    unread: value.unread?,
                })
            }
        }
        impl ::std::convert::From<super::InboxEventUnreadCount>
        for InboxEventUnreadCount {
            fn from(value: super::InboxEventUnreadCount) -> Self {
                Self {
                    type_: Ok(value.type_),
                    unread: Ok(value.unread),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct InboxItem {
            archived_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            body: ::std::result::Result<::std::string::String, ::std::string::String>,
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            kind: ::std::result::Result<::std::string::String, ::std::string::String>,
            order_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            read_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            title: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for InboxItem {
            fn default() -> Self {
                Self {
                    archived_at: Err("no value supplied for archived_at".to_string()),
                    body: Err("no value supplied for body".to_string()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    kind: Err("no value supplied for kind".to_string()),
                    order_id: Err("no value supplied for order_id".to_string()),
                    read_at: Err("no value supplied for read_at".to_string()),
                    title: Err("no value supplied for title".to_string()),
                }
            }
        }
        impl InboxItem {
            pub fn archived_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.archived_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for archived_at: {e}")
                    });
                self
            }
            pub fn body<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.body = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for body: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kind: {e}")
                    });
                self
            }
            pub fn order_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.order_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for order_id: {e}")
                    });
                self
            }
            pub fn read_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.read_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for read_at: {e}")
                    });
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<InboxItem> for super::InboxItem {
            type Error = super::error::ConversionError;
            fn try_from(
                value: InboxItem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    archived_at: value.archived_at?,
                    body: value.body?,
                    created_at: value.created_at?,
                    id: value.id?,
                    kind: value.kind?,
                    order_id: value.order_id?,
                    read_at: value.read_at?,
                    title: value.title?,
                })
            }
        }
        impl ::std::convert::From<super::InboxItem> for InboxItem {
            fn from(value: super::InboxItem) -> Self {
                Self {
                    archived_at: Ok(value.archived_at),
                    body: Ok(value.body),
                    created_at: Ok(value.created_at),
                    id: Ok(value.id),
                    kind: Ok(value.kind),
                    order_id: Ok(value.order_id),
                    read_at: Ok(value.read_at),
                    title: Ok(value.title),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct InboxItemPage {
            items: ::std::result::Result<
                ::std::vec::Vec<super::InboxItem>,
                ::std::string::String,
            >,
            next_cursor: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            total: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for InboxItemPage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                    total: Ok(Default::default()),
                }
            }
        }
        impl InboxItemPage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::InboxItem>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_cursor: {e}")
                    });
                self
            }
            pub fn total<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.total = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for total: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<InboxItemPage> for super::InboxItemPage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: InboxItemPage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_cursor: value.next_cursor?,
                    total: value.total?,
                })
            }
        }
        impl ::std::convert::From<super::InboxItemPage> for InboxItemPage {
            fn from(value: super::InboxItemPage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_cursor: Ok(value.next_cursor),
                    total: Ok(value.total),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Jwk {
            alg: ::std::result::Result<::std::string::String, ::std::string::String>,
            crv: ::std::result::Result<::std::string::String, ::std::string::String>,
            kid: ::std::result::Result<::std::string::String, ::std::string::String>,
            kty: ::std::result::Result<::std::string::String, ::std::string::String>,
            use_: ::std::result::Result<::std::string::String, ::std::string::String>,
            x: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Jwk {
            fn default() -> Self {
                Self {
                    alg: Err("no value supplied for alg".to_string()),
                    crv: Err("no value supplied for crv".to_string()),
                    kid: Err("no value supplied for kid".to_string()),
                    kty: Err("no value supplied for kty".to_string()),
                    use_: Err("no value supplied for use_".to_string()),
                    x: Err("no value supplied for x".to_string()),
                }
            }
        }
        impl Jwk {
            pub fn alg<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.alg = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for alg: {e}")
                    });
                self
            }
            pub fn crv<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.crv = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for crv: {e}")
                    });
                self
            }
            pub fn kid<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kid = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kid: {e}")
                    });
                self
            }
            pub fn kty<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kty = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kty: {e}")
                    });
                self
            }
            pub fn use_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.use_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for use_: {e}")
                    });
                self
            }
            pub fn x<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.x = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for x: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<Jwk> for super::Jwk {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Jwk,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    alg: value.alg?,
                    crv: value.crv?,
                    kid: value.kid?,
                    kty: value.kty?,
                    use_: value.use_?,
                    x: value.x?,
                })
            }
        }
        impl ::std::convert::From<super::Jwk> for Jwk {
            fn from(value: super::Jwk) -> Self {
                Self {
                    alg: Ok(value.alg),
                    crv: Ok(value.crv),
                    kid: Ok(value.kid),
                    kty: Ok(value.kty),
                    use_: Ok(value.use_),
                    x: Ok(value.x),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct JwkSet {
            keys: ::std::result::Result<
                ::std::vec::Vec<super::Jwk>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for JwkSet {
            fn default() -> Self {
                Self {
                    keys: Err("no value supplied for keys".to_string()),
                }
            }
        }
        impl JwkSet {
            pub fn keys<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Jwk>>,
                T::Error: ::std::fmt::Display,
            {
                self.keys = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for keys: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<JwkSet> for super::JwkSet {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JwkSet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { keys: value.keys? })
            }
        }
        impl ::std::convert::From<super::JwkSet> for JwkSet {
            fn from(value: super::JwkSet) -> Self {
                Self { keys: Ok(value.keys) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct LineDraft {
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            quantity: ::std::result::Result<i64, ::std::string::String>,
            sku: ::std::result::Result<::std::string::String, ::std::string::String>,
            unit_price: ::std::result::Result<super::Money, ::std::string::String>,
        }
        impl ::std::default::Default for LineDraft {
            fn default() -> Self {
                Self {
                    name: Err("no value supplied for name".to_string()),
                    quantity: Err("no value supplied for quantity".to_string()),
                    sku: Err("no value supplied for sku".to_string()),
                    unit_price: Err("no value supplied for unit_price".to_string()),
                }
            }
        }
        impl LineDraft {
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn quantity<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.quantity = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for quantity: {e}")
                    });
                self
            }
            pub fn sku<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.sku = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sku: {e}")
                    });
                self
            }
            pub fn unit_price<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Money>,
                T::Error: ::std::fmt::Display,
            {
                self.unit_price = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for unit_price: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<LineDraft> for super::LineDraft {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LineDraft,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    name: value.name?,
                    quantity: value.quantity?,
                    sku: value.sku?,
                    unit_price: value.unit_price?,
                })
            }
        }
        impl ::std::convert::From<super::LineDraft> for LineDraft {
            fn from(value: super::LineDraft) -> Self {
                Self {
                    name: Ok(value.name),
                    quantity: Ok(value.quantity),
                    sku: Ok(value.sku),
                    unit_price: Ok(value.unit_price),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct LinkToken {
            token: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for LinkToken {
            fn default() -> Self {
                Self {
                    token: Err("no value supplied for token".to_string()),
                }
            }
        }
        impl LinkToken {
            pub fn token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.token = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for token: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<LinkToken> for super::LinkToken {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LinkToken,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { token: value.token? })
            }
        }
        impl ::std::convert::From<super::LinkToken> for LinkToken {
            fn from(value: super::LinkToken) -> Self {
                Self { token: Ok(value.token) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Mail {
            html: ::std::result::Result<::std::string::String, ::std::string::String>,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            received_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            subject: ::std::result::Result<::std::string::String, ::std::string::String>,
            text: ::std::result::Result<::std::string::String, ::std::string::String>,
            to: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Mail {
            fn default() -> Self {
                Self {
                    html: Err("no value supplied for html".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    received_at: Err("no value supplied for received_at".to_string()),
                    subject: Err("no value supplied for subject".to_string()),
                    text: Err("no value supplied for text".to_string()),
                    to: Err("no value supplied for to".to_string()),
                }
            }
        }
        impl Mail {
            pub fn html<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.html = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for html: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn received_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.received_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for received_at: {e}")
                    });
                self
            }
            pub fn subject<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.subject = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for subject: {e}")
                    });
                self
            }
            pub fn text<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.text = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for text: {e}")
                    });
                self
            }
            pub fn to<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.to = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for to: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<Mail> for super::Mail {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Mail,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    html: value.html?,
                    id: value.id?,
                    received_at: value.received_at?,
                    subject: value.subject?,
                    text: value.text?,
                    to: value.to?,
                })
            }
        }
        impl ::std::convert::From<super::Mail> for Mail {
            fn from(value: super::Mail) -> Self {
                Self {
                    html: Ok(value.html),
                    id: Ok(value.id),
                    received_at: Ok(value.received_at),
                    subject: Ok(value.subject),
                    text: Ok(value.text),
                    to: Ok(value.to),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct MailPage {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Mail>,
                ::std::string::String,
            >,
            next_cursor: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            total: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for MailPage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                    total: Ok(Default::default()),
                }
            }
        }
        impl MailPage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Mail>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_cursor: {e}")
                    });
                self
            }
            pub fn total<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.total = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for total: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<MailPage> for super::MailPage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: MailPage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_cursor: value.next_cursor?,
                    total: value.total?,
                })
            }
        }
        impl ::std::convert::From<super::MailPage> for MailPage {
            fn from(value: super::MailPage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_cursor: Ok(value.next_cursor),
                    total: Ok(value.total),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Money {
            amount: ::std::result::Result<i64, ::std::string::String>,
            currency: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Money {
            fn default() -> Self {
                Self {
                    amount: Err("no value supplied for amount".to_string()),
                    currency: Err("no value supplied for currency".to_string()),
                }
            }
        }
        impl Money {
            pub fn amount<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.amount = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for amount: {e}")
                    });
                self
            }
            pub fn currency<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.currency = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for currency: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Money> for super::Money {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Money,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount: value.amount?,
                    currency: value.currency?,
                })
            }
        }
        impl ::std::convert::From<super::Money> for Money {
            fn from(value: super::Money) -> Self {
                Self {
                    amount: Ok(value.amount),
                    currency: Ok(value.currency),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct NamedValue {
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            value: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for NamedValue {
            fn default() -> Self {
                Self {
                    name: Err("no value supplied for name".to_string()),
                    value: Err("no value supplied for value".to_string()),
                }
            }
        }
        impl NamedValue {
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn value<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.value = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for value: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<NamedValue> for super::NamedValue {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NamedValue,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    name: value.name?,
                    value: value.value?,
                })
            }
        }
        impl ::std::convert::From<super::NamedValue> for NamedValue {
            fn from(value: super::NamedValue) -> Self {
                Self {
                    name: Ok(value.name),
                    value: Ok(value.value),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct NewRole {
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            permissions: ::std::result::Result<
                ::std::vec::Vec<super::RoleRule>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for NewRole {
            fn default() -> Self {
                Self {
                    description: Err("no value supplied for description".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    permissions: Err("no value supplied for permissions".to_string()),
                }
            }
        }
        impl NewRole {
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn permissions<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::RoleRule>>,
                T::Error: ::std::fmt::Display,
            {
                self.permissions = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for permissions: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<NewRole> for super::NewRole {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NewRole,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    name: value.name?,
                    permissions: value.permissions?,
                })
            }
        }
        impl ::std::convert::From<super::NewRole> for NewRole {
            fn from(value: super::NewRole) -> Self {
                Self {
                    description: Ok(value.description),
                    name: Ok(value.name),
                    permissions: Ok(value.permissions),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Note {
            author: ::std::result::Result<super::Actor, ::std::string::String>,
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            text: ::std::result::Result<::std::string::String, ::std::string::String>,
            visibility: ::std::result::Result<super::Visibility, ::std::string::String>,
        }
        impl ::std::default::Default for Note {
            fn default() -> Self {
                Self {
                    author: Err("no value supplied for author".to_string()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    text: Err("no value supplied for text".to_string()),
                    visibility: Err("no value supplied for visibility".to_string()),
                }
            }
        }
        impl Note {
            pub fn author<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Actor>,
                T::Error: ::std::fmt::Display,
            {
                self.author = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for author: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn text<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.text = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for text: {e}")
                    });
                self
            }
            pub fn visibility<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Visibility>,
                T::Error: ::std::fmt::Display,
            {
                self.visibility = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for visibility: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Note> for super::Note {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Note,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    author: value.author?,
                    created_at: value.created_at?,
                    id: value.id?,
                    text: value.text?,
                    visibility: value.visibility?,
                })
            }
        }
        impl ::std::convert::From<super::Note> for Note {
            fn from(value: super::Note) -> Self {
                Self {
                    author: Ok(value.author),
                    created_at: Ok(value.created_at),
                    id: Ok(value.id),
                    text: Ok(value.text),
                    visibility: Ok(value.visibility),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct NoteDraft {
            text: ::std::result::Result<::std::string::String, ::std::string::String>,
            visibility: ::std::result::Result<super::Visibility, ::std::string::String>,
        }
        impl ::std::default::Default for NoteDraft {
            fn default() -> Self {
                Self {
                    text: Err("no value supplied for text".to_string()),
                    visibility: Err("no value supplied for visibility".to_string()),
                }
            }
        }
        impl NoteDraft {
            pub fn text<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.text = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for text: {e}")
                    });
                self
            }
            pub fn visibility<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Visibility>,
                T::Error: ::std::fmt::Display,
            {
                self.visibility = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for visibility: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<NoteDraft> for super::NoteDraft {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NoteDraft,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    text: value.text?,
                    visibility: value.visibility?,
                })
            }
        }
        impl ::std::convert::From<super::NoteDraft> for NoteDraft {
            fn from(value: super::NoteDraft) -> Self {
                Self {
                    text: Ok(value.text),
                    visibility: Ok(value.visibility),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct NotePage {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Note>,
                ::std::string::String,
            >,
            next_cursor: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            total: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for NotePage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                    total: Ok(Default::default()),
                }
            }
        }
        impl NotePage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Note>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_cursor: {e}")
                    });
                self
            }
            pub fn total<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.total = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for total: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<NotePage> for super::NotePage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NotePage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_cursor: value.next_cursor?,
                    total: value.total?,
                })
            }
        }
        impl ::std::convert::From<super::NotePage> for NotePage {
            fn from(value: super::NotePage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_cursor: Ok(value.next_cursor),
                    total: Ok(value.total),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Notification {
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            deliveries: ::std::result::Result<
                ::std::vec::Vec<super::Delivery>,
                ::std::string::String,
            >,
            event_id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            kind: ::std::result::Result<::std::string::String, ::std::string::String>,
            order_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            origin: ::std::result::Result<
                ::std::option::Option<super::EventOrigin>,
                ::std::string::String,
            >,
            recipient: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            trace_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Notification {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    deliveries: Err("no value supplied for deliveries".to_string()),
                    event_id: Err("no value supplied for event_id".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    kind: Err("no value supplied for kind".to_string()),
                    order_id: Err("no value supplied for order_id".to_string()),
                    origin: Err("no value supplied for origin".to_string()),
                    recipient: Err("no value supplied for recipient".to_string()),
                    trace_id: Err("no value supplied for trace_id".to_string()),
                }
            }
        }
        impl Notification {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn deliveries<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Delivery>>,
                T::Error: ::std::fmt::Display,
            {
                self.deliveries = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for deliveries: {e}")
                    });
                self
            }
            pub fn event_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.event_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for event_id: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kind: {e}")
                    });
                self
            }
            pub fn order_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.order_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for order_id: {e}")
                    });
                self
            }
            pub fn origin<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::EventOrigin>>,
                T::Error: ::std::fmt::Display,
            {
                self.origin = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for origin: {e}")
                    });
                self
            }
            pub fn recipient<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.recipient = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for recipient: {e}")
                    });
                self
            }
            pub fn trace_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.trace_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for trace_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Notification> for super::Notification {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Notification,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    deliveries: value.deliveries?,
                    event_id: value.event_id?,
                    id: value.id?,
                    kind: value.kind?,
                    order_id: value.order_id?,
                    origin: value.origin?,
                    recipient: value.recipient?,
                    trace_id: value.trace_id?,
                })
            }
        }
        impl ::std::convert::From<super::Notification> for Notification {
            fn from(value: super::Notification) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    deliveries: Ok(value.deliveries),
                    event_id: Ok(value.event_id),
                    id: Ok(value.id),
                    kind: Ok(value.kind),
                    order_id: Ok(value.order_id),
                    origin: Ok(value.origin),
                    recipient: Ok(value.recipient),
                    trace_id: Ok(value.trace_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct NotificationPage {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Notification>,
                ::std::string::String,
            >,
            next_cursor: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            total: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for NotificationPage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                    total: Ok(Default::default()),
                }
            }
        }
        impl NotificationPage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Notification>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_cursor: {e}")
                    });
                self
            }
            pub fn total<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.total = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for total: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<NotificationPage> for super::NotificationPage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NotificationPage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_cursor: value.next_cursor?,
                    total: value.total?,
                })
            }
        }
        impl ::std::convert::From<super::NotificationPage> for NotificationPage {
            fn from(value: super::NotificationPage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_cursor: Ok(value.next_cursor),
                    total: Ok(value.total),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Order {
            allowed_actions: ::std::result::Result<
                ::std::vec::Vec<super::OrderAction>,
                ::std::string::String,
            >,
            approved_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            created_by: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            customer: ::std::result::Result<super::OrderCustomer, ::std::string::String>,
            customer_id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            delivered_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            lines: ::std::result::Result<
                ::std::vec::Vec<super::OrderLine>,
                ::std::string::String,
            >,
            metadata: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
            note: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            number: ::std::result::Result<::std::string::String, ::std::string::String>,
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            shipment: ::std::result::Result<
                ::std::option::Option<super::Shipment>,
                ::std::string::String,
            >,
            shipping_address: ::std::result::Result<
                super::Address,
                ::std::string::String,
            >,
            status: ::std::result::Result<super::OrderStatus, ::std::string::String>,
            total: ::std::result::Result<super::Money, ::std::string::String>,
            updated_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            version: ::std::result::Result<i64, ::std::string::String>,
        }
        impl ::std::default::Default for Order {
            fn default() -> Self {
                Self {
                    allowed_actions: Err(
                        "no value supplied for allowed_actions".to_string(),
                    ),
                    approved_at: Err("no value supplied for approved_at".to_string()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    created_by: Err("no value supplied for created_by".to_string()),
                    customer: Err("no value supplied for customer".to_string()),
                    customer_id: Err("no value supplied for customer_id".to_string()),
                    delivered_at: Err("no value supplied for delivered_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    lines: Err("no value supplied for lines".to_string()),
                    metadata: Err("no value supplied for metadata".to_string()),
                    note: Err("no value supplied for note".to_string()),
                    number: Err("no value supplied for number".to_string()),
                    reason: Err("no value supplied for reason".to_string()),
                    shipment: Err("no value supplied for shipment".to_string()),
                    shipping_address: Err(
                        "no value supplied for shipping_address".to_string(),
                    ),
                    status: Err("no value supplied for status".to_string()),
                    total: Err("no value supplied for total".to_string()),
                    updated_at: Err("no value supplied for updated_at".to_string()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }
        impl Order {
            pub fn allowed_actions<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::OrderAction>>,
                T::Error: ::std::fmt::Display,
            {
                self.allowed_actions = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for allowed_actions: {e}"
                        )
                    });
                self
            }
            pub fn approved_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.approved_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for approved_at: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn created_by<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.created_by = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_by: {e}")
                    });
                self
            }
            pub fn customer<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::OrderCustomer>,
                T::Error: ::std::fmt::Display,
            {
                self.customer = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for customer: {e}")
                    });
                self
            }
            pub fn customer_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.customer_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for customer_id: {e}")
                    });
                self
            }
            pub fn delivered_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.delivered_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for delivered_at: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn lines<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::OrderLine>>,
                T::Error: ::std::fmt::Display,
            {
                self.lines = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for lines: {e}")
                    });
                self
            }
            pub fn metadata<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.metadata = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for metadata: {e}")
                    });
                self
            }
            pub fn note<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.note = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for note: {e}")
                    });
                self
            }
            pub fn number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.number = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for number: {e}")
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
            pub fn shipment<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::Shipment>>,
                T::Error: ::std::fmt::Display,
            {
                self.shipment = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for shipment: {e}")
                    });
                self
            }
            pub fn shipping_address<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Address>,
                T::Error: ::std::fmt::Display,
            {
                self.shipping_address = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for shipping_address: {e}"
                        )
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::OrderStatus>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            pub fn total<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Money>,
                T::Error: ::std::fmt::Display,
            {
                self.total = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for total: {e}")
                    });
                self
            }
            pub fn updated_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.updated_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for updated_at: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Order> for super::Order {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Order,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    allowed_actions: value.allowed_actions?,
                    approved_at: value.approved_at?,
                    created_at: value.created_at?,
                    created_by: value.created_by?,
                    customer: value.customer?,
                    customer_id: value.customer_id?,
                    delivered_at: value.delivered_at?,
                    id: value.id?,
                    lines: value.lines?,
                    metadata: value.metadata?,
                    note: value.note?,
                    number: value.number?,
                    reason: value.reason?,
                    shipment: value.shipment?,
                    shipping_address: value.shipping_address?,
                    status: value.status?,
                    total: value.total?,
                    updated_at: value.updated_at?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::Order> for Order {
            fn from(value: super::Order) -> Self {
                Self {
                    allowed_actions: Ok(value.allowed_actions),
                    approved_at: Ok(value.approved_at),
                    created_at: Ok(value.created_at),
                    created_by: Ok(value.created_by),
                    customer: Ok(value.customer),
                    customer_id: Ok(value.customer_id),
                    delivered_at: Ok(value.delivered_at),
                    id: Ok(value.id),
                    lines: Ok(value.lines),
                    metadata: Ok(value.metadata),
                    note: Ok(value.note),
                    number: Ok(value.number),
                    reason: Ok(value.reason),
                    shipment: Ok(value.shipment),
                    shipping_address: Ok(value.shipping_address),
                    status: Ok(value.status),
                    total: Ok(value.total),
                    updated_at: Ok(value.updated_at),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct OrderAmendment {
            lines: ::std::result::Result<
                ::std::vec::Vec<super::LineDraft>,
                ::std::string::String,
            >,
            note: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            shipping_address: ::std::result::Result<
                ::std::option::Option<super::Address>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for OrderAmendment {
            fn default() -> Self {
                Self {
                    lines: Ok(Default::default()),
                    note: Ok(Default::default()),
                    shipping_address: Ok(Default::default()),
                }
            }
        }
        impl OrderAmendment {
            pub fn lines<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::LineDraft>>,
                T::Error: ::std::fmt::Display,
            {
                self.lines = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for lines: {e}")
                    });
                self
            }
            pub fn note<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.note = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for note: {e}")
                    });
                self
            }
            pub fn shipping_address<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::Address>>,
                T::Error: ::std::fmt::Display,
            {
                self.shipping_address = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for shipping_address: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<OrderAmendment> for super::OrderAmendment {
            type Error = super::error::ConversionError;
            fn try_from(
                value: OrderAmendment,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    lines: value.lines?,
                    note: value.note?,
                    shipping_address: value.shipping_address?,
                })
            }
        }
        impl ::std::convert::From<super::OrderAmendment> for OrderAmendment {
            fn from(value: super::OrderAmendment) -> Self {
                Self {
                    lines: Ok(value.lines),
                    note: Ok(value.note),
                    shipping_address: Ok(value.shipping_address),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct OrderCustomer {
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for OrderCustomer {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }
        impl OrderCustomer {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<OrderCustomer> for super::OrderCustomer {
            type Error = super::error::ConversionError;
            fn try_from(
                value: OrderCustomer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    id: value.id?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::OrderCustomer> for OrderCustomer {
            fn from(value: super::OrderCustomer) -> Self {
                Self {
                    id: Ok(value.id),
                    name: Ok(value.name),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct OrderDraft {
            customer_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            lines: ::std::result::Result<
                ::std::vec::Vec<super::LineDraft>,
                ::std::string::String,
            >,
            metadata: ::std::result::Result<
                ::std::option::Option<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                ::std::string::String,
            >,
            note: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            shipping_address: ::std::result::Result<
                super::Address,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for OrderDraft {
            fn default() -> Self {
                Self {
                    customer_id: Ok(Default::default()),
                    lines: Err("no value supplied for lines".to_string()),
                    metadata: Ok(Default::default()),
                    note: Ok(Default::default()),
                    shipping_address: Err(
                        "no value supplied for shipping_address".to_string(),
                    ),
                }
            }
        }
        impl OrderDraft {
            pub fn customer_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.customer_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for customer_id: {e}")
                    });
                self
            }
            pub fn lines<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::LineDraft>>,
                T::Error: ::std::fmt::Display,
            {
                self.lines = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for lines: {e}")
                    });
                self
            }
            pub fn metadata<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.metadata = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for metadata: {e}")
                    });
                self
            }
            pub fn note<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.note = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for note: {e}")
                    });
                self
            }
            pub fn shipping_address<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Address>,
                T::Error: ::std::fmt::Display,
            {
                self.shipping_address = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for shipping_address: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<OrderDraft> for super::OrderDraft {
            type Error = super::error::ConversionError;
            fn try_from(
                value: OrderDraft,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    customer_id: value.customer_id?,
                    lines: value.lines?,
                    metadata: value.metadata?,
                    note: value.note?,
                    shipping_address: value.shipping_address?,
                })
            }
        }
        impl ::std::convert::From<super::OrderDraft> for OrderDraft {
            fn from(value: super::OrderDraft) -> Self {
                Self {
                    customer_id: Ok(value.customer_id),
                    lines: Ok(value.lines),
                    metadata: Ok(value.metadata),
                    note: Ok(value.note),
                    shipping_address: Ok(value.shipping_address),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct OrderEvents {
            items: ::std::result::Result<
                ::std::vec::Vec<super::OutboxMessage>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for OrderEvents {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                }
            }
        }
        impl OrderEvents {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::OutboxMessage>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<OrderEvents> for super::OrderEvents {
            type Error = super::error::ConversionError;
            fn try_from(
                value: OrderEvents,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items? })
            }
        }
        impl ::std::convert::From<super::OrderEvents> for OrderEvents {
            fn from(value: super::OrderEvents) -> Self {
                Self { items: Ok(value.items) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct OrderLine {
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            quantity: ::std::result::Result<i64, ::std::string::String>,
            sku: ::std::result::Result<::std::string::String, ::std::string::String>,
            total: ::std::result::Result<super::Money, ::std::string::String>,
            unit_price: ::std::result::Result<super::Money, ::std::string::String>,
        }
        impl ::std::default::Default for OrderLine {
            fn default() -> Self {
                Self {
                    name: Err("no value supplied for name".to_string()),
                    quantity: Err("no value supplied for quantity".to_string()),
                    sku: Err("no value supplied for sku".to_string()),
                    total: Err("no value supplied for total".to_string()),
                    unit_price: Err("no value supplied for unit_price".to_string()),
                }
            }
        }
        impl OrderLine {
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn quantity<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.quantity = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for quantity: {e}")
                    });
                self
            }
            pub fn sku<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.sku = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sku: {e}")
                    });
                self
            }
            pub fn total<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Money>,
                T::Error: ::std::fmt::Display,
            {
                self.total = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for total: {e}")
                    });
                self
            }
            pub fn unit_price<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Money>,
                T::Error: ::std::fmt::Display,
            {
                self.unit_price = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for unit_price: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<OrderLine> for super::OrderLine {
            type Error = super::error::ConversionError;
            fn try_from(
                value: OrderLine,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    name: value.name?,
                    quantity: value.quantity?,
                    sku: value.sku?,
                    total: value.total?,
                    unit_price: value.unit_price?,
                })
            }
        }
        impl ::std::convert::From<super::OrderLine> for OrderLine {
            fn from(value: super::OrderLine) -> Self {
                Self {
                    name: Ok(value.name),
                    quantity: Ok(value.quantity),
                    sku: Ok(value.sku),
                    total: Ok(value.total),
                    unit_price: Ok(value.unit_price),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct OrderPage {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Order>,
                ::std::string::String,
            >,
            next_cursor: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            total: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for OrderPage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                    total: Ok(Default::default()),
                }
            }
        }
        impl OrderPage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Order>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_cursor: {e}")
                    });
                self
            }
            pub fn total<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.total = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for total: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<OrderPage> for super::OrderPage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: OrderPage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_cursor: value.next_cursor?,
                    total: value.total?,
                })
            }
        }
        impl ::std::convert::From<super::OrderPage> for OrderPage {
            fn from(value: super::OrderPage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_cursor: Ok(value.next_cursor),
                    total: Ok(value.total),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct OrderStatistics {
            days: ::std::result::Result<
                ::std::vec::Vec<super::DayCount>,
                ::std::string::String,
            >,
            statuses: ::std::result::Result<
                ::std::vec::Vec<super::StatusCount>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for OrderStatistics {
            fn default() -> Self {
                Self {
                    days: Err("no value supplied for days".to_string()),
                    statuses: Err("no value supplied for statuses".to_string()),
                }
            }
        }
        impl OrderStatistics {
            pub fn days<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::DayCount>>,
                T::Error: ::std::fmt::Display,
            {
                self.days = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for days: {e}")
                    });
                self
            }
            pub fn statuses<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::StatusCount>>,
                T::Error: ::std::fmt::Display,
            {
                self.statuses = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for statuses: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<OrderStatistics> for super::OrderStatistics {
            type Error = super::error::ConversionError;
            fn try_from(
                value: OrderStatistics,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    days: value.days?,
                    statuses: value.statuses?,
                })
            }
        }
        impl ::std::convert::From<super::OrderStatistics> for OrderStatistics {
            fn from(value: super::OrderStatistics) -> Self {
                Self {
                    days: Ok(value.days),
                    statuses: Ok(value.statuses),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct OutboxDecision {
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for OutboxDecision {
            fn default() -> Self {
                Self {
                    reason: Ok(Default::default()),
                }
            }
        }
        impl OutboxDecision {
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<OutboxDecision> for super::OutboxDecision {
            type Error = super::error::ConversionError;
            fn try_from(
                value: OutboxDecision,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { reason: value.reason? })
            }
        }
        impl ::std::convert::From<super::OutboxDecision> for OutboxDecision {
            fn from(value: super::OutboxDecision) -> Self {
                Self { reason: Ok(value.reason) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct OutboxMessage {
            attempts: ::std::result::Result<i64, ::std::string::String>,
            error: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            event_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            kind: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            occurred_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            parked: ::std::result::Result<bool, ::std::string::String>,
            position: ::std::result::Result<i64, ::std::string::String>,
            retry_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            sequence: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            subject: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for OutboxMessage {
            fn default() -> Self {
                Self {
                    attempts: Err("no value supplied for attempts".to_string()),
                    error: Err("no value supplied for error".to_string()),
                    event_id: Err("no value supplied for event_id".to_string()),
                    kind: Err("no value supplied for kind".to_string()),
                    occurred_at: Err("no value supplied for occurred_at".to_string()),
                    parked: Err("no value supplied for parked".to_string()),
                    position: Err("no value supplied for position".to_string()),
                    retry_at: Err("no value supplied for retry_at".to_string()),
                    sequence: Err("no value supplied for sequence".to_string()),
                    subject: Err("no value supplied for subject".to_string()),
                }
            }
        }
        impl OutboxMessage {
            pub fn attempts<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.attempts = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for attempts: {e}")
                    });
                self
            }
            pub fn error<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.error = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for error: {e}")
                    });
                self
            }
            pub fn event_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.event_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for event_id: {e}")
                    });
                self
            }
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kind: {e}")
                    });
                self
            }
            pub fn occurred_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.occurred_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for occurred_at: {e}")
                    });
                self
            }
            pub fn parked<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.parked = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for parked: {e}")
                    });
                self
            }
            pub fn position<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.position = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for position: {e}")
                    });
                self
            }
            pub fn retry_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.retry_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for retry_at: {e}")
                    });
                self
            }
            pub fn sequence<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.sequence = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sequence: {e}")
                    });
                self
            }
            pub fn subject<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.subject = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for subject: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<OutboxMessage> for super::OutboxMessage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: OutboxMessage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    attempts: value.attempts?,
                    error: value.error?,
                    event_id: value.event_id?,
                    kind: value.kind?,
                    occurred_at: value.occurred_at?,
                    parked: value.parked?,
                    position: value.position?,
                    retry_at: value.retry_at?,
                    sequence: value.sequence?,
                    subject: value.subject?,
                })
            }
        }
        impl ::std::convert::From<super::OutboxMessage> for OutboxMessage {
            fn from(value: super::OutboxMessage) -> Self {
                Self {
                    attempts: Ok(value.attempts),
                    error: Ok(value.error),
                    event_id: Ok(value.event_id),
                    kind: Ok(value.kind),
                    occurred_at: Ok(value.occurred_at),
                    parked: Ok(value.parked),
                    position: Ok(value.position),
                    retry_at: Ok(value.retry_at),
                    sequence: Ok(value.sequence),
                    subject: Ok(value.subject),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct OutboxMessagePage {
            items: ::std::result::Result<
                ::std::vec::Vec<super::OutboxMessage>,
                ::std::string::String,
            >,
            next_cursor: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            total: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for OutboxMessagePage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                    total: Ok(Default::default()),
                }
            }
        }
        impl OutboxMessagePage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::OutboxMessage>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_cursor: {e}")
                    });
                self
            }
            pub fn total<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.total = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for total: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<OutboxMessagePage> for super::OutboxMessagePage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: OutboxMessagePage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_cursor: value.next_cursor?,
                    total: value.total?,
                })
            }
        }
        impl ::std::convert::From<super::OutboxMessagePage> for OutboxMessagePage {
            fn from(value: super::OutboxMessagePage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_cursor: Ok(value.next_cursor),
                    total: Ok(value.total),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct OutboxState {
            oldest_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            parked: ::std::result::Result<i64, ::std::string::String>,
            pending: ::std::result::Result<i64, ::std::string::String>,
        }
        impl ::std::default::Default for OutboxState {
            fn default() -> Self {
                Self {
                    oldest_at: Err("no value supplied for oldest_at".to_string()),
                    parked: Err("no value supplied for parked".to_string()),
                    pending: Err("no value supplied for pending".to_string()),
                }
            }
        }
        impl OutboxState {
            pub fn oldest_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.oldest_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for oldest_at: {e}")
                    });
                self
            }
            pub fn parked<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.parked = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for parked: {e}")
                    });
                self
            }
            pub fn pending<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.pending = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for pending: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<OutboxState> for super::OutboxState {
            type Error = super::error::ConversionError;
            fn try_from(
                value: OutboxState,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    oldest_at: value.oldest_at?,
                    parked: value.parked?,
                    pending: value.pending?,
                })
            }
        }
        impl ::std::convert::From<super::OutboxState> for OutboxState {
            fn from(value: super::OutboxState) -> Self {
                Self {
                    oldest_at: Ok(value.oldest_at),
                    parked: Ok(value.parked),
                    pending: Ok(value.pending),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PasswordChange {
            current_password: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            password: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for PasswordChange {
            fn default() -> Self {
                Self {
                    current_password: Err(
                        "no value supplied for current_password".to_string(),
                    ),
                    password: Err("no value supplied for password".to_string()),
                }
            }
        }
        impl PasswordChange {
            pub fn current_password<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.current_password = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for current_password: {e}"
                        )
                    });
                self
            }
            pub fn password<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.password = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for password: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PasswordChange> for super::PasswordChange {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PasswordChange,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    current_password: value.current_password?,
                    password: value.password?,
                })
            }
        }
        impl ::std::convert::From<super::PasswordChange> for PasswordChange {
            fn from(value: super::PasswordChange) -> Self {
                Self {
                    current_password: Ok(value.current_password),
                    password: Ok(value.password),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PasswordReset {
            password: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            token: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for PasswordReset {
            fn default() -> Self {
                Self {
                    password: Err("no value supplied for password".to_string()),
                    token: Err("no value supplied for token".to_string()),
                }
            }
        }
        impl PasswordReset {
            pub fn password<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.password = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for password: {e}")
                    });
                self
            }
            pub fn token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.token = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for token: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PasswordReset> for super::PasswordReset {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PasswordReset,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    password: value.password?,
                    token: value.token?,
                })
            }
        }
        impl ::std::convert::From<super::PasswordReset> for PasswordReset {
            fn from(value: super::PasswordReset) -> Self {
                Self {
                    password: Ok(value.password),
                    token: Ok(value.token),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Permission {
            action: ::std::result::Result<::std::string::String, ::std::string::String>,
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            resource: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Permission {
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                    description: Err("no value supplied for description".to_string()),
                    resource: Err("no value supplied for resource".to_string()),
                }
            }
        }
        impl Permission {
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.action = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for action: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resource: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Permission> for super::Permission {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Permission,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    description: value.description?,
                    resource: value.resource?,
                })
            }
        }
        impl ::std::convert::From<super::Permission> for Permission {
            fn from(value: super::Permission) -> Self {
                Self {
                    action: Ok(value.action),
                    description: Ok(value.description),
                    resource: Ok(value.resource),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Permissions {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Permission>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Permissions {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                }
            }
        }
        impl Permissions {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Permission>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Permissions> for super::Permissions {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Permissions,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items? })
            }
        }
        impl ::std::convert::From<super::Permissions> for Permissions {
            fn from(value: super::Permissions) -> Self {
                Self { items: Ok(value.items) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Policy {
            roles: ::std::result::Result<
                ::std::vec::Vec<super::PolicyRole>,
                ::std::string::String,
            >,
            version: ::std::result::Result<i64, ::std::string::String>,
        }
        impl ::std::default::Default for Policy {
            fn default() -> Self {
                Self {
                    roles: Err("no value supplied for roles".to_string()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }
        impl Policy {
            pub fn roles<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::PolicyRole>>,
                T::Error: ::std::fmt::Display,
            {
                self.roles = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for roles: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Policy> for super::Policy {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Policy,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    roles: value.roles?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::Policy> for Policy {
            fn from(value: super::Policy) -> Self {
                Self {
                    roles: Ok(value.roles),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PolicyRole {
            role: ::std::result::Result<::std::string::String, ::std::string::String>,
            rules: ::std::result::Result<
                ::std::vec::Vec<super::PolicyRule>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for PolicyRole {
            fn default() -> Self {
                Self {
                    role: Err("no value supplied for role".to_string()),
                    rules: Err("no value supplied for rules".to_string()),
                }
            }
        }
        impl PolicyRole {
            pub fn role<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.role = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for role: {e}")
                    });
                self
            }
            pub fn rules<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::PolicyRule>>,
                T::Error: ::std::fmt::Display,
            {
                self.rules = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for rules: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PolicyRole> for super::PolicyRole {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PolicyRole,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    role: value.role?,
                    rules: value.rules?,
                })
            }
        }
        impl ::std::convert::From<super::PolicyRole> for PolicyRole {
            fn from(value: super::PolicyRole) -> Self {
                Self {
                    role: Ok(value.role),
                    rules: Ok(value.rules),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PolicyRule {
            action: ::std::result::Result<::std::string::String, ::std::string::String>,
            effect: ::std::result::Result<::std::string::String, ::std::string::String>,
            resource: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            scope: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for PolicyRule {
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                    effect: Err("no value supplied for effect".to_string()),
                    resource: Err("no value supplied for resource".to_string()),
                    scope: Err("no value supplied for scope".to_string()),
                }
            }
        }
        impl PolicyRule {
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.action = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for action: {e}")
                    });
                self
            }
            pub fn effect<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.effect = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for effect: {e}")
                    });
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resource: {e}")
                    });
                self
            }
            pub fn scope<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.scope = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scope: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PolicyRule> for super::PolicyRule {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PolicyRule,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    effect: value.effect?,
                    resource: value.resource?,
                    scope: value.scope?,
                })
            }
        }
        impl ::std::convert::From<super::PolicyRule> for PolicyRule {
            fn from(value: super::PolicyRule) -> Self {
                Self {
                    action: Ok(value.action),
                    effect: Ok(value.effect),
                    resource: Ok(value.resource),
                    scope: Ok(value.scope),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Problem {
            code: ::std::result::Result<::std::string::String, ::std::string::String>,
            detail: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            errors: ::std::result::Result<
                ::std::vec::Vec<super::FieldProblem>,
                ::std::string::String,
            >,
            instance: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            request_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            status: ::std::result::Result<i32, ::std::string::String>,
            title: ::std::result::Result<::std::string::String, ::std::string::String>,
            trace_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Problem {
            fn default() -> Self {
                Self {
                    code: Err("no value supplied for code".to_string()),
                    detail: Ok(Default::default()),
                    errors: Ok(Default::default()),
                    instance: Ok(Default::default()),
                    request_id: Ok(Default::default()),
                    status: Err("no value supplied for status".to_string()),
                    title: Err("no value supplied for title".to_string()),
                    trace_id: Ok(Default::default()),
                    type_: Err("no value supplied for type_".to_string()),
                }
            }
        }
        impl Problem {
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for code: {e}")
                    });
                self
            }
            pub fn detail<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.detail = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for detail: {e}")
                    });
                self
            }
            pub fn errors<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::FieldProblem>>,
                T::Error: ::std::fmt::Display,
            {
                self.errors = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for errors: {e}")
                    });
                self
            }
            pub fn instance<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.instance = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for instance: {e}")
                    });
                self
            }
            pub fn request_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.request_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for request_id: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i32>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
            pub fn trace_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.trace_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for trace_id: {e}")
                    });
                self
            }
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for type_: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Problem> for super::Problem {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Problem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    detail: value.detail?,
                    errors: value.errors?,
                    instance: value.instance?,
                    request_id: value.request_id?,
                    status: value.status?,
                    title: value.title?,
                    trace_id: value.trace_id?,
                    type_: value.type_?,
                })
            }
        }
        impl ::std::convert::From<super::Problem> for Problem {
            fn from(value: super::Problem) -> Self {
                Self {
                    code: Ok(value.code),
                    detail: Ok(value.detail),
                    errors: Ok(value.errors),
                    instance: Ok(value.instance),
                    request_id: Ok(value.request_id),
                    status: Ok(value.status),
                    title: Ok(value.title),
                    trace_id: Ok(value.trace_id),
                    type_: Ok(value.type_),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ProfileChange {
            locale: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            phone: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            time_zone: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ProfileChange {
            fn default() -> Self {
                Self {
                    locale: Ok(Default::default()),
                    name: Ok(Default::default()),
                    phone: Ok(Default::default()),
                    time_zone: Ok(Default::default()),
                }
            }
        }
        impl ProfileChange {
            pub fn locale<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.locale = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for locale: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn phone<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.phone = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for phone: {e}")
                    });
                self
            }
            pub fn time_zone<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.time_zone = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for time_zone: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ProfileChange> for super::ProfileChange {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ProfileChange,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    locale: value.locale?,
                    name: value.name?,
                    phone: value.phone?,
                    time_zone: value.time_zone?,
                })
            }
        }
        impl ::std::convert::From<super::ProfileChange> for ProfileChange {
            fn from(value: super::ProfileChange) -> Self {
                Self {
                    locale: Ok(value.locale),
                    name: Ok(value.name),
                    phone: Ok(value.phone),
                    time_zone: Ok(value.time_zone),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Provider {
            calls: ::std::result::Result<i64, ::std::string::String>,
            channel: ::std::result::Result<super::Channel, ::std::string::String>,
            failures: ::std::result::Result<i64, ::std::string::String>,
            last_failure: ::std::result::Result<
                ::std::option::Option<super::ProviderFailure>,
                ::std::string::String,
            >,
            next_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            open_since: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            passed_on: ::std::result::Result<i64, ::std::string::String>,
            per_second: ::std::result::Result<
                ::std::option::Option<i32>,
                ::std::string::String,
            >,
            position: ::std::result::Result<i32, ::std::string::String>,
            provider: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            state: ::std::result::Result<super::ProviderState, ::std::string::String>,
        }
        impl ::std::default::Default for Provider {
            fn default() -> Self {
                Self {
                    calls: Err("no value supplied for calls".to_string()),
                    channel: Err("no value supplied for channel".to_string()),
                    failures: Err("no value supplied for failures".to_string()),
                    last_failure: Err("no value supplied for last_failure".to_string()),
                    next_at: Err("no value supplied for next_at".to_string()),
                    open_since: Err("no value supplied for open_since".to_string()),
                    passed_on: Err("no value supplied for passed_on".to_string()),
                    per_second: Err("no value supplied for per_second".to_string()),
                    position: Err("no value supplied for position".to_string()),
                    provider: Err("no value supplied for provider".to_string()),
                    state: Err("no value supplied for state".to_string()),
                }
            }
        }
        impl Provider {
            pub fn calls<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.calls = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for calls: {e}")
                    });
                self
            }
            pub fn channel<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Channel>,
                T::Error: ::std::fmt::Display,
            {
                self.channel = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for channel: {e}")
                    });
                self
            }
            pub fn failures<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.failures = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for failures: {e}")
                    });
                self
            }
            pub fn last_failure<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::ProviderFailure>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.last_failure = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for last_failure: {e}")
                    });
                self
            }
            pub fn next_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.next_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_at: {e}")
                    });
                self
            }
            pub fn open_since<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.open_since = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for open_since: {e}")
                    });
                self
            }
            pub fn passed_on<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.passed_on = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for passed_on: {e}")
                    });
                self
            }
            pub fn per_second<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i32>>,
                T::Error: ::std::fmt::Display,
            {
                self.per_second = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for per_second: {e}")
                    });
                self
            }
            pub fn position<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i32>,
                T::Error: ::std::fmt::Display,
            {
                self.position = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for position: {e}")
                    });
                self
            }
            pub fn provider<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.provider = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for provider: {e}")
                    });
                self
            }
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::ProviderState>,
                T::Error: ::std::fmt::Display,
            {
                self.state = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for state: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Provider> for super::Provider {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Provider,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    calls: value.calls?,
                    channel: value.channel?,
                    failures: value.failures?,
                    last_failure: value.last_failure?,
                    next_at: value.next_at?,
                    open_since: value.open_since?,
                    passed_on: value.passed_on?,
                    per_second: value.per_second?,
                    position: value.position?,
                    provider: value.provider?,
                    state: value.state?,
                })
            }
        }
        impl ::std::convert::From<super::Provider> for Provider {
            fn from(value: super::Provider) -> Self {
                Self {
                    calls: Ok(value.calls),
                    channel: Ok(value.channel),
                    failures: Ok(value.failures),
                    last_failure: Ok(value.last_failure),
                    next_at: Ok(value.next_at),
                    open_since: Ok(value.open_since),
                    passed_on: Ok(value.passed_on),
                    per_second: Ok(value.per_second),
                    position: Ok(value.position),
                    provider: Ok(value.provider),
                    state: Ok(value.state),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ProviderFailure {
            at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            detail: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for ProviderFailure {
            fn default() -> Self {
                Self {
                    at: Err("no value supplied for at".to_string()),
                    detail: Err("no value supplied for detail".to_string()),
                }
            }
        }
        impl ProviderFailure {
            pub fn at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for at: {e}"));
                self
            }
            pub fn detail<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.detail = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for detail: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ProviderFailure> for super::ProviderFailure {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ProviderFailure,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    at: value.at?,
                    detail: value.detail?,
                })
            }
        }
        impl ::std::convert::From<super::ProviderFailure> for ProviderFailure {
            fn from(value: super::ProviderFailure) -> Self {
                Self {
                    at: Ok(value.at),
                    detail: Ok(value.detail),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ProviderList {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Provider>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ProviderList {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                }
            }
        }
        impl ProviderList {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Provider>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ProviderList> for super::ProviderList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ProviderList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items? })
            }
        }
        impl ::std::convert::From<super::ProviderList> for ProviderList {
            fn from(value: super::ProviderList) -> Self {
                Self { items: Ok(value.items) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Registration {
            email: ::std::result::Result<::std::string::String, ::std::string::String>,
            locale: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            password: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            time_zone: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Registration {
            fn default() -> Self {
                Self {
                    email: Err("no value supplied for email".to_string()),
                    locale: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                    password: Err("no value supplied for password".to_string()),
                    time_zone: Ok(Default::default()),
                }
            }
        }
        impl Registration {
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.email = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for email: {e}")
                    });
                self
            }
            pub fn locale<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.locale = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for locale: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn password<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.password = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for password: {e}")
                    });
                self
            }
            pub fn time_zone<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.time_zone = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for time_zone: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Registration> for super::Registration {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Registration,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    email: value.email?,
                    locale: value.locale?,
                    name: value.name?,
                    password: value.password?,
                    time_zone: value.time_zone?,
                })
            }
        }
        impl ::std::convert::From<super::Registration> for Registration {
            fn from(value: super::Registration) -> Self {
                Self {
                    email: Ok(value.email),
                    locale: Ok(value.locale),
                    name: Ok(value.name),
                    password: Ok(value.password),
                    time_zone: Ok(value.time_zone),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Rejection {
            note: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            reason: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Rejection {
            fn default() -> Self {
                Self {
                    note: Ok(Default::default()),
                    reason: Err("no value supplied for reason".to_string()),
                }
            }
        }
        impl Rejection {
            pub fn note<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.note = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for note: {e}")
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Rejection> for super::Rejection {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Rejection,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    note: value.note?,
                    reason: value.reason?,
                })
            }
        }
        impl ::std::convert::From<super::Rejection> for Rejection {
            fn from(value: super::Rejection) -> Self {
                Self {
                    note: Ok(value.note),
                    reason: Ok(value.reason),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Role {
            built_in: ::std::result::Result<bool, ::std::string::String>,
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            fixed: ::std::result::Result<bool, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            permissions: ::std::result::Result<
                ::std::vec::Vec<super::RoleRule>,
                ::std::string::String,
            >,
            updated_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            version: ::std::result::Result<i64, ::std::string::String>,
        }
        impl ::std::default::Default for Role {
            fn default() -> Self {
                Self {
                    built_in: Err("no value supplied for built_in".to_string()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    description: Err("no value supplied for description".to_string()),
                    fixed: Err("no value supplied for fixed".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    permissions: Err("no value supplied for permissions".to_string()),
                    updated_at: Err("no value supplied for updated_at".to_string()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }
        impl Role {
            pub fn built_in<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.built_in = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for built_in: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn fixed<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.fixed = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for fixed: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn permissions<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::RoleRule>>,
                T::Error: ::std::fmt::Display,
            {
                self.permissions = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for permissions: {e}")
                    });
                self
            }
            pub fn updated_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.updated_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for updated_at: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Role> for super::Role {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Role,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    built_in: value.built_in?,
                    created_at: value.created_at?,
                    description: value.description?,
                    fixed: value.fixed?,
                    name: value.name?,
                    permissions: value.permissions?,
                    updated_at: value.updated_at?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::Role> for Role {
            fn from(value: super::Role) -> Self {
                Self {
                    built_in: Ok(value.built_in),
                    created_at: Ok(value.created_at),
                    description: Ok(value.description),
                    fixed: Ok(value.fixed),
                    name: Ok(value.name),
                    permissions: Ok(value.permissions),
                    updated_at: Ok(value.updated_at),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct RoleChange {
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            permissions: ::std::result::Result<
                ::std::vec::Vec<super::RoleRule>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for RoleChange {
            fn default() -> Self {
                Self {
                    description: Err("no value supplied for description".to_string()),
                    permissions: Err("no value supplied for permissions".to_string()),
                }
            }
        }
        impl RoleChange {
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn permissions<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::RoleRule>>,
                T::Error: ::std::fmt::Display,
            {
                self.permissions = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for permissions: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<RoleChange> for super::RoleChange {
            type Error = super::error::ConversionError;
            fn try_from(
                value: RoleChange,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    permissions: value.permissions?,
                })
            }
        }
        impl ::std::convert::From<super::RoleChange> for RoleChange {
            fn from(value: super::RoleChange) -> Self {
                Self {
                    description: Ok(value.description),
                    permissions: Ok(value.permissions),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct RoleRule {
            action: ::std::result::Result<::std::string::String, ::std::string::String>,
            effect: ::std::result::Result<super::Effect, ::std::string::String>,
            resource: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            scope: ::std::result::Result<super::Scope, ::std::string::String>,
        }
        impl ::std::default::Default for RoleRule {
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                    effect: Err("no value supplied for effect".to_string()),
                    resource: Err("no value supplied for resource".to_string()),
                    scope: Err("no value supplied for scope".to_string()),
                }
            }
        }
        impl RoleRule {
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.action = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for action: {e}")
                    });
                self
            }
            pub fn effect<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Effect>,
                T::Error: ::std::fmt::Display,
            {
                self.effect = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for effect: {e}")
                    });
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resource: {e}")
                    });
                self
            }
            pub fn scope<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Scope>,
                T::Error: ::std::fmt::Display,
            {
                self.scope = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for scope: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<RoleRule> for super::RoleRule {
            type Error = super::error::ConversionError;
            fn try_from(
                value: RoleRule,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    effect: value.effect?,
                    resource: value.resource?,
                    scope: value.scope?,
                })
            }
        }
        impl ::std::convert::From<super::RoleRule> for RoleRule {
            fn from(value: super::RoleRule) -> Self {
                Self {
                    action: Ok(value.action),
                    effect: Ok(value.effect),
                    resource: Ok(value.resource),
                    scope: Ok(value.scope),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct RoleSet {
            roles: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for RoleSet {
            fn default() -> Self {
                Self {
                    roles: Err("no value supplied for roles".to_string()),
                }
            }
        }
        impl RoleSet {
            pub fn roles<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.roles = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for roles: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<RoleSet> for super::RoleSet {
            type Error = super::error::ConversionError;
            fn try_from(
                value: RoleSet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { roles: value.roles? })
            }
        }
        impl ::std::convert::From<super::RoleSet> for RoleSet {
            fn from(value: super::RoleSet) -> Self {
                Self { roles: Ok(value.roles) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Roles {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Role>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Roles {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                }
            }
        }
        impl Roles {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Role>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Roles> for super::Roles {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Roles,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items? })
            }
        }
        impl ::std::convert::From<super::Roles> for Roles {
            fn from(value: super::Roles) -> Self {
                Self { items: Ok(value.items) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct RouteUse {
            failed: ::std::result::Result<i64, ::std::string::String>,
            longest_us: ::std::result::Result<i64, ::std::string::String>,
            mean_us: ::std::result::Result<i64, ::std::string::String>,
            method: ::std::result::Result<::std::string::String, ::std::string::String>,
            requests: ::std::result::Result<i64, ::std::string::String>,
            route: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for RouteUse {
            fn default() -> Self {
                Self {
                    failed: Err("no value supplied for failed".to_string()),
                    longest_us: Err("no value supplied for longest_us".to_string()),
                    mean_us: Err("no value supplied for mean_us".to_string()),
                    method: Err("no value supplied for method".to_string()),
                    requests: Err("no value supplied for requests".to_string()),
                    route: Err("no value supplied for route".to_string()),
                }
            }
        }
        impl RouteUse {
            pub fn failed<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.failed = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for failed: {e}")
                    });
                self
            }
            pub fn longest_us<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.longest_us = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for longest_us: {e}")
                    });
                self
            }
            pub fn mean_us<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.mean_us = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for mean_us: {e}")
                    });
                self
            }
            pub fn method<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.method = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for method: {e}")
                    });
                self
            }
            pub fn requests<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.requests = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for requests: {e}")
                    });
                self
            }
            pub fn route<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.route = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for route: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<RouteUse> for super::RouteUse {
            type Error = super::error::ConversionError;
            fn try_from(
                value: RouteUse,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    failed: value.failed?,
                    longest_us: value.longest_us?,
                    mean_us: value.mean_us?,
                    method: value.method?,
                    requests: value.requests?,
                    route: value.route?,
                })
            }
        }
        impl ::std::convert::From<super::RouteUse> for RouteUse {
            fn from(value: super::RouteUse) -> Self {
                Self {
                    failed: Ok(value.failed),
                    longest_us: Ok(value.longest_us),
                    mean_us: Ok(value.mean_us),
                    method: Ok(value.method),
                    requests: Ok(value.requests),
                    route: Ok(value.route),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ServiceToken {
            access_token: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            expires_in: ::std::result::Result<i64, ::std::string::String>,
            token_type: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ServiceToken {
            fn default() -> Self {
                Self {
                    access_token: Err("no value supplied for access_token".to_string()),
                    expires_in: Err("no value supplied for expires_in".to_string()),
                    token_type: Err("no value supplied for token_type".to_string()),
                }
            }
        }
        impl ServiceToken {
            pub fn access_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.access_token = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for access_token: {e}")
                    });
                self
            }
            pub fn expires_in<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.expires_in = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for expires_in: {e}")
                    });
                self
            }
            pub fn token_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.token_type = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for token_type: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ServiceToken> for super::ServiceToken {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ServiceToken,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    access_token: value.access_token?,
                    expires_in: value.expires_in?,
                    token_type: value.token_type?,
                })
            }
        }
        impl ::std::convert::From<super::ServiceToken> for ServiceToken {
            fn from(value: super::ServiceToken) -> Self {
                Self {
                    access_token: Ok(value.access_token),
                    expires_in: Ok(value.expires_in),
                    token_type: Ok(value.token_type),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Session {
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            current: ::std::result::Result<bool, ::std::string::String>,
            device: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            expires_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            idle_until: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            ip: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            last_seen_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Session {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    current: Err("no value supplied for current".to_string()),
                    device: Err("no value supplied for device".to_string()),
                    expires_at: Err("no value supplied for expires_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    idle_until: Err("no value supplied for idle_until".to_string()),
                    ip: Err("no value supplied for ip".to_string()),
                    last_seen_at: Err("no value supplied for last_seen_at".to_string()),
                }
            }
        }
        impl Session {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn current<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.current = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for current: {e}")
                    });
                self
            }
            pub fn device<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.device = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for device: {e}")
                    });
                self
            }
            pub fn expires_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.expires_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for expires_at: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn idle_until<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.idle_until = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for idle_until: {e}")
                    });
                self
            }
            pub fn ip<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.ip = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for ip: {e}"));
                self
            }
            pub fn last_seen_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.last_seen_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for last_seen_at: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Session> for super::Session {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Session,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    current: value.current?,
                    device: value.device?,
                    expires_at: value.expires_at?,
                    id: value.id?,
                    idle_until: value.idle_until?,
                    ip: value.ip?,
                    last_seen_at: value.last_seen_at?,
                })
            }
        }
        impl ::std::convert::From<super::Session> for Session {
            fn from(value: super::Session) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    current: Ok(value.current),
                    device: Ok(value.device),
                    expires_at: Ok(value.expires_at),
                    id: Ok(value.id),
                    idle_until: Ok(value.idle_until),
                    ip: Ok(value.ip),
                    last_seen_at: Ok(value.last_seen_at),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SessionList {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Session>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SessionList {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                }
            }
        }
        impl SessionList {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Session>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SessionList> for super::SessionList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SessionList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items? })
            }
        }
        impl ::std::convert::From<super::SessionList> for SessionList {
            fn from(value: super::SessionList) -> Self {
                Self { items: Ok(value.items) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Shipment {
            carrier: ::std::result::Result<::std::string::String, ::std::string::String>,
            shipped_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            tracking_number: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Shipment {
            fn default() -> Self {
                Self {
                    carrier: Err("no value supplied for carrier".to_string()),
                    shipped_at: Err("no value supplied for shipped_at".to_string()),
                    tracking_number: Err(
                        "no value supplied for tracking_number".to_string(),
                    ),
                }
            }
        }
        impl Shipment {
            pub fn carrier<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.carrier = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for carrier: {e}")
                    });
                self
            }
            pub fn shipped_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.shipped_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for shipped_at: {e}")
                    });
                self
            }
            pub fn tracking_number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tracking_number = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for tracking_number: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Shipment> for super::Shipment {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Shipment,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    carrier: value.carrier?,
                    shipped_at: value.shipped_at?,
                    tracking_number: value.tracking_number?,
                })
            }
        }
        impl ::std::convert::From<super::Shipment> for Shipment {
            fn from(value: super::Shipment) -> Self {
                Self {
                    carrier: Ok(value.carrier),
                    shipped_at: Ok(value.shipped_at),
                    tracking_number: Ok(value.tracking_number),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SigningKey {
            algorithm: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            kid: ::std::result::Result<::std::string::String, ::std::string::String>,
            since: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            state: ::std::result::Result<super::KeyState, ::std::string::String>,
        }
        impl ::std::default::Default for SigningKey {
            fn default() -> Self {
                Self {
                    algorithm: Err("no value supplied for algorithm".to_string()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    kid: Err("no value supplied for kid".to_string()),
                    since: Err("no value supplied for since".to_string()),
                    state: Err("no value supplied for state".to_string()),
                }
            }
        }
        impl SigningKey {
            pub fn algorithm<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.algorithm = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for algorithm: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn kid<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kid = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kid: {e}")
                    });
                self
            }
            pub fn since<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.since = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for since: {e}")
                    });
                self
            }
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::KeyState>,
                T::Error: ::std::fmt::Display,
            {
                self.state = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for state: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SigningKey> for super::SigningKey {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SigningKey,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    algorithm: value.algorithm?,
                    created_at: value.created_at?,
                    kid: value.kid?,
                    since: value.since?,
                    state: value.state?,
                })
            }
        }
        impl ::std::convert::From<super::SigningKey> for SigningKey {
            fn from(value: super::SigningKey) -> Self {
                Self {
                    algorithm: Ok(value.algorithm),
                    created_at: Ok(value.created_at),
                    kid: Ok(value.kid),
                    since: Ok(value.since),
                    state: Ok(value.state),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SigningKeyList {
            items: ::std::result::Result<
                ::std::vec::Vec<super::SigningKey>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SigningKeyList {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                }
            }
        }
        impl SigningKeyList {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::SigningKey>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SigningKeyList> for super::SigningKeyList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SigningKeyList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items? })
            }
        }
        impl ::std::convert::From<super::SigningKeyList> for SigningKeyList {
            fn from(value: super::SigningKeyList) -> Self {
                Self { items: Ok(value.items) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SlowRequest {
            at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            method: ::std::result::Result<::std::string::String, ::std::string::String>,
            route: ::std::result::Result<::std::string::String, ::std::string::String>,
            status: ::std::result::Result<i32, ::std::string::String>,
            took_us: ::std::result::Result<i64, ::std::string::String>,
            trace_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SlowRequest {
            fn default() -> Self {
                Self {
                    at: Err("no value supplied for at".to_string()),
                    method: Err("no value supplied for method".to_string()),
                    route: Err("no value supplied for route".to_string()),
                    status: Err("no value supplied for status".to_string()),
                    took_us: Err("no value supplied for took_us".to_string()),
                    trace_id: Err("no value supplied for trace_id".to_string()),
                }
            }
        }
        impl SlowRequest {
            pub fn at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for at: {e}"));
                self
            }
            pub fn method<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.method = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for method: {e}")
                    });
                self
            }
            pub fn route<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.route = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for route: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i32>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            pub fn took_us<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.took_us = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for took_us: {e}")
                    });
                self
            }
            pub fn trace_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.trace_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for trace_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SlowRequest> for super::SlowRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SlowRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    at: value.at?,
                    method: value.method?,
                    route: value.route?,
                    status: value.status?,
                    took_us: value.took_us?,
                    trace_id: value.trace_id?,
                })
            }
        }
        impl ::std::convert::From<super::SlowRequest> for SlowRequest {
            fn from(value: super::SlowRequest) -> Self {
                Self {
                    at: Ok(value.at),
                    method: Ok(value.method),
                    route: Ok(value.route),
                    status: Ok(value.status),
                    took_us: Ok(value.took_us),
                    trace_id: Ok(value.trace_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Span {
            attributes: ::std::result::Result<
                ::std::vec::Vec<super::NamedValue>,
                ::std::string::String,
            >,
            failed: ::std::result::Result<bool, ::std::string::String>,
            failure: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            kind: ::std::result::Result<::std::string::String, ::std::string::String>,
            links: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            parent_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            started_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            took_us: ::std::result::Result<i64, ::std::string::String>,
            trace_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Span {
            fn default() -> Self {
                Self {
                    attributes: Err("no value supplied for attributes".to_string()),
                    failed: Err("no value supplied for failed".to_string()),
                    failure: Err("no value supplied for failure".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    kind: Err("no value supplied for kind".to_string()),
                    links: Err("no value supplied for links".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    parent_id: Err("no value supplied for parent_id".to_string()),
                    started_at: Err("no value supplied for started_at".to_string()),
                    took_us: Err("no value supplied for took_us".to_string()),
                    trace_id: Err("no value supplied for trace_id".to_string()),
                }
            }
        }
        impl Span {
            pub fn attributes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::NamedValue>>,
                T::Error: ::std::fmt::Display,
            {
                self.attributes = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for attributes: {e}")
                    });
                self
            }
            pub fn failed<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.failed = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for failed: {e}")
                    });
                self
            }
            pub fn failure<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.failure = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for failure: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kind: {e}")
                    });
                self
            }
            pub fn links<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.links = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for links: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn parent_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.parent_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for parent_id: {e}")
                    });
                self
            }
            pub fn started_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.started_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for started_at: {e}")
                    });
                self
            }
            pub fn took_us<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.took_us = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for took_us: {e}")
                    });
                self
            }
            pub fn trace_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.trace_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for trace_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Span> for super::Span {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Span,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    attributes: value.attributes?,
                    failed: value.failed?,
                    failure: value.failure?,
                    id: value.id?,
                    kind: value.kind?,
                    links: value.links?,
                    name: value.name?,
                    parent_id: value.parent_id?,
                    started_at: value.started_at?,
                    took_us: value.took_us?,
                    trace_id: value.trace_id?,
                })
            }
        }
        impl ::std::convert::From<super::Span> for Span {
            fn from(value: super::Span) -> Self {
                Self {
                    attributes: Ok(value.attributes),
                    failed: Ok(value.failed),
                    failure: Ok(value.failure),
                    id: Ok(value.id),
                    kind: Ok(value.kind),
                    links: Ok(value.links),
                    name: Ok(value.name),
                    parent_id: Ok(value.parent_id),
                    started_at: Ok(value.started_at),
                    took_us: Ok(value.took_us),
                    trace_id: Ok(value.trace_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SpanList {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Span>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SpanList {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                }
            }
        }
        impl SpanList {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Span>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SpanList> for super::SpanList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SpanList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items? })
            }
        }
        impl ::std::convert::From<super::SpanList> for SpanList {
            fn from(value: super::SpanList) -> Self {
                Self { items: Ok(value.items) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct StatusCount {
            orders: ::std::result::Result<i64, ::std::string::String>,
            status: ::std::result::Result<super::OrderStatus, ::std::string::String>,
        }
        impl ::std::default::Default for StatusCount {
            fn default() -> Self {
                Self {
                    orders: Err("no value supplied for orders".to_string()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl StatusCount {
            pub fn orders<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.orders = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for orders: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::OrderStatus>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<StatusCount> for super::StatusCount {
            type Error = super::error::ConversionError;
            fn try_from(
                value: StatusCount,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    orders: value.orders?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::StatusCount> for StatusCount {
            fn from(value: super::StatusCount) -> Self {
                Self {
                    orders: Ok(value.orders),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct System {
            routes: ::std::result::Result<
                ::std::vec::Vec<super::RouteUse>,
                ::std::string::String,
            >,
            samples: ::std::result::Result<
                ::std::vec::Vec<super::SystemSample>,
                ::std::string::String,
            >,
            slowest: ::std::result::Result<
                ::std::vec::Vec<super::SlowRequest>,
                ::std::string::String,
            >,
            troubles: ::std::result::Result<
                ::std::vec::Vec<super::TroubleLine>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for System {
            fn default() -> Self {
                Self {
                    routes: Err("no value supplied for routes".to_string()),
                    samples: Err("no value supplied for samples".to_string()),
                    slowest: Err("no value supplied for slowest".to_string()),
                    troubles: Err("no value supplied for troubles".to_string()),
                }
            }
        }
        impl System {
            pub fn routes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::RouteUse>>,
                T::Error: ::std::fmt::Display,
            {
                self.routes = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for routes: {e}")
                    });
                self
            }
            pub fn samples<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::SystemSample>>,
                T::Error: ::std::fmt::Display,
            {
                self.samples = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for samples: {e}")
                    });
                self
            }
            pub fn slowest<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::SlowRequest>>,
                T::Error: ::std::fmt::Display,
            {
                self.slowest = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for slowest: {e}")
                    });
                self
            }
            pub fn troubles<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::TroubleLine>>,
                T::Error: ::std::fmt::Display,
            {
                self.troubles = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for troubles: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<System> for super::System {
            type Error = super::error::ConversionError;
            fn try_from(
                value: System,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    routes: value.routes?,
                    samples: value.samples?,
                    slowest: value.slowest?,
                    troubles: value.troubles?,
                })
            }
        }
        impl ::std::convert::From<super::System> for System {
            fn from(value: super::System) -> Self {
                Self {
                    routes: Ok(value.routes),
                    samples: Ok(value.samples),
                    slowest: Ok(value.slowest),
                    troubles: Ok(value.troubles),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SystemSample {
            at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            commits: ::std::result::Result<i64, ::std::string::String>,
            consumed: ::std::result::Result<i64, ::std::string::String>,
            delivered: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            failed: ::std::result::Result<i64, ::std::string::String>,
            in_flight: ::std::result::Result<i64, ::std::string::String>,
            lag: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            lasted_ms: ::std::result::Result<i64, ::std::string::String>,
            median_us: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            memory: ::std::result::Result<i64, ::std::string::String>,
            outbox_oldest_ms: ::std::result::Result<i64, ::std::string::String>,
            outbox_parked: ::std::result::Result<i64, ::std::string::String>,
            outbox_pending: ::std::result::Result<i64, ::std::string::String>,
            p99_us: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            processor_ms: ::std::result::Result<i64, ::std::string::String>,
            published: ::std::result::Result<i64, ::std::string::String>,
            requests: ::std::result::Result<i64, ::std::string::String>,
            undelivered: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SystemSample {
            fn default() -> Self {
                Self {
                    at: Err("no value supplied for at".to_string()),
                    commits: Err("no value supplied for commits".to_string()),
                    consumed: Err("no value supplied for consumed".to_string()),
                    delivered: Err("no value supplied for delivered".to_string()),
                    failed: Err("no value supplied for failed".to_string()),
                    in_flight: Err("no value supplied for in_flight".to_string()),
                    lag: Err("no value supplied for lag".to_string()),
                    lasted_ms: Err("no value supplied for lasted_ms".to_string()),
                    median_us: Err("no value supplied for median_us".to_string()),
                    memory: Err("no value supplied for memory".to_string()),
                    outbox_oldest_ms: Err(
                        "no value supplied for outbox_oldest_ms".to_string(),
                    ),
                    outbox_parked: Err(
                        "no value supplied for outbox_parked".to_string(),
                    ),
                    outbox_pending: Err(
                        "no value supplied for outbox_pending".to_string(),
                    ),
                    p99_us: Err("no value supplied for p99_us".to_string()),
                    processor_ms: Err("no value supplied for processor_ms".to_string()),
                    published: Err("no value supplied for published".to_string()),
                    requests: Err("no value supplied for requests".to_string()),
                    undelivered: Err("no value supplied for undelivered".to_string()),
                }
            }
        }
        impl SystemSample {
            pub fn at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for at: {e}"));
                self
            }
            pub fn commits<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.commits = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for commits: {e}")
                    });
                self
            }
            pub fn consumed<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.consumed = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for consumed: {e}")
                    });
                self
            }
            pub fn delivered<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.delivered = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for delivered: {e}")
                    });
                self
            }
            pub fn failed<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.failed = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for failed: {e}")
                    });
                self
            }
            pub fn in_flight<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.in_flight = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for in_flight: {e}")
                    });
                self
            }
            pub fn lag<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.lag = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for lag: {e}")
                    });
                self
            }
            pub fn lasted_ms<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.lasted_ms = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for lasted_ms: {e}")
                    });
                self
            }
            pub fn median_us<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.median_us = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for median_us: {e}")
                    });
                self
            }
            pub fn memory<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.memory = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for memory: {e}")
                    });
                self
            }
            pub fn outbox_oldest_ms<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.outbox_oldest_ms = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for outbox_oldest_ms: {e}"
                        )
                    });
                self
            }
            pub fn outbox_parked<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.outbox_parked = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for outbox_parked: {e}")
                    });
                self
            }
            pub fn outbox_pending<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.outbox_pending = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for outbox_pending: {e}"
                        )
                    });
                self
            }
            pub fn p99_us<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.p99_us = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for p99_us: {e}")
                    });
                self
            }
            pub fn processor_ms<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.processor_ms = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for processor_ms: {e}")
                    });
                self
            }
            pub fn published<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.published = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for published: {e}")
                    });
                self
            }
            pub fn requests<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.requests = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for requests: {e}")
                    });
                self
            }
            pub fn undelivered<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.undelivered = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for undelivered: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SystemSample> for super::SystemSample {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SystemSample,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    at: value.at?,
                    commits: value.commits?,
                    consumed: value.consumed?,
                    delivered: value.delivered?,
                    failed: value.failed?,
                    in_flight: value.in_flight?,
                    lag: value.lag?,
                    lasted_ms: value.lasted_ms?,
                    median_us: value.median_us?,
                    memory: value.memory?,
                    outbox_oldest_ms: value.outbox_oldest_ms?,
                    outbox_parked: value.outbox_parked?,
                    outbox_pending: value.outbox_pending?,
                    p99_us: value.p99_us?,
                    processor_ms: value.processor_ms?,
                    published: value.published?,
                    requests: value.requests?,
                    undelivered: value.undelivered?,
                })
            }
        }
        impl ::std::convert::From<super::SystemSample> for SystemSample {
            fn from(value: super::SystemSample) -> Self {
                Self {
                    at: Ok(value.at),
                    commits: Ok(value.commits),
                    consumed: Ok(value.consumed),
                    delivered: Ok(value.delivered),
                    failed: Ok(value.failed),
                    in_flight: Ok(value.in_flight),
                    lag: Ok(value.lag),
                    lasted_ms: Ok(value.lasted_ms),
                    median_us: Ok(value.median_us),
                    memory: Ok(value.memory),
                    outbox_oldest_ms: Ok(value.outbox_oldest_ms),
                    outbox_parked: Ok(value.outbox_parked),
                    outbox_pending: Ok(value.outbox_pending),
                    p99_us: Ok(value.p99_us),
                    processor_ms: Ok(value.processor_ms),
                    published: Ok(value.published),
                    requests: Ok(value.requests),
                    undelivered: Ok(value.undelivered),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct TokenRefresh {
            refresh_token: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for TokenRefresh {
            fn default() -> Self {
                Self {
                    refresh_token: Ok(Default::default()),
                }
            }
        }
        impl TokenRefresh {
            pub fn refresh_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.refresh_token = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for refresh_token: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<TokenRefresh> for super::TokenRefresh {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TokenRefresh,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    refresh_token: value.refresh_token?,
                })
            }
        }
        impl ::std::convert::From<super::TokenRefresh> for TokenRefresh {
            fn from(value: super::TokenRefresh) -> Self {
                Self {
                    refresh_token: Ok(value.refresh_token),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct TokenRequest {
            client_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            client_secret: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            grant_type: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for TokenRequest {
            fn default() -> Self {
                Self {
                    client_id: Ok(Default::default()),
                    client_secret: Ok(Default::default()),
                    grant_type: Err("no value supplied for grant_type".to_string()),
                }
            }
        }
        impl TokenRequest {
            pub fn client_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.client_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for client_id: {e}")
                    });
                self
            }
            pub fn client_secret<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.client_secret = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for client_secret: {e}")
                    });
                self
            }
            pub fn grant_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.grant_type = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for grant_type: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<TokenRequest> for super::TokenRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TokenRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    client_id: value.client_id?,
                    client_secret: value.client_secret?,
                    grant_type: value.grant_type?,
                })
            }
        }
        impl ::std::convert::From<super::TokenRequest> for TokenRequest {
            fn from(value: super::TokenRequest) -> Self {
                Self {
                    client_id: Ok(value.client_id),
                    client_secret: Ok(value.client_secret),
                    grant_type: Ok(value.grant_type),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Tokens {
            access_token: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            expires_in: ::std::result::Result<i64, ::std::string::String>,
            refresh_token: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            session_id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            token_type: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Tokens {
            fn default() -> Self {
                Self {
                    access_token: Err("no value supplied for access_token".to_string()),
                    expires_in: Err("no value supplied for expires_in".to_string()),
                    refresh_token: Err(
                        "no value supplied for refresh_token".to_string(),
                    ),
                    session_id: Err("no value supplied for session_id".to_string()),
                    token_type: Err("no value supplied for token_type".to_string()),
                }
            }
        }
        impl Tokens {
            pub fn access_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.access_token = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for access_token: {e}")
                    });
                self
            }
            pub fn expires_in<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.expires_in = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for expires_in: {e}")
                    });
                self
            }
            pub fn refresh_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.refresh_token = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for refresh_token: {e}")
                    });
                self
            }
            pub fn session_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.session_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for session_id: {e}")
                    });
                self
            }
            pub fn token_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.token_type = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for token_type: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Tokens> for super::Tokens {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Tokens,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    access_token: value.access_token?,
                    expires_in: value.expires_in?,
                    refresh_token: value.refresh_token?,
                    session_id: value.session_id?,
                    token_type: value.token_type?,
                })
            }
        }
        impl ::std::convert::From<super::Tokens> for Tokens {
            fn from(value: super::Tokens) -> Self {
                Self {
                    access_token: Ok(value.access_token),
                    expires_in: Ok(value.expires_in),
                    refresh_token: Ok(value.refresh_token),
                    session_id: Ok(value.session_id),
                    token_type: Ok(value.token_type),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct TraceHead {
            failures: ::std::result::Result<i64, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            spans: ::std::result::Result<i64, ::std::string::String>,
            started_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            took_us: ::std::result::Result<i64, ::std::string::String>,
            trace_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for TraceHead {
            fn default() -> Self {
                Self {
                    failures: Err("no value supplied for failures".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    spans: Err("no value supplied for spans".to_string()),
                    started_at: Err("no value supplied for started_at".to_string()),
                    took_us: Err("no value supplied for took_us".to_string()),
                    trace_id: Err("no value supplied for trace_id".to_string()),
                }
            }
        }
        impl TraceHead {
            pub fn failures<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.failures = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for failures: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn spans<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.spans = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for spans: {e}")
                    });
                self
            }
            pub fn started_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.started_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for started_at: {e}")
                    });
                self
            }
            pub fn took_us<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.took_us = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for took_us: {e}")
                    });
                self
            }
            pub fn trace_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.trace_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for trace_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<TraceHead> for super::TraceHead {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TraceHead,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    failures: value.failures?,
                    name: value.name?,
                    spans: value.spans?,
                    started_at: value.started_at?,
                    took_us: value.took_us?,
                    trace_id: value.trace_id?,
                })
            }
        }
        impl ::std::convert::From<super::TraceHead> for TraceHead {
            fn from(value: super::TraceHead) -> Self {
                Self {
                    failures: Ok(value.failures),
                    name: Ok(value.name),
                    spans: Ok(value.spans),
                    started_at: Ok(value.started_at),
                    took_us: Ok(value.took_us),
                    trace_id: Ok(value.trace_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct TraceList {
            items: ::std::result::Result<
                ::std::vec::Vec<super::TraceHead>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for TraceList {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                }
            }
        }
        impl TraceList {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::TraceHead>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<TraceList> for super::TraceList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TraceList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items? })
            }
        }
        impl ::std::convert::From<super::TraceList> for TraceList {
            fn from(value: super::TraceList) -> Self {
                Self { items: Ok(value.items) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct TroubleLine {
            at: ::std::result::Result<::std::string::String, ::std::string::String>,
            fields: ::std::result::Result<
                ::std::vec::Vec<super::NamedValue>,
                ::std::string::String,
            >,
            level: ::std::result::Result<::std::string::String, ::std::string::String>,
            message: ::std::result::Result<::std::string::String, ::std::string::String>,
            trace_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for TroubleLine {
            fn default() -> Self {
                Self {
                    at: Err("no value supplied for at".to_string()),
                    fields: Err("no value supplied for fields".to_string()),
                    level: Err("no value supplied for level".to_string()),
                    message: Err("no value supplied for message".to_string()),
                    trace_id: Err("no value supplied for trace_id".to_string()),
                }
            }
        }
        impl TroubleLine {
            pub fn at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for at: {e}"));
                self
            }
            pub fn fields<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::NamedValue>>,
                T::Error: ::std::fmt::Display,
            {
                self.fields = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for fields: {e}")
                    });
                self
            }
            pub fn level<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.level = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for level: {e}")
                    });
                self
            }
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            pub fn trace_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.trace_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for trace_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<TroubleLine> for super::TroubleLine {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TroubleLine,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    at: value.at?,
                    fields: value.fields?,
                    level: value.level?,
                    message: value.message?,
                    trace_id: value.trace_id?,
                })
            }
        }
        impl ::std::convert::From<super::TroubleLine> for TroubleLine {
            fn from(value: super::TroubleLine) -> Self {
                Self {
                    at: Ok(value.at),
                    fields: Ok(value.fields),
                    level: Ok(value.level),
                    message: Ok(value.message),
                    trace_id: Ok(value.trace_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct UnreadCount {
            unread: ::std::result::Result<i64, ::std::string::String>,
        }
        impl ::std::default::Default for UnreadCount {
            fn default() -> Self {
                Self {
                    unread: Err("no value supplied for unread".to_string()),
                }
            }
        }
        impl UnreadCount {
            pub fn unread<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.unread = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for unread: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<UnreadCount> for super::UnreadCount {
            type Error = super::error::ConversionError;
            fn try_from(
                value: UnreadCount,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { unread: value.unread? })
            }
        }
        impl ::std::convert::From<super::UnreadCount> for UnreadCount {
            fn from(value: super::UnreadCount) -> Self {
                Self { unread: Ok(value.unread) }
            }
        }
    }
    /// Generation of default values for serde.
    pub mod defaults {
        pub(super) fn credentials_refresh() -> super::RefreshDelivery {
            super::RefreshDelivery::Body
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for Enterprise Order Platform

The three services behind the portal's door. Generated from their own documents.

Version: 0.1.0*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: std::sync::Arc<crate::transport::Transport>,
}
impl Client {
    /// Create a new client.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new(
        baseurl: &str,
        inner: std::sync::Arc<crate::transport::Transport>,
    ) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        let client = {
            let dur = ::std::time::Duration::from_secs(15u64);
            reqwest::ClientBuilder::new().connect_timeout(dur).timeout(dur)
        };
        #[cfg(target_arch = "wasm32")]
        let client = reqwest::ClientBuilder::new();
        Self::new_with_client(baseurl, client.build().unwrap(), inner)
    }
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(
        baseurl: &str,
        client: reqwest::Client,
        inner: std::sync::Arc<crate::transport::Transport>,
    ) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
            inner,
        }
    }
}
impl ClientInfo<std::sync::Arc<crate::transport::Transport>> for Client {
    fn api_version() -> &'static str {
        "0.1.0"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &std::sync::Arc<crate::transport::Transport> {
        &self.inner
    }
}
const _: () = {
    #[allow(dead_code)]
    fn assert_client_hooks()
    where
        Client: ClientHooks<std::sync::Arc<crate::transport::Transport>>,
    {}
};
impl Client {
    /**List entries of the audit log

Newest first. Each is written with the change that it tells of, and who was refused has one too. A page looks at a
bounded number of entries: it may hold fewer than were asked for, or none, and still have a `next_cursor` that leads on.

Sends a `GET` request to `/services/notification/api/v1/audit`

Arguments:
- `action`: This action, such as order.approve; all that begin with it when it ends with a dot, such as order.
- `actor`: Of this actor: the id of an account, the client of a service, the name of a rule.
- `count`: Whether to count all matching items.
- `cursor`: Where to continue: `next_cursor` of the page before, with the same sort and filters.
- `from`: At or after this time.
- `limit`: The largest number of items in the answer.
- `outcome`: Only what was done, or only what was refused.
- `target`: To this, such as order:0192…; to all of a kind when it ends with a colon, such as order:
- `to`: Before this time.
```ignore
let response = client.list_notification_audit()
    .action(action)
    .actor(actor)
    .count(count)
    .cursor(cursor)
    .from(from)
    .limit(limit)
    .outcome(outcome)
    .target(target)
    .to(to)
    .send()
    .await;
```*/
    pub fn list_notification_audit(&self) -> builder::ListNotificationAudit<'_> {
        builder::ListNotificationAudit::new(self)
    }
    /**List dead letters

Newest first.

Sends a `GET` request to `/services/notification/api/v1/dead-letters`

Arguments:
- `count`: Whether to count all matching items.
- `cursor`: Where to continue: `next_cursor` of the page before, with the same sort and filters.
- `limit`: The largest number of items in the answer.
- `open`: Only those that nobody decided about yet.
- `subject`: About this, such as an order.
```ignore
let response = client.list_dead_letters()
    .count(count)
    .cursor(cursor)
    .limit(limit)
    .open(open)
    .subject(subject)
    .send()
    .await;
```*/
    pub fn list_dead_letters(&self) -> builder::ListDeadLetters<'_> {
        builder::ListDeadLetters::new(self)
    }
    /**Read a dead letter

Read a dead letter

Sends a `GET` request to `/services/notification/api/v1/dead-letters/{id}`

```ignore
let response = client.get_dead_letter()
    .id(id)
    .send()
    .await;
```*/
    pub fn get_dead_letter(&self) -> builder::GetDeadLetter<'_> {
        builder::GetDeadLetter::new(self)
    }
    /**Give up a dead letter

Give up a dead letter

Sends a `POST` request to `/services/notification/api/v1/dead-letters/{id}/discard`

```ignore
let response = client.discard_dead_letter()
    .id(id)
    .send()
    .await;
```*/
    pub fn discard_dead_letter(&self) -> builder::DiscardDeadLetter<'_> {
        builder::DiscardDeadLetter::new(self)
    }
    /**Process a dead letter after all

What had its effect before has none again.

Sends a `POST` request to `/services/notification/api/v1/dead-letters/{id}/replay`

```ignore
let response = client.replay_dead_letter()
    .id(id)
    .send()
    .await;
```*/
    pub fn replay_dead_letter(&self) -> builder::ReplayDeadLetter<'_> {
        builder::ReplayDeadLetter::new(self)
    }
    /**List the attempts of a delivery

List the attempts of a delivery

Sends a `GET` request to `/services/notification/api/v1/deliveries/{id}/attempts`

```ignore
let response = client.list_delivery_attempts()
    .id(id)
    .send()
    .await;
```*/
    pub fn list_delivery_attempts(&self) -> builder::ListDeliveryAttempts<'_> {
        builder::ListDeliveryAttempts::new(self)
    }
    /**Stop a delivery

Stop a delivery

Sends a `POST` request to `/services/notification/api/v1/deliveries/{id}/cancel`

```ignore
let response = client.cancel_delivery()
    .id(id)
    .send()
    .await;
```*/
    pub fn cancel_delivery(&self) -> builder::CancelDelivery<'_> {
        builder::CancelDelivery::new(self)
    }
    /**Send a delivery again

Whatever became of it, unless an attempt is planned anyway. The recipient may get it twice.

Sends a `POST` request to `/services/notification/api/v1/deliveries/{id}/resend`

```ignore
let response = client.resend_delivery()
    .id(id)
    .send()
    .await;
```*/
    pub fn resend_delivery(&self) -> builder::ResendDelivery<'_> {
        builder::ResendDelivery::new(self)
    }
    /**List mails

Newest first. Only where mail is kept instead of sent.

Sends a `GET` request to `/services/notification/api/v1/mailbox`

Arguments:
- `count`: Whether to count all matching items.
- `cursor`: Where to continue: `next_cursor` of the page before, with the same sort and filters.
- `limit`: The largest number of items in the answer.
- `to`: To this address.
```ignore
let response = client.list_mails()
    .count(count)
    .cursor(cursor)
    .limit(limit)
    .to(to)
    .send()
    .await;
```*/
    pub fn list_mails(&self) -> builder::ListMails<'_> {
        builder::ListMails::new(self)
    }
    /**Read a mail

Read a mail

Sends a `GET` request to `/services/notification/api/v1/mailbox/{id}`

```ignore
let response = client.get_mail()
    .id(id)
    .send()
    .await;
```*/
    pub fn get_mail(&self) -> builder::GetMail<'_> {
        builder::GetMail::new(self)
    }
    /**List my inbox

Newest first.

Sends a `GET` request to `/services/notification/api/v1/me/inbox`

Arguments:
- `archived`: Those that were put away, in place of those that were not.
- `count`: Whether to count all matching items.
- `cursor`: Where to continue: `next_cursor` of the page before, with the same sort and filters.
- `limit`: The largest number of items in the answer.
- `unread`: Only unread ones.
```ignore
let response = client.list_my_inbox()
    .archived(archived)
    .count(count)
    .cursor(cursor)
    .limit(limit)
    .unread(unread)
    .send()
    .await;
```*/
    pub fn list_my_inbox(&self) -> builder::ListMyInbox<'_> {
        builder::ListMyInbox::new(self)
    }
    /**Mark all my items as read

Mark all my items as read

Sends a `POST` request to `/services/notification/api/v1/me/inbox/read-all`

```ignore
let response = client.mark_my_inbox_read()
    .send()
    .await;
```*/
    pub fn mark_my_inbox_read(&self) -> builder::MarkMyInboxRead<'_> {
        builder::MarkMyInboxRead::new(self)
    }
    /**Count my unread items

Count my unread items

Sends a `GET` request to `/services/notification/api/v1/me/inbox/unread-count`

```ignore
let response = client.count_my_unread()
    .send()
    .await;
```*/
    pub fn count_my_unread(&self) -> builder::CountMyUnread<'_> {
        builder::CountMyUnread::new(self)
    }
    /**Put one of my items away

It leaves the list, counts as read, and is found with `archived=true` until it is forgotten with the others of its age.

Sends a `POST` request to `/services/notification/api/v1/me/inbox/{id}/archive`

```ignore
let response = client.archive_my_inbox_item()
    .id(id)
    .send()
    .await;
```*/
    pub fn archive_my_inbox_item(&self) -> builder::ArchiveMyInboxItem<'_> {
        builder::ArchiveMyInboxItem::new(self)
    }
    /**Mark one of my items as read

Mark one of my items as read

Sends a `POST` request to `/services/notification/api/v1/me/inbox/{id}/read`

```ignore
let response = client.mark_my_inbox_item_read()
    .id(id)
    .send()
    .await;
```*/
    pub fn mark_my_inbox_item_read(&self) -> builder::MarkMyInboxItemRead<'_> {
        builder::MarkMyInboxItemRead::new(self)
    }
    /**List notifications

List notifications

Sends a `GET` request to `/services/notification/api/v1/notifications`

Arguments:
- `channel`: With a delivery on this channel.
- `count`: Whether to count all matching items.
- `cursor`: Where to continue: `next_cursor` of the page before, with the same sort and filters.
- `from`: Planned at or after.
- `kind`: About this, such as `order.created`.
- `limit`: The largest number of items in the answer.
- `log`: With the attempts of each delivery.
- `order_id`: About this order.
- `recipient`: To this person.
- `sort`: What the list is sorted by.
- `status`: With a delivery in this status.
- `to`: Planned before.
```ignore
let response = client.list_notifications()
    .channel(channel)
    .count(count)
    .cursor(cursor)
    .from(from)
    .kind(kind)
    .limit(limit)
    .log(log)
    .order_id(order_id)
    .recipient(recipient)
    .sort(sort)
    .status(status)
    .to(to)
    .send()
    .await;
```*/
    pub fn list_notifications(&self) -> builder::ListNotifications<'_> {
        builder::ListNotifications::new(self)
    }
    /**Read a notification

With its deliveries.

Sends a `GET` request to `/services/notification/api/v1/notifications/{id}`

```ignore
let response = client.get_notification()
    .id(id)
    .send()
    .await;
```*/
    pub fn get_notification(&self) -> builder::GetNotification<'_> {
        builder::GetNotification::new(self)
    }
    /**Read the state of the outbox

Read the state of the outbox

Sends a `GET` request to `/services/notification/api/v1/outbox`

```ignore
let response = client.get_notification_outbox()
    .send()
    .await;
```*/
    pub fn get_notification_outbox(&self) -> builder::GetNotificationOutbox<'_> {
        builder::GetNotificationOutbox::new(self)
    }
    /**List the events that are not published yet

In their order. Those that are parked wait for a decision: to be published after all, or to be given up.

Sends a `GET` request to `/services/notification/api/v1/outbox/messages`

Arguments:
- `count`: Whether to count all matching items.
- `cursor`: Where to continue: `next_cursor` of the page before, with the same sort and filters.
- `limit`: The largest number of items in the answer.
- `parked`: Only those that wait for a decision, or only the others.
```ignore
let response = client.list_notification_outbox_messages()
    .count(count)
    .cursor(cursor)
    .limit(limit)
    .parked(parked)
    .send()
    .await;
```*/
    pub fn list_notification_outbox_messages(
        &self,
    ) -> builder::ListNotificationOutboxMessages<'_> {
        builder::ListNotificationOutboxMessages::new(self)
    }
    /**Publish a parked event after all

Publish a parked event after all

Sends a `POST` request to `/services/notification/api/v1/outbox/{position}/release`

```ignore
let response = client.release_notification_outbox_message()
    .position(position)
    .body(body)
    .send()
    .await;
```*/
    pub fn release_notification_outbox_message(
        &self,
    ) -> builder::ReleaseNotificationOutboxMessage<'_> {
        builder::ReleaseNotificationOutboxMessage::new(self)
    }
    /**Give up a parked event

It is never published; later events of the same subject go on. The audit log keeps who decided, when and why.

Sends a `POST` request to `/services/notification/api/v1/outbox/{position}/skip`

```ignore
let response = client.skip_notification_outbox_message()
    .position(position)
    .body(body)
    .send()
    .await;
```*/
    pub fn skip_notification_outbox_message(
        &self,
    ) -> builder::SkipNotificationOutboxMessage<'_> {
        builder::SkipNotificationOutboxMessage::new(self)
    }
    /**List providers

Who hands messages over on each channel, and how that goes, as the instance that answers sees it.

Sends a `GET` request to `/services/notification/api/v1/providers`

```ignore
let response = client.list_providers()
    .send()
    .await;
```*/
    pub fn list_providers(&self) -> builder::ListProviders<'_> {
        builder::ListProviders::new(self)
    }
    /**Read how the service is

An hour of figures, step by step, how its routes were used, its slowest requests and the last lines of its log that
tell of trouble. 404 where the service was not told to remember it (`EOP_CONSOLE`).

Sends a `GET` request to `/services/notification/api/v1/system`

```ignore
let response = client.get_notification_system()
    .send()
    .await;
```*/
    pub fn get_notification_system(&self) -> builder::GetNotificationSystem<'_> {
        builder::GetNotificationSystem::new(self)
    }
    /**List the spans of traces

What the service itself did in them, in the order of time. A trace that it does not remember, or no longer, has none.

Sends a `GET` request to `/services/notification/api/v1/system/spans`

Arguments:
- `trace_id`: Of these traces.
```ignore
let response = client.list_notification_spans()
    .trace_id(trace_id)
    .send()
    .await;
```*/
    pub fn list_notification_spans(&self) -> builder::ListNotificationSpans<'_> {
        builder::ListNotificationSpans::new(self)
    }
    /**List the traces that are remembered

The newest first; what the service itself did in each. Reading is forgotten first, then what was done, and what failed
or was slow last.

Sends a `GET` request to `/services/notification/api/v1/system/traces`

```ignore
let response = client.list_notification_traces()
    .send()
    .await;
```*/
    pub fn list_notification_traces(&self) -> builder::ListNotificationTraces<'_> {
        builder::ListNotificationTraces::new(self)
    }
    /**List entries of the audit log

Newest first. Each is written with the change that it tells of, and who was refused has one too. A page looks at a
bounded number of entries: it may hold fewer than were asked for, or none, and still have a `next_cursor` that leads on.

Sends a `GET` request to `/services/order/api/v1/audit`

Arguments:
- `action`: This action, such as order.approve; all that begin with it when it ends with a dot, such as order.
- `actor`: Of this actor: the id of an account, the client of a service, the name of a rule.
- `count`: Whether to count all matching items.
- `cursor`: Where to continue: `next_cursor` of the page before, with the same sort and filters.
- `from`: At or after this time.
- `limit`: The largest number of items in the answer.
- `outcome`: Only what was done, or only what was refused.
- `target`: To this, such as order:0192…; to all of a kind when it ends with a colon, such as order:
- `to`: Before this time.
```ignore
let response = client.list_order_audit()
    .action(action)
    .actor(actor)
    .count(count)
    .cursor(cursor)
    .from(from)
    .limit(limit)
    .outcome(outcome)
    .target(target)
    .to(to)
    .send()
    .await;
```*/
    pub fn list_order_audit(&self) -> builder::ListOrderAudit<'_> {
        builder::ListOrderAudit::new(self)
    }
    /**List orders

Customers see their own, staff everybody's.

Sends a `GET` request to `/services/order/api/v1/orders`

Arguments:
- `carrier`: Handed to this carrier.
- `count`: Whether to count all matching items.
- `country`: To this country.
- `created_from`: Placed at or after.
- `created_to`: Placed before.
- `currency`: In this currency.
- `cursor`: Where to continue: `next_cursor` of the page before, with the same sort and filters.
- `customer_id`: Of this customer. Customers only ever see their own.
- `limit`: The largest number of items in the answer.
- `q`: Each of these words is in the number, the customer's name or address of mail, an article number or name, the name that
the order goes to, the tracking number or the wish: at the beginning or within a word, in either case. One or two
digits are the end of the number, one or two other characters the beginning of a word. What begins with `ORD-` is the
beginning of a number, and finds an order at once; everything else finds it a second later.
- `sku`: With a line of this article number.
- `sort`: What the list is sorted by; a minus means the largest first.
- `status`: In one of these.
- `total_max`: Total of at most this many minor units.
- `total_min`: Total of at least this many minor units.
```ignore
let response = client.list_orders()
    .carrier(carrier)
    .count(count)
    .country(country)
    .created_from(created_from)
    .created_to(created_to)
    .currency(currency)
    .cursor(cursor)
    .customer_id(customer_id)
    .limit(limit)
    .q(q)
    .sku(sku)
    .sort(sort)
    .status(status)
    .total_max(total_max)
    .total_min(total_min)
    .send()
    .await;
```*/
    pub fn list_orders(&self) -> builder::ListOrders<'_> {
        builder::ListOrders::new(self)
    }
    /**Place an order

For yourself, or with `order:create` over any for a customer. Safe to repeat with the same `Idempotency-Key`:
the answer is then that of the first request, marked by `Idempotent-Replayed: true`.

Sends a `POST` request to `/services/order/api/v1/orders`

Arguments:
- `idempotency_key`: Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused.
- `body`
```ignore
let response = client.place_order()
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn place_order(&self) -> builder::PlaceOrder<'_> {
        builder::PlaceOrder::new(self)
    }
    /**Do the same to many orders

Needs the permission of the action. Each order is handled on its own, and `results` has the outcome of each. Repeat the
request with the same `Idempotency-Key` after an answer that was lost, or to try again what failed: what was done
before is not done again.

Sends a `POST` request to `/services/order/api/v1/orders/bulk`

Arguments:
- `idempotency_key`: Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused.
- `body`
```ignore
let response = client.act_on_orders()
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn act_on_orders(&self) -> builder::ActOnOrders<'_> {
        builder::ActOnOrders::new(self)
    }
    /**Export orders as CSV

All that the list would show with these filters, as comma-separated values (RFC 4180): customers get their own, staff
everybody's. Amounts have the decimals of their currency and a point. A text that a spreadsheet would take for a
formula begins with an apostrophe. The file is made while it is sent: read it to its end, for one that breaks off is
not whole.

Sends a `GET` request to `/services/order/api/v1/orders/export.csv`

Arguments:
- `bom`: Begin with a byte order mark, by which spreadsheets know that this is UTF-8.
- `carrier`: Handed to this carrier.
- `country`: To this country.
- `created_from`: Placed at or after.
- `created_to`: Placed before.
- `currency`: In this currency.
- `customer_id`: Of this customer. Customers only ever see their own.
- `q`: Each of these words is in the number, the customer's name or address of mail, an article number or name, the name that
the order goes to, the tracking number or the wish: at the beginning or within a word, in either case. One or two
digits are the end of the number, one or two other characters the beginning of a word. What begins with `ORD-` is the
beginning of a number, and finds an order at once; everything else finds it a second later.
- `rows`: What a row is.
- `sku`: With a line of this article number.
- `sort`: What the rows are sorted by; a minus means the largest first.
- `status`: In one of these.
- `total_max`: Total of at most this many minor units.
- `total_min`: Total of at least this many minor units.
```ignore
let response = client.export_orders()
    .bom(bom)
    .carrier(carrier)
    .country(country)
    .created_from(created_from)
    .created_to(created_to)
    .currency(currency)
    .customer_id(customer_id)
    .q(q)
    .rows(rows)
    .sku(sku)
    .sort(sort)
    .status(status)
    .total_max(total_max)
    .total_min(total_min)
    .send()
    .await;
```*/
    pub fn export_orders(&self) -> builder::ExportOrders<'_> {
        builder::ExportOrders::new(self)
    }
    /**Count orders

By status, and by status for each of the last days. Customers count their own orders, staff everybody's.

Sends a `GET` request to `/services/order/api/v1/orders/statistics`

Arguments:
- `days`: So many days, the last one is today.
- `utc_offset_minutes`: How many minutes the reader's time is ahead of UTC: their days begin at their midnight.
```ignore
let response = client.get_order_statistics()
    .days(days)
    .utc_offset_minutes(utc_offset_minutes)
    .send()
    .await;
```*/
    pub fn get_order_statistics(&self) -> builder::GetOrderStatistics<'_> {
        builder::GetOrderStatistics::new(self)
    }
    /**Read an order

By its id, or by its number as people write it: `ORD-2026-000123`.

Sends a `GET` request to `/services/order/api/v1/orders/{id}`

```ignore
let response = client.get_order()
    .id(id)
    .send()
    .await;
```*/
    pub fn get_order(&self) -> builder::GetOrder<'_> {
        builder::GetOrder::new(self)
    }
    /**Amend an order

Changes lines, address or note until the order is approved. Needs `If-Match` with the version you looked at.

Sends a `PATCH` request to `/services/order/api/v1/orders/{id}`

Arguments:
- `id`
- `if_match`: The `ETag` of the version that the change is based on; refused with 412 when there is a newer one.
- `body`
```ignore
let response = client.amend_order()
    .id(id)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn amend_order(&self) -> builder::AmendOrder<'_> {
        builder::AmendOrder::new(self)
    }
    /**Give up a shipment

Give up a shipment

Sends a `POST` request to `/services/order/api/v1/orders/{id}/abort`

Arguments:
- `id`
- `idempotency_key`: Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused.
- `if_match`: The `ETag` of the version that the change is based on; refused with 412 when there is a newer one.
- `body`
```ignore
let response = client.abort_order()
    .id(id)
    .idempotency_key(idempotency_key)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn abort_order(&self) -> builder::AbortOrder<'_> {
        builder::AbortOrder::new(self)
    }
    /**Approve an order

Whoever placed it must not approve it.

Sends a `POST` request to `/services/order/api/v1/orders/{id}/approve`

Arguments:
- `id`
- `idempotency_key`: Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused.
- `if_match`: The `ETag` of the version that the change is based on; refused with 412 when there is a newer one.
- `body`
```ignore
let response = client.approve_order()
    .id(id)
    .idempotency_key(idempotency_key)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn approve_order(&self) -> builder::ApproveOrder<'_> {
        builder::ApproveOrder::new(self)
    }
    /**Cancel an order

Owners until 30 minutes after approval, staff until it is shipped.

Sends a `POST` request to `/services/order/api/v1/orders/{id}/cancel`

Arguments:
- `id`
- `idempotency_key`: Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused.
- `if_match`: The `ETag` of the version that the change is based on; refused with 412 when there is a newer one.
- `body`
```ignore
let response = client.cancel_order()
    .id(id)
    .idempotency_key(idempotency_key)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn cancel_order(&self) -> builder::CancelOrder<'_> {
        builder::CancelOrder::new(self)
    }
    /**Note that an order arrived

Note that an order arrived

Sends a `POST` request to `/services/order/api/v1/orders/{id}/deliver`

Arguments:
- `id`
- `idempotency_key`: Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused.
- `if_match`: The `ETag` of the version that the change is based on; refused with 412 when there is a newer one.
- `body`
```ignore
let response = client.deliver_order()
    .id(id)
    .idempotency_key(idempotency_key)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn deliver_order(&self) -> builder::DeliverOrder<'_> {
        builder::DeliverOrder::new(self)
    }
    /**List the events of an order that wait to be published

For staff. What happened to the order and is not among them is on the bus.

Sends a `GET` request to `/services/order/api/v1/orders/{id}/events`

```ignore
let response = client.list_order_events()
    .id(id)
    .send()
    .await;
```*/
    pub fn list_order_events(&self) -> builder::ListOrderEvents<'_> {
        builder::ListOrderEvents::new(self)
    }
    /**Read the history of an order

Every step with who did it, when and why.

Sends a `GET` request to `/services/order/api/v1/orders/{id}/history`

```ignore
let response = client.list_order_history()
    .id(id)
    .send()
    .await;
```*/
    pub fn list_order_history(&self) -> builder::ListOrderHistory<'_> {
        builder::ListOrderHistory::new(self)
    }
    /**Read the notes on an order

Oldest first. Internal ones only with `note:read_internal`.

Sends a `GET` request to `/services/order/api/v1/orders/{id}/notes`

Arguments:
- `id`
- `count`: Whether to count all matching items.
- `cursor`: Where to continue: `next_cursor` of the page before, with the same sort and filters.
- `limit`: The largest number of items in the answer.
```ignore
let response = client.list_order_notes()
    .id(id)
    .count(count)
    .cursor(cursor)
    .limit(limit)
    .send()
    .await;
```*/
    pub fn list_order_notes(&self) -> builder::ListOrderNotes<'_> {
        builder::ListOrderNotes::new(self)
    }
    /**Write a note on an order

Write a note on an order

Sends a `POST` request to `/services/order/api/v1/orders/{id}/notes`

Arguments:
- `id`
- `idempotency_key`: Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused.
- `body`
```ignore
let response = client.write_order_note()
    .id(id)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn write_order_note(&self) -> builder::WriteOrderNote<'_> {
        builder::WriteOrderNote::new(self)
    }
    /**Reject an order

Reject an order

Sends a `POST` request to `/services/order/api/v1/orders/{id}/reject`

Arguments:
- `id`
- `idempotency_key`: Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused.
- `if_match`: The `ETag` of the version that the change is based on; refused with 412 when there is a newer one.
- `body`
```ignore
let response = client.reject_order()
    .id(id)
    .idempotency_key(idempotency_key)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn reject_order(&self) -> builder::RejectOrder<'_> {
        builder::RejectOrder::new(self)
    }
    /**Ship an order

Ship an order

Sends a `POST` request to `/services/order/api/v1/orders/{id}/ship`

Arguments:
- `id`
- `idempotency_key`: Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused.
- `if_match`: The `ETag` of the version that the change is based on; refused with 412 when there is a newer one.
- `body`
```ignore
let response = client.ship_order()
    .id(id)
    .idempotency_key(idempotency_key)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn ship_order(&self) -> builder::ShipOrder<'_> {
        builder::ShipOrder::new(self)
    }
    /**Read the state of the outbox

Read the state of the outbox

Sends a `GET` request to `/services/order/api/v1/outbox`

```ignore
let response = client.get_order_outbox()
    .send()
    .await;
```*/
    pub fn get_order_outbox(&self) -> builder::GetOrderOutbox<'_> {
        builder::GetOrderOutbox::new(self)
    }
    /**List the events that are not published yet

In their order. Those that are parked wait for a decision: to be published after all, or to be given up.

Sends a `GET` request to `/services/order/api/v1/outbox/messages`

Arguments:
- `count`: Whether to count all matching items.
- `cursor`: Where to continue: `next_cursor` of the page before, with the same sort and filters.
- `limit`: The largest number of items in the answer.
- `parked`: Only those that wait for a decision, or only the others.
```ignore
let response = client.list_order_outbox_messages()
    .count(count)
    .cursor(cursor)
    .limit(limit)
    .parked(parked)
    .send()
    .await;
```*/
    pub fn list_order_outbox_messages(&self) -> builder::ListOrderOutboxMessages<'_> {
        builder::ListOrderOutboxMessages::new(self)
    }
    /**Publish a parked event after all

Publish a parked event after all

Sends a `POST` request to `/services/order/api/v1/outbox/{position}/release`

```ignore
let response = client.release_order_outbox_message()
    .position(position)
    .body(body)
    .send()
    .await;
```*/
    pub fn release_order_outbox_message(
        &self,
    ) -> builder::ReleaseOrderOutboxMessage<'_> {
        builder::ReleaseOrderOutboxMessage::new(self)
    }
    /**Give up a parked event

It is never published; later events of the same subject go on. The audit log keeps who decided, when and why.

Sends a `POST` request to `/services/order/api/v1/outbox/{position}/skip`

```ignore
let response = client.skip_order_outbox_message()
    .position(position)
    .body(body)
    .send()
    .await;
```*/
    pub fn skip_order_outbox_message(&self) -> builder::SkipOrderOutboxMessage<'_> {
        builder::SkipOrderOutboxMessage::new(self)
    }
    /**Read how the service is

An hour of figures, step by step, how its routes were used, its slowest requests and the last lines of its log that
tell of trouble. 404 where the service was not told to remember it (`EOP_CONSOLE`).

Sends a `GET` request to `/services/order/api/v1/system`

```ignore
let response = client.get_order_system()
    .send()
    .await;
```*/
    pub fn get_order_system(&self) -> builder::GetOrderSystem<'_> {
        builder::GetOrderSystem::new(self)
    }
    /**List the spans of traces

What the service itself did in them, in the order of time. A trace that it does not remember, or no longer, has none.

Sends a `GET` request to `/services/order/api/v1/system/spans`

Arguments:
- `trace_id`: Of these traces.
```ignore
let response = client.list_order_spans()
    .trace_id(trace_id)
    .send()
    .await;
```*/
    pub fn list_order_spans(&self) -> builder::ListOrderSpans<'_> {
        builder::ListOrderSpans::new(self)
    }
    /**List the traces that are remembered

The newest first; what the service itself did in each. Reading is forgotten first, then what was done, and what failed
or was slow last.

Sends a `GET` request to `/services/order/api/v1/system/traces`

```ignore
let response = client.list_order_traces()
    .send()
    .await;
```*/
    pub fn list_order_traces(&self) -> builder::ListOrderTraces<'_> {
        builder::ListOrderTraces::new(self)
    }
    /**Read the public keys

Everybody who gets an access token of this platform can verify it with them.

Sends a `GET` request to `/services/user/.well-known/jwks.json`

```ignore
let response = client.get_jwks()
    .send()
    .await;
```*/
    pub fn get_jwks(&self) -> builder::GetJwks<'_> {
        builder::GetJwks::new(self)
    }
    /**List entries of the audit log

Newest first. Each is written with the change that it tells of, and who was refused has one too. A page looks at a
bounded number of entries: it may hold fewer than were asked for, or none, and still have a `next_cursor` that leads on.

Sends a `GET` request to `/services/user/api/v1/audit`

Arguments:
- `action`: This action, such as order.approve; all that begin with it when it ends with a dot, such as order.
- `actor`: Of this actor: the id of an account, the client of a service, the name of a rule.
- `count`: Whether to count all matching items.
- `cursor`: Where to continue: `next_cursor` of the page before, with the same sort and filters.
- `from`: At or after this time.
- `limit`: The largest number of items in the answer.
- `outcome`: Only what was done, or only what was refused.
- `target`: To this, such as order:0192…; to all of a kind when it ends with a colon, such as order:
- `to`: Before this time.
```ignore
let response = client.list_user_audit()
    .action(action)
    .actor(actor)
    .count(count)
    .cursor(cursor)
    .from(from)
    .limit(limit)
    .outcome(outcome)
    .target(target)
    .to(to)
    .send()
    .await;
```*/
    pub fn list_user_audit(&self) -> builder::ListUserAudit<'_> {
        builder::ListUserAudit::new(self)
    }
    /**Mail a new verification link

At most once a minute per address from one network, and ten a day. The answer is the same whether or not there is such
an account; links that were mailed before stay good.

Sends a `POST` request to `/services/user/api/v1/auth/email/resend`

```ignore
let response = client.resend_verification()
    .body(body)
    .send()
    .await;
```*/
    pub fn resend_verification(&self) -> builder::ResendVerification<'_> {
        builder::ResendVerification::new(self)
    }
    /**Verify an e-mail address

With the token of the link that was mailed; of several registrations that of the newest. Using it twice is fine.

Sends a `POST` request to `/services/user/api/v1/auth/email/verify`

```ignore
let response = client.verify_email()
    .body(body)
    .send()
    .await;
```*/
    pub fn verify_email(&self) -> builder::VerifyEmail<'_> {
        builder::VerifyEmail::new(self)
    }
    /**Sign in

Gives an access token for ten minutes and a refresh token. Unknown address, wrong password, an address that is not
verified and a locked account get the same answer: if you have just registered, open the mail that we sent.

Sends a `POST` request to `/services/user/api/v1/auth/login`

```ignore
let response = client.log_in()
    .body(body)
    .send()
    .await;
```*/
    pub fn log_in(&self) -> builder::LogIn<'_> {
        builder::LogIn::new(self)
    }
    /**Sign out

Ends the session of the access token, and takes the refresh token out of a browser.

Sends a `POST` request to `/services/user/api/v1/auth/logout`

```ignore
let response = client.log_out()
    .send()
    .await;
```*/
    pub fn log_out(&self) -> builder::LogOut<'_> {
        builder::LogOut::new(self)
    }
    /**Mail a link to choose a new password

At most once a minute per address from one network, and ten a day. The answer is the same whether or not there is such
an account; links that were mailed before stay good until one is used.

Sends a `POST` request to `/services/user/api/v1/auth/password/forgot`

```ignore
let response = client.forgot_password()
    .body(body)
    .send()
    .await;
```*/
    pub fn forgot_password(&self) -> builder::ForgotPassword<'_> {
        builder::ForgotPassword::new(self)
    }
    /**Choose a new password

With the token of the link that was mailed. Ends all sessions and all other links.

Sends a `POST` request to `/services/user/api/v1/auth/password/reset`

```ignore
let response = client.reset_password()
    .body(body)
    .send()
    .await;
```*/
    pub fn reset_password(&self) -> builder::ResetPassword<'_> {
        builder::ResetPassword::new(self)
    }
    /**Exchange a refresh token

Each is good for one exchange; within a minute the same exchange gives the same successor, unless that was exchanged
too. A used one that comes later ends its session. The cookie's is taken only from pages of this service, or of an
origin that may call it.

Sends a `POST` request to `/services/user/api/v1/auth/refresh`

```ignore
let response = client.refresh_tokens()
    .body(body)
    .send()
    .await;
```*/
    pub fn refresh_tokens(&self) -> builder::RefreshTokens<'_> {
        builder::RefreshTokens::new(self)
    }
    /**Register an account

Open the mail that we send to sign in. The answer is the same whether or not the address is known already: one that
waits to be verified is registered anew, and the owner of one that has an account is told so.

Sends a `POST` request to `/services/user/api/v1/auth/register`

```ignore
let response = client.register()
    .body(body)
    .send()
    .await;
```*/
    pub fn register(&self) -> builder::Register<'_> {
        builder::Register::new(self)
    }
    /**Get the token of a service

By client credentials (RFC 6749, section 4.4), in `Authorization: Basic` or in the body. Services of the platform ask each
other with it; it is good for five minutes, at the user service.

Sends a `POST` request to `/services/user/api/v1/auth/token`

```ignore
let response = client.issue_service_token()
    .body(body)
    .send()
    .await;
```*/
    pub fn issue_service_token(&self) -> builder::IssueServiceToken<'_> {
        builder::IssueServiceToken::new(self)
    }
    /**Ask how the policy decides

Whether an account, or somebody with these roles, may do this; with `explain=true` also by which rule.

Sends a `POST` request to `/services/user/api/v1/authz/check`

Arguments:
- `explain`: Also which rule decided, and which would have.
- `body`
```ignore
let response = client.check_decision()
    .explain(explain)
    .body(body)
    .send()
    .await;
```*/
    pub fn check_decision(&self) -> builder::CheckDecision<'_> {
        builder::CheckDecision::new(self)
    }
    /**List the keys that sign access tokens

Those that are published; their private parts are shown to nobody.

Sends a `GET` request to `/services/user/api/v1/keys`

```ignore
let response = client.list_keys()
    .send()
    .await;
```*/
    pub fn list_keys(&self) -> builder::ListKeys<'_> {
        builder::ListKeys::new(self)
    }
    /**Let the next key sign

The one before verifies what it signed until that has ended, and a new next one is published, so nobody is refused.
Refused for two minutes after the next key was published, because others may keep the set of keys that long. Keys
also change by themselves, as the service is set up.

Sends a `POST` request to `/services/user/api/v1/keys/rotate`

```ignore
let response = client.rotate_keys()
    .send()
    .await;
```*/
    pub fn rotate_keys(&self) -> builder::RotateKeys<'_> {
        builder::RotateKeys::new(self)
    }
    /**Retire a key that others may know

At once: what it signed is refused, here within seconds and at the other services within a minute, and people's
clients fetch new tokens by their refresh tokens. If it was the one that signs, the next one does from now on.

Sends a `POST` request to `/services/user/api/v1/keys/{kid}/retire`

Arguments:
- `kid`: The name of the key.
```ignore
let response = client.retire_key()
    .kid(kid)
    .send()
    .await;
```*/
    pub fn retire_key(&self) -> builder::RetireKey<'_> {
        builder::RetireKey::new(self)
    }
    /**Read my account

Read my account

Sends a `GET` request to `/services/user/api/v1/me`

```ignore
let response = client.get_me()
    .send()
    .await;
```*/
    pub fn get_me(&self) -> builder::GetMe<'_> {
        builder::GetMe::new(self)
    }
    /**Change my profile

Needs `If-Match` with the version you looked at.

Sends a `PATCH` request to `/services/user/api/v1/me`

Arguments:
- `if_match`: The `ETag` of the version that the change is based on; refused with 412 when there is a newer one.
- `body`
```ignore
let response = client.change_me()
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn change_me(&self) -> builder::ChangeMe<'_> {
        builder::ChangeMe::new(self)
    }
    /**Change my password

Ends all other sessions.

Sends a `POST` request to `/services/user/api/v1/me/password`

```ignore
let response = client.change_my_password()
    .body(body)
    .send()
    .await;
```*/
    pub fn change_my_password(&self) -> builder::ChangeMyPassword<'_> {
        builder::ChangeMyPassword::new(self)
    }
    /**Read my permissions

Read my permissions

Sends a `GET` request to `/services/user/api/v1/me/permissions`

```ignore
let response = client.list_my_permissions()
    .send()
    .await;
```*/
    pub fn list_my_permissions(&self) -> builder::ListMyPermissions<'_> {
        builder::ListMyPermissions::new(self)
    }
    /**List my sessions

List my sessions

Sends a `GET` request to `/services/user/api/v1/me/sessions`

```ignore
let response = client.list_my_sessions()
    .send()
    .await;
```*/
    pub fn list_my_sessions(&self) -> builder::ListMySessions<'_> {
        builder::ListMySessions::new(self)
    }
    /**End all my other sessions

End all my other sessions

Sends a `DELETE` request to `/services/user/api/v1/me/sessions`

```ignore
let response = client.revoke_my_other_sessions()
    .send()
    .await;
```*/
    pub fn revoke_my_other_sessions(&self) -> builder::RevokeMyOtherSessions<'_> {
        builder::RevokeMyOtherSessions::new(self)
    }
    /**End one of my sessions

End one of my sessions

Sends a `DELETE` request to `/services/user/api/v1/me/sessions/{id}`

```ignore
let response = client.revoke_my_session()
    .id(id)
    .send()
    .await;
```*/
    pub fn revoke_my_session(&self) -> builder::RevokeMySession<'_> {
        builder::RevokeMySession::new(self)
    }
    /**Read the state of the outbox

Read the state of the outbox

Sends a `GET` request to `/services/user/api/v1/outbox`

```ignore
let response = client.get_user_outbox()
    .send()
    .await;
```*/
    pub fn get_user_outbox(&self) -> builder::GetUserOutbox<'_> {
        builder::GetUserOutbox::new(self)
    }
    /**List the events that are not published yet

In their order. Those that are parked wait for a decision: to be published after all, or to be given up.

Sends a `GET` request to `/services/user/api/v1/outbox/messages`

Arguments:
- `count`: Whether to count all matching items.
- `cursor`: Where to continue: `next_cursor` of the page before, with the same sort and filters.
- `limit`: The largest number of items in the answer.
- `parked`: Only those that wait for a decision, or only the others.
```ignore
let response = client.list_user_outbox_messages()
    .count(count)
    .cursor(cursor)
    .limit(limit)
    .parked(parked)
    .send()
    .await;
```*/
    pub fn list_user_outbox_messages(&self) -> builder::ListUserOutboxMessages<'_> {
        builder::ListUserOutboxMessages::new(self)
    }
    /**Publish a parked event after all

Publish a parked event after all

Sends a `POST` request to `/services/user/api/v1/outbox/{position}/release`

```ignore
let response = client.release_user_outbox_message()
    .position(position)
    .body(body)
    .send()
    .await;
```*/
    pub fn release_user_outbox_message(&self) -> builder::ReleaseUserOutboxMessage<'_> {
        builder::ReleaseUserOutboxMessage::new(self)
    }
    /**Give up a parked event

It is never published; later events of the same subject go on. The audit log keeps who decided, when and why.

Sends a `POST` request to `/services/user/api/v1/outbox/{position}/skip`

```ignore
let response = client.skip_user_outbox_message()
    .position(position)
    .body(body)
    .send()
    .await;
```*/
    pub fn skip_user_outbox_message(&self) -> builder::SkipUserOutboxMessage<'_> {
        builder::SkipUserOutboxMessage::new(self)
    }
    /**List permissions

Those that the operations of all services need.

Sends a `GET` request to `/services/user/api/v1/permissions`

```ignore
let response = client.list_permissions()
    .send()
    .await;
```*/
    pub fn list_permissions(&self) -> builder::ListPermissions<'_> {
        builder::ListPermissions::new(self)
    }
    /**Read the whole policy

For services that decide by it. Its `ETag` is its version.

Sends a `GET` request to `/services/user/api/v1/policy`

```ignore
let response = client.get_policy()
    .send()
    .await;
```*/
    pub fn get_policy(&self) -> builder::GetPolicy<'_> {
        builder::GetPolicy::new(self)
    }
    /**List roles

List roles

Sends a `GET` request to `/services/user/api/v1/roles`

```ignore
let response = client.list_roles()
    .send()
    .await;
```*/
    pub fn list_roles(&self) -> builder::ListRoles<'_> {
        builder::ListRoles::new(self)
    }
    /**Make a role

Nobody grants what they lack. It counts at every service within two seconds.

Sends a `POST` request to `/services/user/api/v1/roles`

```ignore
let response = client.create_role()
    .body(body)
    .send()
    .await;
```*/
    pub fn create_role(&self) -> builder::CreateRole<'_> {
        builder::CreateRole::new(self)
    }
    /**Read a role

Read a role

Sends a `GET` request to `/services/user/api/v1/roles/{role}`

```ignore
let response = client.get_role()
    .role(role)
    .send()
    .await;
```*/
    pub fn get_role(&self) -> builder::GetRole<'_> {
        builder::GetRole::new(self)
    }
    /**Change a role

To exactly this. Nobody grants what they lack, nor widens a role that they have, and somebody can always administer.
It counts at every service within two seconds.

Sends a `PUT` request to `/services/user/api/v1/roles/{role}`

Arguments:
- `role`
- `if_match`: The `ETag` of the version that the change is based on; refused with 412 when there is a newer one.
- `body`
```ignore
let response = client.change_role()
    .role(role)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn change_role(&self) -> builder::ChangeRole<'_> {
        builder::ChangeRole::new(self)
    }
    /**Remove a role

One that nobody has, and that the platform does not ship with.

Sends a `DELETE` request to `/services/user/api/v1/roles/{role}`

Arguments:
- `role`
- `if_match`: The `ETag` of the version that the change is based on; refused with 412 when there is a newer one.
```ignore
let response = client.remove_role()
    .role(role)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn remove_role(&self) -> builder::RemoveRole<'_> {
        builder::RemoveRole::new(self)
    }
    /**Read how the service is

An hour of figures, step by step, how its routes were used, its slowest requests and the last lines of its log that
tell of trouble. 404 where the service was not told to remember it (`EOP_CONSOLE`).

Sends a `GET` request to `/services/user/api/v1/system`

```ignore
let response = client.get_user_system()
    .send()
    .await;
```*/
    pub fn get_user_system(&self) -> builder::GetUserSystem<'_> {
        builder::GetUserSystem::new(self)
    }
    /**List the spans of traces

What the service itself did in them, in the order of time. A trace that it does not remember, or no longer, has none.

Sends a `GET` request to `/services/user/api/v1/system/spans`

Arguments:
- `trace_id`: Of these traces.
```ignore
let response = client.list_user_spans()
    .trace_id(trace_id)
    .send()
    .await;
```*/
    pub fn list_user_spans(&self) -> builder::ListUserSpans<'_> {
        builder::ListUserSpans::new(self)
    }
    /**List the traces that are remembered

The newest first; what the service itself did in each. Reading is forgotten first, then what was done, and what failed
or was slow last.

Sends a `GET` request to `/services/user/api/v1/system/traces`

```ignore
let response = client.list_user_traces()
    .send()
    .await;
```*/
    pub fn list_user_traces(&self) -> builder::ListUserTraces<'_> {
        builder::ListUserTraces::new(self)
    }
    /**List accounts

List accounts

Sends a `GET` request to `/services/user/api/v1/users`

Arguments:
- `count`: Whether to count all matching items.
- `cursor`: Where to continue: `next_cursor` of the page before, with the same sort and filters.
- `limit`: The largest number of items in the answer.
- `q`: Part of the name or address.
- `role`: Has this role.
- `sort`: What the list is sorted by.
- `state`: Is in this state.
```ignore
let response = client.list_users()
    .count(count)
    .cursor(cursor)
    .limit(limit)
    .q(q)
    .role(role)
    .sort(sort)
    .state(state)
    .send()
    .await;
```*/
    pub fn list_users(&self) -> builder::ListUsers<'_> {
        builder::ListUsers::new(self)
    }
    /**Read an account

Read an account

Sends a `GET` request to `/services/user/api/v1/users/{id}`

```ignore
let response = client.get_user()
    .id(id)
    .send()
    .await;
```*/
    pub fn get_user(&self) -> builder::GetUser<'_> {
        builder::GetUser::new(self)
    }
    /**Lock an account

It cannot sign in, and its sessions end: here from the next request on, at other services when the access token
expires.

Sends a `POST` request to `/services/user/api/v1/users/{id}/lock`

```ignore
let response = client.lock_user()
    .id(id)
    .body(body)
    .send()
    .await;
```*/
    pub fn lock_user(&self) -> builder::LockUser<'_> {
        builder::LockUser::new(self)
    }
    /**Read the roles of an account

Read the roles of an account

Sends a `GET` request to `/services/user/api/v1/users/{id}/roles`

```ignore
let response = client.get_user_roles()
    .id(id)
    .send()
    .await;
```*/
    pub fn get_user_roles(&self) -> builder::GetUserRoles<'_> {
        builder::GetUserRoles::new(self)
    }
    /**Set the roles of an account

Exactly these. Nobody grants what they lack, and the last administrator stays.

Sends a `PUT` request to `/services/user/api/v1/users/{id}/roles`

Arguments:
- `id`
- `if_match`: The `ETag` of the version that the change is based on; refused with 412 when there is a newer one.
- `body`
```ignore
let response = client.set_user_roles()
    .id(id)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn set_user_roles(&self) -> builder::SetUserRoles<'_> {
        builder::SetUserRoles::new(self)
    }
    /**Unlock an account

Unlock an account

Sends a `POST` request to `/services/user/api/v1/users/{id}/unlock`

```ignore
let response = client.unlock_user()
    .id(id)
    .send()
    .await;
```*/
    pub fn unlock_user(&self) -> builder::UnlockUser<'_> {
        builder::UnlockUser::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::list_notification_audit`]

[`Client::list_notification_audit`]: super::Client::list_notification_audit*/
    #[derive(Debug, Clone)]
    pub struct ListNotificationAudit<'a> {
        client: &'a super::Client,
        action: Result<Option<::std::string::String>, String>,
        actor: Result<Option<::std::string::String>, String>,
        count: Result<Option<types::Count>, String>,
        cursor: Result<Option<::std::string::String>, String>,
        from: Result<Option<::chrono::DateTime<::chrono::offset::Utc>>, String>,
        limit: Result<Option<i32>, String>,
        outcome: Result<Option<types::AuditOutcome>, String>,
        target: Result<Option<::std::string::String>, String>,
        to: Result<Option<::chrono::DateTime<::chrono::offset::Utc>>, String>,
    }
    impl<'a> ListNotificationAudit<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                action: Ok(None),
                actor: Ok(None),
                count: Ok(None),
                cursor: Ok(None),
                from: Ok(None),
                limit: Ok(None),
                outcome: Ok(None),
                target: Ok(None),
                to: Ok(None),
            }
        }
        pub fn action<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.action = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for action failed"
                        .to_string()
                });
            self
        }
        pub fn actor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.actor = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for actor failed"
                        .to_string()
                });
            self
        }
        pub fn count<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Count>,
        {
            self.count = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Count` for count failed".to_string());
            self
        }
        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for cursor failed"
                        .to_string()
                });
            self
        }
        pub fn from<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
        {
            self.from = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: chrono :: DateTime < :: chrono :: offset :: Utc >` for from failed"
                        .to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i32` for limit failed".to_string());
            self
        }
        pub fn outcome<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AuditOutcome>,
        {
            self.outcome = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `AuditOutcome` for outcome failed".to_string()
                });
            self
        }
        pub fn target<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.target = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for target failed"
                        .to_string()
                });
            self
        }
        pub fn to<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
        {
            self.to = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: chrono :: DateTime < :: chrono :: offset :: Utc >` for to failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/notification/api/v1/audit`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AuditEntryPage>, Error<()>> {
            let Self {
                client,
                action,
                actor,
                count,
                cursor,
                from,
                limit,
                outcome,
                target,
                to,
            } = self;
            let action = action.map_err(Error::InvalidRequest)?;
            let actor = actor.map_err(Error::InvalidRequest)?;
            let count = count.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let from = from.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let outcome = outcome.map_err(Error::InvalidRequest)?;
            let target = target.map_err(Error::InvalidRequest)?;
            let to = to.map_err(Error::InvalidRequest)?;
            let url = format!("{}/services/notification/api/v1/audit", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("action", &action))
                .query(&progenitor_client::QueryParam::new("actor", &actor))
                .query(&progenitor_client::QueryParam::new("count", &count))
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("from", &from))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("outcome", &outcome))
                .query(&progenitor_client::QueryParam::new("target", &target))
                .query(&progenitor_client::QueryParam::new("to", &to))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_notification_audit",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_dead_letters`]

[`Client::list_dead_letters`]: super::Client::list_dead_letters*/
    #[derive(Debug, Clone)]
    pub struct ListDeadLetters<'a> {
        client: &'a super::Client,
        count: Result<Option<types::Count>, String>,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<i32>, String>,
        open: Result<Option<bool>, String>,
        subject: Result<Option<::uuid::Uuid>, String>,
    }
    impl<'a> ListDeadLetters<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                count: Ok(None),
                cursor: Ok(None),
                limit: Ok(None),
                open: Ok(None),
                subject: Ok(None),
            }
        }
        pub fn count<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Count>,
        {
            self.count = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Count` for count failed".to_string());
            self
        }
        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for cursor failed"
                        .to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i32` for limit failed".to_string());
            self
        }
        pub fn open<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.open = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for open failed".to_string());
            self
        }
        pub fn subject<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.subject = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for subject failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/notification/api/v1/dead-letters`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::DeadLetterPage>, Error<()>> {
            let Self { client, count, cursor, limit, open, subject } = self;
            let count = count.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let open = open.map_err(Error::InvalidRequest)?;
            let subject = subject.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/dead-letters", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("count", &count))
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("open", &open))
                .query(&progenitor_client::QueryParam::new("subject", &subject))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_dead_letters",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_dead_letter`]

[`Client::get_dead_letter`]: super::Client::get_dead_letter*/
    #[derive(Debug, Clone)]
    pub struct GetDeadLetter<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
    }
    impl<'a> GetDeadLetter<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/notification/api/v1/dead-letters/{id}`
        pub async fn send(self) -> Result<ResponseValue<types::DeadLetter>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/dead-letters/{}", client.baseurl,
                encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_dead_letter",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::discard_dead_letter`]

[`Client::discard_dead_letter`]: super::Client::discard_dead_letter*/
    #[derive(Debug, Clone)]
    pub struct DiscardDeadLetter<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
    }
    impl<'a> DiscardDeadLetter<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        ///Sends a `POST` request to `/services/notification/api/v1/dead-letters/{id}/discard`
        pub async fn send(self) -> Result<ResponseValue<types::DeadLetter>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/dead-letters/{}/discard", client
                .baseurl, encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "discard_dead_letter",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::replay_dead_letter`]

[`Client::replay_dead_letter`]: super::Client::replay_dead_letter*/
    #[derive(Debug, Clone)]
    pub struct ReplayDeadLetter<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
    }
    impl<'a> ReplayDeadLetter<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        ///Sends a `POST` request to `/services/notification/api/v1/dead-letters/{id}/replay`
        pub async fn send(self) -> Result<ResponseValue<types::DeadLetter>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/dead-letters/{}/replay", client.baseurl,
                encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "replay_dead_letter",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_delivery_attempts`]

[`Client::list_delivery_attempts`]: super::Client::list_delivery_attempts*/
    #[derive(Debug, Clone)]
    pub struct ListDeliveryAttempts<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
    }
    impl<'a> ListDeliveryAttempts<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/notification/api/v1/deliveries/{id}/attempts`
        pub async fn send(self) -> Result<ResponseValue<types::AttemptList>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/deliveries/{}/attempts", client.baseurl,
                encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_delivery_attempts",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::cancel_delivery`]

[`Client::cancel_delivery`]: super::Client::cancel_delivery*/
    #[derive(Debug, Clone)]
    pub struct CancelDelivery<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
    }
    impl<'a> CancelDelivery<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        ///Sends a `POST` request to `/services/notification/api/v1/deliveries/{id}/cancel`
        pub async fn send(self) -> Result<ResponseValue<types::Delivery>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/deliveries/{}/cancel", client.baseurl,
                encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "cancel_delivery",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::resend_delivery`]

[`Client::resend_delivery`]: super::Client::resend_delivery*/
    #[derive(Debug, Clone)]
    pub struct ResendDelivery<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
    }
    impl<'a> ResendDelivery<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        ///Sends a `POST` request to `/services/notification/api/v1/deliveries/{id}/resend`
        pub async fn send(self) -> Result<ResponseValue<types::Delivery>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/deliveries/{}/resend", client.baseurl,
                encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "resend_delivery",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_mails`]

[`Client::list_mails`]: super::Client::list_mails*/
    #[derive(Debug, Clone)]
    pub struct ListMails<'a> {
        client: &'a super::Client,
        count: Result<Option<types::Count>, String>,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<i32>, String>,
        to: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListMails<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                count: Ok(None),
                cursor: Ok(None),
                limit: Ok(None),
                to: Ok(None),
            }
        }
        pub fn count<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Count>,
        {
            self.count = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Count` for count failed".to_string());
            self
        }
        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for cursor failed"
                        .to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i32` for limit failed".to_string());
            self
        }
        pub fn to<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.to = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for to failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/notification/api/v1/mailbox`
        pub async fn send(self) -> Result<ResponseValue<types::MailPage>, Error<()>> {
            let Self { client, count, cursor, limit, to } = self;
            let count = count.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let to = to.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/mailbox", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("count", &count))
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("to", &to))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_mails",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_mail`]

[`Client::get_mail`]: super::Client::get_mail*/
    #[derive(Debug, Clone)]
    pub struct GetMail<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
    }
    impl<'a> GetMail<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/notification/api/v1/mailbox/{id}`
        pub async fn send(self) -> Result<ResponseValue<types::Mail>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/mailbox/{}", client.baseurl,
                encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_mail",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_my_inbox`]

[`Client::list_my_inbox`]: super::Client::list_my_inbox*/
    #[derive(Debug, Clone)]
    pub struct ListMyInbox<'a> {
        client: &'a super::Client,
        archived: Result<Option<bool>, String>,
        count: Result<Option<types::Count>, String>,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<i32>, String>,
        unread: Result<Option<bool>, String>,
    }
    impl<'a> ListMyInbox<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                archived: Ok(None),
                count: Ok(None),
                cursor: Ok(None),
                limit: Ok(None),
                unread: Ok(None),
            }
        }
        pub fn archived<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.archived = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for archived failed".to_string());
            self
        }
        pub fn count<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Count>,
        {
            self.count = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Count` for count failed".to_string());
            self
        }
        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for cursor failed"
                        .to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i32` for limit failed".to_string());
            self
        }
        pub fn unread<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.unread = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for unread failed".to_string());
            self
        }
        ///Sends a `GET` request to `/services/notification/api/v1/me/inbox`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::InboxItemPage>, Error<()>> {
            let Self { client, archived, count, cursor, limit, unread } = self;
            let archived = archived.map_err(Error::InvalidRequest)?;
            let count = count.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let unread = unread.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/me/inbox", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("archived", &archived))
                .query(&progenitor_client::QueryParam::new("count", &count))
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("unread", &unread))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_my_inbox",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::mark_my_inbox_read`]

[`Client::mark_my_inbox_read`]: super::Client::mark_my_inbox_read*/
    #[derive(Debug, Clone)]
    pub struct MarkMyInboxRead<'a> {
        client: &'a super::Client,
    }
    impl<'a> MarkMyInboxRead<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `POST` request to `/services/notification/api/v1/me/inbox/read-all`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client } = self;
            let url = format!(
                "{}/services/notification/api/v1/me/inbox/read-all", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client.client.post(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "mark_my_inbox_read",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::count_my_unread`]

[`Client::count_my_unread`]: super::Client::count_my_unread*/
    #[derive(Debug, Clone)]
    pub struct CountMyUnread<'a> {
        client: &'a super::Client,
    }
    impl<'a> CountMyUnread<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/notification/api/v1/me/inbox/unread-count`
        pub async fn send(self) -> Result<ResponseValue<types::UnreadCount>, Error<()>> {
            let Self { client } = self;
            let url = format!(
                "{}/services/notification/api/v1/me/inbox/unread-count", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "count_my_unread",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::archive_my_inbox_item`]

[`Client::archive_my_inbox_item`]: super::Client::archive_my_inbox_item*/
    #[derive(Debug, Clone)]
    pub struct ArchiveMyInboxItem<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
    }
    impl<'a> ArchiveMyInboxItem<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        ///Sends a `POST` request to `/services/notification/api/v1/me/inbox/{id}/archive`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/me/inbox/{}/archive", client.baseurl,
                encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client.client.post(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "archive_my_inbox_item",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::mark_my_inbox_item_read`]

[`Client::mark_my_inbox_item_read`]: super::Client::mark_my_inbox_item_read*/
    #[derive(Debug, Clone)]
    pub struct MarkMyInboxItemRead<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
    }
    impl<'a> MarkMyInboxItemRead<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        ///Sends a `POST` request to `/services/notification/api/v1/me/inbox/{id}/read`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/me/inbox/{}/read", client.baseurl,
                encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client.client.post(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "mark_my_inbox_item_read",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_notifications`]

[`Client::list_notifications`]: super::Client::list_notifications*/
    #[derive(Debug, Clone)]
    pub struct ListNotifications<'a> {
        client: &'a super::Client,
        channel: Result<Option<types::Channel>, String>,
        count: Result<Option<types::Count>, String>,
        cursor: Result<Option<::std::string::String>, String>,
        from: Result<Option<::chrono::DateTime<::chrono::offset::Utc>>, String>,
        kind: Result<Option<::std::string::String>, String>,
        limit: Result<Option<i32>, String>,
        log: Result<Option<bool>, String>,
        order_id: Result<Option<::uuid::Uuid>, String>,
        recipient: Result<Option<::uuid::Uuid>, String>,
        sort: Result<Option<types::NotificationSort>, String>,
        status: Result<Option<types::DeliveryStatus>, String>,
        to: Result<Option<::chrono::DateTime<::chrono::offset::Utc>>, String>,
    }
    impl<'a> ListNotifications<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                channel: Ok(None),
                count: Ok(None),
                cursor: Ok(None),
                from: Ok(None),
                kind: Ok(None),
                limit: Ok(None),
                log: Ok(None),
                order_id: Ok(None),
                recipient: Ok(None),
                sort: Ok(None),
                status: Ok(None),
                to: Ok(None),
            }
        }
        pub fn channel<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Channel>,
        {
            self.channel = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Channel` for channel failed".to_string());
            self
        }
        pub fn count<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Count>,
        {
            self.count = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Count` for count failed".to_string());
            self
        }
        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for cursor failed"
                        .to_string()
                });
            self
        }
        pub fn from<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
        {
            self.from = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: chrono :: DateTime < :: chrono :: offset :: Utc >` for from failed"
                        .to_string()
                });
            self
        }
        pub fn kind<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.kind = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for kind failed"
                        .to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i32` for limit failed".to_string());
            self
        }
        pub fn log<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.log = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for log failed".to_string());
            self
        }
        pub fn order_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.order_id = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for order_id failed".to_string()
                });
            self
        }
        pub fn recipient<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.recipient = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for recipient failed".to_string()
                });
            self
        }
        pub fn sort<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::NotificationSort>,
        {
            self.sort = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `NotificationSort` for sort failed".to_string()
                });
            self
        }
        pub fn status<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::DeliveryStatus>,
        {
            self.status = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `DeliveryStatus` for status failed".to_string()
                });
            self
        }
        pub fn to<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
        {
            self.to = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: chrono :: DateTime < :: chrono :: offset :: Utc >` for to failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/notification/api/v1/notifications`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::NotificationPage>, Error<()>> {
            let Self {
                client,
                channel,
                count,
                cursor,
                from,
                kind,
                limit,
                log,
                order_id,
                recipient,
                sort,
                status,
                to,
            } = self;
            let channel = channel.map_err(Error::InvalidRequest)?;
            let count = count.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let from = from.map_err(Error::InvalidRequest)?;
            let kind = kind.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let log = log.map_err(Error::InvalidRequest)?;
            let order_id = order_id.map_err(Error::InvalidRequest)?;
            let recipient = recipient.map_err(Error::InvalidRequest)?;
            let sort = sort.map_err(Error::InvalidRequest)?;
            let status = status.map_err(Error::InvalidRequest)?;
            let to = to.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/notifications", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("channel", &channel))
                .query(&progenitor_client::QueryParam::new("count", &count))
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("from", &from))
                .query(&progenitor_client::QueryParam::new("kind", &kind))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("log", &log))
                .query(&progenitor_client::QueryParam::new("order_id", &order_id))
                .query(&progenitor_client::QueryParam::new("recipient", &recipient))
                .query(&progenitor_client::QueryParam::new("sort", &sort))
                .query(&progenitor_client::QueryParam::new("status", &status))
                .query(&progenitor_client::QueryParam::new("to", &to))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_notifications",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_notification`]

[`Client::get_notification`]: super::Client::get_notification*/
    #[derive(Debug, Clone)]
    pub struct GetNotification<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
    }
    impl<'a> GetNotification<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/notification/api/v1/notifications/{id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Notification>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/notifications/{}", client.baseurl,
                encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_notification",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_notification_outbox`]

[`Client::get_notification_outbox`]: super::Client::get_notification_outbox*/
    #[derive(Debug, Clone)]
    pub struct GetNotificationOutbox<'a> {
        client: &'a super::Client,
    }
    impl<'a> GetNotificationOutbox<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/notification/api/v1/outbox`
        pub async fn send(self) -> Result<ResponseValue<types::OutboxState>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/notification/api/v1/outbox", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_notification_outbox",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_notification_outbox_messages`]

[`Client::list_notification_outbox_messages`]: super::Client::list_notification_outbox_messages*/
    #[derive(Debug, Clone)]
    pub struct ListNotificationOutboxMessages<'a> {
        client: &'a super::Client,
        count: Result<Option<types::Count>, String>,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<i32>, String>,
        parked: Result<Option<bool>, String>,
    }
    impl<'a> ListNotificationOutboxMessages<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                count: Ok(None),
                cursor: Ok(None),
                limit: Ok(None),
                parked: Ok(None),
            }
        }
        pub fn count<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Count>,
        {
            self.count = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Count` for count failed".to_string());
            self
        }
        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for cursor failed"
                        .to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i32` for limit failed".to_string());
            self
        }
        pub fn parked<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.parked = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for parked failed".to_string());
            self
        }
        ///Sends a `GET` request to `/services/notification/api/v1/outbox/messages`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::OutboxMessagePage>, Error<()>> {
            let Self { client, count, cursor, limit, parked } = self;
            let count = count.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let parked = parked.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/outbox/messages", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("count", &count))
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("parked", &parked))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_notification_outbox_messages",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::release_notification_outbox_message`]

[`Client::release_notification_outbox_message`]: super::Client::release_notification_outbox_message*/
    #[derive(Debug, Clone)]
    pub struct ReleaseNotificationOutboxMessage<'a> {
        client: &'a super::Client,
        position: Result<i64, String>,
        body: Result<types::builder::OutboxDecision, String>,
    }
    impl<'a> ReleaseNotificationOutboxMessage<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                position: Err("position was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn position<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.position = value
                .try_into()
                .map_err(|_| "conversion to `i64` for position failed".to_string());
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::OutboxDecision>,
            <V as std::convert::TryInto<
                types::OutboxDecision,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `OutboxDecision` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::OutboxDecision,
            ) -> types::builder::OutboxDecision,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/notification/api/v1/outbox/{position}/release`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, position, body } = self;
            let position = position.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::OutboxDecision::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/outbox/{}/release", client.baseurl,
                encode_path(& position.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "release_notification_outbox_message",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::skip_notification_outbox_message`]

[`Client::skip_notification_outbox_message`]: super::Client::skip_notification_outbox_message*/
    #[derive(Debug, Clone)]
    pub struct SkipNotificationOutboxMessage<'a> {
        client: &'a super::Client,
        position: Result<i64, String>,
        body: Result<types::builder::OutboxDecision, String>,
    }
    impl<'a> SkipNotificationOutboxMessage<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                position: Err("position was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn position<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.position = value
                .try_into()
                .map_err(|_| "conversion to `i64` for position failed".to_string());
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::OutboxDecision>,
            <V as std::convert::TryInto<
                types::OutboxDecision,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `OutboxDecision` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::OutboxDecision,
            ) -> types::builder::OutboxDecision,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/notification/api/v1/outbox/{position}/skip`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, position, body } = self;
            let position = position.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::OutboxDecision::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/outbox/{}/skip", client.baseurl,
                encode_path(& position.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "skip_notification_outbox_message",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_providers`]

[`Client::list_providers`]: super::Client::list_providers*/
    #[derive(Debug, Clone)]
    pub struct ListProviders<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListProviders<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/notification/api/v1/providers`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ProviderList>, Error<()>> {
            let Self { client } = self;
            let url = format!(
                "{}/services/notification/api/v1/providers", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_providers",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_notification_system`]

[`Client::get_notification_system`]: super::Client::get_notification_system*/
    #[derive(Debug, Clone)]
    pub struct GetNotificationSystem<'a> {
        client: &'a super::Client,
    }
    impl<'a> GetNotificationSystem<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/notification/api/v1/system`
        pub async fn send(self) -> Result<ResponseValue<types::System>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/notification/api/v1/system", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_notification_system",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_notification_spans`]

[`Client::list_notification_spans`]: super::Client::list_notification_spans*/
    #[derive(Debug, Clone)]
    pub struct ListNotificationSpans<'a> {
        client: &'a super::Client,
        trace_id: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
    }
    impl<'a> ListNotificationSpans<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                trace_id: Ok(None),
            }
        }
        pub fn trace_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.trace_id = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for trace_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/notification/api/v1/system/spans`
        pub async fn send(self) -> Result<ResponseValue<types::SpanList>, Error<()>> {
            let Self { client, trace_id } = self;
            let trace_id = trace_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/notification/api/v1/system/spans", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("trace_id", &trace_id))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_notification_spans",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_notification_traces`]

[`Client::list_notification_traces`]: super::Client::list_notification_traces*/
    #[derive(Debug, Clone)]
    pub struct ListNotificationTraces<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListNotificationTraces<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/notification/api/v1/system/traces`
        pub async fn send(self) -> Result<ResponseValue<types::TraceList>, Error<()>> {
            let Self { client } = self;
            let url = format!(
                "{}/services/notification/api/v1/system/traces", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_notification_traces",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_order_audit`]

[`Client::list_order_audit`]: super::Client::list_order_audit*/
    #[derive(Debug, Clone)]
    pub struct ListOrderAudit<'a> {
        client: &'a super::Client,
        action: Result<Option<::std::string::String>, String>,
        actor: Result<Option<::std::string::String>, String>,
        count: Result<Option<types::Count>, String>,
        cursor: Result<Option<::std::string::String>, String>,
        from: Result<Option<::chrono::DateTime<::chrono::offset::Utc>>, String>,
        limit: Result<Option<i32>, String>,
        outcome: Result<Option<types::AuditOutcome>, String>,
        target: Result<Option<::std::string::String>, String>,
        to: Result<Option<::chrono::DateTime<::chrono::offset::Utc>>, String>,
    }
    impl<'a> ListOrderAudit<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                action: Ok(None),
                actor: Ok(None),
                count: Ok(None),
                cursor: Ok(None),
                from: Ok(None),
                limit: Ok(None),
                outcome: Ok(None),
                target: Ok(None),
                to: Ok(None),
            }
        }
        pub fn action<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.action = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for action failed"
                        .to_string()
                });
            self
        }
        pub fn actor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.actor = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for actor failed"
                        .to_string()
                });
            self
        }
        pub fn count<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Count>,
        {
            self.count = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Count` for count failed".to_string());
            self
        }
        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for cursor failed"
                        .to_string()
                });
            self
        }
        pub fn from<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
        {
            self.from = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: chrono :: DateTime < :: chrono :: offset :: Utc >` for from failed"
                        .to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i32` for limit failed".to_string());
            self
        }
        pub fn outcome<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AuditOutcome>,
        {
            self.outcome = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `AuditOutcome` for outcome failed".to_string()
                });
            self
        }
        pub fn target<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.target = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for target failed"
                        .to_string()
                });
            self
        }
        pub fn to<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
        {
            self.to = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: chrono :: DateTime < :: chrono :: offset :: Utc >` for to failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/order/api/v1/audit`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AuditEntryPage>, Error<()>> {
            let Self {
                client,
                action,
                actor,
                count,
                cursor,
                from,
                limit,
                outcome,
                target,
                to,
            } = self;
            let action = action.map_err(Error::InvalidRequest)?;
            let actor = actor.map_err(Error::InvalidRequest)?;
            let count = count.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let from = from.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let outcome = outcome.map_err(Error::InvalidRequest)?;
            let target = target.map_err(Error::InvalidRequest)?;
            let to = to.map_err(Error::InvalidRequest)?;
            let url = format!("{}/services/order/api/v1/audit", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("action", &action))
                .query(&progenitor_client::QueryParam::new("actor", &actor))
                .query(&progenitor_client::QueryParam::new("count", &count))
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("from", &from))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("outcome", &outcome))
                .query(&progenitor_client::QueryParam::new("target", &target))
                .query(&progenitor_client::QueryParam::new("to", &to))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_order_audit",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_orders`]

[`Client::list_orders`]: super::Client::list_orders*/
    #[derive(Debug, Clone)]
    pub struct ListOrders<'a> {
        client: &'a super::Client,
        carrier: Result<Option<::std::string::String>, String>,
        count: Result<Option<types::Count>, String>,
        country: Result<Option<::std::string::String>, String>,
        created_from: Result<Option<::chrono::DateTime<::chrono::offset::Utc>>, String>,
        created_to: Result<Option<::chrono::DateTime<::chrono::offset::Utc>>, String>,
        currency: Result<Option<::std::string::String>, String>,
        cursor: Result<Option<::std::string::String>, String>,
        customer_id: Result<Option<::uuid::Uuid>, String>,
        limit: Result<Option<i32>, String>,
        q: Result<Option<::std::string::String>, String>,
        sku: Result<Option<::std::string::String>, String>,
        sort: Result<Option<types::OrderSort>, String>,
        status: Result<Option<::std::vec::Vec<types::OrderStatus>>, String>,
        total_max: Result<Option<i64>, String>,
        total_min: Result<Option<i64>, String>,
    }
    impl<'a> ListOrders<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                carrier: Ok(None),
                count: Ok(None),
                country: Ok(None),
                created_from: Ok(None),
                created_to: Ok(None),
                currency: Ok(None),
                cursor: Ok(None),
                customer_id: Ok(None),
                limit: Ok(None),
                q: Ok(None),
                sku: Ok(None),
                sort: Ok(None),
                status: Ok(None),
                total_max: Ok(None),
                total_min: Ok(None),
            }
        }
        pub fn carrier<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.carrier = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for carrier failed"
                        .to_string()
                });
            self
        }
        pub fn count<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Count>,
        {
            self.count = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Count` for count failed".to_string());
            self
        }
        pub fn country<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.country = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for country failed"
                        .to_string()
                });
            self
        }
        pub fn created_from<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
        {
            self.created_from = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: chrono :: DateTime < :: chrono :: offset :: Utc >` for created_from failed"
                        .to_string()
                });
            self
        }
        pub fn created_to<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
        {
            self.created_to = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: chrono :: DateTime < :: chrono :: offset :: Utc >` for created_to failed"
                        .to_string()
                });
            self
        }
        pub fn currency<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.currency = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for currency failed"
                        .to_string()
                });
            self
        }
        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for cursor failed"
                        .to_string()
                });
            self
        }
        pub fn customer_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.customer_id = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for customer_id failed".to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i32` for limit failed".to_string());
            self
        }
        pub fn q<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.q = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for q failed".to_string()
                });
            self
        }
        pub fn sku<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sku = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sku failed"
                        .to_string()
                });
            self
        }
        pub fn sort<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::OrderSort>,
        {
            self.sort = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `OrderSort` for sort failed".to_string());
            self
        }
        pub fn status<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<types::OrderStatus>>,
        {
            self.status = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: vec :: Vec < OrderStatus >` for status failed"
                        .to_string()
                });
            self
        }
        pub fn total_max<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.total_max = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for total_max failed".to_string());
            self
        }
        pub fn total_min<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.total_min = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for total_min failed".to_string());
            self
        }
        ///Sends a `GET` request to `/services/order/api/v1/orders`
        pub async fn send(self) -> Result<ResponseValue<types::OrderPage>, Error<()>> {
            let Self {
                client,
                carrier,
                count,
                country,
                created_from,
                created_to,
                currency,
                cursor,
                customer_id,
                limit,
                q,
                sku,
                sort,
                status,
                total_max,
                total_min,
            } = self;
            let carrier = carrier.map_err(Error::InvalidRequest)?;
            let count = count.map_err(Error::InvalidRequest)?;
            let country = country.map_err(Error::InvalidRequest)?;
            let created_from = created_from.map_err(Error::InvalidRequest)?;
            let created_to = created_to.map_err(Error::InvalidRequest)?;
            let currency = currency.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let customer_id = customer_id.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let q = q.map_err(Error::InvalidRequest)?;
            let sku = sku.map_err(Error::InvalidRequest)?;
            let sort = sort.map_err(Error::InvalidRequest)?;
            let status = status.map_err(Error::InvalidRequest)?;
            let total_max = total_max.map_err(Error::InvalidRequest)?;
            let total_min = total_min.map_err(Error::InvalidRequest)?;
            let url = format!("{}/services/order/api/v1/orders", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("carrier", &carrier))
                .query(&progenitor_client::QueryParam::new("count", &count))
                .query(&progenitor_client::QueryParam::new("country", &country))
                .query(
                    &progenitor_client::QueryParam::new("created_from", &created_from),
                )
                .query(&progenitor_client::QueryParam::new("created_to", &created_to))
                .query(&progenitor_client::QueryParam::new("currency", &currency))
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("customer_id", &customer_id))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("q", &q))
                .query(&progenitor_client::QueryParam::new("sku", &sku))
                .query(&progenitor_client::QueryParam::new("sort", &sort))
                .query(&progenitor_client::QueryParam::new("status", &status))
                .query(&progenitor_client::QueryParam::new("total_max", &total_max))
                .query(&progenitor_client::QueryParam::new("total_min", &total_min))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_orders",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::place_order`]

[`Client::place_order`]: super::Client::place_order*/
    #[derive(Debug, Clone)]
    pub struct PlaceOrder<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::OrderDraft, String>,
    }
    impl<'a> PlaceOrder<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::OrderDraft>,
            <V as std::convert::TryInto<types::OrderDraft>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `OrderDraft` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::OrderDraft,
            ) -> types::builder::OrderDraft,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/order/api/v1/orders`
        pub async fn send(self) -> Result<ResponseValue<types::Order>, Error<()>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::OrderDraft::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/services/order/api/v1/orders", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "place_order",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::act_on_orders`]

[`Client::act_on_orders`]: super::Client::act_on_orders*/
    #[derive(Debug, Clone)]
    pub struct ActOnOrders<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::BulkRequest, String>,
    }
    impl<'a> ActOnOrders<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::BulkRequest>,
            <V as std::convert::TryInto<types::BulkRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `BulkRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::BulkRequest,
            ) -> types::builder::BulkRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/order/api/v1/orders/bulk`
        pub async fn send(self) -> Result<ResponseValue<types::BulkOutcome>, Error<()>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::BulkRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/services/order/api/v1/orders/bulk", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "act_on_orders",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                207u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::export_orders`]

[`Client::export_orders`]: super::Client::export_orders*/
    #[derive(Debug, Clone)]
    pub struct ExportOrders<'a> {
        client: &'a super::Client,
        bom: Result<Option<bool>, String>,
        carrier: Result<Option<::std::string::String>, String>,
        country: Result<Option<::std::string::String>, String>,
        created_from: Result<Option<::chrono::DateTime<::chrono::offset::Utc>>, String>,
        created_to: Result<Option<::chrono::DateTime<::chrono::offset::Utc>>, String>,
        currency: Result<Option<::std::string::String>, String>,
        customer_id: Result<Option<::uuid::Uuid>, String>,
        q: Result<Option<::std::string::String>, String>,
        rows: Result<Option<types::ExportRows>, String>,
        sku: Result<Option<::std::string::String>, String>,
        sort: Result<Option<types::OrderSort>, String>,
        status: Result<Option<::std::vec::Vec<types::OrderStatus>>, String>,
        total_max: Result<Option<i64>, String>,
        total_min: Result<Option<i64>, String>,
    }
    impl<'a> ExportOrders<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                bom: Ok(None),
                carrier: Ok(None),
                country: Ok(None),
                created_from: Ok(None),
                created_to: Ok(None),
                currency: Ok(None),
                customer_id: Ok(None),
                q: Ok(None),
                rows: Ok(None),
                sku: Ok(None),
                sort: Ok(None),
                status: Ok(None),
                total_max: Ok(None),
                total_min: Ok(None),
            }
        }
        pub fn bom<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.bom = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for bom failed".to_string());
            self
        }
        pub fn carrier<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.carrier = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for carrier failed"
                        .to_string()
                });
            self
        }
        pub fn country<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.country = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for country failed"
                        .to_string()
                });
            self
        }
        pub fn created_from<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
        {
            self.created_from = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: chrono :: DateTime < :: chrono :: offset :: Utc >` for created_from failed"
                        .to_string()
                });
            self
        }
        pub fn created_to<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
        {
            self.created_to = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: chrono :: DateTime < :: chrono :: offset :: Utc >` for created_to failed"
                        .to_string()
                });
            self
        }
        pub fn currency<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.currency = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for currency failed"
                        .to_string()
                });
            self
        }
        pub fn customer_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.customer_id = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for customer_id failed".to_string()
                });
            self
        }
        pub fn q<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.q = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for q failed".to_string()
                });
            self
        }
        pub fn rows<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ExportRows>,
        {
            self.rows = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `ExportRows` for rows failed".to_string());
            self
        }
        pub fn sku<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sku = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sku failed"
                        .to_string()
                });
            self
        }
        pub fn sort<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::OrderSort>,
        {
            self.sort = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `OrderSort` for sort failed".to_string());
            self
        }
        pub fn status<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<types::OrderStatus>>,
        {
            self.status = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: vec :: Vec < OrderStatus >` for status failed"
                        .to_string()
                });
            self
        }
        pub fn total_max<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.total_max = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for total_max failed".to_string());
            self
        }
        pub fn total_min<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.total_min = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for total_min failed".to_string());
            self
        }
        ///Sends a `GET` request to `/services/order/api/v1/orders/export.csv`
        pub async fn send(self) -> Result<ResponseValue<ByteStream>, Error<()>> {
            let Self {
                client,
                bom,
                carrier,
                country,
                created_from,
                created_to,
                currency,
                customer_id,
                q,
                rows,
                sku,
                sort,
                status,
                total_max,
                total_min,
            } = self;
            let bom = bom.map_err(Error::InvalidRequest)?;
            let carrier = carrier.map_err(Error::InvalidRequest)?;
            let country = country.map_err(Error::InvalidRequest)?;
            let created_from = created_from.map_err(Error::InvalidRequest)?;
            let created_to = created_to.map_err(Error::InvalidRequest)?;
            let currency = currency.map_err(Error::InvalidRequest)?;
            let customer_id = customer_id.map_err(Error::InvalidRequest)?;
            let q = q.map_err(Error::InvalidRequest)?;
            let rows = rows.map_err(Error::InvalidRequest)?;
            let sku = sku.map_err(Error::InvalidRequest)?;
            let sort = sort.map_err(Error::InvalidRequest)?;
            let status = status.map_err(Error::InvalidRequest)?;
            let total_max = total_max.map_err(Error::InvalidRequest)?;
            let total_min = total_min.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/order/api/v1/orders/export.csv", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .query(&progenitor_client::QueryParam::new("bom", &bom))
                .query(&progenitor_client::QueryParam::new("carrier", &carrier))
                .query(&progenitor_client::QueryParam::new("country", &country))
                .query(
                    &progenitor_client::QueryParam::new("created_from", &created_from),
                )
                .query(&progenitor_client::QueryParam::new("created_to", &created_to))
                .query(&progenitor_client::QueryParam::new("currency", &currency))
                .query(&progenitor_client::QueryParam::new("customer_id", &customer_id))
                .query(&progenitor_client::QueryParam::new("q", &q))
                .query(&progenitor_client::QueryParam::new("rows", &rows))
                .query(&progenitor_client::QueryParam::new("sku", &sku))
                .query(&progenitor_client::QueryParam::new("sort", &sort))
                .query(&progenitor_client::QueryParam::new("status", &status))
                .query(&progenitor_client::QueryParam::new("total_max", &total_max))
                .query(&progenitor_client::QueryParam::new("total_min", &total_min))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "export_orders",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => Ok(ResponseValue::stream(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_order_statistics`]

[`Client::get_order_statistics`]: super::Client::get_order_statistics*/
    #[derive(Debug, Clone)]
    pub struct GetOrderStatistics<'a> {
        client: &'a super::Client,
        days: Result<Option<i32>, String>,
        utc_offset_minutes: Result<Option<i32>, String>,
    }
    impl<'a> GetOrderStatistics<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                days: Ok(None),
                utc_offset_minutes: Ok(None),
            }
        }
        pub fn days<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
        {
            self.days = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i32` for days failed".to_string());
            self
        }
        pub fn utc_offset_minutes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
        {
            self.utc_offset_minutes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `i32` for utc_offset_minutes failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/order/api/v1/orders/statistics`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::OrderStatistics>, Error<()>> {
            let Self { client, days, utc_offset_minutes } = self;
            let days = days.map_err(Error::InvalidRequest)?;
            let utc_offset_minutes = utc_offset_minutes.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/order/api/v1/orders/statistics", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("days", &days))
                .query(
                    &progenitor_client::QueryParam::new(
                        "utc_offset_minutes",
                        &utc_offset_minutes,
                    ),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_order_statistics",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_order`]

[`Client::get_order`]: super::Client::get_order*/
    #[derive(Debug, Clone)]
    pub struct GetOrder<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
    }
    impl<'a> GetOrder<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/order/api/v1/orders/{id}`
        pub async fn send(self) -> Result<ResponseValue<types::Order>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/order/api/v1/orders/{}", client.baseurl, encode_path(& id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_order",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::amend_order`]

[`Client::amend_order`]: super::Client::amend_order*/
    #[derive(Debug, Clone)]
    pub struct AmendOrder<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
        if_match: Result<::std::string::String, String>,
        body: Result<types::builder::OrderAmendment, String>,
    }
    impl<'a> AmendOrder<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
                if_match: Err("if_match was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::OrderAmendment>,
            <V as std::convert::TryInto<
                types::OrderAmendment,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `OrderAmendment` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::OrderAmendment,
            ) -> types::builder::OrderAmendment,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PATCH` request to `/services/order/api/v1/orders/{id}`
        pub async fn send(self) -> Result<ResponseValue<types::Order>, Error<()>> {
            let Self { client, id, if_match, body } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::OrderAmendment::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/order/api/v1/orders/{}", client.baseurl, encode_path(& id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            header_map.append("If-Match", if_match.to_string().try_into()?);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "amend_order",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::abort_order`]

[`Client::abort_order`]: super::Client::abort_order*/
    #[derive(Debug, Clone)]
    pub struct AbortOrder<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        if_match: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::Abortion, String>,
    }
    impl<'a> AbortOrder<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
                idempotency_key: Ok(None),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Abortion>,
            <V as std::convert::TryInto<types::Abortion>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Abortion` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Abortion) -> types::builder::Abortion,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/order/api/v1/orders/{id}/abort`
        pub async fn send(self) -> Result<ResponseValue<types::Order>, Error<()>> {
            let Self { client, id, idempotency_key, if_match, body } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::Abortion::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/order/api/v1/orders/{}/abort", client.baseurl, encode_path(&
                id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "abort_order",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::approve_order`]

[`Client::approve_order`]: super::Client::approve_order*/
    #[derive(Debug, Clone)]
    pub struct ApproveOrder<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        if_match: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::Approval, String>,
    }
    impl<'a> ApproveOrder<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
                idempotency_key: Ok(None),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Approval>,
            <V as std::convert::TryInto<types::Approval>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Approval` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Approval) -> types::builder::Approval,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/order/api/v1/orders/{id}/approve`
        pub async fn send(self) -> Result<ResponseValue<types::Order>, Error<()>> {
            let Self { client, id, idempotency_key, if_match, body } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::Approval::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/order/api/v1/orders/{}/approve", client.baseurl,
                encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "approve_order",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::cancel_order`]

[`Client::cancel_order`]: super::Client::cancel_order*/
    #[derive(Debug, Clone)]
    pub struct CancelOrder<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        if_match: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::Cancellation, String>,
    }
    impl<'a> CancelOrder<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
                idempotency_key: Ok(None),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Cancellation>,
            <V as std::convert::TryInto<types::Cancellation>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `Cancellation` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::Cancellation,
            ) -> types::builder::Cancellation,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/order/api/v1/orders/{id}/cancel`
        pub async fn send(self) -> Result<ResponseValue<types::Order>, Error<()>> {
            let Self { client, id, idempotency_key, if_match, body } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::Cancellation::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/order/api/v1/orders/{}/cancel", client.baseurl,
                encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "cancel_order",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::deliver_order`]

[`Client::deliver_order`]: super::Client::deliver_order*/
    #[derive(Debug, Clone)]
    pub struct DeliverOrder<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        if_match: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::Arrival, String>,
    }
    impl<'a> DeliverOrder<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
                idempotency_key: Ok(None),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Arrival>,
            <V as std::convert::TryInto<types::Arrival>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Arrival` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Arrival) -> types::builder::Arrival,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/order/api/v1/orders/{id}/deliver`
        pub async fn send(self) -> Result<ResponseValue<types::Order>, Error<()>> {
            let Self { client, id, idempotency_key, if_match, body } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::Arrival::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/order/api/v1/orders/{}/deliver", client.baseurl,
                encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "deliver_order",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_order_events`]

[`Client::list_order_events`]: super::Client::list_order_events*/
    #[derive(Debug, Clone)]
    pub struct ListOrderEvents<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
    }
    impl<'a> ListOrderEvents<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/order/api/v1/orders/{id}/events`
        pub async fn send(self) -> Result<ResponseValue<types::OrderEvents>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/order/api/v1/orders/{}/events", client.baseurl,
                encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_order_events",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_order_history`]

[`Client::list_order_history`]: super::Client::list_order_history*/
    #[derive(Debug, Clone)]
    pub struct ListOrderHistory<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
    }
    impl<'a> ListOrderHistory<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/order/api/v1/orders/{id}/history`
        pub async fn send(self) -> Result<ResponseValue<types::History>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/order/api/v1/orders/{}/history", client.baseurl,
                encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_order_history",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_order_notes`]

[`Client::list_order_notes`]: super::Client::list_order_notes*/
    #[derive(Debug, Clone)]
    pub struct ListOrderNotes<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
        count: Result<Option<types::Count>, String>,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<i32>, String>,
    }
    impl<'a> ListOrderNotes<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
                count: Ok(None),
                cursor: Ok(None),
                limit: Ok(None),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        pub fn count<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Count>,
        {
            self.count = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Count` for count failed".to_string());
            self
        }
        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for cursor failed"
                        .to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i32` for limit failed".to_string());
            self
        }
        ///Sends a `GET` request to `/services/order/api/v1/orders/{id}/notes`
        pub async fn send(self) -> Result<ResponseValue<types::NotePage>, Error<()>> {
            let Self { client, id, count, cursor, limit } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let count = count.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/order/api/v1/orders/{}/notes", client.baseurl, encode_path(&
                id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("count", &count))
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_order_notes",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::write_order_note`]

[`Client::write_order_note`]: super::Client::write_order_note*/
    #[derive(Debug, Clone)]
    pub struct WriteOrderNote<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::NoteDraft, String>,
    }
    impl<'a> WriteOrderNote<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::NoteDraft>,
            <V as std::convert::TryInto<types::NoteDraft>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `NoteDraft` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::NoteDraft) -> types::builder::NoteDraft,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/order/api/v1/orders/{id}/notes`
        pub async fn send(self) -> Result<ResponseValue<types::Note>, Error<()>> {
            let Self { client, id, idempotency_key, body } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::NoteDraft::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/order/api/v1/orders/{}/notes", client.baseurl, encode_path(&
                id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "write_order_note",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::reject_order`]

[`Client::reject_order`]: super::Client::reject_order*/
    #[derive(Debug, Clone)]
    pub struct RejectOrder<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        if_match: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::Rejection, String>,
    }
    impl<'a> RejectOrder<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
                idempotency_key: Ok(None),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Rejection>,
            <V as std::convert::TryInto<types::Rejection>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `Rejection` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Rejection) -> types::builder::Rejection,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/order/api/v1/orders/{id}/reject`
        pub async fn send(self) -> Result<ResponseValue<types::Order>, Error<()>> {
            let Self { client, id, idempotency_key, if_match, body } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::Rejection::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/order/api/v1/orders/{}/reject", client.baseurl,
                encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "reject_order",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::ship_order`]

[`Client::ship_order`]: super::Client::ship_order*/
    #[derive(Debug, Clone)]
    pub struct ShipOrder<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
        idempotency_key: Result<Option<::std::string::String>, String>,
        if_match: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::Handover, String>,
    }
    impl<'a> ShipOrder<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
                idempotency_key: Ok(None),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Handover>,
            <V as std::convert::TryInto<types::Handover>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Handover` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Handover) -> types::builder::Handover,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/order/api/v1/orders/{id}/ship`
        pub async fn send(self) -> Result<ResponseValue<types::Order>, Error<()>> {
            let Self { client, id, idempotency_key, if_match, body } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::Handover::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/order/api/v1/orders/{}/ship", client.baseurl, encode_path(&
                id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "ship_order",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_order_outbox`]

[`Client::get_order_outbox`]: super::Client::get_order_outbox*/
    #[derive(Debug, Clone)]
    pub struct GetOrderOutbox<'a> {
        client: &'a super::Client,
    }
    impl<'a> GetOrderOutbox<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/order/api/v1/outbox`
        pub async fn send(self) -> Result<ResponseValue<types::OutboxState>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/order/api/v1/outbox", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_order_outbox",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_order_outbox_messages`]

[`Client::list_order_outbox_messages`]: super::Client::list_order_outbox_messages*/
    #[derive(Debug, Clone)]
    pub struct ListOrderOutboxMessages<'a> {
        client: &'a super::Client,
        count: Result<Option<types::Count>, String>,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<i32>, String>,
        parked: Result<Option<bool>, String>,
    }
    impl<'a> ListOrderOutboxMessages<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                count: Ok(None),
                cursor: Ok(None),
                limit: Ok(None),
                parked: Ok(None),
            }
        }
        pub fn count<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Count>,
        {
            self.count = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Count` for count failed".to_string());
            self
        }
        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for cursor failed"
                        .to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i32` for limit failed".to_string());
            self
        }
        pub fn parked<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.parked = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for parked failed".to_string());
            self
        }
        ///Sends a `GET` request to `/services/order/api/v1/outbox/messages`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::OutboxMessagePage>, Error<()>> {
            let Self { client, count, cursor, limit, parked } = self;
            let count = count.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let parked = parked.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/order/api/v1/outbox/messages", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("count", &count))
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("parked", &parked))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_order_outbox_messages",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::release_order_outbox_message`]

[`Client::release_order_outbox_message`]: super::Client::release_order_outbox_message*/
    #[derive(Debug, Clone)]
    pub struct ReleaseOrderOutboxMessage<'a> {
        client: &'a super::Client,
        position: Result<i64, String>,
        body: Result<types::builder::OutboxDecision, String>,
    }
    impl<'a> ReleaseOrderOutboxMessage<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                position: Err("position was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn position<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.position = value
                .try_into()
                .map_err(|_| "conversion to `i64` for position failed".to_string());
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::OutboxDecision>,
            <V as std::convert::TryInto<
                types::OutboxDecision,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `OutboxDecision` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::OutboxDecision,
            ) -> types::builder::OutboxDecision,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/order/api/v1/outbox/{position}/release`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, position, body } = self;
            let position = position.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::OutboxDecision::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/order/api/v1/outbox/{}/release", client.baseurl,
                encode_path(& position.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "release_order_outbox_message",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::skip_order_outbox_message`]

[`Client::skip_order_outbox_message`]: super::Client::skip_order_outbox_message*/
    #[derive(Debug, Clone)]
    pub struct SkipOrderOutboxMessage<'a> {
        client: &'a super::Client,
        position: Result<i64, String>,
        body: Result<types::builder::OutboxDecision, String>,
    }
    impl<'a> SkipOrderOutboxMessage<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                position: Err("position was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn position<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.position = value
                .try_into()
                .map_err(|_| "conversion to `i64` for position failed".to_string());
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::OutboxDecision>,
            <V as std::convert::TryInto<
                types::OutboxDecision,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `OutboxDecision` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::OutboxDecision,
            ) -> types::builder::OutboxDecision,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/order/api/v1/outbox/{position}/skip`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, position, body } = self;
            let position = position.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::OutboxDecision::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/order/api/v1/outbox/{}/skip", client.baseurl, encode_path(&
                position.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "skip_order_outbox_message",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_order_system`]

[`Client::get_order_system`]: super::Client::get_order_system*/
    #[derive(Debug, Clone)]
    pub struct GetOrderSystem<'a> {
        client: &'a super::Client,
    }
    impl<'a> GetOrderSystem<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/order/api/v1/system`
        pub async fn send(self) -> Result<ResponseValue<types::System>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/order/api/v1/system", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_order_system",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_order_spans`]

[`Client::list_order_spans`]: super::Client::list_order_spans*/
    #[derive(Debug, Clone)]
    pub struct ListOrderSpans<'a> {
        client: &'a super::Client,
        trace_id: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
    }
    impl<'a> ListOrderSpans<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                trace_id: Ok(None),
            }
        }
        pub fn trace_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.trace_id = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for trace_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/order/api/v1/system/spans`
        pub async fn send(self) -> Result<ResponseValue<types::SpanList>, Error<()>> {
            let Self { client, trace_id } = self;
            let trace_id = trace_id.map_err(Error::InvalidRequest)?;
            let url = format!("{}/services/order/api/v1/system/spans", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("trace_id", &trace_id))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_order_spans",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_order_traces`]

[`Client::list_order_traces`]: super::Client::list_order_traces*/
    #[derive(Debug, Clone)]
    pub struct ListOrderTraces<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListOrderTraces<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/order/api/v1/system/traces`
        pub async fn send(self) -> Result<ResponseValue<types::TraceList>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/order/api/v1/system/traces", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_order_traces",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_jwks`]

[`Client::get_jwks`]: super::Client::get_jwks*/
    #[derive(Debug, Clone)]
    pub struct GetJwks<'a> {
        client: &'a super::Client,
    }
    impl<'a> GetJwks<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/user/.well-known/jwks.json`
        pub async fn send(self) -> Result<ResponseValue<types::JwkSet>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/user/.well-known/jwks.json", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_jwks",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_user_audit`]

[`Client::list_user_audit`]: super::Client::list_user_audit*/
    #[derive(Debug, Clone)]
    pub struct ListUserAudit<'a> {
        client: &'a super::Client,
        action: Result<Option<::std::string::String>, String>,
        actor: Result<Option<::std::string::String>, String>,
        count: Result<Option<types::Count>, String>,
        cursor: Result<Option<::std::string::String>, String>,
        from: Result<Option<::chrono::DateTime<::chrono::offset::Utc>>, String>,
        limit: Result<Option<i32>, String>,
        outcome: Result<Option<types::AuditOutcome>, String>,
        target: Result<Option<::std::string::String>, String>,
        to: Result<Option<::chrono::DateTime<::chrono::offset::Utc>>, String>,
    }
    impl<'a> ListUserAudit<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                action: Ok(None),
                actor: Ok(None),
                count: Ok(None),
                cursor: Ok(None),
                from: Ok(None),
                limit: Ok(None),
                outcome: Ok(None),
                target: Ok(None),
                to: Ok(None),
            }
        }
        pub fn action<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.action = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for action failed"
                        .to_string()
                });
            self
        }
        pub fn actor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.actor = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for actor failed"
                        .to_string()
                });
            self
        }
        pub fn count<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Count>,
        {
            self.count = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Count` for count failed".to_string());
            self
        }
        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for cursor failed"
                        .to_string()
                });
            self
        }
        pub fn from<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
        {
            self.from = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: chrono :: DateTime < :: chrono :: offset :: Utc >` for from failed"
                        .to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i32` for limit failed".to_string());
            self
        }
        pub fn outcome<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AuditOutcome>,
        {
            self.outcome = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `AuditOutcome` for outcome failed".to_string()
                });
            self
        }
        pub fn target<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.target = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for target failed"
                        .to_string()
                });
            self
        }
        pub fn to<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
        {
            self.to = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: chrono :: DateTime < :: chrono :: offset :: Utc >` for to failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/user/api/v1/audit`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AuditEntryPage>, Error<()>> {
            let Self {
                client,
                action,
                actor,
                count,
                cursor,
                from,
                limit,
                outcome,
                target,
                to,
            } = self;
            let action = action.map_err(Error::InvalidRequest)?;
            let actor = actor.map_err(Error::InvalidRequest)?;
            let count = count.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let from = from.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let outcome = outcome.map_err(Error::InvalidRequest)?;
            let target = target.map_err(Error::InvalidRequest)?;
            let to = to.map_err(Error::InvalidRequest)?;
            let url = format!("{}/services/user/api/v1/audit", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("action", &action))
                .query(&progenitor_client::QueryParam::new("actor", &actor))
                .query(&progenitor_client::QueryParam::new("count", &count))
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("from", &from))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("outcome", &outcome))
                .query(&progenitor_client::QueryParam::new("target", &target))
                .query(&progenitor_client::QueryParam::new("to", &to))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_user_audit",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::resend_verification`]

[`Client::resend_verification`]: super::Client::resend_verification*/
    #[derive(Debug, Clone)]
    pub struct ResendVerification<'a> {
        client: &'a super::Client,
        body: Result<types::builder::EmailAddress, String>,
    }
    impl<'a> ResendVerification<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EmailAddress>,
            <V as std::convert::TryInto<types::EmailAddress>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `EmailAddress` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::EmailAddress,
            ) -> types::builder::EmailAddress,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/user/api/v1/auth/email/resend`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::EmailAddress::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/user/api/v1/auth/email/resend", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "resend_verification",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                202u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::verify_email`]

[`Client::verify_email`]: super::Client::verify_email*/
    #[derive(Debug, Clone)]
    pub struct VerifyEmail<'a> {
        client: &'a super::Client,
        body: Result<types::builder::LinkToken, String>,
    }
    impl<'a> VerifyEmail<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::LinkToken>,
            <V as std::convert::TryInto<types::LinkToken>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `LinkToken` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::LinkToken) -> types::builder::LinkToken,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/user/api/v1/auth/email/verify`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| types::LinkToken::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/user/api/v1/auth/email/verify", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "verify_email",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::log_in`]

[`Client::log_in`]: super::Client::log_in*/
    #[derive(Debug, Clone)]
    pub struct LogIn<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Credentials, String>,
    }
    impl<'a> LogIn<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Credentials>,
            <V as std::convert::TryInto<types::Credentials>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `Credentials` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::Credentials,
            ) -> types::builder::Credentials,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/user/api/v1/auth/login`
        pub async fn send(self) -> Result<ResponseValue<types::Tokens>, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| types::Credentials::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/services/user/api/v1/auth/login", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "log_in",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::log_out`]

[`Client::log_out`]: super::Client::log_out*/
    #[derive(Debug, Clone)]
    pub struct LogOut<'a> {
        client: &'a super::Client,
    }
    impl<'a> LogOut<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `POST` request to `/services/user/api/v1/auth/logout`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/user/api/v1/auth/logout", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client.client.post(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "log_out",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::forgot_password`]

[`Client::forgot_password`]: super::Client::forgot_password*/
    #[derive(Debug, Clone)]
    pub struct ForgotPassword<'a> {
        client: &'a super::Client,
        body: Result<types::builder::EmailAddress, String>,
    }
    impl<'a> ForgotPassword<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EmailAddress>,
            <V as std::convert::TryInto<types::EmailAddress>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `EmailAddress` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::EmailAddress,
            ) -> types::builder::EmailAddress,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/user/api/v1/auth/password/forgot`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::EmailAddress::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/user/api/v1/auth/password/forgot", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "forgot_password",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                202u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::reset_password`]

[`Client::reset_password`]: super::Client::reset_password*/
    #[derive(Debug, Clone)]
    pub struct ResetPassword<'a> {
        client: &'a super::Client,
        body: Result<types::builder::PasswordReset, String>,
    }
    impl<'a> ResetPassword<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::PasswordReset>,
            <V as std::convert::TryInto<types::PasswordReset>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `PasswordReset` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::PasswordReset,
            ) -> types::builder::PasswordReset,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/user/api/v1/auth/password/reset`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::PasswordReset::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/user/api/v1/auth/password/reset", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "reset_password",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::refresh_tokens`]

[`Client::refresh_tokens`]: super::Client::refresh_tokens*/
    #[derive(Debug, Clone)]
    pub struct RefreshTokens<'a> {
        client: &'a super::Client,
        body: Result<types::builder::TokenRefresh, String>,
    }
    impl<'a> RefreshTokens<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TokenRefresh>,
            <V as std::convert::TryInto<types::TokenRefresh>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `TokenRefresh` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::TokenRefresh,
            ) -> types::builder::TokenRefresh,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/user/api/v1/auth/refresh`
        pub async fn send(self) -> Result<ResponseValue<types::Tokens>, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::TokenRefresh::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/services/user/api/v1/auth/refresh", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "refresh_tokens",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::register`]

[`Client::register`]: super::Client::register*/
    #[derive(Debug, Clone)]
    pub struct Register<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Registration, String>,
    }
    impl<'a> Register<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Registration>,
            <V as std::convert::TryInto<types::Registration>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `Registration` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::Registration,
            ) -> types::builder::Registration,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/user/api/v1/auth/register`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::Registration::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/services/user/api/v1/auth/register", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "register",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                202u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::issue_service_token`]

[`Client::issue_service_token`]: super::Client::issue_service_token*/
    #[derive(Debug, Clone)]
    pub struct IssueServiceToken<'a> {
        client: &'a super::Client,
        body: Result<types::builder::TokenRequest, String>,
    }
    impl<'a> IssueServiceToken<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TokenRequest>,
            <V as std::convert::TryInto<types::TokenRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `TokenRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::TokenRequest,
            ) -> types::builder::TokenRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/user/api/v1/auth/token`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ServiceToken>, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::TokenRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/services/user/api/v1/auth/token", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .form_urlencoded(&body)?
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "issue_service_token",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::check_decision`]

[`Client::check_decision`]: super::Client::check_decision*/
    #[derive(Debug, Clone)]
    pub struct CheckDecision<'a> {
        client: &'a super::Client,
        explain: Result<Option<bool>, String>,
        body: Result<types::builder::DecisionRequest, String>,
    }
    impl<'a> CheckDecision<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                explain: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn explain<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.explain = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for explain failed".to_string());
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::DecisionRequest>,
            <V as std::convert::TryInto<
                types::DecisionRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `DecisionRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::DecisionRequest,
            ) -> types::builder::DecisionRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/user/api/v1/authz/check`
        pub async fn send(self) -> Result<ResponseValue<types::Decision>, Error<()>> {
            let Self { client, explain, body } = self;
            let explain = explain.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::DecisionRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/services/user/api/v1/authz/check", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("explain", &explain))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "check_decision",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_keys`]

[`Client::list_keys`]: super::Client::list_keys*/
    #[derive(Debug, Clone)]
    pub struct ListKeys<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListKeys<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/user/api/v1/keys`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SigningKeyList>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/user/api/v1/keys", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_keys",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::rotate_keys`]

[`Client::rotate_keys`]: super::Client::rotate_keys*/
    #[derive(Debug, Clone)]
    pub struct RotateKeys<'a> {
        client: &'a super::Client,
    }
    impl<'a> RotateKeys<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `POST` request to `/services/user/api/v1/keys/rotate`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SigningKeyList>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/user/api/v1/keys/rotate", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "rotate_keys",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::retire_key`]

[`Client::retire_key`]: super::Client::retire_key*/
    #[derive(Debug, Clone)]
    pub struct RetireKey<'a> {
        client: &'a super::Client,
        kid: Result<::std::string::String, String>,
    }
    impl<'a> RetireKey<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                kid: Err("kid was not initialized".to_string()),
            }
        }
        pub fn kid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.kid = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for kid failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/services/user/api/v1/keys/{kid}/retire`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SigningKeyList>, Error<()>> {
            let Self { client, kid } = self;
            let kid = kid.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/user/api/v1/keys/{}/retire", client.baseurl, encode_path(&
                kid.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "retire_key",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_me`]

[`Client::get_me`]: super::Client::get_me*/
    #[derive(Debug, Clone)]
    pub struct GetMe<'a> {
        client: &'a super::Client,
    }
    impl<'a> GetMe<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/user/api/v1/me`
        pub async fn send(self) -> Result<ResponseValue<types::Account>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/user/api/v1/me", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_me",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::change_me`]

[`Client::change_me`]: super::Client::change_me*/
    #[derive(Debug, Clone)]
    pub struct ChangeMe<'a> {
        client: &'a super::Client,
        if_match: Result<::std::string::String, String>,
        body: Result<types::builder::ProfileChange, String>,
    }
    impl<'a> ChangeMe<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                if_match: Err("if_match was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ProfileChange>,
            <V as std::convert::TryInto<types::ProfileChange>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `ProfileChange` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::ProfileChange,
            ) -> types::builder::ProfileChange,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PATCH` request to `/services/user/api/v1/me`
        pub async fn send(self) -> Result<ResponseValue<types::Account>, Error<()>> {
            let Self { client, if_match, body } = self;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::ProfileChange::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/services/user/api/v1/me", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            header_map.append("If-Match", if_match.to_string().try_into()?);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "change_me",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::change_my_password`]

[`Client::change_my_password`]: super::Client::change_my_password*/
    #[derive(Debug, Clone)]
    pub struct ChangeMyPassword<'a> {
        client: &'a super::Client,
        body: Result<types::builder::PasswordChange, String>,
    }
    impl<'a> ChangeMyPassword<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::PasswordChange>,
            <V as std::convert::TryInto<
                types::PasswordChange,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `PasswordChange` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::PasswordChange,
            ) -> types::builder::PasswordChange,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/user/api/v1/me/password`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::PasswordChange::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/services/user/api/v1/me/password", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "change_my_password",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_my_permissions`]

[`Client::list_my_permissions`]: super::Client::list_my_permissions*/
    #[derive(Debug, Clone)]
    pub struct ListMyPermissions<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListMyPermissions<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/user/api/v1/me/permissions`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::GrantedPermissions>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/user/api/v1/me/permissions", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_my_permissions",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_my_sessions`]

[`Client::list_my_sessions`]: super::Client::list_my_sessions*/
    #[derive(Debug, Clone)]
    pub struct ListMySessions<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListMySessions<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/user/api/v1/me/sessions`
        pub async fn send(self) -> Result<ResponseValue<types::SessionList>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/user/api/v1/me/sessions", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_my_sessions",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::revoke_my_other_sessions`]

[`Client::revoke_my_other_sessions`]: super::Client::revoke_my_other_sessions*/
    #[derive(Debug, Clone)]
    pub struct RevokeMyOtherSessions<'a> {
        client: &'a super::Client,
    }
    impl<'a> RevokeMyOtherSessions<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `DELETE` request to `/services/user/api/v1/me/sessions`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/user/api/v1/me/sessions", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "revoke_my_other_sessions",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::revoke_my_session`]

[`Client::revoke_my_session`]: super::Client::revoke_my_session*/
    #[derive(Debug, Clone)]
    pub struct RevokeMySession<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
    }
    impl<'a> RevokeMySession<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/services/user/api/v1/me/sessions/{id}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/user/api/v1/me/sessions/{}", client.baseurl, encode_path(&
                id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "revoke_my_session",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_user_outbox`]

[`Client::get_user_outbox`]: super::Client::get_user_outbox*/
    #[derive(Debug, Clone)]
    pub struct GetUserOutbox<'a> {
        client: &'a super::Client,
    }
    impl<'a> GetUserOutbox<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/user/api/v1/outbox`
        pub async fn send(self) -> Result<ResponseValue<types::OutboxState>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/user/api/v1/outbox", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_user_outbox",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_user_outbox_messages`]

[`Client::list_user_outbox_messages`]: super::Client::list_user_outbox_messages*/
    #[derive(Debug, Clone)]
    pub struct ListUserOutboxMessages<'a> {
        client: &'a super::Client,
        count: Result<Option<types::Count>, String>,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<i32>, String>,
        parked: Result<Option<bool>, String>,
    }
    impl<'a> ListUserOutboxMessages<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                count: Ok(None),
                cursor: Ok(None),
                limit: Ok(None),
                parked: Ok(None),
            }
        }
        pub fn count<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Count>,
        {
            self.count = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Count` for count failed".to_string());
            self
        }
        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for cursor failed"
                        .to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i32` for limit failed".to_string());
            self
        }
        pub fn parked<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.parked = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for parked failed".to_string());
            self
        }
        ///Sends a `GET` request to `/services/user/api/v1/outbox/messages`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::OutboxMessagePage>, Error<()>> {
            let Self { client, count, cursor, limit, parked } = self;
            let count = count.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let parked = parked.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/user/api/v1/outbox/messages", client.baseurl,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("count", &count))
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("parked", &parked))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_user_outbox_messages",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::release_user_outbox_message`]

[`Client::release_user_outbox_message`]: super::Client::release_user_outbox_message*/
    #[derive(Debug, Clone)]
    pub struct ReleaseUserOutboxMessage<'a> {
        client: &'a super::Client,
        position: Result<i64, String>,
        body: Result<types::builder::OutboxDecision, String>,
    }
    impl<'a> ReleaseUserOutboxMessage<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                position: Err("position was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn position<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.position = value
                .try_into()
                .map_err(|_| "conversion to `i64` for position failed".to_string());
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::OutboxDecision>,
            <V as std::convert::TryInto<
                types::OutboxDecision,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `OutboxDecision` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::OutboxDecision,
            ) -> types::builder::OutboxDecision,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/user/api/v1/outbox/{position}/release`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, position, body } = self;
            let position = position.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::OutboxDecision::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/user/api/v1/outbox/{}/release", client.baseurl,
                encode_path(& position.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "release_user_outbox_message",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::skip_user_outbox_message`]

[`Client::skip_user_outbox_message`]: super::Client::skip_user_outbox_message*/
    #[derive(Debug, Clone)]
    pub struct SkipUserOutboxMessage<'a> {
        client: &'a super::Client,
        position: Result<i64, String>,
        body: Result<types::builder::OutboxDecision, String>,
    }
    impl<'a> SkipUserOutboxMessage<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                position: Err("position was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn position<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.position = value
                .try_into()
                .map_err(|_| "conversion to `i64` for position failed".to_string());
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::OutboxDecision>,
            <V as std::convert::TryInto<
                types::OutboxDecision,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `OutboxDecision` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::OutboxDecision,
            ) -> types::builder::OutboxDecision,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/user/api/v1/outbox/{position}/skip`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, position, body } = self;
            let position = position.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::OutboxDecision::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/user/api/v1/outbox/{}/skip", client.baseurl, encode_path(&
                position.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "skip_user_outbox_message",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_permissions`]

[`Client::list_permissions`]: super::Client::list_permissions*/
    #[derive(Debug, Clone)]
    pub struct ListPermissions<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListPermissions<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/user/api/v1/permissions`
        pub async fn send(self) -> Result<ResponseValue<types::Permissions>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/user/api/v1/permissions", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_permissions",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_policy`]

[`Client::get_policy`]: super::Client::get_policy*/
    #[derive(Debug, Clone)]
    pub struct GetPolicy<'a> {
        client: &'a super::Client,
    }
    impl<'a> GetPolicy<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/user/api/v1/policy`
        pub async fn send(self) -> Result<ResponseValue<types::Policy>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/user/api/v1/policy", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_policy",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_roles`]

[`Client::list_roles`]: super::Client::list_roles*/
    #[derive(Debug, Clone)]
    pub struct ListRoles<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListRoles<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/user/api/v1/roles`
        pub async fn send(self) -> Result<ResponseValue<types::Roles>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/user/api/v1/roles", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_roles",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::create_role`]

[`Client::create_role`]: super::Client::create_role*/
    #[derive(Debug, Clone)]
    pub struct CreateRole<'a> {
        client: &'a super::Client,
        body: Result<types::builder::NewRole, String>,
    }
    impl<'a> CreateRole<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::NewRole>,
            <V as std::convert::TryInto<types::NewRole>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `NewRole` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::NewRole) -> types::builder::NewRole,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/user/api/v1/roles`
        pub async fn send(self) -> Result<ResponseValue<types::Role>, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| types::NewRole::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/services/user/api/v1/roles", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_role",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_role`]

[`Client::get_role`]: super::Client::get_role*/
    #[derive(Debug, Clone)]
    pub struct GetRole<'a> {
        client: &'a super::Client,
        role: Result<::std::string::String, String>,
    }
    impl<'a> GetRole<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                role: Err("role was not initialized".to_string()),
            }
        }
        pub fn role<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.role = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for role failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/user/api/v1/roles/{role}`
        pub async fn send(self) -> Result<ResponseValue<types::Role>, Error<()>> {
            let Self { client, role } = self;
            let role = role.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/user/api/v1/roles/{}", client.baseurl, encode_path(& role
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_role",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::change_role`]

[`Client::change_role`]: super::Client::change_role*/
    #[derive(Debug, Clone)]
    pub struct ChangeRole<'a> {
        client: &'a super::Client,
        role: Result<::std::string::String, String>,
        if_match: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::RoleChange, String>,
    }
    impl<'a> ChangeRole<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                role: Err("role was not initialized".to_string()),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn role<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.role = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for role failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::RoleChange>,
            <V as std::convert::TryInto<types::RoleChange>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `RoleChange` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::RoleChange,
            ) -> types::builder::RoleChange,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PUT` request to `/services/user/api/v1/roles/{role}`
        pub async fn send(self) -> Result<ResponseValue<types::Role>, Error<()>> {
            let Self { client, role, if_match, body } = self;
            let role = role.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::RoleChange::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/user/api/v1/roles/{}", client.baseurl, encode_path(& role
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "change_role",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::remove_role`]

[`Client::remove_role`]: super::Client::remove_role*/
    #[derive(Debug, Clone)]
    pub struct RemoveRole<'a> {
        client: &'a super::Client,
        role: Result<::std::string::String, String>,
        if_match: Result<Option<::std::string::String>, String>,
    }
    impl<'a> RemoveRole<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                role: Err("role was not initialized".to_string()),
                if_match: Ok(None),
            }
        }
        pub fn role<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.role = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for role failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/services/user/api/v1/roles/{role}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, role, if_match } = self;
            let role = role.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/user/api/v1/roles/{}", client.baseurl, encode_path(& role
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "remove_role",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_user_system`]

[`Client::get_user_system`]: super::Client::get_user_system*/
    #[derive(Debug, Clone)]
    pub struct GetUserSystem<'a> {
        client: &'a super::Client,
    }
    impl<'a> GetUserSystem<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/user/api/v1/system`
        pub async fn send(self) -> Result<ResponseValue<types::System>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/user/api/v1/system", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_user_system",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_user_spans`]

[`Client::list_user_spans`]: super::Client::list_user_spans*/
    #[derive(Debug, Clone)]
    pub struct ListUserSpans<'a> {
        client: &'a super::Client,
        trace_id: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
    }
    impl<'a> ListUserSpans<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                trace_id: Ok(None),
            }
        }
        pub fn trace_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.trace_id = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for trace_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/user/api/v1/system/spans`
        pub async fn send(self) -> Result<ResponseValue<types::SpanList>, Error<()>> {
            let Self { client, trace_id } = self;
            let trace_id = trace_id.map_err(Error::InvalidRequest)?;
            let url = format!("{}/services/user/api/v1/system/spans", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("trace_id", &trace_id))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_user_spans",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_user_traces`]

[`Client::list_user_traces`]: super::Client::list_user_traces*/
    #[derive(Debug, Clone)]
    pub struct ListUserTraces<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListUserTraces<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/services/user/api/v1/system/traces`
        pub async fn send(self) -> Result<ResponseValue<types::TraceList>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/services/user/api/v1/system/traces", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_user_traces",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_users`]

[`Client::list_users`]: super::Client::list_users*/
    #[derive(Debug, Clone)]
    pub struct ListUsers<'a> {
        client: &'a super::Client,
        count: Result<Option<types::Count>, String>,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<i32>, String>,
        q: Result<Option<::std::string::String>, String>,
        role: Result<Option<::std::string::String>, String>,
        sort: Result<Option<types::UserSort>, String>,
        state: Result<Option<types::AccountState>, String>,
    }
    impl<'a> ListUsers<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                count: Ok(None),
                cursor: Ok(None),
                limit: Ok(None),
                q: Ok(None),
                role: Ok(None),
                sort: Ok(None),
                state: Ok(None),
            }
        }
        pub fn count<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Count>,
        {
            self.count = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Count` for count failed".to_string());
            self
        }
        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for cursor failed"
                        .to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i32` for limit failed".to_string());
            self
        }
        pub fn q<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.q = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for q failed".to_string()
                });
            self
        }
        pub fn role<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.role = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for role failed"
                        .to_string()
                });
            self
        }
        pub fn sort<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::UserSort>,
        {
            self.sort = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `UserSort` for sort failed".to_string());
            self
        }
        pub fn state<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountState>,
        {
            self.state = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `AccountState` for state failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/user/api/v1/users`
        pub async fn send(self) -> Result<ResponseValue<types::AccountPage>, Error<()>> {
            let Self { client, count, cursor, limit, q, role, sort, state } = self;
            let count = count.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let q = q.map_err(Error::InvalidRequest)?;
            let role = role.map_err(Error::InvalidRequest)?;
            let sort = sort.map_err(Error::InvalidRequest)?;
            let state = state.map_err(Error::InvalidRequest)?;
            let url = format!("{}/services/user/api/v1/users", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("count", &count))
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("q", &q))
                .query(&progenitor_client::QueryParam::new("role", &role))
                .query(&progenitor_client::QueryParam::new("sort", &sort))
                .query(&progenitor_client::QueryParam::new("state", &state))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_users",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_user`]

[`Client::get_user`]: super::Client::get_user*/
    #[derive(Debug, Clone)]
    pub struct GetUser<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
    }
    impl<'a> GetUser<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/user/api/v1/users/{id}`
        pub async fn send(self) -> Result<ResponseValue<types::Account>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/user/api/v1/users/{}", client.baseurl, encode_path(& id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_user",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::lock_user`]

[`Client::lock_user`]: super::Client::lock_user*/
    #[derive(Debug, Clone)]
    pub struct LockUser<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
        body: Result<types::builder::AccountLock, String>,
    }
    impl<'a> LockUser<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountLock>,
            <V as std::convert::TryInto<types::AccountLock>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `AccountLock` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::AccountLock,
            ) -> types::builder::AccountLock,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/services/user/api/v1/users/{id}/lock`
        pub async fn send(self) -> Result<ResponseValue<types::Account>, Error<()>> {
            let Self { client, id, body } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::AccountLock::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/user/api/v1/users/{}/lock", client.baseurl, encode_path(& id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "lock_user",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::get_user_roles`]

[`Client::get_user_roles`]: super::Client::get_user_roles*/
    #[derive(Debug, Clone)]
    pub struct GetUserRoles<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
    }
    impl<'a> GetUserRoles<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/services/user/api/v1/users/{id}/roles`
        pub async fn send(self) -> Result<ResponseValue<types::RoleSet>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/user/api/v1/users/{}/roles", client.baseurl, encode_path(&
                id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_user_roles",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::set_user_roles`]

[`Client::set_user_roles`]: super::Client::set_user_roles*/
    #[derive(Debug, Clone)]
    pub struct SetUserRoles<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
        if_match: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::RoleSet, String>,
    }
    impl<'a> SetUserRoles<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::RoleSet>,
            <V as std::convert::TryInto<types::RoleSet>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `RoleSet` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::RoleSet) -> types::builder::RoleSet,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PUT` request to `/services/user/api/v1/users/{id}/roles`
        pub async fn send(self) -> Result<ResponseValue<types::Account>, Error<()>> {
            let Self { client, id, if_match, body } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::RoleSet::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/user/api/v1/users/{}/roles", client.baseurl, encode_path(&
                id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "set_user_roles",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::unlock_user`]

[`Client::unlock_user`]: super::Client::unlock_user*/
    #[derive(Debug, Clone)]
    pub struct UnlockUser<'a> {
        client: &'a super::Client,
        id: Result<::uuid::Uuid, String>,
    }
    impl<'a> UnlockUser<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for id failed".to_string()
                });
            self
        }
        ///Sends a `POST` request to `/services/user/api/v1/users/{id}/unlock`
        pub async fn send(self) -> Result<ResponseValue<types::Account>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/services/user/api/v1/users/{}/unlock", client.baseurl, encode_path(&
                id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "unlock_user",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}

