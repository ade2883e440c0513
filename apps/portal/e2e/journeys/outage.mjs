// A service stops: the page says so, the rest works on, and it recovers by itself. `eop serve portal` alone.
import { person, settled } from '../support.mjs';
import { startPortalAlone } from '../platform.mjs';

export default async function outage({ browser, platform }) {
  const portal = await startPortalAlone(platform);
  const one = await person(browser);
  one.expectStatus(503);
  const { page } = one;
  try {
    await page.goto(`${portal.url}/login`);
    await page.getByLabel('E-mail address').fill('support@demo.test');
    await page.getByLabel('Password', { exact: true }).fill('correct-horse-demo-battery');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/overview');
    await page.goto(`${portal.url}/orders`);
    await page.locator('[data-row]').first().waitFor();
    await portal.order.close();
    await page.getByRole('link', { name: 'To ship' }).click();
    const banner = page.getByText('Orders cannot be reached at the moment.');
    await banner.waitFor({ timeout: 25_000 });
    await page.getByRole('link', { name: 'Users' }).click();
    await page.getByRole('link', { name: 'Alice Customer' }).waitFor();
    await page.getByRole('link', { name: 'Orders' }).click();
    await portal.order.open();
    await banner.waitFor({ state: 'hidden' });
    await page.locator('[data-row]').first().waitFor();
    await settled(page);
  } finally {
    await one.close();
    await portal.stop();
  }
  return one.complaints;
}
