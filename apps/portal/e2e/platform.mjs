// The built program on ports and in a folder of its own, and a portal alone before services that can be taken away.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// EOP_PORTAL_DIR is for work on the page: the program serves that folder instead of the page that is built into it.
const PAGE = process.env.EOP_PORTAL_DIR ? ['--portal-dir', process.env.EOP_PORTAL_DIR] : [];
const PROGRAM = process.env.EOP_BIN ?? new URL('../../../target/debug/eop', import.meta.url).pathname;

/** Without what is meant for the tests: the program refuses settings that it does not know. */
const SURROUNDINGS = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('EOP_')));

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function until(what, check, seconds = 90) {
  const end = Date.now() + seconds * 1000;
  while (!(await check().catch(() => false))) {
    if (Date.now() > end) throw new Error(`${what} within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function start(args, env) {
  const child = spawn(PROGRAM, args, { env: { ...SURROUNDINGS, EOP_LOG: 'warn', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    said: () => said,
    hasEnded: () => child.exitCode !== null,
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}

function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(PROGRAM, args, { env: SURROUNDINGS, stdio: 'ignore' });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')} failed with ${code}`))));
  });
}

export async function startPlatform() {
  const folder = await mkdtemp(join(tmpdir(), 'order-desk-platform-'));
  const [user, order, notification, portal] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  const ports = { '--user-port': user, '--order-port': order, '--notification-port': notification, '--portal-port': portal };
  const data = join(folder, 'data');
  const program = start(['dev', '--data-dir', data, ...PAGE, ...Object.entries(ports).flatMap(([flag, port]) => [flag, String(port)])], {});
  const url = `http://127.0.0.1:${portal}`;
  await until('the platform is ready', async () => {
    if (program.hasEnded()) throw new Error(program.said());
    return program.said().includes('is ready') && (await fetch(`${url}/health/live`)).ok;
  });
  await run(['seed', '--orders', '120', '--seed', '7', '--database-url', `sqlite://${join(data, 'order.db')}`]);
  return {
    url,
    ports: { user, order, notification },
    async stop() {
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A way to one service that can be closed and opened again. */
async function bridge(to) {
  const sockets = new Set();
  const port = await freePort();
  let server;
  const open = () =>
    new Promise((resolve) => {
      server = createServer((near) => {
        const far = connect(to, '127.0.0.1');
        for (const socket of [near, far]) {
          sockets.add(socket);
          socket.on('error', () => undefined);
          socket.on('close', () => sockets.delete(socket));
        }
        near.pipe(far).pipe(near);
      }).listen(port, '127.0.0.1', resolve);
    });
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  await open();
  return { port, open, close };
}

/** `eop serve portal` before the services of `platform`; the order service can be taken away. */
export async function startPortalAlone(platform) {
  const port = await freePort();
  const order = await bridge(platform.ports.order);
  const at = (one) => `http://127.0.0.1:${one}`;
  const program = start(['serve', 'portal', '--http-addr', `127.0.0.1:${port}`, ...PAGE], {
    EOP_USER_URL: at(platform.ports.user),
    EOP_ORDER_URL: at(order.port),
    EOP_NOTIFICATION_URL: at(platform.ports.notification),
  });
  await until('the portal is ready', async () => (await fetch(`${at(port)}/health/live`)).ok, 30);
  return {
    url: at(port),
    order,
    async stop() {
      await program.stop();
      await order.close().catch(() => undefined);
    },
  };
}
