export const appealsApi = [] as const
