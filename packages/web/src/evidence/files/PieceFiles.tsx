import type { EvidenceFile } from '@foreword/core/evidence/file'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { notifyRefusal, notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { evidenceChanged } from '../evidence.ts'
import { FileDialog } from './FileDialog.tsx'
import { type OfPiece, useUploads } from './uploads.ts'
import { kindOf, sizeOf } from './words.ts'

interface Props {
  of: OfPiece
  files: readonly EvidenceFile[]
  mayNot: string | undefined
}

/** The files of a piece, and those on their way to it. Pictures are shown small; each opens with where it comes from. */
export function PieceFiles({ of, files, mayNot }: Props) {
  const [openId, setOpenId] = useState<EvidenceFile['id']>()
  const uploads = useUploads(of.evidenceId)
  const drop = useMutation(
    api.evidence.dropFile.mutationOptions({
      onSuccess: () => evidenceChanged(of.initiativeId),
      onError: (error) => notifyRefusal(error, 'It was not done: nobody answers. Try again.'),
    }),
  )
  const open = files.find(({ id }) => id === openId)
  const address = (file: EvidenceFile) =>
    `/api/initiatives/${of.initiativeId}/evidence/${of.evidenceId}/files/${file.id}`
  return (
    <>
      {files.length > 0 && (
        <ul aria-label="Files" className="mt-2 flex max-w-measure flex-wrap gap-2">
          {files.map((file) => (
            <li key={file.id} className="max-w-full">
              <button
                type="button"
                className="flex min-h-14 max-w-full items-center gap-2.5 rounded border border-rule-2 bg-sheet px-2.5 py-1.5 text-left text-small hover:border-rule-3"
                onClick={() => setOpenId(file.id)}
              >
                {file.picture && (
                  <img
                    src={address(file)}
                    alt=""
                    loading="lazy"
                    className="-my-1.5 -ml-2.5 h-13.5 w-20 rounded-l border-r border-rule object-cover"
                  />
                )}
                <span className="min-w-0">
                  <span className="block truncate">{file.name}</span>
                  <span className="block text-ink-3">
                    {kindOf(file)} · {sizeOf(file.byteLength)}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {uploads.length > 0 && (
        <ul aria-label="Files on their way" className="mt-2 max-w-measure text-small">
          {uploads.map(({ key, name, state, leave }) => (
            <li key={key} className="flex flex-wrap items-center gap-x-3 border-b border-rule py-1">
              {state.name === 'going' ? (
                <>
                  <span className="min-w-0 flex-1 truncate">Adding {name}</span>
                  <progress aria-label={`How far ${name} is`} max={1} value={state.share} className="w-28" />
                  <Button kind="bare" className="-mr-3.5" onClick={leave}>
                    Cancel<span className="sr-only"> {name}</span>
                  </Button>
                </>
              ) : (
                <>
                  <span role="alert" className="min-w-0 flex-1 wrap-break-word text-red">
                    {name}: {state.why}
                  </span>
                  {state.again && (
                    <Button kind="bare" onClick={state.again}>
                      Try again<span className="sr-only"> {name}</span>
                    </Button>
                  )}
                  <Button kind="bare" className="-mr-3.5" onClick={leave}>
                    Leave out<span className="sr-only"> {name}</span>
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && (
        <FileDialog
          file={open}
          address={address(open)}
          onClose={() => setOpenId(undefined)}
          onRemove={
            mayNot === undefined
              ? () => {
                  const set = (dropped: boolean) => drop.mutateAsync({ ...of, fileId: open.id, dropped })
                  setOpenId(undefined)
                  void set(true)
                    .then(() => notifyUndo(`${open.name} is removed.`, () => void set(false).catch(() => {})))
                    // said by the mutation
                    .catch(() => {})
                }
              : undefined
          }
        />
      )}
    </>
  )
}
