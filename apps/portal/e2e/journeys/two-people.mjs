// Two people on one order, a session that ends, two tabs: nothing typed is lost, and nobody is left wondering.
import assert from 'node:assert/strict';
import { person, signIn } from '../support.mjs';
import { place } from './team.mjs';

async function slowerOneIsTold(alice, approver) {
  const { number, path } = await place(alice.page, 'Cup');
  await approver.page.goto(path);
  await approver.page.getByRole('button', { name: 'Reject' }).click();
  const dialog = approver.page.getByRole('dialog', { name: `Reject ${number}?` });
  await dialog.getByLabel('Reason').fill('Out of stock');
  await alice.page.goto(`${path}/amend`);
  await alice.page.getByLabel('Quantity').fill('3');
  await alice.page.getByRole('button', { name: 'Save changes' }).click();
  await alice.page.getByText('You changed the order').waitFor();
  await dialog.getByRole('button', { name: 'Reject' }).click();
  await dialog.getByText('Somebody else was faster').waitFor();
  await dialog.getByText(/changed the order/).waitFor();
  assert.equal(await dialog.getByLabel('Reason').inputValue(), 'Out of stock', 'what was typed is still there');
  await dialog.getByRole('button', { name: 'Do it anyway' }).click();
  await approver.page.getByText(`${number} is rejected`).waitFor();
  await approver.page.getByText('Out of stock').first().waitFor();
}

async function impossibleStepIsExplained(alice, approver) {
  const { number, path } = await place(alice.page, 'Spoon');
  await approver.page.goto(path);
  await approver.page.getByRole('button', { name: 'Approve', exact: true }).click();
  await alice.page.getByRole('button', { name: 'Cancel order' }).click();
  await alice.page.getByRole('dialog', { name: `Cancel ${number}?` }).getByRole('button', { name: 'Cancel order' }).click();
  await alice.page.getByText('You cancelled the order').waitFor();
  const dialog = approver.page.getByRole('dialog', { name: `Approve ${number}?` });
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await dialog.getByText('It is now: Cancelled').waitFor();
  assert.ok(await dialog.getByRole('button', { name: 'Do it anyway' }).isDisabled());
  await approver.page.keyboard.press('Escape');
}

/** Signed out from another browser: the draft waits until one is back. */
async function endedSessionReturns(browser) {
  const here = await person(browser);
  here.expectStatus(401);
  await signIn(here.page, 'bob');
  const there = await person(browser);
  await signIn(there.page, 'bob');
  await here.page.goto('/orders/new');
  await here.page.getByLabel('Article number').fill('TEA-1');
  await there.page.goto('/account');
  await there.page.getByRole('button', { name: 'End all other sessions' }).click();
  await there.page.getByText('All other sessions are ended').waitFor();
  // Its own reads notice within a minute; opening another page does at once.
  await here.context.clearCookies();
  await here.page.evaluate(() => dispatchEvent(new Event('focus')));
  await here.page.goto('/orders/new');
  await here.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  assert.match(here.page.url(), /to=%2Forders%2Fnew/);
  await here.page.getByLabel('E-mail address').fill('bob@demo.test');
  await here.page.getByLabel('Password', { exact: true }).fill('correct-horse-demo-battery');
  await here.page.getByRole('button', { name: 'Sign in' }).click();
  await here.page.getByRole('heading', { name: 'New order' }).waitFor();
  const complaints = [...here.complaints, ...there.complaints];
  await here.close();
  await there.close();
  return complaints;
}

/** A reload and three requests at once cost one renewal; signing out in one tab signs out the other. */
async function tabsShareASession(browser) {
  const one = await person(browser);
  one.expectStatus(401);
  await signIn(one.page, 'support');
  const other = await one.context.newPage();
  await other.goto('/orders');
  await other.getByRole('heading', { name: 'Orders' }).waitFor();
  await one.page.reload();
  await one.page.locator('main h1').waitFor();
  await one.page.getByRole('button', { name: /account menu/ }).click();
  await one.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await other.getByRole('heading', { name: 'Sign in' }).waitFor();
  const { complaints } = one;
  await one.close();
  return complaints;
}

export default async function twoPeople({ browser }) {
  const alice = await person(browser);
  const approver = await person(browser);
  approver.expectStatus(412, 409);
  await signIn(alice.page, 'alice');
  await signIn(approver.page, 'approver');
  await slowerOneIsTold(alice, approver);
  await impossibleStepIsExplained(alice, approver);
  const complaints = [...alice.complaints, ...approver.complaints, ...(await endedSessionReturns(browser)), ...(await tabsShareASession(browser))];
  await alice.close();
  await approver.close();
  return complaints;
}
