import type { Outputs } from '../../api.ts'
import { refusedUpload, sendFile } from '../../upload.ts'

export type KeptAsset = Outputs['narratives']['uploadAsset']

interface Upload {
  narrativeId: string
  file: Blob
  name: string
  /** 0 to 1, as it goes out. */
  onProgress?: (share: number) => void
}

const LARGEST_BYTES = 10 * 1024 * 1024
const TOO_LARGE = 'The picture is larger than 10 MB. Save it smaller and add it again; nothing was kept.'

/** Sends a picture. Rejects with an `UploadFailure`. */
export function uploadAsset({ narrativeId, ...upload }: Upload): Promise<KeptAsset> {
  if (upload.file.size > LARGEST_BYTES) return Promise.reject(refusedUpload(TOO_LARGE))
  // the contract says what this address answers
  return sendFile({
    to: `/api/narratives/${narrativeId}/assets`,
    tooLarge: TOO_LARGE,
    ...upload,
  }) as Promise<KeptAsset>
}
