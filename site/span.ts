/** `2020`, `2019–2021`: the years from one to another. */
export const span = (first: number | undefined, last: number | undefined): string =>
  first === last ? `${first ?? ''}` : `${first}–${last}`;
