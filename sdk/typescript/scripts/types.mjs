// Writes the types of the three services, or says which are stale. The generator is handed in: the portal, which is built
// with these types, has it too.
import { mkdir, readFile, writeFile } from 'node:fs/promises';

const HEAD = '// Generated from openapi/ by `scripts/sdk.sh --generate`. Do not edit.\n/* eslint-disable */\n';

/** The services whose types differ from what is there; they are written unless `check` is set. */
export async function types({ openapiTS, astToString, check }) {
  const stale = [];
  for (const service of ['user', 'order', 'notification']) {
    const document = new URL(`../../../openapi/${service}.3.1.json`, import.meta.url);
    const target = new URL(`../src/generated/${service}.ts`, import.meta.url);
    const text = HEAD + astToString(await openapiTS(document, { defaultNonNullable: false }));
    const present = await readFile(target, 'utf8').catch(() => '');
    if (present === text) continue;
    stale.push(service);
    if (!check) {
      await mkdir(new URL('.', target), { recursive: true });
      await writeFile(target, text);
    }
  }
  return stale;
}
