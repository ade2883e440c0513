// Does what sdk/contract/scenario.json and cases.json say, and prints what it saw.
import { readFileSync } from 'node:fs';
import {
  ApiError,
  Conflict,
  EopError,
  PreconditionFailed,
  Platform,
  decimalOf,
  each,
  edit,
  etagOf,
  moneyOf,
  verifyWebhook,
  type Credentials,
  type Money,
  type Order,
  type OrderDraft,
} from '@eop/sdk';

interface Step {
  do: string;
  take: number;
  limit: number;
  note: string;
  calls: number;
}
interface Case extends Step {
  case: string;
  timeout_ms?: number;
  credentials?: string;
}
interface Config {
  urls: { user: string; order: string; notification: string };
  scenario: { password: string; people: { customer: string; approver: string }; draft: OrderDraft; steps: Step[] };
  faults: string;
  cases: Case[];
  money: (Money & { decimal: string })[];
  secrets: string[];
  webhooks: { id: string; timestamp: string; signature: string; body: string }[];
}
type Saw = Record<string, unknown>;

const config = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Config;

async function step(name: string, action: () => Promise<Saw>): Promise<void> {
  const started = performance.now();
  const outcome = await action().then(
    (saw) => ({ saw }),
    (error: unknown) => ({ failed: error instanceof Error ? (error.stack ?? String(error)) : String(error) }),
  );
  console.log(JSON.stringify({ step: name, ...outcome, ms: performance.now() - started }));
}

/** The error that a call must end with. */
async function errorOf(call: Promise<unknown>): Promise<EopError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof EopError) return error;
    throw error;
  }
  throw new Error('the call did not fail');
}

// --- The scenario --------------------------------------------------------------------------------------------

const { people, password, draft } = config.scenario;
let renewals = 0;
const customer = new Platform({
  urls: config.urls,
  credentials: { email: people.customer, password },
  onTokens: () => {
    renewals += 1;
  },
});
const approver = new Platform({ urls: config.urls, credentials: { email: people.approver, password } });
const place = () => customer.orders.placeOrder({ body: draft });
let first: Order;

const verbs: Record<string, (step: Step) => Promise<Saw>> = {
  async log_in() {
    const [one, other] = await Promise.all([customer.users.getMe(), approver.users.getMe()]);
    return { customer: one.email, approver: other.email };
  },
  async place() {
    first = await place();
    return { status: first.status, total: first.total.amount, decimal: decimalOf(first.total), etag: etagOf(first) };
  },
  async page({ take, limit }) {
    const orders: Order[] = [];
    for await (const order of each(approver.orders.listOrders, { sort: 'created_at', limit })) {
      orders.push(order);
      if (orders.length === take) break;
    }
    const times = orders.map((one) => one.created_at);
    return { taken: orders.length, distinct: new Set(orders.map((one) => one.id)).size, in_order: times.join() === [...times].sort().join() };
  },
  async approve({ note }) {
    const order = await approver.orders.approveOrder({ id: first.id, body: { note } });
    return { status: order.status };
  },
  async edit({ note }) {
    const { id } = await place();
    const rival = (version: number) => customer.orders.amendOrder({ id, ifMatch: `"${version}"`, body: { note: `rival ${version}` } });
    await rival(1);
    const stale = await errorOf(rival(1));
    let tries = 0;
    const order = await edit(
      () => customer.orders.getOrder({ id }),
      async (read, ifMatch) => {
        tries += 1;
        if (tries === 1) await rival(read.version);
        return customer.orders.amendOrder({ id, ifMatch, body: { note } });
      },
    );
    const etag = stale instanceof PreconditionFailed ? stale.etag : undefined;
    return { stale: stale.name, stale_etag: etag, tries, note: order.note, version: order.version };
  },
  async missing() {
    const error = await errorOf(customer.orders.getOrder({ id: '00000000-0000-7000-8000-000000000000' }));
    if (!(error instanceof ApiError)) throw error;
    return { error: error.name, status: error.status, code: error.code, request_id: !!error.requestId, trace_id: !!error.traceId };
  },
  async conflict() {
    const error = await errorOf(approver.orders.approveOrder({ id: first.id }));
    if (!(error instanceof Conflict)) throw error;
    return { error: error.name, code: error.code, current_status: error.currentStatus };
  },
  async invalid() {
    const lines = draft.lines.map((line) => ({ ...line, quantity: 0 }));
    const error = await errorOf(customer.orders.placeOrder({ body: { ...draft, lines } }));
    if (!(error instanceof ApiError)) throw error;
    return { error: error.name, status: error.status, code: error.code, fields: error.errors.map((one) => one.field) };
  },
  async forbidden() {
    const error = await errorOf(customer.orders.approveOrder({ id: first.id }));
    return { error: error.name, code: error instanceof ApiError ? error.code : '' };
  },
  async watch() {
    const { id } = await place();
    let isApproved = false;
    for await (const event of customer.watchMyInbox({ signal: AbortSignal.timeout(30_000) })) {
      if (!isApproved) {
        isApproved = true;
        await approver.orders.approveOrder({ id });
      }
      if (event.type === 'item' && event.order_id === id && event.kind === 'order.approved') return { seen: event.kind };
    }
    return { seen: 'nothing' };
  },
  async refresh({ calls }) {
    const before = renewals;
    const running = Array.from({ length: calls }, () => customer.users.getMe());
    await customer.refresh();
    const answers = await Promise.all(running);
    await customer.refresh();
    const again = await customer.users.getMe();
    return { succeeded: answers.length, renewed: renewals === before + 2, still_good: again.email === people.customer };
  },
  async log_out() {
    await Promise.all([customer.logOut(), approver.logOut()]);
    return { error: (await errorOf(customer.users.getMe())).name };
  },
};

for (const one of config.scenario.steps) {
  const verb = verbs[one.do];
  if (verb) await step(`scenario.${one.do}`, () => verb(one));
}

// --- Faults --------------------------------------------------------------------------------------------------

const faults: Record<string, (platform: Platform, one: Case) => Promise<Saw>> = {
  async place(platform) {
    await platform.orders.placeOrder({ body: draft });
    return {};
  },
  async change_password(platform) {
    await platform.users.changeMyPassword({ body: { current_password: password, password: 'harbour-violet-9-piano' } });
    return {};
  },
  async get_me_often(platform, { calls }) {
    const answers = await Promise.all(Array.from({ length: calls }, () => platform.users.getMe()));
    return { succeeded: answers.length };
  },
  async get_me(platform) {
    await platform.users.getMe();
    return {};
  },
  async get(platform) {
    await platform.orders.getOrder({ id: 'ORD-2026-000001' });
    return {};
  },
  async take(platform, { take }) {
    let taken = 0;
    for await (const _ of each(platform.orders.listOrders)) {
      taken += 1;
      if (taken === take) break;
    }
    return { taken };
  },
  async edit(platform, { note }) {
    let tries = 0;
    const order = await edit(
      () => platform.orders.getOrder({ id: 'ORD-2026-000001' }),
      (read, ifMatch) => {
        tries += 1;
        return platform.orders.amendOrder({ id: read.id, ifMatch, body: { note } });
      },
    );
    return { tries, note: order.note };
  },
  async watch(platform, { take }) {
    const kinds: string[] = [];
    for await (const event of platform.watchMyInbox({ signal: AbortSignal.timeout(10_000) })) {
      kinds.push(event.type === 'item' ? event.kind : event.type);
      if (kinds.length === take) break;
    }
    return { kinds };
  },
};

for (const one of config.cases) {
  const url = `${config.faults}/${one.case}`;
  let handed: string | null = null;
  let asked = 0;
  const kinds: Record<string, Credentials> = {
    refresh_token: { refreshToken: 'refresh-0' },
    function: {
      token: () => {
        asked += 1;
        return `access-${asked}`;
      },
    },
  };
  const platform = new Platform({
    url,
    credentials: kinds[one.credentials ?? ''] ?? { email: people.customer, password },
    onTokens: (tokens) => {
      handed = tokens.refresh_token;
    },
    ...(one.timeout_ms ? { timeoutMs: one.timeout_ms } : {}),
  });
  await step(`faults.${one.case}`, async () => {
    try {
      const saw = await faults[one.do]?.(platform, one);
      return { outcome: 'ok', ...saw, handed, asked };
    } catch (error) {
      if (!(error instanceof EopError)) throw error;
      return { outcome: error.name, ...(error instanceof ApiError ? { status: error.status, code: error.code } : {}) };
    }
  });
}

await step('money', async () => ({
  decimals: config.money.map(decimalOf),
  amounts: config.money.map((one) => moneyOf(one.decimal, one.currency).amount),
}));
await step('webhooks', async () => ({
  genuine: await Promise.all(
    config.webhooks.map(({ id, timestamp, signature, body }) => {
      const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
      return verifyWebhook(config.secrets, headers, body).then(
        () => true,
        () => false,
      );
    }),
  ),
}));
