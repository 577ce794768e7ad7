import { ok, type Result, refuse } from '@foreword/core/result'
import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { assembled } from './assemble.ts'
import { canonical } from './canonical.ts'

import type { DocumentJson, NewId } from './json.ts'
import { blocksOf } from './markdown/blocks-in.ts'
import { type ImportRefusal, MAX_NESTING, readableText } from './markdown/limits.ts'

export type { ImportRefusal }

/**
 * A Markdown file as a document. Every word is kept: front matter as code in the appendix, HTML as the text it is
 * written in, a note at the place that refers to it. Parts of a PR/FAQ are recognised and may be moved by people later.
 * Takes about 3 ms for a page; 2 MB of text take seconds, so large files belong off the thread that serves.
 */
export function documentFromMarkdown(
  source: string | Uint8Array,
  newId: NewId,
): Result<DocumentJson, ImportRefusal> {
  const text = readableText(source)
  if (!text.ok) return text
  const root = fromMarkdown(text.value, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  })
  if (nestingOf(root) > MAX_NESTING) return refuse('file-nested-too-deep')
  const document = assembled(blocksOf(root), newId)
  return document ? ok(canonical(document)) : refuse('file-empty')
}

/** Levels of quotes, lists and emphasis inside each other. Walks with a list: the tree may be hostile. */
function nestingOf(root: Root): number {
  let deepest = 0
  const waiting: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const depth = next.depth + (next.node.type === 'listItem' || next.node.type === 'root' ? 0 : 1)
    deepest = Math.max(deepest, depth)
    if ('children' in next.node) for (const child of next.node.children) waiting.push({ node: child, depth })
  }
  // the paragraph and its text are levels of the tree, but nobody's nesting
  return deepest - 2
}
