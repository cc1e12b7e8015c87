import { describe, expect, it } from 'vitest';
import { told } from './read.ts';

type Case = readonly [text: string, ...told: string[]];

describe('a part with the kind of its whole has no code (mentions.md, rule 11)', () => {
  const cases: readonly Case[] = [
    ['发布政策解读23篇，其中图片解读12篇、视频解读3篇。', 'interpretation.articles=23'],
    ['门户网站发布信息500条。其中，网站发布图文信息300条。', 'posts.website=500'],
    ['网站发布信息500条，其中政府网站发布工作动态300条。', 'posts.website=500', 'posts.website_news=300'],
    ['办理政协提案11件，其中主办件4件、会办件7件。', 'proposals.cppcc=11'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('parts told without the words of their whole', () => {
  const normative = 'disclosure.normative_documents';
  const cases: readonly Case[] = [
    [
      '现行有效规范性文件15件，本年新制定3件，废止2件。',
      `${normative}.in_force=15`,
      `${normative}.issued_this_year=3`,
      `${normative}.repealed_this_year=2`,
    ],
    ['清理规范性文件56件，其中废止12件、修改4件。', `${normative}.repealed_this_year=12`],
    ['备案审查规范性文件23件，废止5件。'],
    ['上年结转申请1件，新收申请6件。', 'applications.carried_in=1', 'applications.new_received=6'],
    [
      '做好公文公开属性认定：主动公开类公文34件、依申请公开类公文12件、不予公开类8件。',
      'documents.attribute_proactive=34',
      'documents.attribute_on_request=12',
      'documents.attribute_not_disclosed=8',
    ],
    ['专人负责政务公开工作，配备工作人员4人，其中专职1人、兼职3人。', 'staff.total=4', 'staff.full_time=1', 'staff.part_time=3'],
    ['政务公开工作由办公室牵头，1名工作人员专职负责。', 'staff.full_time=1'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});
