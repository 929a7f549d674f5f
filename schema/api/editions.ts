export const editionsApi = [] as const
