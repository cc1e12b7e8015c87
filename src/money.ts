/** Yuan per unit of money as cells and labels print it. */
const yuan: Readonly<Record<string, number>> = { CNY: 1, CNY_10K: 10_000, CNY_100M: 100_000_000 };

/** An amount without the noise of binary fractions. */
const plain = (amount: number): number => Number(amount.toPrecision(15));

/** An amount in yuan: 10.9038 万元 is 109038. Null where there is no amount, or nothing says in which unit it is. */
export function inYuan(value: number | null, unit: string | null): number | null {
  const factor = unit === null ? undefined : yuan[unit];
  return value === null || factor === undefined ? null : plain(value * factor);
}

/** An amount in another unit of money; as it is where the units are the same. */
export function inUnit(value: number | null, unit: string | null, wanted: 'CNY' | 'CNY_10K'): number | null {
  if (unit === wanted) return value;
  const amount = inYuan(value, unit);
  return amount === null ? null : plain(amount / (yuan[wanted] ?? 1));
}

const unitOfMoney = /(亿|千万|百万|万|W|千|百)?元/i;
const units: Readonly<Record<string, string | null>> = { '': 'CNY', 万: 'CNY_10K', W: 'CNY_10K', 亿: 'CNY_100M' };

/** The unit of money that a label prints, also broken over two lines; undefined where it prints none, null for one we do not have. */
export function moneyIn(label: string): string | null | undefined {
  const hit = unitOfMoney.exec(label.replace(/\s/g, ''));
  return hit ? (units[(hit[1] ?? '').toUpperCase()] ?? null) : undefined;
}
