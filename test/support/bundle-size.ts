import type { Metafile } from 'esbuild';

/** The file that is loaded when a module of ours is imported by `import()`. */
export const chunkOf = ({ outputs }: Metafile, module: string): string =>
  Object.keys(outputs).find((file) => outputs[file]?.entryPoint === module) ?? module;

/** Bytes of some files of a bundle and every chunk they import statically, by package or file of ours. */
export function loaded({ outputs }: Metafile, entries: readonly string[]): Map<string, number> {
  const bytes = new Map<string, number>();
  const seen = new Set<string>();
  const walk = (file: string): void => {
    const output = outputs[file];
    if (!output || seen.has(file)) return;
    seen.add(file);
    let own = output.bytes;
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? input;
      bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput);
      own -= bytesInOutput;
    }
    bytes.set('between the modules', (bytes.get('between the modules') ?? 0) + own);
    for (const { kind, path } of output.imports) if (kind === 'import-statement') walk(path);
  };
  for (const file of Object.keys(outputs)) if (entries.some((entry) => file.endsWith(entry))) walk(file);
  return bytes;
}

/** All of it. */
export const totalOf = (bytes: ReadonlyMap<string, number>): number => [...bytes.values()].reduce((sum, one) => sum + one, 0);
