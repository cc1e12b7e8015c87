import { kinds, type Type } from '../../schemas/kinds.ts';

/** How an engine writes its types. Struct fields are quoted, since the report object has some named `left` and `right`. */
interface Spelling {
  readonly scalar: 'hive' | 'trino' | 'duckdb';
  readonly list: (element: string) => string;
  readonly field: (name: string, type: string) => string;
  readonly struct: (fields: string) => string;
}

const spellings = {
  // A type in the Glue catalogue is no SQL and knows no quotes.
  glue: { scalar: 'hive', list: (e) => `array<${e}>`, field: (name, type) => `${name}:${type}`, struct: (f) => `struct<${f}>` },
  athena: { scalar: 'hive', list: (e) => `array<${e}>`, field: (name, type) => `\`${name}\`:${type}`, struct: (f) => `struct<${f}>` },
  trino: { scalar: 'trino', list: (e) => `array(${e})`, field: (name, type) => `"${name}" ${type}`, struct: (f) => `row(${f})` },
  duckdb: { scalar: 'duckdb', list: (e) => `${e}[]`, field: (name, type) => `"${name}" ${type}`, struct: (f) => `STRUCT(${f})` },
} as const satisfies Readonly<Record<string, Spelling>>;

/** A dialect we declare tables in; `athena` is HiveQL, `glue` the same types as the catalogue stores them. */
export type Engine = keyof typeof spellings;

/** A column type as the engine writes it: `array<struct<name:string>>`, `array(row("name" varchar))`, `STRUCT("name" VARCHAR)[]`. */
export function engineType(type: Type, engine: Engine): string {
  const spelling: Spelling = spellings[engine];
  if (typeof type === 'string') return kinds[type][spelling.scalar];
  if ('list' in type) return spelling.list(engineType(type.list, engine));
  const fields = Object.entries(type.struct).map(([name, of]) => spelling.field(name, engineType(of, engine)));
  return spelling.struct(fields.join(engine === 'glue' ? ',' : ', '));
}
