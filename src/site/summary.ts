import type { CubeFile } from '../../schemas/explorer.ts';

/** Columns of sums: their heading, the block of the cube, and its parts that are added up. */
const columns = [
  ['新收申请 Received', 'applications_new_received', ['applications_new_received']],
  ['办结 Processed', 'outcomes', ['applications_processed_total']],
  ['公开 Disclosed', 'outcomes', ['applications_granted', 'applications_partially_granted']],
] as const;

/** Where the number of reports that give a whole block stands in a row of the cube, and where the parts asked for do. */
function placesOf(
  { keys, blocks }: CubeFile,
  block: string,
  parts: readonly string[],
): { readonly n: number; readonly parts: readonly number[] } {
  const index = blocks.findIndex(({ id }) => id === block);
  const n = blocks.slice(0, index).reduce((at, before) => at + 1 + before.parts.length, keys.length + 1);
  return { n, parts: parts.map((part) => n + 1 + (blocks[index]?.parts.indexOf(part) ?? 0)) };
}

/**
 * The table of sums that stands in the page itself, for readers without script: year by year over reports of single organs.
 * Beside each sum stands how many reports give all numbers of its block; a sum over none is no 0.
 */
export function summary(cube: CubeFile): string {
  const { keys, rows } = cube;
  const [year, coverage] = [keys.indexOf('year'), keys.indexOf('coverage')];
  const own = rows.filter((row) => row[coverage] === 'own_organ');
  const head = columns.map(([name]) => `<th>${name}</th><th>其中报告 of reports</th>`).join('');
  const body = [...new Set(own.map((row) => row[year]))].map((of) => {
    const total = (place: number) => own.reduce((sum, row) => sum + (row[year] === of ? Number(row[place]) : 0), 0);
    const sums = columns.map(([, block, parts]) => {
      const places = placesOf(cube, block, parts);
      const n = total(places.n);
      return `<td>${n === 0 ? '–' : places.parts.reduce((sum, place) => sum + total(place), 0)}</td><td>${n}</td>`;
    });
    return `<tr><th>${of}</th><td>${total(keys.length)}</td>${sums.join('')}</tr>`;
  });
  return `<table><thead><tr><th>年度 Year</th><th>报告 Reports</th>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}
