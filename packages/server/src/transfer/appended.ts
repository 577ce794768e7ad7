import { textBlocks } from '@foreword/document/blocks'
import type { CommentOut } from '@foreword/document/docx-out'
import type { DocumentJson, NodeJson } from '@foreword/document/json'
import type { DecisionOut } from './beside.ts'
import { block, heading, paragraph, part, words } from './blocks.ts'

/**
 * The document with its decision and its comments after it, for the forms that have no margin. They stand behind
 * everything, so no page or line before them changes.
 */
export function withRecord(
  document: DocumentJson,
  { comments, decision }: { comments: readonly CommentOut[]; decision: DecisionOut | null },
): DocumentJson {
  const blocks = [
    ...(decision ? [heading(decision.title), paragraph(decision.spoken)] : []),
    ...(comments.length > 0
      ? [heading('Comments'), ...comments.flatMap((each) => thread(each, document))]
      : []),
  ]
  if (blocks.length === 0) return document
  return { ...document, content: [...document.content, part('appendix', blocks)] }
}

function thread(comment: CommentOut, document: DocumentJson): NodeJson[] {
  const quote = quoteOf(comment, document)
  return [
    ...(quote === null ? [] : [block('blockquote', [paragraph(quote)])]),
    ...speech(comment, comment.resolved ? ', resolved' : ''),
    ...(comment.replies.length > 0
      ? [
          block(
            'bulletList',
            comment.replies.map((reply) => block('listItem', speech(reply))),
          ),
        ]
      : []),
  ]
}

function quoteOf({ anchor }: CommentOut, document: DocumentJson): string | null {
  if (!anchor) return null
  const text = textBlocks(document)
    .find(({ id }) => id === anchor.block)
    ?.text.slice(anchor.from, anchor.to)
  return text || null
}

function speech({ author, at, text }: { author: string; at: string; text: string }, more = ''): NodeJson[] {
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '')
  const who: NodeJson = {
    type: 'text',
    text: `${author}, ${at.slice(0, 10)}${more}:`,
    marks: [{ type: 'strong' }],
  }
  return [block('paragraph', [who, ...words(` ${first}`)]), ...rest.map(paragraph)]
}
