type Bilingual = { readonly zh: string; readonly en: string }

/** What a file of settings looks like: one number that is milder than the city's. */
export const sampleOf = (superior: string, name: Bilingual): string =>
  JSON.stringify(
    { name, level: 'checkpoint', superior, basis: ['jiaozuo-20#7'], parameters: { pendingSampleHours: 48 } },
    null,
    2,
  )
