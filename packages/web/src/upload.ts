/** Why a file was not kept: the server said no, in a sentence with its remedy, or nobody answered. */
export type UploadFailure = { kind: 'refused'; message: string } | { kind: 'unreachable' }

interface Sending {
  /** The address, which takes a form with `file`. */
  to: string
  file: Blob
  name: string
  /** What is said when something on the way stops it for its size. */
  tooLarge: string
  /** 0 to 1, as it goes out. */
  onProgress?: (share: number) => void
  /** Stops it: the promise then stays as it is. */
  signal?: AbortSignal
}

const ANSWER_WITHIN_MS = 120_000

/** Sends a file. Not with fetch, which does not say how far an upload is. Rejects with an `UploadFailure`. */
export function sendFile({ to, file, name, tooLarge, onProgress, signal }: Sending): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', to)
    request.setRequestHeader('x-foreword', '1')
    request.responseType = 'json'
    request.timeout = ANSWER_WITHIN_MS
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0)
    const unreachable = () => reject({ kind: 'unreachable' } satisfies UploadFailure)
    request.onerror = unreachable
    request.ontimeout = unreachable
    request.onload = () => {
      const { status, response } = request
      if (status >= 200 && status < 300) return resolve(response)
      if (status >= 500) return unreachable()
      reject(refusedUpload(typeof response?.message === 'string' ? response.message : tooLarge))
    }
    signal?.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.append('file', file, name)
    request.send(form)
  })
}

export const refusedUpload = (message: string): UploadFailure => ({ kind: 'refused', message })

export function isUploadFailure(error: unknown): error is UploadFailure {
  return typeof error === 'object' && error !== null && 'kind' in error
}
