import type { Flaw, FlawKind, Report } from './verify.ts'

type Both = { zh: string; en: string }
type Say = (n: number) => Both

const words: Readonly<Record<FlawKind, Say>> = {
  missing: (n) => ({
    zh: `第 ${n} 条缺失：被删除，或编号被改`,
    en: `entry ${n} is missing: deleted, or given another number`,
  }),
  altered: (n) => ({ zh: `第 ${n} 条被改动`, en: `entry ${n} was altered` }),
  foreign: (n) => ({
    zh: `第 ${n} 条不属于此处：插入、调换或改动`,
    en: `entry ${n} does not belong there: inserted, moved or altered`,
  }),
  unlinked: (n) => ({
    zh: `第 ${n} 条本身完好，但不接在前一条之后：前面的记录被换过`,
    en: `entry ${n} is genuine but does not follow the one before it: what came before was replaced`,
  }),
  rewritten: (n) => ({
    zh: `第 ${n} 条与已签名的校验头不符：到此为止的记录被重写`,
    en: `entry ${n} is not the one whose head was signed: the log up to it was written anew`,
  }),
  cut: (n) => ({
    zh: `从第 ${n} 条起被截去：有签名证明其后还有记录`,
    en: `the log was cut off from entry ${n} on: a signed head tells of later entries`,
  }),
  'bad-head': (n) => ({
    zh: `第 ${n} 条的校验头签名无效`,
    en: `the signed head of entry ${n} does not hold`,
  }),
  'head-lost': (n) => ({
    zh: `第 ${n} 条的校验头在数据库中被删，库外仍有`,
    en: `the signed head of entry ${n} was deleted from the database; it is still outside`,
  }),
  unreadable: (n) => ({
    zh: `第 ${n} 条起无法读出：数据库文件损坏`,
    en: `entry ${n} and what follows cannot be read: the database file is damaged`,
  }),
  unlocked: () => ({
    zh: '禁止修改和删除审计记录的触发器不见了',
    en: 'the triggers that forbid changing and deleting entries are gone',
  }),
}

export const sayFlaw = ({ kind, seq }: Pick<Flaw, 'kind' | 'seq'>): Both => words[kind](seq)

/** What a whole chain proves and what it cannot, line by line. `where` names the place outside. */
export function sayProof(
  { entries, signedTo, outsideTo }: Pick<Report, 'entries' | 'signedTo' | 'outsideTo'>,
  where: string | undefined,
): Both[] {
  const inside: Both = {
    zh: `已证明：1–${entries} 条无改动、删除、插入或调换；校验头签到第 ${signedTo} 条`,
    en: `proved: nothing in 1–${entries} was altered, deleted, inserted or moved; heads are signed up to ${signedTo}`,
  }
  const tail: Both = {
    zh: `无法证明：第 ${signedTo} 条之后是否曾有记录被整段截去`,
    en: `not provable: whether entries after ${signedTo} were cut off together`,
  }
  return [inside, outsideTo > 0 && where !== undefined ? outsideTells(outsideTo, where) : nothingOutside, tail]
}

const outsideTells = (to: number, where: string): Both => ({
  zh: `已证明：数据库未被截短或换回旧副本，以库外校验头为据，到第 ${to} 条（${where}）`,
  en: `proved by the heads outside: the database was not cut short or put back to an older day, up to ${to} (${where})`,
})

const nothingOutside: Both = {
  zh: '无法证明：没有库外校验头，记录与校验头一同被删、或整库换回旧副本时无从发现',
  en: 'not provable: without heads outside, entries cut off with their heads, or a database put back to an older day, go unseen',
}
