import { nodeAt } from './blocks.ts'
import type { Compared, Run } from './diff-words.ts'
import type { DocumentJson, MarkJson, NodeJson } from './json.ts'

/**
 * What is not words: what kind of block it is, the part, what it stands in (a list, a quote, a cell and its spans),
 * how its words are marked, where its links lead, and which picture is shown and how wide.
 */
export type LookName = 'kind' | 'part' | 'inside' | 'emphasis' | 'link' | 'picture' | 'width'

/** One look of a block that is not as it was; both in the words of the schema, such as `heading 2`. */
export interface Look {
  what: LookName
  was: string
  is: string
}

export interface Side {
  document: DocumentJson
  block: Compared
}

/** What is set otherwise though the words may be the same. Marks and links are those of the words in both. */
export function looksBetween(before: Side, after: Side, runs: readonly Run[]): Look[] {
  const pairs = [...blockLooks(before, after), ...markLooks(before, after, runs)]
  return pairs.filter(({ was, is }) => was !== is)
}

function blockLooks(before: Side, after: Side): Look[] {
  const [old, now] = [attrsOf(before), attrsOf(after)]
  return [
    { what: 'kind', was: kindOf(before), is: kindOf(after) },
    { what: 'part', was: before.block.part, is: after.block.part },
    { what: 'inside', was: insideOf(before), is: insideOf(after) },
    { what: 'picture', was: shownBy(old), is: shownBy(now) },
    { what: 'width', was: String(old.width ?? 'own'), is: String(now.width ?? 'own') },
  ]
}

const attrsOf = ({ document, block }: Side) => nodeAt(document, block.path)?.attrs ?? {}

function kindOf(side: Side): string {
  const { type } = side.block
  const { level, language } = attrsOf(side)
  if (type === 'heading') return `heading ${level ?? 2}`
  return typeof language === 'string' && language !== '' ? `${type} ${language}` : type
}

const shownBy = ({ src, drawing, scene }: Record<string, unknown>) =>
  [src, drawing, scene].filter((each) => typeof each === 'string').join(' ')

/** From the outermost in; places in a list or a table are not part of it, or one new row would change all below. */
function insideOf({ document, block }: Side): string {
  const around: string[] = []
  for (let depth = 2; depth < block.path.length; depth++) {
    const node = nodeAt(document, block.path.slice(0, depth))
    if (node && node.type !== 'part') around.push(placeOf(node))
  }
  return around.join(' > ')
}

function placeOf({ type, attrs = {} }: NodeJson): string {
  const { colspan = 1, rowspan = 1, align, start = 1 } = attrs
  const said = [
    colspan === 1 ? '' : `over ${colspan} columns`,
    rowspan === 1 ? '' : `over ${rowspan} rows`,
    typeof align === 'string' ? align : '',
    start === 1 ? '' : `from ${start}`,
  ].filter((each) => each !== '')
  return [type, ...said].join(', ')
}

/** What each UTF-16 unit of a block is marked with. */
function marksOf({ document, block }: Side): MarkJson[][] {
  return (nodeAt(document, block.path)?.content ?? []).flatMap((child) => {
    const length = child.type === 'text' ? (child.text ?? '').length : 1
    return Array.from({ length }, () => child.marks ?? [])
  })
}

function markLooks(before: Side, after: Side, runs: readonly Run[]): Look[] {
  const [olds, nows] = [marksOf(before), marksOf(after)]
  const looks = new Map<string, Look>()
  let [old, now] = [0, 0]
  for (const { kind, text } of runs) {
    if (kind === 'kept')
      for (let at = 0; at < text.length; at++) {
        for (const look of unitLooks(olds[old + at] ?? [], nows[now + at] ?? []))
          looks.set(JSON.stringify(look), look)
      }
    if (kind !== 'added') old += text.length
    if (kind !== 'removed') now += text.length
  }
  return [...looks.values()].filter(({ was, is }) => was !== is)
}

function unitLooks(old: MarkJson[], now: MarkJson[]): Look[] {
  if (old.length === 0 && now.length === 0) return []
  return [
    { what: 'emphasis', was: emphasisOf(old), is: emphasisOf(now) },
    { what: 'link', was: addressOf(old), is: addressOf(now) },
  ]
}

const emphases = new Set(['strong', 'em', 'strike', 'code'])

const emphasisOf = (marks: MarkJson[]) =>
  marks
    .map(({ type }) => type)
    .filter((type) => emphases.has(type))
    .sort()
    .join(' ')

const addressOf = (marks: MarkJson[]) => {
  const href = marks.find(({ type }) => type === 'link')?.attrs?.href
  return typeof href === 'string' ? href : ''
}
