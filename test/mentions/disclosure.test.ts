import { describe, expect, it } from 'vitest';
import { city, told } from './read.ts';

type Case = readonly [text: string, ...told: string[]];

const r = (code: string) => `remedies.${code}`;
const d = (code: string) => `disclosure.${code}`;

describe('reviews and lawsuits over government information', () => {
  const cases: readonly Case[] = [
    ['2022年，因政府信息公开被申请行政复议3件，被提起行政诉讼1件。', r('review.total=3'), r('litigation.total=1')],
    ['政府信息公开类行政复议案件5起，行政诉讼案件2起。', r('review.total=5'), r('litigation.total=2')],
    ['因政府信息公开引发的行政复议4件，其中维持3件、纠正1件。', r('review.total=4'), r('review.upheld=3'), r('review.corrected=1')],
    [
      '因信息公开产生行政诉讼2件，其中未经复议直接起诉1件，复议后起诉1件。',
      r('litigation.total=2'),
      r('litigation_direct.total=1'),
      r('litigation_after_review.total=1'),
    ],
    [
      '政府信息公开行政诉讼案件6件，结果维持4件，尚未审结2件。',
      r('litigation.total=6'),
      r('litigation.upheld=4'),
      r('litigation.pending=2'),
    ],
    ['涉及政府信息公开的行政复议、行政诉讼均为0件。', r('review.total=0'), r('litigation.total=0')],
    ['全年发生政府信息公开行政复议0起、行政诉讼0起。', r('review.total=0'), r('litigation.total=0')],
    ['没有发生因政府信息公开引起的行政复议和行政诉讼案件。', r('review.total=0!'), r('litigation.total=0!')],
    ['2022年我局未因政府信息公开被申请行政复议、提起行政诉讼。', r('review.total=0!'), r('litigation.total=0!')],
    ['政府信息公开工作中，无行政复议，无行政诉讼。', r('review.total=0!'), r('litigation.total=0!')],
    ['未收到有关政府信息公开的行政复议申请。', r('review.total=0!')],
    ['本年度政府信息公开行政复议、行政诉讼均未发生。', r('review.total=0!'), r('litigation.total=0!')],
    ['全年没有发生因政府信息公开申请引发的复议、诉讼事项。', r('review.total=0!'), r('litigation.total=0!')],
    ['未经复议直接起诉的，依法应诉。'],
    ['全年办理行政复议案件126件，审结110件。'],
    ['主动公开行政复议决定书38份。', 'review_decisions_published=38'],
    ['没有发生政府信息公开行政复议被纠错的情况。'],
    ['全年代理行政应诉案件14件。'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('information and documents', () => {
  const cases: readonly Case[] = [
    ['2022年，我局主动公开政府信息1283条。', d('documents_disclosed=1283')],
    ['全年累计主动公开各类政府信息2.3万余条。', d('documents_disclosed=23000~')],
    ['通过网站、微信、微博等渠道公开政府信息560条。', d('documents_disclosed=560')],
    ['共计主动公开政府信息（文件）45件。', d('documents_disclosed=45')],
    [
      '现行有效行政规范性文件12件，本年度制发规范性文件3件，废止1件。',
      d('normative_documents.in_force=12'),
      d('normative_documents.issued_this_year=3'),
      d('normative_documents.repealed_this_year=1'),
    ],
    [
      '全年出台行政规范性文件两件，废止规范性文件五件。',
      d('normative_documents.issued_this_year=2'),
      d('normative_documents.repealed_this_year=5'),
    ],
    ['我局有6件现行有效的规范性文件，均已公开。', d('normative_documents.in_force=6')],
    ['本年度未制定规范性文件。', d('normative_documents.issued_this_year=0!')],
    ['以市政府名义制发规范性文件4件。'],
    ['按照部署清理市政府规范性文件30件，建议废止9件。'],
    ['3件市政府行政规范性文件予以废止。'],
    ['审查各部门报送的规范性文件21件。'],
    ['全年作出行政处罚决定17件，行政许可决定210件。', d('penalties.decisions=17'), d('licensing.decisions=210')],
    ['办理行政处罚案件8宗，实施行政强制2次。', d('penalties.decisions=8'), d('coercion.decisions=2')],
    ['开展执法检查42家次，立案查处3起。'],
    ['公示行政处罚信息56条。'],
    ['梳理行政许可事项33项。'],
    [
      '共制发公文240件，其中主动公开96件，依申请公开80件，不予公开64件。',
      'documents.made=240',
      'documents.attribute_proactive=96',
      'documents.attribute_on_request=80',
      'documents.attribute_not_disclosed=64',
    ],
    ['全年印发文件77份，属性为主动公开的30份。', 'documents.made=77', 'documents.attribute_proactive=30'],
    ['主动公开文件全文电子化率达98.5%。', 'documents.full_text_rate=98.5'],
    ['向市档案馆、图书馆移交主动公开文件36份。', d('sent_to_archives_library=36')],
    ['通过市政府网站、市档案馆和图书馆的查阅室主动公开政府信息36条。', d('documents_disclosed=36')],
    ['全年制作、获取政府信息900条，其中主动公开政府信息700条，作为依申请公开信息120条，不予公开信息80条。', d('documents_disclosed=700')],
    ['2022年，收取信息处理费1.2万元。', 'information_fee.collected=12000'],
    ['本年度收取信息处理费共计340元。', 'information_fee.collected=340'],
    ['信息处理费收取情况：0元。', 'information_fee.collected=0'],
    ['我局2022年度未收取信息处理费。', 'information_fee.collected=0!'],
    ['依据《政府信息公开信息处理费管理办法》，本年度没有收取信息处理费。', 'information_fee.collected=0!'],
    ['无政府信息公开信息处理费收取情况。', 'information_fee.collected=0!'],
    ['办理依申请公开事项未收取任何费用。', 'information_fee.collected=0!'],
    ['学习《政府信息公开信息处理费管理办法》2次。'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));

  it("rules are a government's own", () => {
    expect(told('全年制定政府规章2部，全市作出行政处罚决定1.8万件。', city)).toEqual([
      d('regulations.issued_this_year=2'),
      d('penalties.decisions=18000'),
    ]);
    expect(told('现行有效的市政府行政规范性文件231件。', city)).toEqual([d('normative_documents.in_force=231')]);
  });
});
