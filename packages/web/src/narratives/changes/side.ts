import type { DocumentJson } from '@foreword/document/json'
import type { Outputs } from '../../api.ts'
import { paths } from '../../paths.ts'
import type { Edition } from '../edition/EditionFrame.tsx'

/** One of two texts that are compared: an edition, or the draft as it was when the page was opened. */
export interface Side {
  id: string
  /** In the middle of a sentence: “edition 3”, “the draft”. */
  name: string
  title: string
  href: string
  document: DocumentJson
  /** The number that the first line of each block has. */
  lines: ReadonlyMap<string, number>
}

export function editionSide(edition: Edition): Side {
  const lines = new Map<string, number>()
  for (const { block, line } of edition.lines) if (!lines.has(block)) lines.set(block, line)
  return {
    id: edition.id,
    name: `edition ${edition.number}`,
    title: edition.title,
    href: paths.edition({ editionId: edition.id }),
    // the contract carries documents as loose JSON; they were checked against the schema when they were frozen
    document: edition.document as unknown as DocumentJson,
    lines,
  }
}

type Narratives = Outputs['narratives']

export function draftSide(
  { id, title }: Narratives['get'],
  { document }: Narratives['draftText'],
  layout: Narratives['layout'] | undefined,
): Side {
  return {
    id: DRAFT,
    name: 'the draft',
    title: title || 'Untitled',
    href: paths.draft({ narrativeId: id }),
    // as above: the server brought it through the schema
    document: document as unknown as DocumentJson,
    lines: new Map(layout?.blocks.map(({ block, line }) => [block, line])),
  }
}

/** Stands for the draft where another side has the id of its edition. */
export const DRAFT = 'draft'
