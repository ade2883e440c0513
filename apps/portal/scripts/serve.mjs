// Serves dist/ and the door to the services as `eop` does, for those who have no program at hand.
// node scripts/serve.mjs [PORT]; EOP_USER_URL, EOP_ORDER_URL and EOP_NOTIFICATION_URL say where the services are.
import { createServer, request } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const port = Number(process.argv[2] ?? 3001);
const services = {
  user: process.env.EOP_USER_URL ?? 'http://127.0.0.1:8090',
  order: process.env.EOP_ORDER_URL ?? 'http://127.0.0.1:8081',
  notification: process.env.EOP_NOTIFICATION_URL ?? 'http://127.0.0.1:8082',
};
const dist = new URL('../dist/', import.meta.url).pathname;
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.txt': 'text/plain' };
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";
const MAIL_POLICY = "sandbox allow-scripts; default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

createServer(async (asked, answer) => {
  const [, prefix, service, rest] = /^(\/services\/(user|order|notification))(\/.*)$/.exec(asked.url) ?? [];
  if (service) {
    const headers = { ...asked.headers, 'x-forwarded-for': asked.socket.remoteAddress };
    const sent = request(services[service] + rest, { method: asked.method, headers }, (got) => {
      const cookies = got.headers['set-cookie']?.map((one) => one.replace(/Path=\//i, `Path=${prefix}/`));
      answer.writeHead(got.statusCode, { ...got.headers, ...(cookies ? { 'set-cookie': cookies } : {}) });
      got.pipe(answer);
    });
    sent.on('error', () => {
      answer.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '1' });
      answer.end(JSON.stringify({ type: 'urn:eop:problem:service.unreachable', title: 'Service unreachable', status: 503, code: 'service.unreachable' }));
    });
    asked.pipe(sent);
    return;
  }
  const path = normalize(decodeURIComponent(asked.url.split('?')[0])).replace(/^(\.\.(\/|$))+/, '');
  const file = join(dist, path);
  const found = path !== '/' && (await readFile(file).catch(() => null));
  if (!found && path.startsWith('/assets/')) {
    answer.writeHead(404).end();
    return;
  }
  const name = found ? file : join(dist, 'index.html');
  answer.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream', 'content-security-policy': name.endsWith('mail-frame.html') ? MAIL_POLICY : POLICY });
  answer.end(found || (await readFile(name)));
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`));
