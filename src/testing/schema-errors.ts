import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isJsonObject, type JsonObject } from '../engine/http/json.ts';

/** What a schema of docs/ has against a value, a line a fault. */
export function schemaErrors(schema: 'report' | 'trace', value: unknown): readonly string[] {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  for (const each of ['report', 'trace']) ajv.addSchema(schemaNamed(each));
  ajv.validate(`${schema}.schema.json`, value);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

function schemaNamed(name: string): JsonObject {
  const schema: unknown = JSON.parse(readFileSync(`docs/${name}.schema.json`, 'utf8'));
  if (!isJsonObject(schema)) throw new Error(`docs/${name}.schema.json holds no object`);
  return schema;
}
