import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isJsonObject, type JsonObject } from '../engine/http/json.ts';

const files = {
  report: 'docs/report.schema.json',
  trace: 'docs/trace.schema.json',
  har: 'src/testing/har.schema.json',
} as const;

/** What the schema of a format has against a value, a line a fault. */
export function schemaErrors(schema: keyof typeof files, value: unknown): readonly string[] {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  for (const file of Object.values(files)) ajv.addSchema(schemaIn(file));
  ajv.validate(`${schema}.schema.json`, value);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

function schemaIn(file: string): JsonObject {
  const schema: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isJsonObject(schema)) throw new Error(`${file} holds no object`);
  return schema;
}
