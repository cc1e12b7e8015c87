import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import * as z from 'zod';
import { packageRoot } from '../../bin/local/package-root.ts';
import { asked } from '../office/release.ts';

const keySchema = z.object({
  fields: z.array(z.string()),
  reference: z.object({ resource: z.string(), fields: z.array(z.string()) }),
});
const packageSchema = z.object({
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.union([z.string(), z.array(z.string())]),
      schema: z.union([z.string(), z.object({ foreignKeys: z.array(keySchema).default([]) })]).optional(),
    }),
  ),
});
const manifestSchema = z.object({ files: z.array(z.object({ path: z.string(), rows: z.number().optional() })) });

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Rows of every Parquet file and CSV as hyparquet, DuckDB and the manifest count them; what they do not agree on. */
export async function miscounted(release: string): Promise<{ readonly files: number; readonly rows: number; readonly faults: string[] }> {
  const { files } = manifestSchema.parse(json(join(release, 'manifest.json')));
  const listed = files.filter(({ path, rows }) => rows !== undefined && /\.(parquet|csv\.gz)$/.test(path));
  const faults: string[] = [];
  for (const { path, rows } of listed) {
    const file = join(release, path);
    const from = path.endsWith('parquet') ? `read_parquet('${file}')` : `read_csv('${file}', all_varchar = true, header = true)`;
    const counts = [Number((await asked(`SELECT count(*) FROM ${from}`))[0]?.[0]), ...(path.endsWith('parquet') ? await seen(file) : [])];
    if (counts.some((count) => count !== rows))
      faults.push(`${path}: ${rows} rows by the manifest, ${counts.join(' and ')} by its readers`);
  }
  return { files: listed.length, rows: listed.reduce((sum, { rows = 0 }) => sum + rows, 0), faults };
}

/** Rows of a Parquet file by its footer and by reading all of them. */
async function seen(path: string): Promise<number[]> {
  const file = Uint8Array.from(readFileSync(path)).buffer;
  return [Number(parquetMetadata(file).num_rows), (await parquetReadObjects({ file })).length];
}

/** What the published profile of Data Package 2.0 says against `datapackage.json`. */
export function packageFaults(release: string): string[] {
  const profile = json(join(packageRoot(), 'test', 'vendor', 'data-package-2.0', 'datapackage.json'));
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(
    z.record(z.string(), z.unknown()).parse(profile),
  );
  validate(json(join(release, 'datapackage.json')));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Rows whose foreign key, as the descriptor states it, leads nowhere. */
export async function strayRows(release: string): Promise<{ readonly keys: number; readonly faults: string[] }> {
  const { resources } = packageSchema.parse(json(join(release, 'datapackage.json')));
  const files = (name: string) => {
    const path = resources.find((one) => one.name === name)?.path ?? [];
    return `read_parquet([${[path].flat().map((one) => `'${join(release, one)}'`)}], hive_partitioning = false, union_by_name = true)`;
  };
  const all = resources.flatMap(({ name, schema }) =>
    typeof schema === 'object' ? schema.foreignKeys.map((key) => ({ name, ...key })) : [],
  );
  const faults: string[] = [];
  for (const { name, fields, reference } of all) {
    const on = fields.map((field, at) => `a."${field}" = b."${reference.fields[at]}"`).join(' AND ');
    const filled = fields.map((field) => `a."${field}" IS NOT NULL`).join(' AND ');
    const [row] = await asked(`SELECT count(*) FROM ${files(name)} a ANTI JOIN ${files(reference.resource)} b ON ${on} WHERE ${filled}`);
    if (Number(row?.[0]) !== 0) faults.push(`${name}: ${row?.[0]} rows without their ${reference.resource}`);
  }
  return { keys: all.length, faults };
}
