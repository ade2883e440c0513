import openapiTS, { astToString } from 'openapi-typescript';
import { types } from './types.mjs';

const check = process.argv.includes('--check');
const stale = await types({ openapiTS, astToString, check });
if (check && stale.length > 0) {
  console.error(`src/generated is older than openapi/ (${stale.join(', ')}): run scripts/sdk.sh --generate`);
  process.exit(1);
}
