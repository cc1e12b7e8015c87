import { colour } from '../charts/colours.ts';
import { partName } from '../filters.ts';
import { t } from '../language.ts';
import type { View } from '../page.ts';

/** Reasons of one kind: to refuse, not to be able, not to process. */
export interface Family {
  readonly id: string;
  readonly name: () => string;
  readonly colour: string;
}

/** The families, in the order of the form. */
export const families: readonly Family[] = [
  { id: 'denied', name: () => t('不予公开', 'Refused'), colour: colour(2) },
  { id: 'unavailable', name: () => t('无法提供', 'Cannot be provided'), colour: colour(3) },
  { id: 'unprocessed', name: () => t('不予处理', 'Not processed'), colour: colour(4) },
  { id: 'other', name: () => t('其他处理', 'Other'), colour: colour(5) },
];

/** The family of a reason. */
export const familyOf = (part: string) => families.find(({ id }) => part.startsWith(`applications_${id}_`)) ?? families[3];

/** A reason's name without the family's, which the colour and a column say. */
export const shortName = (view: View, part: string) =>
  partName(view, part).replace(/^(Denied|Unable to provide|Not processed|Other): /, '');
