export const listsApi = [] as const
