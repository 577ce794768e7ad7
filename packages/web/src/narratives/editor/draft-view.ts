import { schema } from '@foreword/document/schema'
import { FRAGMENT } from '@foreword/document/yjs'
import { ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap'
import { dropCursor } from 'prosemirror-dropcursor'
import { gapCursor } from 'prosemirror-gapcursor'
import { EditorState, type Plugin } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { FigureHost } from '../figures/host.ts'
import { Acts } from './acts.ts'
import { typingBesideFigures } from './beside-figures.ts'
import { blockIds } from './block-ids.ts'
import { carets } from './carets.ts'
import { diagramView } from './diagram-view.ts'
import { figureView } from './figure-view.ts'
import { footnoteKeys, footnoteView, openFootnote } from './footnotes.ts'
import { actsFollowMoves } from './history.ts'
import { draftKeys } from './keys.ts'
import { markdownRules } from './markdown-rules.ts'
import { type Paper, paperPlugin } from './paper-plugin.ts'
import { partGuard } from './part-guard.ts'
import { pasted } from './pasted.ts'
import { selectionFirst } from './selection-first.ts'
import { asProposal, suggesting } from './suggesting.ts'
import { undoGroups } from './undo-groups.ts'
import { uploads } from './uploads.ts'

interface Options {
  element: HTMLElement
  doc: Y.Doc
  awareness: Awareness | null
  paper: Paper
  mayEdit: () => boolean
  figures: FigureHost
  /** Plugins of the page around it: marks of comments. */
  plugins?: readonly Plugin[]
  /** After every transaction, also those that only move the caret. */
  onChange: (view: EditorView, changed: { document: boolean }) => void
}

/**
 * The draft as it can be written in: the shared document shown through the one schema of a narrative. ProseMirror
 * itself, because the schema is ours already (docs/decisions/0006).
 */
export function openDraftView({
  element,
  doc,
  awareness,
  paper,
  mayEdit,
  figures,
  plugins = [],
  onChange,
}: Options): EditorView {
  return new EditorView(
    { mount: element },
    {
      state: EditorState.create({
        schema,
        plugins: [
          selectionFirst(),
          undoGroups(),
          ySyncPlugin(doc.getXmlFragment(FRAGMENT)),
          yUndoPlugin({ undoManager: new Acts(doc) }),
          ...(awareness ? [carets(awareness)] : []),
          typingBesideFigures(),
          markdownRules(),
          pasted(),
          partGuard(),
          footnoteKeys(),
          ...draftKeys(),
          blockIds(),
          actsFollowMoves(doc),
          suggesting(),
          paperPlugin(paper),
          dropCursor({ class: 'drop-cursor', color: false }),
          gapCursor(),
          uploads(figures),
          openFootnote(),
          ...plugins,
        ],
      }),
      editable: mayEdit,
      nodeViews: {
        image: figureView(figures),
        sketch: figureView(figures),
        diagram: diagramView(figures),
        footnote: footnoteView,
      },
      dispatchTransaction(this: EditorView, transaction) {
        // where others’ carets stand is told a moment later, and whoever left the page meanwhile has no sheet
        if (this.isDestroyed) return
        const { state, transactions } = this.state.applyTransaction(asProposal(this.state, transaction))
        this.updateState(state)
        onChange(this, { document: transactions.some(({ docChanged }) => docChanged) })
      },
    },
  )
}
