import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIo } from '../../bin/io.ts';
import { createSite } from '../../bin/local/serve/server.ts';
import { FolderStore } from '../../bin/local/store/folder-store.ts';
import type { Report } from '../../schemas/report.ts';
import { writeBrowserDataset } from './dataset.ts';

const silent = { isTTY: false, write: () => true };
export const io = createIo({ argv: [], env: {}, stdout: silent, stderr: silent, onInterrupt: () => () => {} });

/** A dataset served on this machine. */
export interface Served {
  readonly folder: string;
  readonly reports: readonly Report[];
  /** `http://127.0.0.1:port/` */
  readonly home: string;
  readonly token: string;
  close(): void;
}

/** Write the reports and serve them. */
export async function serveReports(): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-browser-'));
  const reports = await writeBrowserDataset(new FolderStore(folder, { durable: 'later' }));
  const token = 'token-of-the-test';
  let port = 0;
  const server: Server = createSite(io, folder, token, () => port);
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
  const close = () => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, reports, home: `http://127.0.0.1:${port}/`, token, close };
}
