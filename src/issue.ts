import { type IssueCode, issueKinds } from '../schemas/issues.ts';
import type { Issue } from '../schemas/report.ts';

/** An issue of the closed list, with what exactly was seen and where. `line` counts from 1. */
export function issue(code: IssueCode, detail?: string, line: number | null = null): Issue {
  const { severity, zh } = issueKinds[code];
  return { code, severity, message: detail ? `${zh}：${detail}` : zh, line };
}
