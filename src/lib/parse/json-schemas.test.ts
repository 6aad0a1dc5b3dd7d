import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from './json-schemas.ts';

describe('jsonSchemas()', () => {
  it.each(Object.entries(jsonSchemas()))(
    'gives %s.json as `npm run schemas` wrote it',
    (name, schema) => {
      const written = readFileSync(`src/lib/parse/schemas/${name}.json`, 'utf8');
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(schema)));
    }
  );
});
