import { decodeJwt } from 'jose'
import * as z from 'zod/mini'
import { bundleParts, fetchBundle, manifest, type PartName } from '../../schema/api/bundle.ts'
import type { BodyOf } from '../../schema/api/endpoint.ts'
import type { Send } from './world.ts'

type Parts = { [Name in PartName]: z.infer<(typeof bundleParts)[Name]> }

/** The offline bundle as a phone gets it that has nothing yet, each part read by its contract. */
export async function bundleBy(call: Send, body: BodyOf<typeof fetchBundle> = { have: [] }) {
  const answer = (await call('POST', fetchBundle.path, body)).as(fetchBundle.answer)
  const content = z.parse(manifest, decodeJwt(answer.signed))
  const digestOf = (name: PartName) => content.parts[name] ?? ''
  const part = <Name extends PartName>(name: Name): Parts[Name] => {
    const text = answer.parts[digestOf(name)]
    if (text === undefined) throw new Error(`the bundle came without ${name}`)
    const schema: z.ZodMiniType<Parts[Name]> = partsAs[name]
    return z.parse(schema, JSON.parse(text))
  }
  return {
    answer,
    manifest: content,
    digestOf,
    part,
    sent: Object.entries(content.parts).filter(([, digest]) => digest in answer.parts),
  }
}

const partsAs: { [Name in PartName]: z.ZodMiniType<Parts[Name]> } = bundleParts
