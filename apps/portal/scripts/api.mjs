// Writes the types of the services, which are those of the SDK; with --check it only says whether they are up to date.
import openapiTS, { astToString } from 'openapi-typescript';
import { types } from '../../../sdk/typescript/scripts/types.mjs';

const check = process.argv.includes('--check');
const stale = await types({ openapiTS, astToString, check });
if (check && stale.length > 0) {
  console.error(`sdk/typescript/src/generated is older than openapi/ (${stale.join(', ')}): run npm run api`);
  process.exit(1);
}
