import { describe, expect, it } from 'vitest'
import { Usage } from '../../../server/usage.ts'
import { readConfig, settings } from '../../../server/config.ts'
import type { Environment } from '../../../server/config.ts'

const read = (args: string[], env: Environment = {}) => readConfig(args, env, false)

describe('the configuration', () => {
  it('stands on its own without any setting', () => {
    expect(read([])).toEqual({
      port: 8787,
      host: 'localhost',
      data: './data',
      database: './data/changxing.db',
      origin: undefined,
      secret: undefined,
      healthData: undefined,
      signingKeys: undefined,
      kms: undefined,
      rotateDays: undefined,
      channels: { sms: undefined, smsHook: undefined, robots: [], pushHosts: [], webhook: undefined },
      trustProxy: false,
      log: 'all',
      build: false,
      lan: false,
      demo: false,
      demoSpeed: 1,
      help: false,
    })
  })

  it('takes flags before the environment, and an empty setting as none', () => {
    expect(read(['--port', '9000'], { PORT: '9001', CHANGXING_HOST: '' })).toMatchObject({
      port: 9000,
      host: 'localhost',
    })
    expect(read([], { PORT: '9001', CHANGXING_DB: '/x/y.db' })).toMatchObject({ port: 9001, database: '/x/y.db' })
    expect(read(['--lan'])).toMatchObject({ host: '0.0.0.0', lan: true })
  })

  it('keeps the demo away from real data', () => {
    const config = read(['--demo', '--data', '/srv'], { CHANGXING_DB: '/srv/real.db' })
    expect(config).toMatchObject({ data: '/srv/demo', database: '/srv/demo/changxing.db' })
  })

  it.each([
    [['--port', '0'], {}, 'port'],
    [['--port', '65536'], {}, 'port'],
    [[], { PORT: 'x' }, 'port'],
    [['--nonsense'], {}, '--nonsense'],
    [['extra'], {}, 'extra'],
    [[], { CHANGXING_DB: 'postgres://u:secret@h/d' }, 'later version'],
    [[], { CHANGXING_DB: 'mysql://u:secret@h/d' }, 'must be a file'],
    [[], { CHANGXING_ORIGIN: 'cx.example' }, 'https://host'],
    [[], { CHANGXING_ORIGIN: 'https://cx.example/' }, 'https://host'],
    [[], { CHANGXING_ORIGIN: 'ftp://cx.example' }, 'https://host'],
    [[], { CHANGXING_SECRET: 'short' }, '32 bytes'],
    [[], { CHANGXING_HEALTH_DATA_URL: 'https://h' }, 'belong together'],
    [[], { CHANGXING_HEALTH_DATA_URL: 'h', CHANGXING_HEALTH_DATA_TOKEN: 't' }, 'http(s)'],
    [[], { CHANGXING_SIGNING_KEYS: 'my-secret-key' }, '{"keys":[…]}'],
    [[], { CHANGXING_KMS_TOKEN: 't' }, 'needs CHANGXING_KMS_URL'],
    [[], { CHANGXING_KMS_URL: 'kms' }, 'http(s)'],
    [[], { CHANGXING_ROTATE_DAYS: '3' }, '7 to 365'],
    [[], { CHANGXING_SMS: '{"keySecret":"my-secret@"}' }, 'CHANGXING_SMS is not'],
    [[], { CHANGXING_SMS: 'secret@' }, 'CHANGXING_SMS is not'],
    [[], { CHANGXING_SMS_HOOK: 'short-secret@' }, '24 to 100'],
    [[], { CHANGXING_ROBOTS: '[{"county":"1"}]' }, '(at 0.county)'],
    [[], { CHANGXING_ROBOTS: '[{"county":"410822"},{"county":"410822"}]' }, 'twice'],
    [[], { CHANGXING_PUSH_HOSTS: 'https://push.example' }, 'names of hosts'],
    [[], { CHANGXING_WEBHOOK_URL: 'https://h' }, 'belong together'],
    [[], { CHANGXING_WEBHOOK_URL: 'https://h', CHANGXING_WEBHOOK_SECRET: 'secret@' }, 'base64'],
    [[], { CHANGXING_TRUST_PROXY: 'yes' }, '0 or 1'],
    [[], { CHANGXING_LOG: 'debug' }, 'all or problems'],
  ])('stops with a sentence that helps: %j %j', (args, env, says) => {
    const run = () => read(args, env)
    expect(run).toThrow(Usage)
    expect(run).toThrow(says)
    expect(run).not.toThrow('secret@')
  })

  it('is settled: nobody changes it later', () => {
    expect(Object.isFrozen(read([]))).toBe(true)
  })

  it('reads no setting that --help does not list', async () => {
    const { readFileSync } = await import('node:fs')
    const text = readFileSync(new URL('../../../server/config.ts', import.meta.url), 'utf8')
    const read = [...text.matchAll(/set\('(\w+)'\)/g)].map(([, name]) => name!)
    expect(Object.keys(settings).sort()).toEqual([...new Set(read)].sort())
  })
})
