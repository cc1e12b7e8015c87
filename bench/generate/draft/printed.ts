import type { CellStatus } from '../../../schemas/report.ts';
import type { Random } from '../random.ts';
import type { Figures } from './figures.ts';

/** A figure as the page prints it, and what a careful reader makes of the print. */
export interface PrintedCell {
  readonly code: string;
  readonly raw: string;
  readonly value: number | null;
  readonly status: CellStatus;
  readonly unit: string | null;
}

/** How one office types its numbers. */
export interface NumberStyle {
  /** `13项` in the catalogue columns of form 2019. */
  readonly counters: boolean;
  /** What stands for no change. */
  readonly noChange: '0' | '无增减';
  readonly plusSign: boolean;
  /** The unit of 采购总金额: in the cell, in the label, or nowhere. */
  readonly amount: 'yuan' | 'ten_thousand' | 'label_yuan' | 'label_ten_thousand' | 'none';
  /** `1,113` */
  readonly thousands: boolean;
}

/** An office's habits. */
export function numberStyle(random: Random): NumberStyle {
  return {
    counters: random.chance(0.2),
    noChange: random.pick(['0', '无增减']),
    plusSign: random.chance(0.5),
    amount: random.pick(['yuan', 'yuan', 'ten_thousand', 'label_yuan', 'label_ten_thousand', 'none']),
    thousands: random.chance(0.05),
  };
}

/** Label of 采购总金额 in this style. */
export function amountLabel(style: NumberStyle): string {
  if (style.amount === 'label_yuan') return '采购总金额(元)';
  return style.amount === 'label_ten_thousand' ? '采购总金额(万元)' : '采购总金额';
}

/** At most six decimals, no exponent, no trailing zeros: 24252.311082, 7398400.5, 0. */
function plainNumber(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, '');
}

function withThousands(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function amountCell(code: string, yuan: number, style: NumberStyle): PrintedCell {
  const tenThousands = style.amount.endsWith('ten_thousand');
  const value = tenThousands ? Number(plainNumber(yuan / 10_000)) : yuan;
  const counter = { yuan: '元', ten_thousand: '万元', label_yuan: '', label_ten_thousand: '', none: '' }[style.amount];
  const unit = style.amount === 'none' ? null : tenThousands ? 'CNY_10K' : 'CNY';
  return { code, raw: `${plainNumber(value)}${counter}`, value, status: 'reported', unit };
}

function changeCell(code: string, value: number, style: NumberStyle, unit: string): PrintedCell {
  if (value === 0 && style.noChange === '无增减') return { code, raw: '无增减', value: 0, status: 'reported_text', unit };
  return { code, raw: value > 0 && style.plusSign ? `+${value}` : String(value), value, status: 'reported', unit };
}

/** Print one figure in the office's style; `unit` is the unit of its column. */
export function printCell(code: string, figures: Figures, style: NumberStyle, unit: string): PrintedCell {
  const value = figures.get(code);
  if (value === undefined) throw new Error(`no figure for ${code}`);
  if (code === 'disclosure.procurement.amount') return amountCell(code, value, style);
  if (code.endsWith('.items_change')) return changeCell(code, value, style, unit);
  const plain = style.thousands ? withThousands(plainNumber(value)) : plainNumber(value);
  const counter = style.counters && code.endsWith('.items_prior_year') && value > 0 ? '项' : '';
  return { code, raw: `${plain}${counter}`, value, status: 'reported', unit };
}
