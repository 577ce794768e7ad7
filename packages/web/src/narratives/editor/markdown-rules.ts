import { safeLink } from '@foreword/document/links'
import { schema } from '@foreword/document/schema'
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import type { MarkType } from 'prosemirror-model'
import { type Command, type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { newBlockId } from './block-id.ts'
import { isFromElsewhere } from './from-elsewhere.ts'
import { PROPOSAL_OF } from './undo-groups.ts'

const { nodes, marks } = schema

const rules = [
  textblockTypeInputRule(/^(#{1,4}) $/, nodes.heading, (match) => ({ level: match[1]?.length ?? 1 })),
  textblockTypeInputRule(/^```([\w+-]*) $/, nodes.codeBlock, (match) => ({ language: match[1] || null })),
  wrappingInputRule(/^\s*[-*+] $/, nodes.bulletList),
  wrappingInputRule(
    /^(\d{1,4})[.)] $/,
    nodes.orderedList,
    (match) => ({ start: Number(match[1]) }),
    (match, node) => node.childCount + Number(node.attrs.start) === Number(match[1]),
  ),
  wrappingInputRule(/^> $/, nodes.blockquote),
  // three stars may begin what is both bold and slanted
  new InputRule(/^(?:---|(?:\*\*\*|___) )$/, (state, _match, start, end) => {
    const $start = state.doc.resolve(start)
    if ($start.parent.type !== nodes.paragraph) return null
    if (!$start.node(-1).canReplaceWith($start.index(-1), $start.index(-1), nodes.horizontalRule)) return null
    const rule = nodes.horizontalRule.create({ id: newBlockId() })
    return state.tr.delete(start, end).insert($start.before(), rule)
  }),
  marking(/(?:^|[^*])\*\*\*([^*\s](?:[^*]*[^*\s])?)\*\*\*$/, [marks.strong, marks.em], 3),
  marking(/(?:^|[^*])\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, [marks.strong], 2),
  marking(/(?:^|[^\w_])__([^_\s](?:[^_]*[^_\s])?)__$/, [marks.strong], 2),
  marking(/(?:^|[^*\w])\*([^*\s](?:[^*]*[^*\s])?)\*$/, [marks.em], 1),
  marking(/(?:^|[^_\w])_([^_\s](?:[^_]*[^_\s])?)_$/, [marks.em], 1),
  marking(/(?:^|[^`])`([^`]+)`$/, [marks.code], 1),
  marking(/(?:^|[^~])~~([^~\s](?:[^~]*[^~\s])?)~~$/, [marks.strike], 2),
  new InputRule(
    /\[([^\]]+)\]\((\S+)\)$/,
    (state, match, start, end) => {
      const href = safeLink(match[2])
      const text = match[1]
      if (href === null || text === undefined || !isPlain(state, match[0], start, end)) return null
      const from = start + 1 + text.length
      const link = marks.link.create({ href })
      return state.tr
        .delete(from, end)
        .delete(start, start + 1)
        .addMark(start, from - 1, link)
        .removeStoredMark(marks.link)
    },
    { inCodeMark: false },
  ),
]

/** The last letter of everything that a rule answers to. */
const lastLetters = new Set([' ', '-', '*', '_', '`', '~', ')'])

const plugin = inputRules({ rules })
const key = new PluginKey<boolean>('markdown-rules')

/** Markdown as it is typed. Taking back right after, or Backspace, gives the characters back. */
export function markdownRules(): Plugin<boolean> {
  return new Plugin<boolean>({
    key,
    state: {
      init: () => false,
      apply(tr, before) {
        if ((tr.getMeta(PROPOSAL_OF) ?? tr).getMeta(plugin) !== undefined) return true
        if (isFromElsewhere(tr) || tr.getMeta('appendedTransaction') !== undefined) return before
        return before && !tr.docChanged && !tr.selectionSet
      },
    },
    props: {
      handleTextInput(view, from, to, text, deflt) {
        if (from !== to || view.composing || !lastLetters.has(text.slice(-1))) return false
        // the letter is typed first and then acted on: so taking that back leaves what was typed
        view.dispatch(deflt())
        // right after a click the selection may still be the one of before
        obey(view, from + text.length)
        return true
      },
      handleDOMEvents: {
        // the view reads what was composed before that
        compositionend: (view) => void setTimeout(() => obey(view, view.state.selection.head)),
      },
    },
  })
}

/** Sets what stands before a place as its Markdown says. */
function obey(view: EditorView, at: number) {
  if (view.isDestroyed || !view.state.selection.empty) return
  plugin.props.handleTextInput?.call(plugin, view, at, at, '', () => view.state.tr)
}

/** Whether the last thing done here was to set something as its Markdown says. */
export const isJustSet = (state: EditorState) => key.getState(state) === true

/** Three backticks and Enter, which a rule that waits for a letter does not hear. */
export const enterBeginsCode: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const fence = /^```([\w+-]*)$/.exec($from.parent.textContent)
  if (!empty || fence === null || $from.parent.type !== nodes.paragraph) return false
  if ($from.parentOffset !== $from.parent.content.size) return false
  if (!$from.node(-1).canReplaceWith($from.index(-1), $from.indexAfter(-1), nodes.codeBlock)) return false
  const { tr } = state
  tr.delete($from.start(), $from.end())
  tr.setBlockType($from.start(), $from.start(), nodes.codeBlock, { language: fence[1] || null })
  dispatch?.(tr.setMeta(plugin, true).scrollIntoView())
  return true
}

/** Words between delimiters of `width` characters on either side. */
function marking(pattern: RegExp, types: readonly MarkType[], width: number): InputRule {
  return new InputRule(
    pattern,
    (state, match, start, end) => {
      const words = match[1]
      const whole = match[0]
      const { parent } = state.doc.resolve(start)
      if (words === undefined || !types.every((type) => parent.type.allowsMarkType(type))) return null
      if (!isPlain(state, whole, start, end)) return null
      // what stands before the delimiter, to tell ** from ***, is no part of it
      const from = start + whole.lastIndexOf(words) - width
      const { tr } = state
      tr.delete(from + width + words.length, end).delete(from, from + width)
      for (const type of types) tr.addMark(from, from + words.length, type.create()).removeStoredMark(type)
      return tr
    },
    { inCodeMark: false },
  )
}

/** A footnote among the words takes more places than letters: there the rule would miss its own ends. */
const isPlain = ({ doc }: EditorState, whole: string, start: number, end: number) =>
  doc.textBetween(start, end, '', '\ufffc') === whole
