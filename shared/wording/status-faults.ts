/** Refusals of the public lists of standings. */
export const statusFaultWords = {
  'SL-01': {
    zh: '没有这份状态列表，或其中的通行证均已到期。当前列表见 /status。',
    en: 'There is no such status list, or every pass on it has run out. The present lists are named at /status.',
  },
} as const
