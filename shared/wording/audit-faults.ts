/** Refusals of the log's search. */
export const auditFaultWords = {
  'AL-01': {
    zh: '翻页位置无法识别，请从第一页重新查询。',
    en: 'The place to go on from cannot be read. Search again from the first page.',
  },
} as const
