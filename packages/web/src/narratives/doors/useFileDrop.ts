import { useEffect, useEffectEvent, useState } from 'react'

/** A file (or words) dropped anywhere on the page. True while something is held over it. */
export function useFileDrop(onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false)
  const take = useEffectEvent(onFile)

  useEffect(() => {
    let depth = 0
    const brings = (event: DragEvent) =>
      event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/plain')
    const enter = (event: DragEvent) => {
      if (!brings(event)) return
      depth += 1
      setOver(true)
    }
    const leave = () => {
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    // without this the browser would leave the page to show the file
    const hold = (event: DragEvent) => {
      if (brings(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      depth = 0
      setOver(false)
      const file = event.dataTransfer?.files[0]
      const text = event.dataTransfer?.getData('text/plain') ?? ''
      if (!file && text.trim() === '') return
      event.preventDefault()
      take(file ?? fileOf(text))
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', hold)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', hold)
      window.removeEventListener('drop', drop)
    }
  }, [])

  return over
}

/** Pasted words as the file they could have been. */
export function fileOf(text: string): File {
  return new File([text], 'pasted.md', { type: 'text/markdown' })
}
