#!/usr/bin/env node
// Plain JavaScript that any Node reads: finds a Node that can run the rest (TypeScript as it is), or says what to install.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = new URL('./main.ts', import.meta.url)
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major > 22 || (major === 22 && minor >= 18)) await import(main.href)
else runWith(bundledNode())

function bundledNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve(`node-${process.platform}-${process.arch}/package.json`)
    const node = join(dirname(manifest), 'bin', 'node')
    return existsSync(node) ? node : undefined
  } catch {
    return undefined
  }
}

function runWith(node) {
  if (node === undefined) {
    console.error(
      `需要 Node.js 22.18 或更高版本(当前 ${process.versions.node})。请到 https://nodejs.org 安装 24 版后重试。`,
    )
    console.error(
      `Node.js 22.18 or newer is needed (this is ${process.versions.node}). Install version 24 from https://nodejs.org`,
    )
    process.exitCode = 2
    return
  }
  // The channel carries nothing: it breaks when this process is killed outright, and so the server hears of it.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio })
  // The terminal sends Ctrl-C to both; the child ends by itself, and we wait for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => signal === 'SIGINT' || child.kill(signal))
  child.on('error', (error) => {
    console.error(error.message)
    process.exitCode = 2
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 130)
  })
}
