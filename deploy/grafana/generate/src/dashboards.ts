// What each dashboard shows. A panel's description says what is normal and what to do when it is not.
import { chosen, type DashboardDraft } from './dashboard.js';
import { facts, failed, histogram, orZero, quantile, rate, requests } from './facts.js';

const system: DashboardDraft = {
  uid: 'eop-system', title: 'System health', description: 'Whether the processes are well.',
  rows: [facts, {
    title: 'Processes',
    panels: [
      { title: 'Processor', kind: 'timeseries', unit: 'percentunit', queries: [{ expr: 'rate(process_cpu_seconds_total{job="eop",instance=~"$instance"}[$__rate_interval])', legend: '{{instance}}' }], description: '1 is one core in full use. At the limit of the machine: add an instance.' },
      { title: 'Memory', kind: 'timeseries', unit: 'bytes', queries: [{ expr: 'process_resident_memory_bytes{job="eop",instance=~"$instance"}', legend: '{{instance}}' }], description: 'Resident memory; tens of megabytes, flat under a steady load. Growth without end: take a heap profile, restart meanwhile.' },
      { title: 'File descriptors', kind: 'timeseries', unit: 'percentunit', thresholds: [0.7, 0.9], queries: [{ expr: 'process_open_fds{job="eop",instance=~"$instance"} / process_max_fds', legend: '{{instance}}' }], description: 'Share of the allowed descriptors in use. Near 1 no connection can be accepted: raise the limit, look for clients that hold connections.' },
      { title: 'Threads', kind: 'timeseries', unit: 'short', queries: [{ expr: 'process_threads{job="eop",instance=~"$instance"}', legend: '{{instance}}' }], description: 'A few per core, plus those that hash passwords.' },
      { title: 'Connections to the database', kind: 'timeseries', unit: 'short', queries: [{ expr: `sum by (service) (eop_pool_connections_used{${chosen}})`, legend: '{{service}} lent' }, { expr: `sum by (service) (eop_pool_connections_max{${chosen}})`, legend: '{{service}} at most' }], description: 'Connections for queries. Lent = at most: queries wait; look for slow ones.' },
      { title: 'Busy threads', kind: 'timeseries', unit: 'short', queries: [{ expr: 'rate(tokio_busy_seconds_total{job="eop",instance=~"$instance"}[$__rate_interval])', legend: '{{instance}} busy' }, { expr: 'tokio_workers{job="eop",instance=~"$instance"}', legend: '{{instance}} there are' }], description: 'Threads that run tasks, and how many of them are at work. All of them for long: requests wait for a turn; add an instance.' },
      { title: 'In flight', kind: 'timeseries', unit: 'short', queries: [{ expr: `sum by (service) (http_server_requests_in_flight{${chosen}})`, legend: '{{service}}' }], description: 'Requests that are being served.' },
      { title: 'Calls of other servers, p99', kind: 'timeseries', unit: 's', thresholds: [0.5, 3], queries: [{ expr: orZero(histogram(0.99, `http_client_request_duration_seconds_bucket{${chosen}}`, 'service, server_address')), legend: '{{service}} → {{server_address}}' }], description: 'From the request to the head of the answer: the portal asks the services, and these ask for the keys of tokens. Much more than the server itself says of its requests: the network between them.' },
      { title: 'Calls that failed', kind: 'timeseries', unit: 'reqps', queries: [{ expr: orZero(rate(`http_client_request_duration_seconds_count{${chosen},status=~"none|5.."}`, 'service, server_address, status')), legend: '{{service}} → {{server_address}} {{status}}' }], description: '0. `none` is no answer at all: the server is away, or too slow for who asked.' },
      { title: 'Streams', kind: 'timeseries', unit: 'short', queries: [{ expr: orZero(`sum by (service) (http_server_streams{${chosen}})`), legend: '{{service}}' }], description: 'Pages that listen to what happens. Near EOP_MAX_STREAMS new ones are refused: raise it, or add an instance.' },
    ],
  }],
};

const service: DashboardDraft = {
  uid: 'eop-service', title: 'Service performance', description: 'Rate, errors and duration of requests, by route.',
  rows: [facts, {
    title: 'Requests',
    panels: [
      { title: 'By service', kind: 'timeseries', unit: 'reqps', stacked: true, queries: [{ expr: rate(requests(), 'service'), legend: '{{service}}' }], description: 'Answers per second.' },
      { title: 'By status', kind: 'timeseries', unit: 'reqps', stacked: true, queries: [{ expr: rate(requests(), 'status'), legend: '{{status}}' }], description: '4xx are mistakes of callers, 503 is shedding, other 5xx are ours.' },
      { title: 'Failed', kind: 'timeseries', unit: 'percentunit', thresholds: [0.001, 0.01], queries: [{ expr: orZero(failed), legend: 'failed' }], description: 'Share of answers of 500 and above.' },
      { title: 'Duration', kind: 'timeseries', unit: 's', queries: [{ expr: quantile(0.5), legend: 'p50', exemplars: true }, { expr: quantile(0.95), legend: 'p95' }, { expr: quantile(0.99), legend: 'p99' }], description: 'A dot is a request with a trace: click it.' },
      { title: 'Durations', kind: 'heatmap', unit: 'short', queries: [{ expr: rate(`http_server_request_duration_seconds_bucket{${chosen}}`, 'le'), legend: '{{le}}' }], description: 'How many requests took how long. Two bands are two kinds of requests, or a cold and a warm one.' },
      { title: 'Slowest routes, p99', kind: 'timeseries', unit: 's', queries: [{ expr: `topk(8, ${quantile(0.99, 'method, route')})`, legend: '{{method}} {{route}}' }], description: 'Logging in is slow on purpose: it hashes a password.' },
      { title: 'Busiest routes', kind: 'timeseries', unit: 'reqps', queries: [{ expr: `topk(8, ${rate(requests(), 'method, route')})`, legend: '{{method}} {{route}}' }], description: 'Answers per second and route.' },
      { title: 'Shed', kind: 'timeseries', unit: 'reqps', queries: [{ expr: orZero(rate(`http_server_requests_shed_total{${chosen}}`)), legend: 'shed' }], description: 'Requests refused with 503 because too many were being served. Not 0: add instances, or find who asks so much.' },
    ],
  }],
};

const throughput: DashboardDraft = {
  uid: 'eop-throughput', title: 'Throughput & failures', description: 'How many orders and events pass each stage, and what fails there.',
  rows: [facts, {
    title: 'Stages',
    panels: [
      { title: 'Orders placed', kind: 'timeseries', unit: 'ops', queries: [{ expr: orZero(rate('http_server_request_duration_seconds_count{service="order",method="POST",route="/api/v1/orders",status="201"}')), legend: 'placed' }], description: 'New orders per second.' },
      { title: 'Commits', kind: 'timeseries', unit: 'ops', queries: [{ expr: rate(`eop_commit_outcomes_total{${chosen}}`, 'service, outcome'), legend: '{{service}} {{outcome}}' }], description: 'What use cases wrote. `stale` is a lost race that is decided anew; anything else but `applied` and `repeated` wants a look.' },
      { title: 'Published', kind: 'timeseries', unit: 'ops', queries: [{ expr: rate(`eop_relay_published_total{${chosen}}`, 'service'), legend: '{{service}}' }], description: 'Events that the broker acknowledged. Below the rate of commits: the outbox grows, see Pipeline.' },
      { title: 'Consumed', kind: 'timeseries', unit: 'ops', queries: [{ expr: orZero(rate('eop_intake_processed_total')), legend: 'took effect' }, { expr: orZero(rate('eop_intake_repeated_total')), legend: 'came again' }], description: 'Events read by the notification service. Some come again after a restart, without effect.' },
      { title: 'Delivered', kind: 'timeseries', unit: 'ops', queries: [{ expr: orZero(rate('eop_deliveries_total{status=~"sent|delivered"}')), legend: 'handed over' }], description: 'Deliveries that a provider accepted.' },
      { title: 'What went wrong', kind: 'timeseries', unit: 'ops', queries: [{ expr: orZero(rate('eop_relay_deferred_total')), legend: 'publishing deferred' }, { expr: orZero(rate('eop_relay_parked_total')), legend: 'events parked' }, { expr: orZero(rate('eop_intake_dead_lettered_total')), legend: 'dead letters' }, { expr: orZero(rate('eop_deliveries_total{status=~"retrying|failed|dead|unknown"}')), legend: 'attempts failed' }], description: 'All 0 in normal times. Parked events and dead letters wait for an operator.' },
    ],
  }, {
    title: 'Commits',
    panels: [
      { title: 'Commits per batch', kind: 'timeseries', unit: 'short', queries: [{ expr: `${rate(`eop_commit_batch_size_sum{${chosen}}`, 'service')} / clamp_min(${rate(`eop_commit_batch_size_count{${chosen}}`, 'service')}, 0.001)`, legend: '{{service}}' }], description: '1 when idle; grows with load, which is what keeps placing orders fast.' },
      { title: 'Wait for a batch, p99', kind: 'timeseries', unit: 's', queries: [{ expr: orZero(histogram(0.99, `eop_commit_wait_seconds_bucket{${chosen}}`, 'service')), legend: '{{service}}' }], description: 'Milliseconds. Much more: the database is the limit.' },
      { title: 'Writing a batch, p99', kind: 'timeseries', unit: 's', queries: [{ expr: orZero(histogram(0.99, `eop_commit_write_seconds_bucket{${chosen}}`, 'service')), legend: '{{service}}' }], description: 'One round trip and one flush to disk.' },
    ],
  }],
};

const pipeline: DashboardDraft = {
  uid: 'eop-pipeline', title: 'Pipeline', description: 'Outbox, relay and consumer: where events wait.',
  rows: [facts, {
    title: 'Outbox and consumer',
    panels: [
      { title: 'Waiting to be published', kind: 'timeseries', unit: 'short', queries: [{ expr: `max by (service) (eop_outbox_pending{${chosen}})`, legend: '{{service}}' }], description: 'Near 0. Growing: the broker is away or no relay holds the lease; readiness says which.' },
      { title: 'Oldest waiting', kind: 'timeseries', unit: 's', thresholds: [5, 60], queries: [{ expr: `max by (service) (eop_outbox_oldest_age_seconds{${chosen}})`, legend: '{{service}}' }], description: 'Below a second in normal times.' },
      { title: 'Parked', kind: 'timeseries', unit: 'short', thresholds: [1, 10], queries: [{ expr: `max by (service) (eop_outbox_parked{${chosen}})`, legend: '{{service}}' }], description: 'Events that the broker refuses or that cannot be read. Each holds back its own order only: release or skip it.' },
      { title: 'Behind', kind: 'timeseries', unit: 'short', queries: [{ expr: 'sum(eop_consumer_lag)', legend: 'messages' }], description: 'Messages that the notification service has not acknowledged.' },
      { title: 'Published', kind: 'timeseries', unit: 'ops', queries: [{ expr: rate(`eop_relay_published_total{${chosen}}`, 'service'), legend: '{{service}}' }], description: 'Events per second that the broker acknowledged.' },
      { title: 'On their way, p99', kind: 'timeseries', unit: 's', thresholds: [5, 60], queries: [{ expr: orZero(histogram(0.99, 'eop_bus_delay_seconds_bucket', 'service, topic')), legend: '{{service}} {{topic}}' }], description: 'From what happened to the moment when a consumer has its event in hand. Milliseconds; as much as the outbox waits, if that does.' },
      { title: 'Acknowledged after, p99', kind: 'timeseries', unit: 's', queries: [{ expr: orZero(histogram(0.99, `eop_bus_publish_seconds_bucket{${chosen}}`, 'service')), legend: '{{service}}' }], description: 'How long the broker takes for a batch. Seconds: it is slow or a copy is missing.' },
      { title: 'Deferred and parked', kind: 'timeseries', unit: 'ops', queries: [{ expr: orZero(rate(`eop_relay_deferred_total{${chosen}}`)), legend: 'deferred' }, { expr: orZero(rate(`eop_relay_parked_total{${chosen}}`)), legend: 'parked' }], description: 'Publishing that failed and is tried again, or is given to an operator.' },
    ],
  }],
};

const notifications: DashboardDraft = {
  uid: 'eop-notifications', title: 'Notifications', description: 'What became of messages to people.',
  rows: [facts, {
    title: 'Deliveries',
    panels: [
      { title: 'By channel', kind: 'timeseries', unit: 'ops', stacked: true, queries: [{ expr: orZero(rate('eop_deliveries_total{status=~"sent|delivered"}', 'channel')), legend: '{{channel}}' }], description: 'Handed over per second.' },
      { title: 'By outcome', kind: 'timeseries', unit: 'ops', stacked: true, queries: [{ expr: orZero(rate('eop_deliveries_total', 'status')), legend: '{{status}}' }], description: '`retrying` comes back by itself. `failed`, `dead` and `unknown` wait for an operator.' },
      { title: 'Not handed over', kind: 'timeseries', unit: 'percentunit', thresholds: [0.01, 0.1], queries: [{ expr: orZero(`${rate('eop_deliveries_total{status=~"failed|dead|unknown"}', 'channel')} / clamp_min(${rate('eop_deliveries_total', 'channel')}, 0.001)`), legend: '{{channel}}' }], description: 'Share of deliveries that ended badly. A whole channel at once: its provider.' },
      { title: 'By provider', kind: 'timeseries', unit: 'ops', stacked: true, queries: [{ expr: orZero(rate('eop_delivery_attempts_total', 'provider, outcome')), legend: '{{provider}} {{outcome}}' }], description: 'What providers answer. `temporary` is tried again; much of it: the provider is ill.' },
      { title: 'A provider takes, p99', kind: 'timeseries', unit: 's', queries: [{ expr: orZero(histogram(0.99, 'eop_provider_call_seconds_bucket', 'provider')), legend: '{{provider}}' }], description: 'From the hand-over to the answer. Near its limit of time: messages will end as `unknown`.' },
      { title: 'Providers that are only probed', kind: 'timeseries', unit: 'short', thresholds: [1, 2], queries: [{ expr: 'max by (channel, provider) (eop_provider_open)', legend: '{{channel}} {{provider}}' }], description: '1 while a provider failed so often that it gets one message every 30 seconds. Others send in its place, or messages wait.' },
      { title: 'Passed on', kind: 'timeseries', unit: 'ops', queries: [{ expr: orZero(rate('eop_provider_passed_on_total', 'provider')), legend: 'from {{provider}}' }], description: 'Messages that one provider did not take, and the next one was given at once.' },
      { title: 'Accepted after, p99', kind: 'timeseries', unit: 's', thresholds: [30, 300], queries: [{ expr: orZero(histogram(0.99, 'eop_delivery_seconds_bucket', 'channel')), legend: '{{channel}}' }], description: 'From planning a message to its acceptance. Half a minute is promised.' },
      { title: 'Waiting', kind: 'timeseries', unit: 'short', thresholds: [1000, 10000], queries: [{ expr: 'max by (channel) (eop_deliveries_waiting)', legend: '{{channel}}' }], description: 'Messages that wait for an attempt or are under way. Growing: the provider is slower than what happens, or does not answer.' },
      { title: 'Dead letters', kind: 'timeseries', unit: 'ops', queries: [{ expr: orZero(rate('eop_intake_dead_lettered_total')), legend: 'dead letters' }], description: 'Messages that cannot be understood. 0; each says why in the operators\' list.' },
      { title: 'Waiting for who can read them', kind: 'timeseries', unit: 'short', thresholds: [1, 100], queries: [{ expr: 'max(eop_deliveries_set_aside)', legend: 'deliveries' }, { expr: 'max(eop_deferred_events)', legend: 'events' }], description: '0, but for a rollout: a newer version takes up by itself what this one cannot read.' },
    ],
  }],
};

const orders: DashboardDraft = {
  uid: 'eop-orders', title: 'Orders', description: 'What happens to orders.',
  rows: [facts, {
    title: 'Orders',
    panels: [
      { title: 'Steps', kind: 'timeseries', unit: 'ops', queries: [{ expr: rate('eop_order_steps_total', 'action'), legend: '{{action}}' }], description: 'Orders per second through each step. `expire` is the platform: nobody approved in time.', width: 12 },
      { title: 'Placing takes', kind: 'timeseries', unit: 's', width: 12, thresholds: [0.25, 1], queries: [0.5, 0.95, 0.99].map((q) => ({ expr: orZero(histogram(q, 'http_server_request_duration_seconds_bucket{service="order",method="POST",route="/api/v1/orders"}')), legend: `p${q * 100}`, exemplars: q === 0.99 })), description: '99 % within 250 ms is promised.' },
      { title: 'Value placed', kind: 'timeseries', unit: 'short', width: 12, queries: [{ expr: orZero('sum by (currency) (increase(eop_order_value_minor_units_total[1h]))'), legend: '{{currency}}' }], description: 'Total of the orders of the last hour, in minor units of each currency (cents). Far from usual: look at what is ordered, and by whom.' },
      { title: 'Until approved, until shipped', kind: 'timeseries', unit: 's', width: 12, queries: [{ expr: orZero(histogram(0.5, 'eop_order_until_approved_seconds_bucket')), legend: 'approved, p50' }, { expr: orZero(histogram(0.95, 'eop_order_until_approved_seconds_bucket')), legend: 'approved, p95' }, { expr: orZero(histogram(0.5, 'eop_order_until_shipped_seconds_bucket')), legend: 'shipped, p50' }], description: 'Since the order was placed. Near EOP_APPROVAL_TIMEOUT_H orders begin to expire: the team is too small, or nobody is told.' },
      { title: 'Open', kind: 'timeseries', unit: 'short', width: 12, stacked: true, queries: [{ expr: 'max by (status) (eop_orders_open)', legend: '{{status}}' }], description: 'Orders that are not at the end of their way. CREATED grows: nobody approves; APPROVED: nothing is shipped; SHIPPED: arrivals are not noted.' },
      { title: 'Oldest open', kind: 'timeseries', unit: 's', width: 12, thresholds: [86400, 259200], queries: [{ expr: 'max by (status) (eop_orders_open_oldest_age_seconds)', legend: '{{status}}' }], description: 'Since the first of them was placed. What was not approved is called off after EOP_APPROVAL_TIMEOUT_H (72 h).' },
      { title: 'Refused', kind: 'timeseries', unit: 'ops', width: 12, queries: [{ expr: orZero(rate('http_server_request_duration_seconds_count{service="order",method="POST",status=~"4.."}', 'route, status')), legend: '{{route}} {{status}}' }], description: '409 and 412 are people who were too late; 422 is wrong input; 403 is somebody who may not.' },
    ],
  }],
};

const attempt = (status: string) => orZero(rate(`http_server_request_duration_seconds_count{service="user",method="POST",route="/api/v1/auth/login",status="${status}"}`));
const identity: DashboardDraft = {
  uid: 'eop-identity', title: 'Identity', description: 'People who sign in, and those who try.',
  rows: [facts, {
    title: 'Signing in',
    panels: [
      { title: 'Logins', kind: 'timeseries', unit: 'ops', width: 12, queries: [['200', 'signed in'], ['401', 'refused'], ['429', 'throttled'], ['503', 'no room to hash']].map(([status, legend]) => ({ expr: attempt(status!), legend: legend! })), description: 'Many refused: somebody is guessing; throttling answers them. `no room to hash` hurts real people.' },
      { title: 'Refreshes', kind: 'timeseries', unit: 'ops', width: 12, queries: [{ expr: orZero(rate('http_server_request_duration_seconds_count{service="user",route="/api/v1/auth/refresh"}', 'status')), legend: '{{status}}' }], description: '401 is an ended session, or a used token that came back.' },
      { title: 'Sessions', kind: 'timeseries', unit: 'ops', width: 12, queries: [{ expr: rate('eop_session_steps_total', 'step'), legend: '{{step}}' }], description: 'Opened, ended before their time, and ended because a used refresh token came again. `reuse_detected` is 0: somebody else may have had a copy of that token.' },
      { title: 'Waiting to be hashed', kind: 'timeseries', unit: 'short', width: 12, thresholds: [8, 64], queries: [{ expr: 'max by (instance) (eop_password_hashes_waiting)', legend: '{{instance}}' }], description: 'Passwords that wait for their turn: a hash keeps a core busy. More than a few for long: many sign in, or somebody is guessing; who waits for three seconds is turned away.' },
      { title: 'Age of the signing key', kind: 'timeseries', unit: 's', width: 12, thresholds: [5184000, 7776000], queries: [{ expr: 'time() - max(eop_signing_key_since_seconds)', legend: 'active key' }], description: 'Since the key was made that signs access tokens. Months: the longer one key signs, the more is lost with it.' },
      { title: 'Registrations', kind: 'timeseries', unit: 'ops', width: 12, queries: [{ expr: orZero(rate('http_server_request_duration_seconds_count{service="user",route="/api/v1/auth/register"}', 'status')), legend: '{{status}}' }], description: 'The answer is 202 whether or not the address is known.' },
      { title: 'Login takes', kind: 'timeseries', unit: 's', width: 12, queries: [0.5, 0.99].map((q) => ({ expr: orZero(histogram(q, 'http_server_request_duration_seconds_bucket{service="user",route="/api/v1/auth/login"}')), legend: `p${q * 100}` })), description: 'One password hash, and the queue before it.' },
      { title: 'Tokens end elsewhere after, p99', kind: 'timeseries', unit: 's', width: 12, thresholds: [1, 5], queries: [{ expr: orZero(histogram(0.99, 'eop_revocations_delay_seconds_bucket', 'service')), legend: '{{service}}' }], description: 'From the end of a session or a change of roles to the moment when the other services refuse its tokens. Within a second is promised.' },
      { title: 'Nothing heard for', kind: 'timeseries', unit: 's', width: 12, thresholds: [5, 60], queries: [{ expr: 'max by (service) (eop_feed_age_seconds{topic="identity.v1"})', legend: '{{service}}' }], description: 'Below 2. Growing: the broker is away, and tokens of ended sessions are taken until they expire.' },
      { title: 'Policy in use', kind: 'timeseries', unit: 'short', width: 12, queries: [{ expr: 'max by (service, instance) (eop_policy_version)', legend: '{{service}} {{instance}}' }], description: 'The same everywhere within two seconds of a change. 0 is the one that the platform ships with.' },
      { title: 'Policy not seen for', kind: 'timeseries', unit: 's', width: 12, thresholds: [35, 60], queries: [{ expr: 'max by (service) (eop_policy_age_seconds)', legend: '{{service}}' }, { expr: orZero(rate('eop_policy_refused_total', 'service')), legend: '{{service}} refused' }], description: 'Below 15. Growing: the user service is away, and roles that were changed do not count here. Refused: no policy can be made of what was read.' },
    ],
  }],
};

/** The objectives of `deploy/prometheus/rules/slo.yml`. */
const promises = ['availability', 'placing', 'events', 'notifications', 'login'];
const slos: DashboardDraft = {
  uid: 'eop-slo', title: 'Promises', description: 'Service level objectives over 30 days, and how fast their budget burns.',
  rows: [facts, {
    title: 'Budget',
    panels: promises.flatMap((slo) => [
      { title: `${slo}: budget left`, kind: 'stat' as const, unit: 'percentunit', width: 6, queries: [{ expr: orZero(`1 - slo:errors:ratio_rate30d{slo="${slo}"} / on (slo) slo:budget{slo="${slo}"}`), legend: slo }], description: 'What may still fail in these 30 days. Below 0: stop rolling out, mend first.' },
    ]),
  }, {
    title: 'Burn',
    panels: promises.map((slo) => ({
      title: slo, kind: 'timeseries' as const, unit: 'short', thresholds: [1, 6] as [number, number],
      queries: ['5m', '1h', '6h'].map((window) => ({ expr: orZero(`slo:errors:ratio_rate${window}{slo="${slo}"} / on (slo) slo:budget{slo="${slo}"}`), legend: window })),
      description: '1 uses the budget up in exactly 30 days; from 14.4 over an hour somebody is woken.',
    })),
  }],
};

/** All of them, in the order of the menu. */
export const dashboards = [system, service, throughput, orders, notifications, pipeline, identity, slos];
