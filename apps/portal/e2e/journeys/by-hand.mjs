// The order journey with the keyboard alone, in German; and on a phone.
import assert from 'node:assert/strict';
import { person, signIn } from '../support.mjs';
import { place } from './team.mjs';

/** Tabs until the element with this name has the focus. */
async function tabTo(page, name) {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const one = document.activeElement;
      return one?.labels?.[0]?.innerText ?? one?.getAttribute('aria-label') ?? one?.textContent ?? '';
    });
    if (at.trim().startsWith(name)) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
}

async function keyboardAlone(browser) {
  const one = await person(browser, { language: 'de-DE' });
  const { page } = one;
  await page.goto('/login');
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  await page.keyboard.type('alice@demo.test');
  await tabTo(page, 'Passwort');
  await page.keyboard.type('correct-horse-demo-battery');
  await page.keyboard.press('Enter');
  await page.locator('nav').first().waitFor();
  await page.locator('main h1').waitFor();
  // A page that one opens begins at its skip link.
  await page.reload();
  // What a key does is known once it is known what this person may do, which shows in what the page offers.
  await page.locator('main a[href="/orders/new"]').first().waitFor();
  await page.keyboard.press('Tab');
  assert.match(await page.evaluate(() => document.activeElement?.textContent), /Skip to content|Zum Inhalt/);
  await page.keyboard.press('n');
  await page.waitForURL('**/orders/new');
  await page.locator('main h1').waitFor();
  const german = (await page.locator('main h1').innerText()) === 'Neuer Auftrag';
  const [sku, name, price, street, code, city] = german
    ? ['Artikelnummer', 'Bezeichnung', 'Einzelpreis', 'Straße', 'Postleitzahl', 'Ort']
    : ['Article number', 'Name', 'Unit price', 'Street', 'Postal code', 'City'];
  for (const [field, text] of [[sku, 'TEA-2'], [name, 'Assam'], [price, german ? '11,90' : '11.90']]) {
    await tabTo(page, field);
    await page.keyboard.type(text);
  }
  if ((await page.getByLabel(city, { exact: true }).inputValue()) === '') {
    for (const [field, text] of [[street, 'Lindenstr. 12'], [code, '10969'], [city, 'Berlin']]) {
      await tabTo(page, field);
      await page.keyboard.type(text);
    }
  }
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
  // The address changes before the page does.
  await page.locator('main h1').filter({ hasText: 'ORD-' }).waitFor();
  await page.keyboard.press('c');
  // The message that the order was placed is a dialog too, for as long as it is shown.
  await page.locator('[role=dialog][data-modal]').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: german ? 'Tastenkürzel' : 'Keyboard shortcuts' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await page.waitForURL('**/orders');
  await page.locator('[data-row]').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
  const { complaints } = one;
  await one.close();
  return complaints;
}

async function onAPhone(browser) {
  const one = await person(browser, { width: 390, height: 844, touch: true, theme: 'dark' });
  await signIn(one.page, 'alice');
  const { number } = await place(one.page, 'Mug');
  await one.page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Orders' }).tap();
  await one.page.getByRole('link', { name: number }).tap();
  await one.page.getByRole('button', { name: 'Cancel order' }).tap();
  await one.page.getByRole('dialog').getByRole('button', { name: 'Cancel order' }).tap();
  await one.page.getByText('You cancelled the order').waitFor();
  const { complaints } = one;
  await one.close();
  return complaints;
}

export default async function byHand({ browser }) {
  return [...(await keyboardAlone(browser)), ...(await onAPhone(browser))];
}
