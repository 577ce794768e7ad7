import { textBlocks } from '@foreword/document/blocks'
import type { DocumentJson } from '@foreword/document/json'
import type { SetEdition } from '../../narratives/edition/setting.ts'

/** The text of one block of an edition, in which anchors count. */
export function blockTextOf({ document }: Pick<SetEdition, 'document'>, blockId: string): string | undefined {
  // the contract carries the document as loose JSON; it was checked against the schema when it was frozen
  const blocks = textBlocks(document as unknown as DocumentJson)
  return blocks.find(({ id }) => id === blockId)?.text
}
