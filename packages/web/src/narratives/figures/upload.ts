import type { Outputs } from '../../api.ts'

export type KeptAsset = Outputs['narratives']['uploadAsset']

/** Why a picture was not kept: the server said no, in a sentence with its remedy, or nobody answered. */
export type UploadFailure = { kind: 'refused'; message: string } | { kind: 'unreachable' }

interface Upload {
  narrativeId: string
  file: Blob
  name: string
  /** 0 to 1, as it goes out. */
  onProgress?: (share: number) => void
}

const LARGEST_BYTES = 10 * 1024 * 1024
const TOO_LARGE = 'The picture is larger than 10 MB. Save it smaller and add it again; nothing was kept.'

/** Sends a picture. Not with fetch, which does not say how far an upload is. Rejects with an `UploadFailure`. */
export function uploadAsset({ narrativeId, file, name, onProgress }: Upload): Promise<KeptAsset> {
  if (file.size > LARGEST_BYTES) return Promise.reject(refused(TOO_LARGE))
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/narratives/${narrativeId}/assets`)
    request.setRequestHeader('x-foreword', '1')
    request.responseType = 'json'
    request.timeout = 120_000
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0)
    const unreachable = () => reject({ kind: 'unreachable' } satisfies UploadFailure)
    request.onerror = unreachable
    request.ontimeout = unreachable
    request.onload = () => {
      const { status, response } = request
      if (status >= 200 && status < 300) return resolve(response)
      if (status >= 500) return unreachable()
      reject(refused(typeof response?.message === 'string' ? response.message : TOO_LARGE))
    }
    const form = new FormData()
    form.append('file', file, name)
    request.send(form)
  })
}

const refused = (message: string): UploadFailure => ({ kind: 'refused', message })

export function isUploadFailure(error: unknown): error is UploadFailure {
  return typeof error === 'object' && error !== null && 'kind' in error
}
