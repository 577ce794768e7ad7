import type { EditorView } from 'prosemirror-view'
import { type Command, useCommands } from '../../shell/commands.ts'
import { addQuestion } from '../editor/faq-keys.ts'
import { moveEntryAcross, moveEntryDown, moveEntryUp } from '../editor/faq-order.ts'
import { insertTable, table, toggleCodeBlock } from '../editor/formatting.ts'
import { toNextPart, toPreviousPart } from '../editor/part-keys.ts'
import { typeSlash } from '../editor/slash.ts'
import type { FigureHost } from '../figures/host.ts'
import { hideFindings } from '../findings/quiet.ts'
import type { useFindingNotes } from '../findings/useFindingNotes.tsx'
import { figureCommands } from './figure-commands.ts'

interface DraftCommands {
  view: EditorView | null
  mayEdit: boolean
  figures: FigureHost
  commands: readonly Command[]
  onFreeze: () => void
  onLink: () => void
  onFind: () => void
  onAssumptions: () => void
  onOutline: () => void
  findings: Pick<ReturnType<typeof useFindingNotes>, 'assumptions' | 'stale' | 'isHidden'>
}

/** All that can be done to the draft by name. */
export function useDraftCommands({
  view,
  mayEdit,
  figures,
  commands,
  onFreeze,
  onLink,
  onFind,
  onAssumptions,
  onOutline,
  findings,
}: DraftCommands) {
  const group = 'This draft'
  const may = mayEdit ? {} : { disabledReason: 'Only its authors write here.' }
  const act = (command: typeof insertTable) => () => {
    if (view === null) return
    view.focus()
    command(view.state, view.dispatch, view)
  }
  useCommands([
    ...commands,
    {
      id: 'draft.slash',
      title: 'Put something in, where a line or a word begins',
      group,
      words: 'insert add',
      shows: '/',
      ...may,
      run: () => view && typeSlash(view),
    },
    { id: 'draft.table', title: 'Insert a table', group, ...may, run: act(insertTable) },
    { id: 'draft.row', title: 'Add a row below', group, words: 'table', ...may, run: act(table.addRowAfter) },
    {
      id: 'draft.column',
      title: 'Add a column after',
      group,
      words: 'table',
      ...may,
      run: act(table.addColumnAfter),
    },
    {
      id: 'draft.row-out',
      title: 'Remove the row',
      group,
      words: 'table delete',
      ...may,
      run: act(table.deleteRow),
    },
    {
      id: 'draft.column-out',
      title: 'Remove the column',
      group,
      words: 'table delete',
      ...may,
      run: act(table.deleteColumn),
    },
    {
      id: 'draft.table-out',
      title: 'Remove the table',
      group,
      words: 'delete',
      ...may,
      run: act(table.deleteTable),
    },
    ...figureCommands({ view, figures, may, act }),
    { id: 'draft.code', title: 'Set as a block of code', group, ...may, run: act(toggleCodeBlock) },
    {
      id: 'draft.question',
      title: 'Add a question to the FAQ',
      group,
      words: 'faq entry',
      ...may,
      run: act(addQuestion),
    },
    {
      id: 'draft.question-up',
      title: 'Move this question up',
      group,
      words: 'faq entry reorder',
      keys: 'Alt+Shift+↑',
      ...may,
      run: act(moveEntryUp),
    },
    {
      id: 'draft.question-down',
      title: 'Move this question down',
      group,
      words: 'faq entry reorder',
      keys: 'Alt+Shift+↓',
      ...may,
      run: act(moveEntryDown),
    },
    {
      id: 'draft.question-across',
      title: 'Move this question to the other FAQ',
      group,
      words: 'faq entry external internal',
      ...may,
      run: act(moveEntryAcross),
    },
    { id: 'draft.link', title: 'Put a link on the selected words', group, ...may, run: onLink },
    { id: 'draft.find', title: 'Find and replace', group, words: 'search', shows: 'Ctrl+F', run: onFind },
    {
      id: 'draft.outline',
      title: 'Go to a part, a heading or a question',
      group,
      words: 'outline contents pages',
      shows: 'Ctrl+Alt+O',
      run: onOutline,
    },
    { id: 'draft.next', title: 'Go to the next part', group, run: act(toNextPart) },
    { id: 'draft.previous', title: 'Go to the part before', group, run: act(toPreviousPart) },
    {
      id: 'draft.findings',
      title: findings.isHidden ? 'Show findings beside the draft' : 'Hide findings beside the draft',
      group,
      words: 'checks notes',
      ...may,
      run: () => hideFindings(!findings.isHidden),
    },
    {
      id: 'draft.assumptions',
      title: 'List the open assumptions',
      group,
      words: 'brackets',
      ...(findings.assumptions.length + findings.stale.length === 0
        ? { disabledReason: 'Nothing stands in [square brackets].' }
        : may),
      run: onAssumptions,
    },
    { id: 'draft.freeze', title: 'Freeze an edition', group, ...may, run: onFreeze },
  ])
}
