import { assetsOf } from '@foreword/document/figures'
import type { NodeJson } from '@foreword/document/json'
import { assetOf } from '@foreword/document/links'
import { schema } from '@foreword/document/schema'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { isUploadFailure } from '../../upload.ts'
import type { FigureHost } from '../figures/host.ts'
import type { KeptUpload } from '../figures/upload-journal.ts'
import { newBlockId } from './block-id.ts'
import { button } from './figure-controls.ts'
import { placeForBlock } from './insert-figures.ts'
import { positionOf } from './position-of.ts'

/** A picture on its way. */
interface Upload extends KeptUpload {
  dom: HTMLElement
  /** Whether a closed page would keep it; false until that is known. */
  isKept: boolean
}

const key = new PluginKey('uploads')
const TRY_AGAIN_AFTER_MS = 5000
const KEPT = 'It is kept in this browser, and sent when the server answers, also after this page was closed.'
const NOT_KEPT = 'It is sent when the server answers; closing this page loses it.'

/** Pictures pasted, dropped or chosen: each has its place at once, and becomes a figure when it is kept. */
export function uploads(host: FigureHost): Plugin {
  const going = new Map<string, Upload>()
  const { journal } = host
  const redraw = (view: EditorView) => {
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false))
  }

  function begin(view: EditorView, files: readonly File[], at: number): void {
    const $at = view.state.doc.resolve(at)
    const place = placeForBlock($at, schema.nodes.image)
    if (place === null) return
    const $place = view.state.doc.resolve(place)
    const beside = $place.nodeBefore ?? $place.nodeAfter
    const isAbove = $place.nodeBefore === null
    for (const file of files)
      start(view, { id: newBlockId(), file, beside: beside?.attrs.id ?? null, isAbove }, false)
    redraw(view)
  }

  function start(view: EditorView, kept: KeptUpload, isKept: boolean): void {
    const dom = document.createElement('div')
    dom.className = 'upload'
    const upload: Upload = { ...kept, dom, isKept }
    going.set(kept.id, upload)
    void send(view, upload)
  }

  /** What an earlier page could not send, unless it did and was closed before it could say so. */
  async function goOn(view: EditorView): Promise<void> {
    const left = (await journal.left()).filter(({ id }) => !going.has(id))
    if (left.length === 0 || view.isDestroyed) return
    for (const upload of left)
      if (positionOf(view.state.doc, upload.id) === undefined) start(view, upload, true)
      else void journal.forget(upload.id)
    redraw(view)
  }

  function end(id: string): void {
    going.delete(id)
    void journal.forget(id)
  }

  async function send(view: EditorView, upload: Upload): Promise<void> {
    const { file, dom, id, beside, isAbove } = upload
    const progress = document.createElement('progress')
    progress.max = 1
    progress.value = 0
    say(dom, `Adding ${file.name || 'a picture'}`, progress)
    if (!upload.isKept) upload.isKept = await journal.keep({ id, file, beside, isAbove })
    try {
      const src = await host.upload(file, file.name || 'picture', (share) => {
        progress.value = share
      })
      going.delete(id)
      put(view, upload, src)
      void journal.forget(id)
    } catch (failure) {
      if (!isUploadFailure(failure)) throw failure
      const again = button('Try again', () => void send(view, upload))
      const drop = button('Leave it out', () => {
        end(id)
        redraw(view)
      })
      if (failure.kind === 'refused') say(dom, `${file.name || 'The picture'}: ${failure.message}`, drop)
      else {
        say(
          dom,
          `${file.name || 'The picture'} is not sent yet: nobody answers. ${upload.isKept ? KEPT : NOT_KEPT}`,
          again,
          drop,
        )
        setTimeout(() => {
          if (going.has(id) && !view.isDestroyed && dom.contains(again)) void send(view, upload)
        }, TRY_AGAIN_AFTER_MS)
      }
    }
  }

  function put(view: EditorView, upload: Upload, src: string): void {
    // another tab of this browser may have sent it
    if (view.isDestroyed || positionOf(view.state.doc, upload.id) !== undefined) return
    const at = placeIn(view.state.doc, upload)
    const image = schema.nodes.image.create({ id: upload.id, src })
    view.dispatch(view.state.tr.insert(at, image).setMeta(key, true))
  }

  return new Plugin({
    key,
    props: {
      decorations(state) {
        if (going.size === 0) return null
        return DecorationSet.create(
          state.doc,
          [...going.values()].map((upload) =>
            Decoration.widget(placeIn(state.doc, upload), upload.dom, { key: upload.id, side: 1 }),
          ),
        )
      },
      handlePaste(view, event) {
        const files = picturesIn(event.clipboardData)
        if (files.length === 0 || hasWords(event.clipboardData)) return false
        begin(view, files, view.state.selection.to)
        return true
      },
      handleDrop(view, event) {
        const files = picturesIn(event.dataTransfer)
        if (files.length === 0) return false
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
        begin(view, files, at?.pos ?? view.state.selection.to)
        event.preventDefault()
        return true
      },
      transformPasted(slice) {
        const content: NodeJson[] = slice.content.toJSON() ?? []
        const hashes = assetsOf({ type: 'doc', content })
        // those that its writer may not read stay boxes with their words
        if (hashes.length > 0) void host.adopt(hashes.map(assetOf)).catch(() => {})
        return slice
      },
    },
    view: (view) => {
      starters.set(view, (files) => begin(view, files, view.state.selection.to))
      let hasGoneOn = false
      // who may write here is known only when the server has said so
      const goOnOnce = () => {
        if (hasGoneOn || !view.editable) return
        hasGoneOn = true
        void goOn(view)
      }
      goOnOnce()
      const ask = (event: BeforeUnloadEvent) => {
        if ([...going.values()].some(({ isKept }) => !isKept)) event.preventDefault()
      }
      addEventListener('beforeunload', ask)
      return {
        update: goOnOnce,
        destroy() {
          starters.delete(view)
          removeEventListener('beforeunload', ask)
        },
      }
    },
  })
}

const starters = new WeakMap<EditorView, (files: readonly File[]) => void>()

/** Lets the writer choose pictures, and adds them below the block the caret is in. */
export function choosePictures(view: EditorView): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = 'image/png,image/jpeg,image/gif,image/webp'
  input.addEventListener('change', () => {
    starters.get(view)?.([...(input.files ?? [])])
    view.focus()
  })
  input.click()
}

function placeIn(doc: EditorView['state']['doc'], { beside, isAbove }: Upload): number {
  const at = beside === null ? undefined : positionOf(doc, beside)
  // the block it stood by is gone: the end of the last part is where it is not lost
  if (at === undefined) return doc.content.size - 1
  return isAbove ? at : at + (doc.nodeAt(at)?.nodeSize ?? 0)
}

const picturesIn = (data: DataTransfer | null) =>
  [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'))

/** An office program puts a picture of the words beside them: then the words are meant. */
function hasWords(data: DataTransfer | null): boolean {
  const html = data?.getData('text/html') ?? ''
  if (html === '') return false
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  return (parsed.body.textContent ?? '').trim() !== ''
}

function say(dom: HTMLElement, words: string, ...more: HTMLElement[]): void {
  const said = document.createElement('p')
  said.setAttribute('role', 'status')
  said.textContent = words
  dom.replaceChildren(said, ...more)
}
