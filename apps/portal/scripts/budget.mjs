// Fails when a page loads more than it may, in kB after gzip, counted over Vite's manifest.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMITS = { signIn: 175, page: 260, css: 16, font: 50 };
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const size = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1000;

function below(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) below(next, seen);
  return seen;
}
const weight = (keys) => [...keys].reduce((sum, key) => sum + size(manifest[key].file), 0);

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const failures = [];
const rows = [];
function row(name, value, limit) {
  rows.push(`${name.padEnd(34)} ${value.toFixed(0).padStart(5)} of ${limit} kB`);
  if (value > limit) failures.push(name);
}
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry || !key.startsWith('src/features/')) continue;
  const name = key.replace('src/features/', '').replace(/\.tsx$/, '');
  // Texts of the desk come with its frame, for every page but those of signing in.
  const texts = name.startsWith('auth/') ? [] : below('src/i18n/en.json');
  row(name, weight(new Set([...below(entry), ...below(key), ...texts])), name === 'auth/login' ? LIMITS.signIn : LIMITS.page);
}
const css = new Set(Object.values(manifest).flatMap((chunk) => chunk.css ?? []));
row('styles', [...css].reduce((sum, file) => sum + size(file), 0), LIMITS.css);
const fonts = Object.values(manifest).flatMap((chunk) => chunk.assets ?? []).filter((file) => /latin-wght/.test(file) && !/latin-ext/.test(file));
for (const file of new Set(fonts)) row('font', readFileSync(new URL(file, dist)).length / 1000, LIMITS.font);

console.log(rows.join('\n'));
if (failures.length > 0) {
  console.error(`too large: ${failures.join(', ')}`);
  process.exit(1);
}
