// What Lighthouse says of four pages on its throttled phone. Lighthouse is large and seldom wanted, so it is no dependency:
//   npm install --no-save lighthouse@12 && node e2e/measure.mjs
// EOP_BIN names the program; EOP_PORTAL_URL one that runs, with its demo accounts. Only pages as the program holds them
// are compressed, so EOP_PORTAL_DIR gives worse figures.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { startPlatform } from './platform.mjs';

const PORT = 9333;
const TIMES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index'];

/** Lets each task of a trace last as long as it had the processor, so that other work on the machine does not count. */
function countProcessorTime(events) {
  const threads = new Map();
  for (const one of events.filter((event) => event.ts > 0)) {
    const thread = `${one.pid} ${one.tid}`;
    if (!threads.has(thread)) threads.set(thread, []);
    threads.get(thread).push(one);
  }
  for (const ofThread of threads.values()) {
    let task = null;
    for (const one of ofThread.sort((a, b) => a.ts - b.ts)) {
      if (task && one.ts < task.end) {
        one.ts = task.start + (one.ts - task.start) * task.share;
        if (one.dur) one.dur *= task.share;
      } else if (one.ph === 'X' && one.name.endsWith('RunTask') && one.dur > 0 && one.tdur !== undefined) {
        task = { start: one.ts, end: one.ts + one.dur, share: Math.min(1, one.tdur / one.dur) };
        one.dur *= task.share;
      }
    }
  }
}

async function measure(name, url, folder) {
  const flags = { port: PORT, logLevel: 'error', onlyCategories: ['performance', 'accessibility', 'best-practices'], disableStorageReset: true };
  const run = join(folder, name);
  await lighthouse(url, { ...flags, gatherMode: run });
  for (const file of (await readdir(run)).filter((one) => one.endsWith('trace.json'))) {
    const trace = JSON.parse(await readFile(join(run, file), 'utf8'));
    countProcessorTime(trace.traceEvents);
    await writeFile(join(run, file), JSON.stringify(trace));
  }
  const { lhr } = await lighthouse(url, { ...flags, auditMode: run });
  const scores = Object.values(lhr.categories).map((one) => `${one.title} ${Math.round(one.score * 100)}`);
  console.log(`${name.padEnd(9)} ${scores.join(', ')}; ${TIMES.map((id) => `${lhr.audits[id].title} ${lhr.audits[id].displayValue}`).join(', ')}`);
}

const folder = await mkdtemp(join(tmpdir(), 'order-desk-measure-'));
const platform = process.env.EOP_PORTAL_URL ? { url: process.env.EOP_PORTAL_URL, stop: async () => undefined } : await startPlatform();
const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', `--remote-debugging-port=${PORT}`],
});
try {
  // The first visit, with nothing kept; the other pages as one comes to them after it.
  await measure('sign-in', `${platform.url}/login`, folder);
  const page = await context.newPage();
  await page.goto(`${platform.url}/login`);
  await page.locator('input[type=email]').fill('admin@demo.test');
  await page.locator('input[autocomplete=current-password]').fill('correct-horse-demo-battery');
  await page.locator('form button[type=submit]').click();
  const order = page.locator('main a[href^="/orders/"]').first();
  await order.waitFor({ timeout: 60_000 });
  const paths = { overview: '/overview', orders: '/orders', order: await order.getAttribute('href') };
  await page.goto('about:blank');
  for (const [name, path] of Object.entries(paths)) await measure(name, platform.url + path, folder);
} finally {
  await context.close();
  await platform.stop();
  await rm(folder, { recursive: true, force: true });
}
