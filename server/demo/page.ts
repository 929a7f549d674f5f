import type { Hono } from 'hono'
import { html } from 'hono/html'
import { encodeQrUrl } from '../../shared/credential/qr.ts'
import { showPlate } from '../../shared/identity/plate.ts'
import { shortTime } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { secretByTag } from '../store/once.ts'
import { runningTripsOfPlate } from '../store/trips.ts'
import { tripKeyOf } from '../trip-key.ts'
import { secretTag } from '../usecases/enrol.ts'
import { currentCode } from '../usecases/get-trip.ts'
import { getPass } from '../usecases/passes.ts'
import { showTripNumber } from '../usecases/trip-number.ts'
import { heardOver, type Heard } from './channels.ts'
import { desks } from './desks.ts'
import { demoEnrolmentLink, demoSecret } from './enrolments.ts'
import { demoPeople } from './people.ts'
import { demoPassword, demoStaff } from './places.ts'
import { stillFilling, type Progress } from './progress.ts'
import { qrSvg } from './qr-svg.ts'
import { pageStyle } from './style.ts'
import { demoTrucks } from './trucks.ts'
import type { DemoTruck } from './trucks.ts'

/** `/demo/`: what there is to try, with links and printable codes. Mounted on a server that holds made-up data only. */
export function mountDemoPage(app: Hono, deps: Deps): void {
  app.get('/demo', (context) => context.redirect('/demo/', 308))
  app.get('/demo/page.css', (context) => context.body(pageStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  app.get('/demo/', async (context) => {
    const trucks = await Promise.all(demoTrucks.map((truck) => truckCard(deps, truck)))
    const phones = await Promise.all(inspectors.map((person) => phoneCard(deps, person)))
    context.header('Cache-Control', 'no-store')
    const filling = stillFilling(deps)
    // While it fills, the page looks again by itself; afterwards it stands still under the reader's eyes.
    if (filling !== undefined) context.header('Refresh', '2')
    return context.html(page(trucks, phones, { filling, heard: heardOver(deps.channels).slice(0, shownMessages) }))
  })
}

const inspectors = demoStaff.filter(({ role }) => role === 'inspector')

const shownMessages = 8
type Now = { filling: Progress | undefined; heard: readonly Heard[] }

const page = (trucks: readonly unknown[], phones: readonly unknown[], { filling, heard }: Now) =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>演示 · ChangXing 畅行</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/icons/home.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/demo/page.css" />
      </head>
      <body>
        <main>
          <h1>演示 Demonstration</h1>
          <p class="warn">
            以下人员、车辆、企业全部虚构。<span lang="en">Everybody and everything here is invented.</span>
          </p>
          ${filling === undefined ? '' : fillingLine(filling)}
          <h2>1 绑定查验终端 <span lang="en">Bind a phone as a checkpoint terminal</span></h2>
          <p>
            在手机或本机打开其中一个链接。每个链接只能用一次。<span lang="en"
              >Open one of the links. Each works once.</span
            >
          </p>
          <div class="cards">${phones}</div>
          <h2>2 扫码查验 <span lang="en">Scan a truck</span></h2>
          <p>
            用查验终端扫下面的货畅码，或打印后扫；没有摄像头时，绑定本机后点「在本机查验」。<span lang="en"
              >Scan these codes with the terminal, from screen or paper; without a camera, bind this browser and press
              "Check in this browser".</span
            >
          </p>
          <div class="cards">${trucks}</div>
          <h2>3 指挥部 <span lang="en">Office</span></h2>
          <p>
            打开链接，用下面的用户名登录；密码都是 <code>${demoPassword}</code>。换人请先退出登录。<span lang="en"
              >Open a link and sign in with the name below; everybody's password is the one above. Sign out to be
              somebody else.</span
            >
          </p>
          <dl class="desks">${desks.map(deskLine)}</dl>
          <h2>4 拥堵调度 <span lang="en">Congestion</span></h2>
          <p>
            <a href="/dispatch/">/dispatch/</a> 用
            <code>dispatcher</code> 登录，看一个检查点从超20分钟到超1小时、有人到场、增开车道、解除；
            <a href="/queue/">/queue/</a> 任何人可看的等候时间。用
            <code>--demo-speed 10</code> 启动，一天走得快十倍。<span lang="en"
              >Sign in as dispatcher and watch one checkpoint go from over 20 minutes to over an hour, people arrive,
              lanes open, and the all-clear; waits for everybody. Started with --demo-speed 10 the day goes ten times as
              fast.</span
            >
          </p>
          <h3>最近发出的短信（没有人真的收到） <span lang="en">Messages sent last (nobody really gets them)</span></h3>
          ${
            heard.length === 0
              ? html`<p>还没有 <span lang="en">none yet</span></p>`
              : html`<ul class="heard">
                  ${heard.map(heardLine)}
                </ul>`
          }
          <h2>5 公开规则书 <span lang="en">Rule book</span></h2>
          <p>
            <a href="/rules/">/rules/</a> 文件、条款、规则、数值和每次修订，无需登录。<span lang="en"
              >Documents, articles, rules, numbers and every amendment; no login.</span
            >
          </p>
        </main>
      </body>
    </html>`

const fillingLine = ({ done, of }: Progress) =>
  html`<p class="warn" role="status">
    正在铺开各检查点今天的车流：${done}/${of}，本页每2秒刷新；其他页面现在就能用。<span lang="en"
      >The queues of today are being laid out: ${done} of ${of}. This page looks again every two seconds; the others
      work already.</span
    >
  </p>`

const heardLine = ({ at, phone, text, link }: Heard) =>
  html`<li>
    <small>${shortTime(at)} · ${phone}</small> ${text}
    ${link === null ? '' : html`<a class="way" href="${link}">像收信人一样打开 <span lang="en">Open as the receiver</span></a>`}
  </li>`

const deskLine = ({ login, page: name, zh, en }: (typeof desks)[number]) =>
  html`<dt>
      <a href="/office/#/${name}"><code>${login}</code></a>
    </dt>
    <dd>${zh} <span lang="en">${en}</span></dd>`

async function phoneCard(deps: Deps, person: (typeof inspectors)[number]) {
  const [secret] = await deps.db.all(
    secretByTag(await secretTag(deps, await demoSecret(deps, person.login)), 'enrolment'),
  )
  const link = await demoEnrolmentLink(deps, person.login)
  const usable = secret !== undefined && secret.used_at === null && secret.expires_at > deps.now()
  return html`<article>
    <h3>${person.name} · ${person.checkpoint}</h3>
    ${
      usable
        ? html`<figure>${qrSvg(link, `绑定链接 ${person.login}`)}</figure>
            <p>
              <a class="way" href="${link}">绑定本机 <span lang="en">Bind this device</span></a>
            </p>`
        : html`<p>
            链接已用。请点长在指挥部解绑后重新生成。<span lang="en"
              >Used. The head releases the terminal in the office and makes a new link.</span
            >
          </p>`
    }
  </article>`
}

async function truckCard(deps: Deps, truck: DemoTruck) {
  const words = html`<h3>${showPlate(truck.plate)} <small>${truck.expect.row}</small></h3>
    <p>${truck.expect.zh}<br /><span lang="en">${truck.expect.en}</span></p>`
  const [trip] = await deps.db.all(runningTripsOfPlate(truck.plate, deps.now()))
  if (trip === undefined || !truck.registered) return html`<article>${words}</article>`
  const driver = { kind: 'driver' as const, trip: trip.id }
  const { qr } = await currentCode(deps, driver, trip.id)
  const pass = truck.pass ? await getPass(deps, driver, trip.id) : undefined
  const link = `/driver/#trip=${trip.id}&key=${await tripKeyOf(deps, trip.id)}`
  return html`<article>
    ${words} ${figure(qr, '货畅码', 'freight code')} ${figure(pass && 'qr' in pass ? pass.qr : null, '通行证', 'pass')}
    <p>
      <a class="way" href="${link}">打开司机页 <span lang="en">Open as the driver</span></a>
      ${pass && 'token' in pass ? paperLinks(deps, pass.token) : ''} 行程号 ${showTripNumber(trip.number)} · 手机
      ${demoPeople[truck.crew[0]].phone}
    </p>
  </article>`
}

/** What is on the paper pass for any phone. */
const paperLinks = ({ origin }: Deps, token: string) =>
  html`<a class="way" href="${encodeQrUrl(token, origin)}"
    >像路人一样查验通行证 <span lang="en">Check the pass as anybody</span></a
  >`

const figure = (qr: string | null, zh: string, en: string) =>
  qr === null
    ? ''
    : html`<figure>
        ${qrSvg(qr, zh)}
        <figcaption>
          ${zh} <span lang="en">${en}</span>
          <a class="way" href="/checkpoint/#code=${encodeURIComponent(qr)}"
            >在本机查验 <span lang="en">Check in this browser</span></a
          >
        </figcaption>
      </figure>`
