import type { Config } from '../config.ts'
import { Usage } from '../usage.ts'

type Say = (config: Config) => string

const rights: Say = ({ data }) =>
  `数据目录 ${data} 无法写入：请检查路径和权限，或用 --data 另选\n` +
  `The data folder ${data} cannot be written: check the path and its rights, or choose another with --data`
const damaged: Say = ({ database }) =>
  `数据库 ${database} 已损坏或不是数据库：请先把该文件移到别处保存，再放回备份\n` +
  `The database ${database} is damaged or is no database: move it aside, keep it, and put the backup in its place`
const notOpen: Say = ({ database }) =>
  `数据库 ${database} 无法打开或写入：请检查路径、权限和磁盘空间\n` +
  `The database ${database} cannot be opened or written: check the path, its rights and the space on the disk`
const noAddress: Say = ({ host }) => `本机没有地址 ${host} / this machine has no address ${host}`

const advice: Readonly<Record<string, Say>> = {
  EADDRINUSE: ({ port }) =>
    `端口 ${port} 已被占用，请换一个:--port ${port + 1}\nPort ${port} is in use. Try --port ${port + 1}`,
  EADDRNOTAVAIL: noAddress,
  ENOTFOUND: noAddress,
  EAI_AGAIN: noAddress,
  EEXIST: rights,
  ENOTDIR: rights,
  ENOENT: rights,
  EPERM: rights,
  EROFS: rights,
  ENOSPC: ({ data }) => `磁盘已满，无法写入 ${data} / the disk is full, ${data} cannot be written`,
  SQLITE_NOTADB: damaged,
  SQLITE_CORRUPT: damaged,
  SQLITE_CANTOPEN: notOpen,
  SQLITE_READONLY: notOpen,
  SQLITE_FULL: notOpen,
  SQLITE_IOERR: notOpen,
  SQLITE_PERM: notOpen,
  SQLITE_BUSY: notOpen,
}

/** What keeps the server from starting, in words that help; anything else as it was. */
export function startTrouble(config: Config, cause: unknown): unknown {
  const found = codesOf(cause)
  if (found.includes('EACCES')) return new Usage(noRight(config, cause))
  const code = found.find((name) => Object.hasOwn(advice, name))
  return code === undefined ? cause : new Usage(advice[code]!(config))
}

const noRight = (config: Config, cause: unknown): string =>
  cause instanceof Error && 'syscall' in cause && cause.syscall === 'listen'
    ? `没有权限使用端口 ${config.port} / not allowed to use port ${config.port}`
    : rights(config)

/** Its own and those of what it came from; `SQLITE_READONLY_DIRECTORY` also counts as `SQLITE_READONLY`. */
function codesOf(cause: unknown): string[] {
  if (!(cause instanceof Error)) return []
  const code = 'code' in cause ? String(cause.code) : ''
  const plain = code.startsWith('SQLITE_') ? code.split('_').slice(0, 2).join('_') : code
  return [plain, ...codesOf(cause.cause)]
}
