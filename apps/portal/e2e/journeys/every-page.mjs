// Every page in every look: axe, no sideways scrolling, a quiet console; and the pictures in docs/screens.
import { mkdir } from 'node:fs/promises';
import { axe, overflow, person, settled, signIn } from '../support.mjs';

const PICTURES = new URL('../../../../docs/screens/', import.meta.url).pathname;
const LOOKS = [
  { width: 1280, theme: 'light' },
  { width: 1280, theme: 'dark' },
  { width: 390, theme: 'light', touch: true },
  { width: 390, theme: 'dark', touch: true },
];
/** Which picture of a page is kept, by turns, so that each look is seen. */
const KEPT = { overview: 1, xray: 0, traces: 2, trace: 1, order: 0, inbox: 2, mailbox: 1, approvals: 3, 'new-order': 2, pipeline: 1 };
const PUBLIC = { 'sign-in': '/login', register: '/register', 'forgot-password': '/forgot-password', 'verify-email': '/verify-email?token=none', 'reset-password': '/reset-password?token=none' };

/** The addresses of one of each thing, found as a person finds them. */
async function things(page) {
  const first = async (list) => {
    await page.goto(list);
    await settled(page);
    return page.locator('[data-row] a').first().getAttribute('href');
  };
  const order = await first('/orders?view=transit');
  return {
    order,
    // Of the demo data: one of each kind of trouble.
    xray: '/orders/019cb6f1-0000-7000-8000-0000000000a1/xray',
    'xray-parked': '/orders/019cb6f1-0000-7000-8000-0000000000a9/xray',
    'xray-dead': '/orders/019cb6f1-0000-7000-8000-0000000000ab/xray',
    traces: '/system/traces?view=all',
    trace: await first('/system/traces'),
    user: await first('/users?q=alice'),
    notification: await first('/notifications'),
    amend: `${await first('/orders?view=approval')}/amend`,
  };
}

async function look(page, name, path, { width, theme }, found, keep) {
  await page.goto(path);
  await settled(page);
  const at = `${name} (${width} ${theme})`;
  for (const one of await axe(page)) found.push(`${at}: ${one}`);
  if ((await overflow(page)) > 0) found.push(`${at}: scrolls sideways`);
  if (keep) await page.screenshot({ path: `${PICTURES}${name}.jpg`, type: 'jpeg', quality: 72 });
}

async function narrowAndWide(browser, paths, found) {
  for (const width of [320, 768]) {
    const one = await person(browser, { width, height: 800, language: 'de-DE' });
    await signIn(one.page, 'admin');
    for (const [name, path] of Object.entries(paths)) {
      await one.page.goto(path);
      await settled(one.page);
      if ((await overflow(one.page)) > 0) found.push(`${name} (${width}): scrolls sideways`);
    }
    await one.close();
  }
}

async function openedThings(browser, paths, found) {
  const one = await person(browser);
  await signIn(one.page, 'admin');
  const check = async (name, popup) => {
    for (const text of await axe(one.page, { popup })) found.push(`${name}: ${text}`);
  };
  await one.page.goto('/orders');
  await settled(one.page);
  await one.page.keyboard.press('f');
  await one.page.getByRole('dialog').waitFor();
  await check('filters');
  await one.page.keyboard.press('Escape');
  await one.page.getByRole('button', { name: /account menu/ }).click();
  await one.page.getByRole('menu').waitFor();
  await check('account menu', true);
  await one.page.keyboard.press('Escape');
  await one.page.goto(paths.amend.replace('/amend', ''));
  await settled(one.page);
  await one.page.getByRole('button', { name: 'Reject' }).click();
  await one.page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
  await check('a step with an error');
  await one.page.goto('/orders?q=nothing');
  await settled(one.page);
  await check('nothing found');
  await one.close();
  return one.complaints;
}

export default async function everyPage({ browser, pictures }) {
  if (pictures) await mkdir(PICTURES, { recursive: true });
  const found = [];
  const complaints = [];
  const guest = await person(browser);
  await signIn(guest.page, 'admin');
  const paths = {
    overview: '/overview', orders: '/orders', 'new-order': '/orders/new', approvals: '/approvals', inbox: '/inbox?view=all', account: '/account', users: '/users', roles: '/roles',
    notifications: '/notifications', 'dead-letters': '/dead-letters', mailbox: '/mailbox', providers: '/providers', pipeline: '/pipeline', system: '/system', audit: '/audit', 'not-found': '/nowhere', ...(await things(guest.page)),
  };
  await guest.close();
  for (const [index, one] of LOOKS.entries()) {
    const visitor = await person(browser, { ...one, height: one.touch ? 844 : 860 });
    for (const [name, path] of Object.entries(PUBLIC)) await look(visitor.page, name, path, one, found, pictures && index === (KEPT[name] ?? 0));
    await signIn(visitor.page, 'admin');
    for (const [name, path] of Object.entries(paths)) await look(visitor.page, name, path, one, found, pictures && index === (KEPT[name] ?? 0));
    complaints.push(...visitor.complaints);
    await visitor.close();
  }
  await narrowAndWide(browser, paths, found);
  complaints.push(...(await openedThings(browser, paths, found)));
  return [...found, ...complaints];
}
