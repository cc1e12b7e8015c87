/** Yuan per unit of money as cells and labels print it. */
const yuan: Readonly<Record<'CNY' | 'CNY_10K' | 'CNY_100M', number> & Record<string, number | undefined>> = {
  CNY: 1,
  CNY_10K: 10_000,
  CNY_100M: 100_000_000,
};

/** An amount without the noise of binary fractions. */
const plain = (amount: number): number => Number(amount.toPrecision(15));

/** An amount in another unit of money: 10.9038 CNY_10K is 109038 CNY. Null where there is no amount, or nothing says in which unit it is. */
export function inUnit(value: number | null, unit: string | null, wanted: 'CNY' | 'CNY_10K'): number | null {
  if (unit === wanted) return value;
  const factor = unit === null ? undefined : yuan[unit];
  return value === null || factor === undefined ? null : plain(plain(value * factor) / yuan[wanted]);
}

const unitOfMoney = /(亿|千万|百万|万|W|千|百)?元/i;
const units: Readonly<Record<string, string | null>> = { '': 'CNY', 万: 'CNY_10K', W: 'CNY_10K', 亿: 'CNY_100M' };

/** The unit of money that a label prints, also broken over two lines; undefined where it prints none, null for one we do not have. */
export function moneyIn(label: string): string | null | undefined {
  const hit = unitOfMoney.exec(label.replace(/\s/g, ''));
  return hit ? (units[(hit[1] ?? '').toUpperCase()] ?? null) : undefined;
}
