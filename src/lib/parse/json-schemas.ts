import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { askSchema } from './ask-fence.ts';
import { frontMatterSchema } from './front-matter.ts';
import { layerSchema } from './layers/parse-layers.ts';
import { mapSchema } from './map-block.ts';
import { brandSchema } from './parse-brand.ts';
import { borderSchema } from './geography/parse-own-borders.ts';
import { placeSchema } from './geography/parse-places.ts';
import { sourceSchema } from './sources/parse-sources.ts';

/** Returns the JSON Schemas (draft 7) of what a story folder says in YAML and JSON, by the name of their file. */
export function jsonSchemas(): Record<string, object> {
  return {
    'front-matter': frontMatter(),
    map: schemaOf(mapSchema),
    ask: schemaOf(askSchema),
    places: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      required: ['type', 'features'],
      properties: {
        type: { const: 'FeatureCollection' },
        features: { type: 'array', items: placeFeature() }
      }
    },
    brand: schemaOf(brandSchema),
    layer: schemaOf(layerSchema),
    sources: { ...schemaOf(sourceSchema, 'list') }
  };
}

/** The front matter, with what an entry of its `borders` says. */
function frontMatter(): object {
  const whole = schemaOf(frontMatterSchema) as { readonly properties: object };
  const borders = { type: 'object', additionalProperties: schemaOf(borderSchema) };
  return { ...whole, properties: { ...whole.properties, borders } };
}

function placeFeature(): object {
  const properties = schemaOf(placeSchema);
  const geometry = {
    type: 'object',
    required: ['type', 'coordinates'],
    properties: {
      type: { const: 'Point' },
      coordinates: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 3 }
    }
  };
  return {
    type: 'object',
    required: ['type', 'properties', 'geometry'],
    properties: { type: { const: 'Feature' }, id: { type: 'string' }, properties, geometry }
  };
}

/** A schema without what JSON Schema has no words for, such as whether a date exists. */
function schemaOf(schema: GenericSchema, of: 'one' | 'list' = 'one'): object {
  const { $schema, ...one } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
  return { $schema, ...(of === 'one' ? one : { type: 'array', items: one }) };
}
