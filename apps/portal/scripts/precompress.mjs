// Puts .br and .gz beside every text file of dist/. Browsers ask for br on HTTPS and localhost only, so both are needed.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const dist = new URL('../dist/', import.meta.url);
const files = await readdir(dist, { recursive: true, withFileTypes: true });
const texts = files.filter((one) => one.isFile() && /\.(js|css|html|svg|json|txt)$/.test(one.name));
await Promise.all(
  texts.map(async ({ parentPath, name }) => {
    const path = `${parentPath}/${name}`;
    const text = await readFile(path);
    if (text.length < 600) return;
    const quality = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } };
    await writeFile(`${path}.br`, await brotli(text, quality));
    await writeFile(`${path}.gz`, await gzip(text, { level: 9 }));
  }),
);
