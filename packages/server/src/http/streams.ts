/**
 * Live answers over plain HTTP, which no socket door closes: a change of permission ends those of the person it is
 * about (A3), and coming back asks again.
 */
export function createStreams() {
  const ends = new Map<string, AbortController>()

  return {
    /** The body to send: as it is, or, of a stream, one that ends with the person's rights. */
    during(personId: string, response: Response): ReadableStream | null {
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
      if (!response.body || !isStream) return response.body
      const end = ends.get(personId) ?? new AbortController()
      ends.set(personId, end)
      return response.body.pipeThrough(until(end.signal))
    },
    endOf(personId: string): void {
      ends.get(personId)?.abort()
      ends.delete(personId)
    },
  }
}

/** Passes on what comes until the signal; then the answer ends as one that is complete. */
function until(signal: AbortSignal): TransformStream {
  let stop = () => {}
  const forget = () => signal.removeEventListener('abort', stop)
  // by way of a name, because the library's type does not know `cancel` yet
  const passing = {
    start(controller: TransformStreamDefaultController) {
      stop = () => controller.terminate()
      signal.addEventListener('abort', stop)
    },
    flush: forget,
    cancel: forget,
  }
  return new TransformStream(passing)
}
