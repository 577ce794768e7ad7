import { FileButton } from '../../ui/FileButton.tsx'

interface Props {
  /** The piece they are added to, for who hears the page. */
  to: string
  disabledReason: string | undefined
  onFiles: (files: readonly File[]) => void
}

/** Two ways in by hand; what is dropped or pasted comes in beside them. */
export function AddFiles({ to, disabledReason, onFiles }: Props) {
  const which = <span className="sr-only"> to {to}</span>
  return (
    <>
      <FileButton
        kind="bare"
        multiple
        label={`Files for ${to}`}
        disabledReason={disabledReason}
        onFiles={onFiles}
      >
        Add files{which}
      </FileButton>
      {/* a computer with a mouse has no camera to hold before a wall */}
      <span className="hidden pointer-coarse:contents">
        <FileButton
          kind="bare"
          label={`A photo for ${to}`}
          accept="image/*"
          capture="environment"
          disabledReason={disabledReason}
          onFiles={onFiles}
        >
          Take a photo{which}
        </FileButton>
      </span>
    </>
  )
}

/** Files among what was pasted, unless it has words: an office program puts a picture of the words beside them. */
export function pastedFiles(data: DataTransfer): File[] {
  return data.types.includes('text/plain') ? [] : [...data.files]
}
