// Writes samples/: eight small files to try, each marked 示例 in its title. `npm run samples` after a change here.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { draftReport } from './generate/draft/draft.ts';
import type { Paragraph } from './generate/draft/paragraph.ts';
import { type Draft, type Layout, layoutNamed } from './generate/index.ts';
import { renderDraft } from './generate/render.ts';

const told = (text: string): Paragraph => ({ text, statements: [], otherNumbers: [] });
const state = (text: string, code: string, value: number, unit: string, snippet: string, negated = false): Paragraph => ({
  text,
  statements: [{ code, value, unit, snippet, approximate: false, negated }],
  otherNumbers: [],
});

const marked = (draft: Draft, file: string): Draft => ({
  ...draft,
  title: `${draft.organ.name}${draft.year}年政府信息公开工作年度报告（示例）`,
  seed: file.length,
});

/** Figures as a real office printed them: cells that are not named are a printed 0. */
function withFigures(
  draft: Draft,
  printed: Readonly<Record<string, readonly [raw: string, value: number, unit?: string]>>,
  prose: readonly Paragraph[],
): Draft {
  const cells = [...draft.cells].map(([code, cell]) => {
    const [raw, value, unit] = printed[code] ?? ['0', 0];
    return [
      code,
      { ...cell, raw, value, status: /\d/.test(raw) ? ('reported' as const) : ('reported_text' as const), unit: unit ?? cell.unit },
    ] as const;
  });
  const sections = draft.sections.map((section) => {
    if (section.n === 1) return { ...section, paragraphs: prose };
    return section.table
      ? section
      : {
          ...section,
          paragraphs: [told(section.n === 5 ? '解读材料的形式还可以更多样，下一步将增加图文和问答。' : '无其他需要报告的事项。')],
        };
  });
  return { ...draft, cells: new Map(cells), sections };
}

/** The 2020 figures of a city bureau: a form of 2019 with words for no change, counters, and money in the cell. */
function cityBureau2020(): Draft {
  const draft = draftReport(11, { division: '350200', kind: 'justice-bureau', form: '2019', year: 2020 });
  const row = (name: string, ...values: readonly (readonly [string, string, number, string?])[]) =>
    Object.fromEntries(
      values.map(([column, raw, value, unit]) => [`${name}.${column}`, unit ? ([raw, value, unit] as const) : ([raw, value] as const)]),
    );
  const one = (name: string, value: number) =>
    row(`applications.${name}`, ['natural_person', String(value), value], ['total', String(value), value]);
  const figures = {
    ...row('disclosure.normative_documents', ['made_this_year', '2', 2], ['disclosed_this_year', '2', 2], ['disclosed_total', '2', 2]),
    ...row('disclosure.licensing', ['items_prior_year', '38', 38], ['items_change', '无增减', 0], ['decisions', '1540', 1540]),
    ...row('disclosure.other_external_services', ['items_prior_year', '12', 12], ['items_change', '无增减', 0], ['decisions', '229', 229]),
    ...row('disclosure.penalties', ['items_prior_year', '13项', 13], ['items_change', '无增减', 0], ['decisions', '1', 1]),
    ...row('disclosure.procurement', ['projects', '23', 23], ['amount', '109038元', 109038, 'CNY']),
    ...one('new_received', 4),
    ...one('granted', 1),
    ...one('unavailable_not_held', 1),
    ...one('unprocessed_reconfirmation', 1),
    ...one('processed_total', 3),
    ...one('carried_out', 1),
  };
  return withFigures({ ...draft, style: { ...draft.style, amount: 'yuan' } }, figures, [
    state('全年共受理依申请公开4件。', 'applications.new_received', 4, '件', '受理依申请公开4件'),
    state(
      '截至年底，现行有效的行政规范性文件8件，与表内数字不同，留待核对。',
      'disclosure.normative_documents.in_force',
      8,
      '件',
      '现行有效的行政规范性文件8件',
    ),
  ]);
}

/** The same draft as another organ's: names stand in the title and the preamble. */
function asOrgan(draft: Draft, agencyId: string, name: string): Draft {
  const { organ } = draft;
  const [code = ''] = agencyId.split('-');
  return {
    ...draft,
    preamble: draft.preamble.replaceAll(organ.name, name),
    organ: { ...organ, agencyId, name, place: { ...organ.place, code } },
  };
}

/** The 2021 figures of a district bureau: nothing but printed zeros. */
function districtBureau2021(): Draft {
  const draft = draftReport(12, { division: '110105', kind: 'justice-bureau', form: '2021', year: 2021 });
  return withFigures(asOrgan(draft, '370215-justice-bureau', '青岛市即墨区司法局'), {}, [
    state('本年度未收到政府信息公开申请。', 'applications.new_received', 0, '件', '未收到政府信息公开申请', true),
  ]);
}

const notice = `关于做好政府信息公开工作年度报告编制工作的通知（示例）

各科室：
请于一月十五日前报送本科室上一年度主动公开和依申请公开的数字，由办公室汇总。
编制时注意表内各行之和与总计一致；没有数字的一律填写0，不得留空。

示例县人民政府办公室
2022年1月4日
`;

interface Sample {
  readonly name: string;
  readonly layout: Layout;
  readonly draft: Draft;
}

const samples: readonly Sample[] = [
  { name: '01-厦门市司法局2020.html', layout: layoutNamed('html'), draft: cityBureau2020() },
  { name: '02-即墨区司法局2021.txt', layout: layoutNamed('cells_spaced'), draft: districtBureau2021() },
  {
    name: '03-保定市司法局2023-重复行丢失.txt',
    layout: layoutNamed('cells_repeats_and_zeros_dropped'),
    draft: draftReport(13, { division: '130600', kind: 'justice-bureau', form: 'hybrid', year: 2023 }),
  },
  {
    name: '04-青岛市人民政府2022-gb18030.html',
    layout: { ...layoutNamed('html'), encoding: 'gb18030' },
    draft: draftReport(14, { kind: 'government', form: '2021', year: 2022, division: '370200' }),
  },
  {
    name: '05-空白单元格2021.txt',
    layout: layoutNamed('pipes_leading_blank_zeros'),
    draft: draftReport(15, { division: '350200', kind: 'justice-bureau', form: '2021', year: 2021 }),
  },
  {
    name: '06-市场监管局2024.md',
    layout: layoutNamed('markdown'),
    draft: draftReport(16, { kind: 'market-regulation', form: '2021', year: 2024 }),
  },
  {
    name: '07-繁体网页2023.html',
    layout: layoutNamed('html_traditional'),
    draft: draftReport(17, { kind: 'finance', form: '2021', year: 2023 }),
  },
];

const folder = 'samples';
// Apart from the documents: a folder that people try `ingest` on holds nothing that cannot be read.
const truths = 'test/samples-expected';
rmSync(truths, { recursive: true, force: true });
mkdirSync(truths, { recursive: true });
const write = (name: string, bytes: Uint8Array | string, truth: unknown) => {
  writeFileSync(`${folder}/${name}`, bytes);
  writeFileSync(`${truths}/${name}.json`, `${JSON.stringify(truth, null, 1)}\n`);
};
for (const { name, layout, draft } of samples) {
  const { bytes, truth } = renderDraft(marked(draft, name), layout);
  write(name, bytes, { document: name, ...truth, report: { ...truth.report, title: truth.report?.title?.replace('（示例）', '') } });
}
write('08-编制通知.txt', notice, {
  document: '08-编制通知.txt',
  report: { kind: 'notice', kind_any: ['notice', 'not_a_report'] },
  no_numbers: ['disclosure', 'applications', 'remedies', 'statistics'],
});
