/** Colours that colour-blind readers can distinguish (Okabe and Ito); their values are in the style sheet. */
export const colours = ['var(--c1)', 'var(--c2)', 'var(--c3)', 'var(--c4)', 'var(--c5)', 'var(--c6)', 'var(--c7)', 'var(--c8)'] as const;
/** The colour of the nth series, from 0; after the last the first again. */
export const colour = (at: number): string => colours[at % colours.length] ?? 'currentColor';
