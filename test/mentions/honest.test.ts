import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denials } from '../../schemas/denials.ts';
import { mentionCodes, mentionKind } from '../../schemas/mentions.ts';
import { fragments, phrasings } from '../../schemas/phrasings.ts';
import { type Edges, edgesOf } from '../../src/mentions/edges.ts';
import { type Prose, readProse } from '../../src/mentions/index.ts';
import { bureau, prose, shares, told } from './read.ts';

const report = [
  '（一）主动公开',
  '　　2022年，“示例水务”微信公众号共推送信息120条（其中图文96条），粉丝数1.2万人。',
  '（二）依申請公開　全年收到政府信息公開申請 3',
  '6 件，辦結35件；另有1件結轉下年度繼續辦理。',
].join('\n');

describe('a mention can be found again on the page', () => {
  it("its snippet stands at its offset in the text of its section, in the page's own script", () => {
    const mentions = readProse(prose(report), bureau).mentions;
    expect(mentions.map(({ code }) => code)).toEqual([
      'posts.wechat',
      'followers.wechat',
      'applications.new_received',
      'applications.processed_total',
      'applications.carried_out',
    ]);
    for (const { snippet, offset } of mentions) expect(report.slice(offset, offset + snippet.length)).toBe(snippet);
    expect(mentions[3]?.snippet).toBe('辦結35件');
  });

  it('a sentence that the page breaks over two lines is read whole', () => {
    const [, , received] = readProse(prose(report), bureau).mentions;
    expect([received?.value, received?.snippet]).toEqual([36, '依申請公開　全年收到政府信息公開申請 3\n6 件']);
  });

  it('offsets count from the section where a piece of prose begins later in it', () => {
    const [mention] = readProse(
      [{ section: 3, offset: 500, text: '共收到申请公开政府信息8件', folded: '共收到申请公开政府信息8件' }],
      bureau,
    ).mentions;
    expect([mention?.section, mention?.offset]).toEqual([3, 500]);
  });
});

describe('one fact is one mention', () => {
  it('however often it is said', () => {
    expect(told('未收到政府信息公开申请。\n依申请公开方面，我局未收到政府信息公开申请。')).toEqual(['applications.new_received=0!']);
  });

  it('different facts with one code are several', () => {
    expect(told('“供水课堂”抖音号播出12期。\n“节水课堂”抖音号播出30期。')).toEqual(['posts.video_series=12', 'posts.video_series=30']);
  });

  it('percentages of a breakdown are none, but stand beside one', () => {
    const text = '共办结政府信息公开申请89宗。其中，网上申请83宗，占93.3%；不予公开7宗（内部事务信息4宗，过程性信息3宗），占8%。';
    expect(told(text).filter((each) => each.includes('93'))).toEqual([]);
    expect(shares(text)).toEqual(['applications.processed_online 83 93.3', 'applications.denied_total 7 8']);
  });
});

describe('the phrasings', () => {
  const words = (source: string): string =>
    source.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => words(fragments[name as keyof typeof fragments]));
  const codes = phrasings.flatMap(({ code }) => (code === null ? [] : [code].flat()));

  it('name codes of the closed list only', () => {
    const unknown = [...codes, ...denials.flatMap((denial) => denial.codes)].filter(
      (code) => !code.includes('@') && mentionKind(code) === null,
    );
    expect(unknown).toEqual([]);
    expect(mentionCodes.every((code) => mentionKind(code) !== null)).toBe(true);
  });

  it('reach every code of the vocabulary', () => {
    const open = codes
      .filter((code) => code.includes('@'))
      .map((code) => new RegExp(`^${code.replaceAll('.', '\\.').replace(/@+/, '[a-z_.]+')}$`));
    const missed = mentionCodes.filter((code) => !codes.includes(code) && !open.some((pattern) => pattern.test(code)));
    // Cells that prose does not tell in words of their own.
    expect(
      missed.filter(
        (code) =>
          !/^(?:disclosure\.|applications\.[a-z_]+\.|applications\.(?:other_misc|other_processing)|remedies\.litigation_)/.test(code),
      ),
    ).toEqual([]);
  });

  it('name only fragments that exist', () => {
    for (const { before = '', after = '', unless = '' } of phrasings)
      for (const [, name] of `${before}${after}${unless}`.matchAll(/\{([a-zA-Z]+)\}/g)) expect(Object.keys(fragments)).toContain(name);
  });

  it('have the edges and words by which they are looked up', () => {
    const nothing: Edges = { first: '', last: '', empty: false, words: null };
    const sources = phrasings.flatMap(({ before, after }) => [before, after].filter((source) => source !== undefined)).map(words);
    const plain = sources.filter((source) => !/\(\?<?[=!]/.test(source) && source !== '');
    expect(plain.length).toBeGreaterThan(150);
    for (const source of [...plain, '没无{2}件', '以上+年', '(?:逾期|未)不?补正', '(?:收到|(?:新)?接收)?申请']) {
      const edges = edgesOf(source, () => nothing);
      fc.assert(
        fc.property(fc.stringMatching(new RegExp(`^(?:${source})$`)), (text) => {
          const characters = [...text];
          const [first, last] = [text[0], text.at(-1)];
          if (first === undefined || last === undefined) return edges.empty;
          // A pair of code units is no character of ours; an empty end is reached through the one before it.
          if (characters.length !== text.length) return true;
          const isHeld = edges.words === null || edges.words.some((word) => text.includes(word));
          return isHeld && (edges.first === null || edges.first.includes(first)) && (edges.last === null || edges.last.includes(last));
        }),
        { numRuns: 30 },
      );
    }
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...'收到 政府信息公开申请 办结 12件 3 近 万余 条 ， 。 （ ） 《 》 “ ” 未 没有 行政复议 、 微信公众号 发布信息 占 93.3% ： 全市 我局 2022年 二十 不予公开 \n 　 专（兼）职 ① 𠮷'.split(
      ' ',
    ),
  );

  it('gives snippets of the page, values that are numbers, codes of the list', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const { code, value, snippet, offset } of readProse(prose(text), bureau).mentions) {
          expect(text.slice(offset, offset + snippet.length)).toBe(snippet);
          expect(snippet.length).toBeLessThanOrEqual(60);
          expect(Number.isFinite(value) && value >= 0).toBe(true);
          expect(mentionKind(code)).not.toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('however long, is read to its end', () => {
    const long = [
      '9',
      '一',
      '1,',
      '(',
      '）',
      '未',
      '《',
      '“',
      '公开',
      '收到政府信息公开申请1件、',
      '行政复议案件',
      '没有收到',
      '网站发布信息2条，',
    ].map((each) => each.repeat(40_000));
    const pieces: Prose[] = long.map((text, section) => ({ section, offset: 0, text, folded: text }));
    expect(readProse(pieces, bureau).mentions.length).toBeGreaterThan(0);
  });
});
