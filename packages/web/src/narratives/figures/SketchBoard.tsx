import '@excalidraw/excalidraw/index.css'
import { Excalidraw, exportToSvg, FONT_FAMILY, serializeAsJSON } from '@excalidraw/excalidraw'
import type { ExcalidrawImperativeAPI, ExcalidrawInitialDataState } from '@excalidraw/excalidraw/types'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { isUploadFailure } from '../../upload.ts'
import type { BoardRequest } from './board.ts'
import type { FigureHost } from './host.ts'

interface Props {
  host: FigureHost
  request: BoardRequest
  onClose: () => void
}

type Opened = { state: 'opening' } | { state: 'open'; data: ExcalidrawInitialDataState } | { state: 'lost' }

/** Draws a sketch, on the whole window. What is drawn is kept as two files: the scene, and how it looks. */
export function SketchBoard({ host, request, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const board = useRef<ExcalidrawImperativeAPI>(null)
  const [opened, setOpened] = useState<Opened>({ state: 'opening' })
  const [keeping, setKeeping] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    let isHere = true
    void sceneOf(host, request.scene).then((data) => {
      if (isHere) setOpened(data === null ? { state: 'lost' } : { state: 'open', data })
    })
    return () => {
      isHere = false
    }
  }, [host, request.scene])

  const leave = () => {
    request.done(null)
    onClose()
  }

  async function keep() {
    const drawn = board.current
    if (drawn === null) return
    const elements = drawn.getSceneElements()
    if (elements.length === 0) return setProblem('There is nothing on it yet. Draw something, or leave it.')
    setKeeping(true)
    setProblem(null)
    try {
      const files = drawn.getFiles()
      const json = serializeAsJSON(elements, { gridModeEnabled: false }, files, 'local')
      const svg = await exportToSvg({
        elements,
        files,
        appState: { exportBackground: false, exportWithDarkMode: false, exportEmbedScene: false },
        exportPadding: 8,
        skipInliningFonts: true,
      })
      const [scene, drawing] = await Promise.all([
        host.upload(new Blob([json]), 'sketch.excalidraw'),
        host.upload(new Blob([inOneFace(svg)]), 'sketch.svg'),
      ])
      request.done({ scene, drawing })
      onClose()
    } catch (failure) {
      if (!isUploadFailure(failure)) throw failure
      setProblem(
        failure.kind === 'refused'
          ? failure.message
          : 'Nobody answers, so the sketch is not kept yet. It stays on the board: try again when the connection is back.',
      )
      setKeeping(false)
    }
  }

  return (
    <dialog
      ref={dialog}
      className="sketch-board"
      aria-label="Sketch"
      onCancel={(event) => {
        // Escape is the board's own key, for putting a tool down
        event.preventDefault()
      }}
    >
      <header>
        <h2>Sketch</h2>
        {problem !== null && <p role="alert">{problem}</p>}
        <Button onClick={leave}>Leave it as it was</Button>
        <Button
          kind="go"
          onClick={() => void keep()}
          disabledReason={keeping || opened.state !== 'open' ? 'The board is not ready yet.' : undefined}
        >
          {keeping ? 'Keeping…' : 'Keep the sketch'}
        </Button>
      </header>
      <div className="sketch-paper">
        {opened.state === 'opening' && <p className="p-6">Opening the board</p>}
        {opened.state === 'lost' && (
          <p className="p-6">What this sketch was drawn from is not here. Leave it, and begin another.</p>
        )}
        {opened.state === 'open' && (
          <Excalidraw
            excalidrawAPI={(api: ExcalidrawImperativeAPI) => {
              board.current = api
            }}
            initialData={opened.data}
            theme="light"
            autoFocus
            handleKeyboardGlobally
            UIOptions={{
              canvasActions: { export: false, loadScene: false, saveToActiveFile: false, toggleTheme: false },
              tools: { image: false },
            }}
          />
        )}
      </div>
    </dialog>
  )
}

/** The scene to begin with: an empty one, the one that was kept; null when it cannot be had. */
async function sceneOf(host: FigureHost, scene: string | null): Promise<ExcalidrawInitialDataState | null> {
  const appState = { currentItemFontFamily: FONT_FAMILY.Helvetica, currentItemRoughness: 1 }
  if (scene === null) return { appState }
  const text = await host.text(scene).catch(() => null)
  if (text === null) return null
  // what we keep is what the board wrote; it checks each element itself
  const kept = JSON.parse(text) as ExcalidrawInitialDataState
  return { ...kept, appState: { ...kept.appState, ...appState }, scrollToContent: true }
}

/** On paper and on screen the words of a drawing are in the face of the house: a host's own would not be there. */
function inOneFace(svg: SVGSVGElement): string {
  for (const text of svg.querySelectorAll('text')) text.setAttribute('font-family', 'Inter')
  return new XMLSerializer().serializeToString(svg)
}
