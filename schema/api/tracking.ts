export const trackingApi = [] as const
