import type { Message } from './message.ts';

/** Failures of queries in Athena. */
export const athenaMessages = {
  athena_format: {
    exit: 2,
    zh: 'Athena 的结果不能直接存为 Parquet。',
    en: 'a result of Athena cannot be saved as Parquet here.',
    advice: {
      zh: '请用 --format csv 或 json；大量结果可在 Athena 中用 UNLOAD。',
      en: 'Use --format csv or json; for large results use UNLOAD in Athena.',
    },
  },
  athena_refused: {
    exit: 2,
    zh: 'Athena 无法运行这条 SQL：{reason}',
    en: 'Athena cannot run the SQL: {reason}',
    advice: { zh: '先在本地试：gongkai query … --engine duckdb', en: 'Try it on the laptop first: gongkai query … --engine duckdb' },
  },
  athena_denied: {
    exit: 1,
    zh: '无法访问 Athena：{reason}',
    en: 'no access to Athena: {reason}',
    advice: {
      zh: '请检查 AWS 凭证与区域（AWS_PROFILE、AWS_REGION），以及是否附有分析者策略。',
      en: 'Check AWS credentials and region (AWS_PROFILE, AWS_REGION), and that the analyst policy is attached.',
    },
  },
  athena_scan_limit: {
    exit: 1,
    zh: '查询读取的数据超过工作组 {workgroup} 的上限，已停止：{reason}',
    en: 'the query read more than the workgroup {workgroup} allows and was stopped: {reason}',
    advice: { zh: '用 year 条件缩小范围。', en: 'Narrow it by a condition on year.' },
  },
  athena_throttled: {
    exit: 1,
    zh: 'Athena 正忙：{reason}',
    en: 'Athena is busy: {reason}',
    advice: { zh: '稍后再试。', en: 'Try again in a while.' },
  },
  athena_timeout: {
    exit: 1,
    zh: 'Athena 查询超时：{reason}',
    en: 'the query took too long: {reason}',
    advice: { zh: '用 year 条件缩小范围。', en: 'Narrow it by a condition on year.' },
  },
  athena_cancelled: {
    exit: 1,
    zh: 'Athena 查询被取消：{reason}',
    en: 'the query was cancelled: {reason}',
  },
  athena_failed: {
    exit: 1,
    zh: 'Athena 出错：{reason}',
    en: 'Athena failed: {reason}',
    advice: { zh: '稍后再试；区域与服务状态也请检查。', en: 'Try again in a while; check the region and the state of the service, too.' },
  },
} as const satisfies Record<string, Message>;
