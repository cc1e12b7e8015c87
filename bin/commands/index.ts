import { registerCheck } from './check.ts';
import { registerDemo } from './demo.ts';
import { registerDiff } from './diff.ts';
import { registerExport } from './export.ts';
import { registerIngest } from './ingest.ts';
import { registerParse } from './parse.ts';
import { registerQuery } from './query.ts';
import { registerReconcile } from './reconcile.ts';
import type { Register } from './register.ts';
import { registerRelease } from './release.ts';
import { registerReplay } from './replay.ts';
import { registerServe } from './serve.ts';
import { registerShow } from './show.ts';
import { registerSite } from './site.ts';
import { registerStatus } from './status.ts';
import { registerVerify } from './verify.ts';
import { registerWatch } from './watch.ts';
import { registerWithdraw } from './withdraw.ts';

/** Every command, in the order help lists them. A new command is one file and one line here. */
export const commands: readonly Register[] = [
  registerParse(),
  registerIngest,
  registerWatch,
  registerStatus,
  registerReplay,
  registerReconcile,
  registerWithdraw,
  registerQuery,
  registerShow,
  registerCheck,
  registerExport,
  registerRelease,
  registerVerify,
  registerDiff,
  registerSite,
  registerServe,
  registerDemo,
];
