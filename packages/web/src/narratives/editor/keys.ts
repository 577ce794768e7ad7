import { schema } from '@foreword/document/schema'
import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands'
import { keydownHandler, keymap } from 'prosemirror-keymap'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import { type Command, Plugin } from 'prosemirror-state'
import { goToNextCell } from 'prosemirror-tables'
import { isLetterByAltGr } from './alt-gr.ts'
import {
  addQuestion,
  backspaceInAnswer,
  backspaceInQuestion,
  enterBeginsNextQuestion,
  enterGoesToAnswer,
} from './faq-keys.ts'
import { moveEntryDown, moveEntryUp } from './faq-order.ts'
import {
  insertTable,
  toggleCode,
  toggleEm,
  toggleHeading,
  toggleList,
  toggleQuote,
  toggleStrike,
  toggleStrong,
} from './formatting.ts'
import { doAgain, takeBack } from './history.ts'
import { enterBeginsCode, isJustSet } from './markdown-rules.ts'
import {
  backspaceStaysInPart,
  deleteKeepingParts,
  deleteStaysInPart,
  enterLeavesOneLine,
  toNextPart,
  toPreviousPart,
} from './part-keys.ts'

const { nodes } = schema

const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent) return false
  dispatch?.(state.tr.replaceSelectionWith(nodes.hardBreak.create()).scrollIntoView())
  return true
})

/** What was just set as its Markdown says is typed characters again. */
const backspaceGivesBack: Command = (state, dispatch, view) =>
  isJustSet(state) && takeBack(state, dispatch, view)

const nextCellOrRow = chainCommands(goToNextCell(1))

/** What each key does in the draft, in the order it is tried. */
export const bindings: Record<string, Command> = {
  Enter: chainCommands(
    deleteKeepingParts,
    enterBeginsCode,
    enterLeavesOneLine,
    enterGoesToAnswer,
    enterBeginsNextQuestion,
    splitListItem(nodes.listItem),
  ),
  'Mod-Enter': chainCommands(addQuestion, toNextPart),
  'Shift-Enter': lineBreak,
  Backspace: chainCommands(
    backspaceGivesBack,
    deleteKeepingParts,
    backspaceInQuestion,
    backspaceInAnswer,
    backspaceStaysInPart,
  ),
  Delete: chainCommands(deleteKeepingParts, deleteStaysInPart),
  'Alt-ArrowDown': toNextPart,
  'Alt-ArrowUp': toPreviousPart,
  'Alt-Shift-ArrowDown': moveEntryDown,
  'Alt-Shift-ArrowUp': moveEntryUp,
  Tab: chainCommands(nextCellOrRow, sinkListItem(nodes.listItem)),
  'Shift-Tab': chainCommands(goToNextCell(-1), liftListItem(nodes.listItem)),
  'Mod-z': takeBack,
  'Mod-y': doAgain,
  'Shift-Mod-z': doAgain,
  'Mod-b': toggleStrong,
  'Mod-i': toggleEm,
  'Mod-e': toggleCode,
  'Mod-Shift-x': toggleStrike,
  'Mod-Alt-1': toggleHeading(1),
  'Mod-Alt-2': toggleHeading(2),
  'Mod-Alt-3': toggleHeading(3),
  'Mod-Alt-t': insertTable,
  'Mod-Shift-7': toggleList(nodes.orderedList),
  'Mod-Shift-8': toggleList(nodes.bulletList),
  'Mod-Shift-9': toggleQuote,
}

const obey = keydownHandler(bindings)

export const draftKeys = (): Plugin[] => [
  new Plugin({ props: { handleKeyDown: (view, event) => !isLetterByAltGr(event) && obey(view, event) } }),
  keymap(baseKeymap),
]
