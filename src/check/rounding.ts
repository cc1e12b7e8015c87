import type { Mention } from '../../schemas/report.ts';
import { equal } from './result.ts';

const scales: Readonly<Record<string, number>> = { 万: 10_000, 萬: 10_000, 亿: 100_000_000, 億: 100_000_000 };
const scaled = /(\d+(?:,\d{3})*(?:\.\d+)?)\s*([万萬亿億])/g;

/** Half of the last digit a mention prints in 万 or 亿: 2764.2万 stands for 27641500 to 27642500. 0 where it prints ones. */
export function roundingOf({ snippet, value }: Pick<Mention, 'snippet' | 'value'>): number {
  for (const [, digits = '', sign = ''] of snippet.normalize('NFKC').matchAll(scaled)) {
    const scale = scales[sign] ?? 1;
    const decimals = digits.split('.')[1]?.length ?? 0;
    if (equal(Number(digits.replaceAll(',', '')) * scale, value)) return (scale * 10 ** -decimals) / 2;
  }
  return 0;
}
