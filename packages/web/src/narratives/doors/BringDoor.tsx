import { Door } from '../../start/Door.tsx'
import { useDropTarget } from '../../ui/useDropTarget.ts'
import { BringAct } from './BringAct.tsx'
import { fileIn } from './fileToSend.ts'
import { useBring } from './useBring.ts'

/** A document one has already: a file chosen, dropped on the door, or pasted. */
export function BringDoor() {
  const bringing = useBring()
  const drop = useDropTarget((data) => {
    const file = fileIn(data)
    if (file) bringing.bring(file)
  })
  return (
    <BringAct bringing={bringing}>
      {(open, said) => (
        <Door
          title="Bring a document"
          says="Word, Markdown, HTML or plain text: a file, or pasted. Every word is kept, and headings that name a part find their place."
          act={bringing.busy ? 'Reading it…' : 'Bring a document'}
          busy={bringing.busy}
          error={said}
          onOpen={open}
          drop={drop}
        />
      )}
    </BringAct>
  )
}
