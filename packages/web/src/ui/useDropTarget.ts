import { type DragEvent, useEffect, useRef, useState } from 'react'

export interface DropTarget {
  /** Something hangs over it. */
  over: boolean
  handlers: Pick<React.DOMAttributes<HTMLElement>, 'onDragEnter' | 'onDragOver' | 'onDragLeave' | 'onDrop'>
}

/**
 * A place on which a file or words may be dropped. As long as it is shown, a drop beside it does nothing: the
 * browser would open the file in place of the page, and what was typed would be gone.
 */
export function useDropTarget(onDrop: (data: DataTransfer) => void): DropTarget {
  const [over, setOver] = useState(false)
  // entering a child is heard before leaving its parent
  const depth = useRef(0)
  useEffect(() => {
    window.addEventListener('dragover', refuseFiles)
    window.addEventListener('drop', refuseFiles)
    return () => {
      window.removeEventListener('dragover', refuseFiles)
      window.removeEventListener('drop', refuseFiles)
    }
  }, [])
  const enter = (by: 1 | -1) => {
    depth.current += by
    setOver(depth.current > 0)
  }
  return {
    over,
    handlers: {
      onDragEnter: () => enter(1),
      onDragLeave: () => enter(-1),
      onDragOver: (event: DragEvent) => event.preventDefault(),
      onDrop(event: DragEvent) {
        // words dropped into a text box are the box's
        if (event.defaultPrevented || (!isFile(event.dataTransfer) && isTextBox(event.target))) return
        event.preventDefault()
        depth.current = 0
        setOver(false)
        onDrop(event.dataTransfer)
      },
    },
  }
}

const isFile = (data: DataTransfer) => data.types.includes('Files')
const isTextBox = (target: EventTarget) => target instanceof HTMLTextAreaElement

function refuseFiles(event: globalThis.DragEvent) {
  if (event.defaultPrevented || !event.dataTransfer || !isFile(event.dataTransfer)) return
  event.preventDefault()
  event.dataTransfer.dropEffect = 'none'
}
