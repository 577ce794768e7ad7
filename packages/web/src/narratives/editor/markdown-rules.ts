import { safeLink } from '@foreword/document/links'
import { schema } from '@foreword/document/schema'
import {
  InputRule,
  inputRules,
  textblockTypeInputRule,
  undoInputRule,
  wrappingInputRule,
} from 'prosemirror-inputrules'
import type { MarkType } from 'prosemirror-model'
import type { Plugin } from 'prosemirror-state'
import { newBlockId } from './block-id.ts'

export { undoInputRule }

const { nodes, marks } = schema

/** Markdown as it is typed. Backspace right after gives the characters back. */
export function markdownRules(): Plugin {
  return inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,4}) $/, nodes.heading, (match) => ({ level: match[1]?.length ?? 1 })),
      textblockTypeInputRule(/^```([\w+-]*)\s$/, nodes.codeBlock, (match) => ({
        language: match[1] || null,
      })),
      wrappingInputRule(/^\s*[-*+] $/, nodes.bulletList),
      wrappingInputRule(
        /^(\d{1,4})[.)] $/,
        nodes.orderedList,
        (match) => ({ start: Number(match[1]) }),
        (match, node) => node.childCount + Number(node.attrs.start) === Number(match[1]),
      ),
      wrappingInputRule(/^> $/, nodes.blockquote),
      new InputRule(/^(?:---|\*\*\*|___)$/, (state, _match, start, end) => {
        const $start = state.doc.resolve(start)
        if ($start.parent.type !== nodes.paragraph) return null
        if (!$start.node(-1).canReplaceWith($start.index(-1), $start.index(-1), nodes.horizontalRule))
          return null
        const rule = nodes.horizontalRule.create({ id: newBlockId() })
        return state.tr.delete(start, end).insert($start.before(), rule)
      }),
      marking(/(?:^|[^*])\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, marks.strong, 2),
      marking(/(?:^|[^\w_])__([^_\s](?:[^_]*[^_\s])?)__$/, marks.strong, 2),
      marking(/(?:^|[^*\w])\*([^*\s](?:[^*]*[^*\s])?)\*$/, marks.em, 1),
      marking(/(?:^|[^_\w])_([^_\s](?:[^_]*[^_\s])?)_$/, marks.em, 1),
      marking(/(?:^|[^`])`([^`]+)`$/, marks.code, 1),
      marking(/(?:^|[^~])~~([^~\s](?:[^~]*[^~\s])?)~~$/, marks.strike, 2),
      new InputRule(/\[([^\]]+)\]\((\S+)\)$/, (state, match, start, end) => {
        const href = safeLink(match[2])
        const text = match[1]
        if (href === null || text === undefined) return null
        return state.tr.replaceWith(start, end, schema.text(text, [marks.link.create({ href })]))
      }),
    ],
  })
}

/** Words between delimiters of `width` characters on either side; the rule's last typed character is not yet there. */
function marking(pattern: RegExp, type: MarkType, width: number): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const words = match[1]
    const whole = match[0]
    if (words === undefined || !state.doc.resolve(start).parent.type.allowsMarkType(type)) return null
    // what stands before the delimiter, to tell ** from ***, is no part of it
    const from = start + whole.lastIndexOf(words) - width
    const { tr } = state
    tr.delete(from + width + words.length, end).delete(from, from + width)
    tr.addMark(from, from + words.length, type.create()).removeStoredMark(type)
    return tr
  })
}
