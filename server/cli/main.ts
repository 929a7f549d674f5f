import { Fault } from '../../shared/fault.ts'
import { faultWords } from '../../shared/wording/faults.ts'
import { version } from '../version.ts'
import { Usage } from '../usage.ts'

type Command = { says: string; run: (args: readonly string[]) => Promise<number> }

/** Each answers its exit code. Loaded only when asked for, so that `decide` starts without a database. */
const commands: Readonly<Record<string, Command>> = {
  serve: { says: 'run the server / 启动服务', run: async (args) => (await import('./serve.ts')).serveCommand(args) },
  decide: {
    says: 'judge inspections, one JSON a line / 逐行研判',
    run: async (args) => (await import('./decide.ts')).decideCommand([...args]),
  },
  waits: {
    says: 'estimate waits and queues from events / 推算等候时间与排队长度',
    run: async (args) => (await import('./waits.ts')).waitsCommand([...args]),
  },
  verify: {
    says: 'check a pass or freight code / 核验通行证、货畅码',
    run: async (args) => (await import('./verify.ts')).verifyCommand(args),
  },
  keys: {
    says: 'list, rotate or revoke signing keys / 签名密钥',
    run: async (args) => (await import('./keys.ts')).keysCommand(args),
  },
  replay: {
    says: 'judge stored inspections again / 按当时规则重判',
    run: async (args) => (await import('./replay.ts')).replayCommand(args),
  },
  overlay: {
    says: 'prove that a lower level adds no condition / 证明下级不加码',
    run: async (args) => (await import('./overlay.ts')).overlayCommand(args),
  },
  audit: {
    says: 'check the audit log / 核验审计日志',
    run: async (args) => (await import('./audit.ts')).auditCommand(args),
  },
  rulebook: {
    says: 'write the rule book as files / 规则书存为文件',
    run: async (args) => (await import('./rulebook.ts')).rulebookCommand(args),
  },
  'demo-feed': {
    says: 'the made-up health authority of --demo / 演示用卫健数据',
    run: async (args) => (await import('./demo-feed.ts')).demoFeedCommand(args),
  },
}

const help = `changxing ${version} · 畅行

  changxing <command> [--help]

${Object.entries(commands)
  .map(([name, { says }]) => `  ${name.padEnd(10)} ${says}`)
  .join('\n')}
`

async function main([name = '--help', ...args]: string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') return say(help)
  if (name === '--version' || name === '-v') return say(`${version}\n`)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) throw new Usage(`unknown command / 未知命令: ${name}\n\n${help}`)
  return command.run(args)
}

function say(text: string): number {
  process.stdout.write(text)
  return 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Usage) && !(error instanceof Fault)) throw error
  const words = error instanceof Fault ? faultWords[error.code] : undefined
  process.stderr.write(`${words === undefined ? '' : `${words.zh}\n`}${error.message}\n`)
  process.exitCode = error instanceof Usage ? 2 : 1
}
