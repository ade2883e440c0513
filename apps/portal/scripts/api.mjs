// Writes src/api/*.gen.ts from the checked-in documents; with --check it only says whether they are up to date.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const check = process.argv.includes('--check');
const stale = [];
for (const service of ['user', 'order', 'notification']) {
  const document = new URL(`../../../openapi/${service}.3.1.json`, import.meta.url);
  const target = new URL(`../src/api/${service}.gen.ts`, import.meta.url);
  const head = '// Generated from openapi/ by `npm run api`. Do not edit.\n/* eslint-disable */\n';
  const text = head + astToString(await openapiTS(document, { defaultNonNullable: false }));
  if (check) {
    const present = await readFile(target, 'utf8').catch(() => '');
    if (present !== text) stale.push(service);
  } else {
    await writeFile(target, text);
  }
}
if (stale.length > 0) {
  console.error(`src/api is older than openapi/ (${stale.join(', ')}): run npm run api`);
  process.exit(1);
}
