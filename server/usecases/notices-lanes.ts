import type { Channels } from '../ports/channels/channel.ts'
import type { NewNotice } from '../ports/notice.ts'

export type Line = { lane: string; configured: boolean }

/** On which lines a notice goes out: one, but where a county has robots of two makers. */
export function lanesOf(channels: Channels, { channel, to, county }: NewNotice): readonly Line[] {
  if (channel !== 'robot') return [{ lane: channel, configured: channels[channel] !== undefined }]
  const place = to.kind === 'group' ? to.county : county
  const robots = channels.robots.filter((robot) => robot.county === place)
  if (robots.length === 0) return [{ lane: `robot:${place}`, configured: false }]
  return robots.map(({ kind }) => ({ lane: `${kind}:${place}`, configured: true }))
}

/** Every line there is. */
export const configuredLanes = (channels: Channels): readonly string[] => [
  ...(channels.sms === undefined ? [] : ['sms']),
  ...channels.robots.map(({ kind, county }) => `${kind}:${county}`),
  ...(channels.push === undefined ? [] : ['push']),
  ...(channels.webhook === undefined ? [] : ['webhook']),
]
