export const auditApi = [] as const
