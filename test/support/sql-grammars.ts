import { build } from 'esbuild';

/** A syntax error as the grammar reports it. */
export interface SqlError {
  readonly message: string;
  readonly startLine: number;
  readonly startColumn: number;
}

/** A parser that says what is wrong with a text; an empty list means it is legal. */
export interface SqlGrammar {
  validate(sql: string): SqlError[];
}

const grammars = { trino: 'TrinoSQL', hive: 'HiveSQL' } as const;

/**
 * The grammar of an engine that has none installed here. The package imports folders, which Node refuses, so it is bundled
 * first (0.3 s a grammar).
 */
export async function sqlGrammar(engine: keyof typeof grammars): Promise<SqlGrammar> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${grammars[engine]} as Grammar } from 'dt-sql-parser/dist/parser/${engine}'`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  });
  const [bundle] = outputFiles;
  if (!bundle) throw new Error(`no bundle of the ${engine} grammar`);
  const { Grammar } = await import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`);
  return new Grammar();
}
