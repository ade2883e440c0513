// An order on its way through the team: placed, approved without the mouse, seen, shipped, delivered; each sees their part.
import assert from 'node:assert/strict';
import { person, placedNumber, settled, signIn, waitFor } from '../support.mjs';

export async function place(page, name = 'Teapot') {
  await page.goto('/orders/new');
  await page.getByLabel('Article number').fill('POT-07');
  await page.getByLabel('Name', { exact: true }).first().fill(name);
  await page.getByLabel('Unit price').fill('34.50');
  // Somebody else than the customer takes the goods, so that the lists show whose name they show.
  await page.getByLabel('Name', { exact: true }).last().fill('Front desk');
  await page.getByLabel('Street and number').fill('Lindenstr. 12');
  await page.getByLabel('Postal code').fill('10969');
  await page.getByLabel('City').fill('Berlin');
  await page.getByLabel('City').press('Control+Enter');
  return { number: await placedNumber(page), path: new URL(page.url()).pathname };
}

/** The approver works through the queue: keys only, from the page's first key on. */
async function approves(page, number) {
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.waitForURL('**/approvals');
  await settled(page);
  for (let skipped = 0; skipped < 60; skipped += 1) {
    if ((await page.getByRole('heading', { level: 2, name: number }).count()) > 0) break;
    await page.keyboard.press('s');
  }
  await page.getByRole('heading', { level: 2, name: number }).waitFor();
  await page.keyboard.press('a');
  await page.getByRole('dialog', { name: `Approve ${number}?` }).waitFor();
  await page.keyboard.type('Good customer');
  await page.keyboard.press('Control+Enter');
  await page.getByText(`${number} is approved`).waitFor();
  await waitFor('the next order', async () => (await page.getByRole('heading', { level: 2, name: number }).count()) === 0);
}

/** A line of the timeline. It names people to everybody who may see the order. */
const event = (page, text) => page.getByRole('listitem').filter({ hasText: text }).first();

export default async function team({ browser }) {
  const alice = await person(browser);
  await signIn(alice.page, 'alice');
  const { number, path } = await place(alice.page);

  const approver = await person(browser);
  await signIn(approver.page, 'approver');
  await approves(approver.page, number);
  // The customer does nothing: the page learns of it by itself.
  await event(alice.page, 'Albert Approver approved the order').waitFor({ timeout: 25_000 });

  const fulfilment = await person(browser, { width: 390, height: 844, touch: true });
  await signIn(fulfilment.page, 'fulfilment');
  await fulfilment.page.goto('/orders?view=ship');
  await fulfilment.page.getByRole('listitem').filter({ hasText: number }).getByText('Alice Customer · Berlin').waitFor();
  await fulfilment.page.getByRole('link', { name: number }).click();
  await fulfilment.page.getByText('Alice Customer', { exact: true }).first().waitFor();
  await event(fulfilment.page, 'Alice Customer placed the order').waitFor();
  await fulfilment.page.getByRole('button', { name: 'Ship' }).click();
  const dialog = fulfilment.page.getByRole('dialog', { name: `Ship ${number}` });
  await dialog.getByRole('button', { name: 'Ship' }).click();
  await dialog.getByText('Fill this in.').waitFor();
  await dialog.getByLabel('Carrier').fill('DHL');
  await dialog.getByLabel('Tracking number').fill('00340434161094042557');
  await dialog.getByRole('button', { name: 'Ship' }).click();
  await fulfilment.page.getByText(`${number} is on its way`).waitFor();
  await fulfilment.page.getByRole('button', { name: 'Mark as delivered' }).click();
  await fulfilment.page.getByRole('dialog', { name: `Has ${number} arrived?` }).getByRole('button', { name: 'Mark as delivered' }).click();
  await fulfilment.page.getByText(`${number} is delivered`).waitFor();

  await alice.page.goto(path);
  await event(alice.page, 'You placed the order').waitFor();
  const link = alice.page.getByRole('link', { name: 'Follow the parcel' });
  assert.match(await link.getAttribute('href'), /dhl\.com.*00340434161094042557/);
  await waitFor('the news in the inbox', async () => {
    await alice.page.goto('/inbox');
    await settled(alice.page);
    return (await alice.page.getByText(number).count()) >= 3;
  });

  const admin = await person(browser);
  await signIn(admin.page, 'admin');
  await admin.page.goto(path);
  await admin.page.getByRole('link', { name: 'Alice Customer' }).first().waitFor();
  await admin.page.getByRole('link', { name: 'Order delivered' }).click();
  await admin.page.getByText('1 attempt').first().waitFor();
  await admin.page.getByRole('button', { name: 'Send again' }).first().click();
  await admin.page.getByText('It is sent again').waitFor();
  const complaints = [alice, approver, fulfilment, admin].flatMap((one) => one.complaints);
  for (const one of [alice, approver, fulfilment, admin]) await one.close();
  return complaints;
}
