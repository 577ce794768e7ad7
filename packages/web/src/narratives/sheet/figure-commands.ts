import type { Command as EditorCommand } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Command } from '../../shell/commands.ts'
import { insertDiagram, insertFootnote, insertSketch } from '../editor/insert-figures.ts'
import { choosePictures } from '../editor/uploads.ts'
import type { FigureHost } from '../figures/host.ts'

interface Options {
  view: EditorView | null
  figures: FigureHost
  /** Empty for who may write, else why not. */
  may: { disabledReason?: string }
  /** Carries a command of the editor out where the caret is. */
  act: (command: EditorCommand) => () => void
}

/** What can be put into the draft besides words, by name. */
export function figureCommands({ view, figures, may, act }: Options): Command[] {
  const about = { group: 'This draft', ...may }
  const sketch = async () => {
    const drawn = await figures.sketch(null)
    if (drawn !== null) act(insertSketch(drawn))()
  }
  return [
    {
      id: 'draft.footnote',
      title: 'Add a footnote',
      words: 'note reference',
      ...about,
      run: act(insertFootnote),
    },
    {
      id: 'draft.picture',
      title: 'Add pictures',
      words: 'image photo',
      ...about,
      run: () => view && choosePictures(view),
    },
    {
      id: 'draft.diagram',
      title: 'Add a diagram',
      words: 'mermaid chart flow',
      ...about,
      run: act(insertDiagram),
    },
    {
      id: 'draft.sketch',
      title: 'Draw a sketch',
      words: 'excalidraw wireframe',
      ...about,
      run: () => void sketch(),
    },
  ]
}
