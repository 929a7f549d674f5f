/**
 * The lines of a stream, in batches as the chunks arrive: LF or CRLF, the last one also without either, a byte order mark
 * dropped. A character cut by the edge of a chunk is put together again.
 */
export async function* linesOf(input: AsyncIterable<string> | NodeJS.ReadableStream): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    const lines = rest.split(/\r?\n/)
    rest = lines.pop() ?? ''
    if (lines.length > 0) yield lines
  }
  rest += decoder.decode()
  if (rest !== '') yield [rest]
}
