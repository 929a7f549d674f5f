/** The one-time secret in an enrolment link or QR (`…/checkpoint/#enrol=<secret>`); `undefined` for any other text. */
export function enrolmentSecret(text: string): string | undefined {
  const [, secret] = /\/checkpoint\/?(?:\?[^#]*)?#enrol=([A-Za-z0-9_-]{20,64})$/.exec(text.trim()) ?? []
  return secret
}
