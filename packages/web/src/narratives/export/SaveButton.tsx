import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { notifyRefusal } from '../../shell/notices.ts'
import { Button, type ButtonKind } from '../../ui/Button.tsx'
import { saveFile } from '../../ui/saveFile.ts'

interface Props {
  fetchFile: () => Promise<File>
  /** Said while it is made. */
  making: string
  /** Said where no answer came. */
  failed: string
  kind?: ButtonKind
  className?: string
  children: ReactNode
}

/** Fetches a file and hands it to the browser; that it left stands in the activity of what it is of. */
export function SaveButton({ fetchFile, making, failed, children, ...look }: Props) {
  const save = useMutation({
    networkMode: 'always',
    mutationFn: fetchFile,
    onSuccess: saveFile,
    onError: (error) => notifyRefusal(error, failed),
  })
  return (
    <Button {...look} busy={save.isPending} onClick={() => save.mutate()}>
      {save.isPending ? making : children}
    </Button>
  )
}
