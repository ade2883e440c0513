// The journeys in a real Chromium against the built program, without mocks.
// node e2e/run.mjs [--only NAME,…] [--pictures]; EOP_BIN names the program, CHROMIUM the browser,
// EOP_PORTAL_DIR a folder with the built page.
import { startPlatform } from './platform.mjs';

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : null;
const pictures = process.argv.includes('--pictures');
const NAMES = ['customer', 'team', 'desk', 'two-people', 'roles', 'by-hand', 'operator', 'outage', 'every-page'].filter((name) => !only || only.includes(name));

const platform = process.env.EOP_PORTAL_URL ? { url: process.env.EOP_PORTAL_URL, stop: async () => undefined } : await startPlatform();
process.env.EOP_PORTAL_URL = platform.url;
const { openBrowser } = await import('./support.mjs');
const { browser, close } = await openBrowser();
let failed = 0;
try {
  for (const name of NAMES) {
    const from = Date.now();
    const { default: journey } = await import(`./journeys/${name}.mjs`);
    let complaints;
    try {
      complaints = await journey({ browser, platform, pictures });
    } catch (error) {
      complaints = [error.stack];
      for (const context of browser.contexts()) {
        for (const page of context.pages()) complaints.push(`there: ${page.url()}`);
        await context.close();
      }
    }
    const seconds = ((Date.now() - from) / 1000).toFixed(1);
    console.log(`${complaints.length === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(12)} ${seconds} s`);
    for (const one of new Set(complaints)) console.log(`       ${one}`);
    if (complaints.length > 0) failed += 1;
  }
} finally {
  await close();
  await platform.stop();
}
process.exit(failed === 0 ? 0 : 1);
