// A customer from the first visit: registers, verifies, orders, changes, cancels, reads, leaves.
import assert from 'node:assert/strict';
import { person, placedNumber, settled, signIn, waitFor } from '../support.mjs';

const EMAIL = `nora.${Date.now()}@example.com`;
const PASSWORD = 'violet-harbour-93-lantern';
const ROWS = 'Article\tName\tQuantity\tPrice\nTEA-EG-100\tEarl Grey, 100 g\t2\t6.49\nPOT-07\tTeapot\t1\t34.50\nCUP-02\tCup\t4\t8.90';

async function pasteInto(locator, text) {
  await locator.focus();
  await locator.evaluate((field, value) => {
    const data = new DataTransfer();
    data.setData('text/plain', value);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

async function registers(page) {
  await page.goto('/register');
  await page.getByRole('button', { name: 'Create an account' }).click();
  assert.equal(await page.locator('[aria-invalid=true]').count(), 3, 'each empty field is marked');
  await page.getByLabel('Your name').fill('Nora Newcomer');
  await page.getByLabel('E-mail address').fill(EMAIL);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
}

/** An administrator opens the mailbox page and reads the link out of the mail. */
async function linkFromMailbox(browser, complaints) {
  const admin = await person(browser);
  await signIn(admin.page, 'admin');
  const link = await waitFor('the mail', async () => {
    await admin.page.goto(`/mailbox?to=${encodeURIComponent(EMAIL)}`);
    await settled(admin.page);
    const found = admin.page.getByRole('link', { name: /verify-email\?token=/ });
    return (await found.count()) > 0 ? found.first().getAttribute('href') : null;
  });
  const framed = admin.page.frameLocator('iframe').getByRole('heading').first();
  await framed.waitFor();
  complaints.push(...admin.complaints);
  await admin.close();
  return link;
}

async function orders(page) {
  await page.getByRole('link', { name: 'New order' }).first().click();
  await pasteInto(page.getByLabel('Article number').first(), ROWS);
  await page.getByText('3 rows pasted').waitFor();
  assert.equal(await page.getByLabel('Name', { exact: true }).nth(1).inputValue(), 'Teapot');
  assert.match(await page.locator('output').innerText(), /83\.08/);
  await page.getByRole('button', { name: 'Place order' }).click();
  assert.equal(await page.getByText('Check the marked fields.').count(), 1);
  await page.getByLabel('Street and number').fill('Lindenstr. 12');
  await page.getByLabel('Postal code').fill('10969');
  await page.getByLabel('City').fill('Berlin');
  await page.getByRole('button', { name: 'Place order' }).click();
  return placedNumber(page);
}

async function amendsAndCancels(page, number) {
  await page.getByRole('link', { name: 'Change order' }).click();
  await page.getByLabel('Quantity').first().fill('5');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('You changed the order').waitFor();
  await page.getByLabel('Note').fill('Please ring twice');
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByText('Please ring twice').waitFor();
  await page.goto(`/orders?q=${number}`);
  await page.getByRole('link', { name: number }).click();
  await page.getByRole('button', { name: 'Cancel order' }).click();
  const dialog = page.getByRole('dialog', { name: `Cancel ${number}?` });
  await dialog.getByLabel('Reason').fill('Changed my mind');
  await dialog.getByRole('button', { name: 'Cancel order' }).click();
  await page.getByText('You cancelled the order').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Cancel order' }).count(), 0, 'what cannot be done has no button');
}

async function readsInbox(page, number) {
  await waitFor('the inbox item', async () => {
    await page.goto('/inbox');
    await settled(page);
    return (await page.getByText(number).count()) > 0;
  });
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await page.getByText('Nothing unread').waitFor();
  await page.getByRole('link', { name: 'All', exact: true }).click();
  const items = page.getByRole('listitem').filter({ hasText: number });
  await items.first().waitFor();
  const before = await items.count();
  await items.first().getByRole('button', { name: 'Archive', exact: true }).click();
  await waitFor('the item to leave the inbox', async () => (await items.count()) === before - 1);
  await page.getByRole('link', { name: 'Archived', exact: true }).click();
  await items.first().waitFor();
}

async function keepsAccount(page) {
  await page.goto('/account');
  await page.getByLabel('Name', { exact: true }).fill('Nora Neumann');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Your profile is saved').waitFor();
  await page.getByLabel('Current password').fill('not-the-password-1');
  await page.getByLabel('New password').fill(`${PASSWORD}-2`);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('This is not your current password.').waitFor();
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('Your password is changed').waitFor();
  await page.getByText('This session').waitFor();
  await page.getByText('Chrome on Linux').first().waitFor();
}

export default async function customer({ browser }) {
  const one = await person(browser);
  one.expectStatus(401, 403, 422);
  const { page, complaints } = one;
  await registers(page);
  const link = await linkFromMailbox(browser, complaints);
  await page.goto(new URL(link).pathname + new URL(link).search);
  await page.getByRole('button', { name: 'Confirm' }).waitFor();
  await waitFor('the token leaving the address', () => new URL(page.url()).search === '');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('Your address is confirmed.').waitFor();
  await signIn(page, EMAIL, PASSWORD);
  await page.getByText('No orders yet').waitFor();
  const number = await orders(page);
  await amendsAndCancels(page, number);
  await readsInbox(page, number);
  await keepsAccount(page);
  await page.getByRole('button', { name: /account menu/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.goto('/orders');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await one.close();
  return complaints;
}
