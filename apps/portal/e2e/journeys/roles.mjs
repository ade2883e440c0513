// What each role finds in the navigation, and that the rest does not exist for them; administration.
import assert from 'node:assert/strict';
import { person, settled, signIn } from '../support.mjs';

const PAGES = {
  alice: ['Orders', 'Inbox'],
  approver: ['Overview', 'Orders', 'Approvals', 'Inbox'],
  fulfilment: ['Overview', 'Orders', 'Inbox'],
  support: ['Overview', 'Orders', 'Inbox', 'Users', 'Notifications', 'Providers'],
  auditor: ['Overview', 'Orders', 'Inbox', 'Users', 'Roles', 'Notifications', 'Dead letters', 'Providers', 'Pipeline', 'System', 'Audit log'],
  admin: ['Overview', 'Orders', 'Approvals', 'Inbox', 'Users', 'Roles', 'Notifications', 'Mailbox', 'Dead letters', 'Providers', 'Pipeline', 'System', 'Audit log'],
};

async function administers(page) {
  await page.goto('/users');
  await page.getByRole('searchbox').fill('bob');
  await page.getByRole('link', { name: 'Bob Customer' }).click();
  await page.getByLabel('Support').check();
  await page.getByRole('button', { name: 'Save roles' }).click();
  await page.getByText('The roles are saved').waitFor();
  await page.getByLabel('Support').uncheck();
  await page.getByRole('button', { name: 'Save roles' }).click();
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.getByRole('dialog', { name: 'Lock Bob Customer?' }).getByRole('button', { name: 'Lock' }).click();
  await page.getByText('Bob Customer is locked').waitFor();
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByText('Bob Customer can sign in again').waitFor();
}

/** Support finds an order and places one for a customer. */
async function supports(page) {
  await page.goto('/orders/new');
  await page.getByRole('combobox', { name: 'Choose a customer' }).click();
  await page.getByPlaceholder('Choose a customer').fill('alice');
  await page.getByRole('option', { name: /Alice Customer/ }).click();
  await page.getByLabel('Article number').fill('POT-07');
  await page.getByLabel('Name', { exact: true }).first().fill('Teapot');
  await page.getByLabel('Unit price').fill('34.50');
  if ((await page.getByLabel('City').inputValue()) === '') {
    await page.getByLabel('Street and number').fill('Lindenstr. 12');
    await page.getByLabel('Postal code').fill('10969');
    await page.getByLabel('City').fill('Berlin');
  }
  await page.getByRole('button', { name: 'Place order' }).click();
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
  await page.getByRole('link', { name: 'Alice Customer' }).first().waitFor();
}

export default async function roles({ browser }) {
  const complaints = [];
  for (const [name, pages] of Object.entries(PAGES)) {
    const one = await person(browser);
    one.expectStatus(403, 404);
    await signIn(one.page, name);
    await settled(one.page);
    const shown = await one.page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link').allInnerTexts();
    assert.deepEqual(shown.map((text) => text.split('\n')[0]), pages, name);
    if (name === 'alice') {
      await one.page.goto('/users');
      await one.page.getByRole('heading', { level: 1, name: 'This page does not exist' }).waitFor();
    }
    if (name === 'support') await supports(one.page);
    if (name === 'admin') await administers(one.page);
    complaints.push(...one.complaints);
    await one.close();
  }
  return complaints;
}
