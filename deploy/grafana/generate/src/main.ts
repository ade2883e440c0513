// Writes ../dashboards/*.json. With --check it only compares, and fails when a file is stale or nobody's.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dashboard } from './dashboard.js';
import { dashboards } from './dashboards.js';

const folder = fileURLToPath(new URL('../../dashboards/', import.meta.url));
const check = process.argv.includes('--check');
mkdirSync(folder, { recursive: true });

const wanted = new Map(dashboards.map((draft) => [`${draft.uid}.json`, `${JSON.stringify(dashboard(draft), null, 2)}\n`]));
const there = new Set(readdirSync(folder));
const stale = [...wanted].filter(([name, text]) => !there.has(name) || readFileSync(folder + name, 'utf8') !== text).map(([name]) => name);
const foreign = [...there].filter((name) => !wanted.has(name));

if (check) {
  for (const name of stale) console.error(`error: deploy/grafana/dashboards/${name} is stale: run npm run generate in deploy/grafana/generate`);
  for (const name of foreign) console.error(`error: deploy/grafana/dashboards/${name} comes from no source`);
  process.exitCode = stale.length + foreign.length === 0 ? 0 : 1;
} else {
  for (const name of stale) writeFileSync(folder + name, wanted.get(name)!);
  console.log(`${wanted.size} dashboards, ${stale.length} written`);
}
