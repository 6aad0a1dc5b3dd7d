/**
 * `npm run schemas`: writes what the parser takes as JSON Schemas, for editors: `src/lib/parse/schemas/`. The parser
 * knows more than they say, such as which places there are.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { jsonSchemas } from '../lib/parse/json-schemas.ts';

const folder = resolve(import.meta.dirname, '../lib/parse/schemas');

mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
