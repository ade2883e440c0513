// An operator finds out where orders are stuck: from an order to its X-ray, to its trace, and to the state of the services.
import assert from 'node:assert/strict';
import { axe, person, settled, signIn, waitFor } from '../support.mjs';
import { place } from './team.mjs';

/** Orders that the demo data left on their way: parked in the outbox, and put aside as a dead letter. */
const PARKED = '/orders/019cb6f1-0000-7000-8000-0000000000aa/xray';
const DEAD = '/orders/019cb6f1-0000-7000-8000-0000000000ac/xray';

/** The whole way of an order that was just placed: the bus, the mail, and the spans of its trace. */
async function seesTheWay(page, { number, path }) {
  await page.goto(path);
  await settled(page);
  await page.getByRole('link', { name: 'X-ray' }).click();
  await page.getByRole('heading', { level: 1, name: `X-ray of ${number}` }).waitFor();
  await page.getByText('Nothing is stuck').waitFor();
  await page.getByText('It waits for somebody to approve it.').waitFor();
  const step = page.getByRole('region', { name: 'Step 1' });
  await step.getByText(/^orders\.v1 · -?\d+:\d+$/).waitFor();
  await step.getByText('E-mail · Sent').first().waitFor();
  await step.getByText(/^\d+ spans$/).click();
  await step.getByText('POST /api/v1/orders').waitFor();
  await step.getByText('hand over').first().waitFor();
}

async function seesTheTrace(page, path) {
  await page.goto(path);
  await settled(page);
  await page.getByRole('link', { name: /^Trace / }).first().click();
  await page.getByRole('heading', { level: 1, name: 'POST /api/v1/orders' }).waitFor();
  const row = page.getByRole('listitem').filter({ hasText: 'POST /api/v1/orders' });
  await row.getByText('POST /api/v1/orders').click();
  await row.getByText('http.response.status_code').waitFor();
  assert.deepEqual(await axe(page), [], 'a span that is open');
  await page.getByRole('navigation', { name: 'Way back' }).getByRole('link', { name: 'Traces' }).click();
  await page.getByRole('link', { name: 'POST /api/v1/orders' }).first().waitFor();
  await page.goto(`/system/traces/${'f'.repeat(32)}`);
  await page.getByText('Nobody remembers this trace').waitFor();
  assert.deepEqual(await axe(page), [], 'a trace that is gone');
}

/** Where an order is stuck is said, with what helps; and that helps. */
async function freesWhatIsStuck(page) {
  await page.goto(DEAD);
  await page.getByText('could not process the event and put it aside').waitFor();
  await page.getByRole('link', { name: 'Open the dead letter' }).first().waitFor();
  await page.goto(PARKED);
  await page.getByText('The event is parked in the outbox').waitFor();
  assert.deepEqual(await axe(page), [], 'an order that is stuck');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('The event is published again').waitFor();
  await page.getByText('Nothing is stuck').waitFor({ timeout: 25_000 });
  await page.getByRole('region', { name: 'Step 1' }).getByText('E-mail · Sent').first().waitFor();
}

async function seesTheSystem(page) {
  await page.goto('/system');
  await settled(page);
  for (const name of ['The last hour', 'Requests', 'Duration of requests', 'Slowest requests', 'Last troubles', 'Routes']) {
    await page.getByRole('heading', { name, exact: true }).waitFor();
  }
  const table = page.getByRole('region', { name: 'Routes' }).getByRole('table');
  assert.ok((await table.getByRole('row').count()) > 3, 'routes were used');
  await page.getByRole('button', { name: 'Show as table' }).first().click();
  await page.getByRole('region', { name: 'Requests' }).getByRole('columnheader', { name: 'Answered' }).waitFor();
  assert.deepEqual(await axe(page), [], 'a chart as a table');
}

export default async function operator({ browser }) {
  const alice = await person(browser);
  await signIn(alice.page, 'alice');
  const order = await place(alice.page, 'Sieve');
  const admin = await person(browser);
  await signIn(admin.page, 'admin');
  await seesTheWay(admin.page, order);
  await seesTheTrace(admin.page, order.path);
  await freesWhatIsStuck(admin.page);
  await waitFor('the figures of the services', async () => seesTheSystem(admin.page).then(() => true));

  // It is no matter of customers, though the order is theirs.
  await alice.page.goto(order.path);
  await settled(alice.page);
  assert.equal(await alice.page.getByRole('link', { name: 'X-ray' }).count(), 0);
  await alice.page.goto(`${order.path}/xray`);
  await alice.page.getByRole('heading', { level: 1, name: 'This order does not exist' }).waitFor();
  const complaints = [alice, admin].flatMap((one) => one.complaints);
  for (const one of [alice, admin]) await one.close();
  return complaints;
}
