export const codesApi = [] as const
