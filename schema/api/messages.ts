export const messagesApi = [] as const
