import type { BuildResult, Plugin } from 'esbuild';

export function bundleCli(outdir?: string): Promise<void>;
export function bundleSite(outdir?: string): Promise<void>;
export function bundleLambdas(outdir?: string, names?: readonly string[], plugins?: Plugin[]): Promise<BuildResult<{ metafile: true }>[]>;
export function bundleApp(outdir?: string): Promise<void>;
export function bundleSmoke(outdir?: string): Promise<string>;
