// A browser before a running portal: signing in, looking for what no page may have, and waiting.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const PASSWORD = 'correct-horse-demo-battery';
export const BASE = process.env.EOP_PORTAL_URL ?? 'http://127.0.0.1:3001';
const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser() {
  const folder = await mkdtemp(join(tmpdir(), 'order-desk-'));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS, env: { ...process.env, HOME: folder } });
  return {
    browser,
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody at a browser of their own. Everything that the console or the policy complains of is collected. */
export async function person(browser, { width = 1280, height = 860, theme = 'light', language = 'en-GB', touch = false } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: language,
    timezoneId: 'Europe/Berlin',
    hasTouch: touch,
    isMobile: touch,
    baseURL: BASE,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = [];
  const expected = [];
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() !== 'error' && !/Content Security Policy/i.test(text)) return;
    if (expected.some((one) => one.test(text))) return;
    complaints.push(`console: ${text} ${message.location().url}`);
  });
  // A refresh without a session and the like answer 4xx; the browser reports each.
  const expectStatus = (...statuses) => expected.push(new RegExp(`status of (${statuses.join('|')})`));
  return { context, page, complaints, expectStatus, close: () => context.close() };
}

export async function signIn(page, name, password = PASSWORD) {
  await page.goto('/login');
  await page.locator('input[type=email]').fill(name.includes('@') ? name : `${name}@demo.test`);
  await page.locator('input[autocomplete=current-password]').fill(password);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL((url) => url.pathname !== '/login');
  await page.locator('nav').first().waitFor();
  await page.locator('main h1').waitFor();
}

const axeSource = await readFile(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** What axe finds on the page, as one line each. */
export async function axe(page, { popup = false } = {}) {
  await page.evaluate(axeSource);
  const result = await page.evaluate(
    (rules) =>
      globalThis.axe.run(document, {
        runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
        rules,
        resultTypes: ['violations'],
      }),
    // An open popup lies in its portal, outside of the landmarks: a best practice that does not fit it.
    popup ? { region: { enabled: false } } : {},
  );
  return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).slice(0, 3).join(' | ')}`);
}

/** How much wider the page is than the window. */
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** The page has said all that it will: nothing loads and no skeleton is left. */
export async function settled(page) {
  // Pages ask again and again, so the network is no sign; a heading without skeletons is.
  await page.waitForFunction(() => document.querySelector('main h1') !== null && document.querySelector('.skeleton, [aria-busy=true]') === null && document.fonts.status === 'loaded');
}

/** The number of the order that was just placed, once its page is there. */
export async function placedNumber(page) {
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
  const heading = page.locator('main h1', { hasText: /^ORD-/ });
  await heading.waitFor();
  return heading.innerText();
}

export async function waitFor(what, check, seconds = 20) {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > until) throw new Error(`${what} did not happen within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
