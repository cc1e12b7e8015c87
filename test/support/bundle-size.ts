import type { Metafile } from 'esbuild';

/** Bytes a bundle loads before its first event, by package or file of ours: its entry and every chunk that is imported statically. */
export function loadedAtStart({ outputs }: Metafile, entry: string): Map<string, number> {
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
  walk(Object.keys(outputs).find((file) => file.endsWith(entry)) ?? '');
  return bytes;
}

/** All of it. */
export const totalOf = (bytes: ReadonlyMap<string, number>): number => [...bytes.values()].reduce((sum, one) => sum + one, 0);
