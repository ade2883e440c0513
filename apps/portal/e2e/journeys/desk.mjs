// The order desk: several orders are approved at once, what is refused says why, and the list is saved as a file.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { axe, person, settled, signIn } from '../support.mjs';
import { place } from './team.mjs';

/** Ticks the orders, in a list that shows them. */
async function pick(page, numbers) {
  await page.goto('/orders');
  await settled(page);
  for (const number of numbers) await page.getByLabel(`Select ${number}`).check();
}

export default async function desk({ browser }) {
  const alice = await person(browser);
  await signIn(alice.page, 'alice');
  const one = await place(alice.page);
  const two = await place(alice.page);
  await alice.page.goto('/orders');
  await settled(alice.page);
  assert.equal(await alice.page.getByLabel(`Select ${one.number}`).count(), 0, 'customers pick none');

  const approver = await person(browser);
  const { page } = approver;
  await signIn(page, 'approver');
  await pick(page, [one.number, two.number]);
  await page.getByText('2 selected').waitFor();
  // Somebody else is faster with one of them.
  const other = await person(browser);
  await signIn(other.page, 'admin');
  await other.page.goto(two.path);
  await other.page.getByRole('button', { name: 'Approve', exact: true }).click();
  await other.page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
  await other.page.getByText(`${two.number} is approved`).waitFor();

  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Approve 2 orders').waitFor();
  await dialog.getByRole('button', { name: 'Check first' }).click();
  await dialog.getByText('1 order would be refused').waitFor();
  const found = await axe(page, { popup: true });
  await dialog.getByRole('button', { name: 'Apply to 2 orders' }).click();
  await dialog.getByText('1 order is done').waitFor();
  await dialog.getByText('1 order was refused').waitFor();
  await dialog.getByText(two.number).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await alice.page.goto(one.path);
  await alice.page.getByText('Approved').first().waitFor();

  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByLabel('For Excel').check();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the file' }).click()]);
  const text = await readFile(await download.path(), 'utf8');
  assert.ok(text.startsWith('\ufeffnumber,id,status,') && text.includes(`${one.number},`), text.slice(0, 300));
  const complaints = [...found, ...alice.complaints, ...approver.complaints, ...other.complaints];
  await Promise.all([alice.close(), approver.close(), other.close()]);
  return complaints;
}
