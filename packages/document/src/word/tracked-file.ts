import { textBlocks } from '../blocks.ts'
import type { Tracking } from '../docx-in.ts'
import type { DocumentJson, NodeJson } from '../json.ts'
import { adopted, renamed } from './adopt.ts'
import { type Proposed, proposed } from './proposed.ts'

/** A file with tracked changes that becomes a document of its own, in the parts that it has with all of them accepted. */
export function proposedInFile(
  file: { document: DocumentJson; tracked: Tracking; isMarked: boolean },
  at: string,
): Proposed {
  const { stretches, paragraphs } = file.tracked
  const after = file.isMarked ? file.tracked.after : settledParts(file.document, file.tracked.after)
  const { document: before, ids } = adopted(file.document, after, file.isMarked)
  const told = { before: withIds(stretches.before, ids), after: stretches.after }
  return proposed({ before, after, stretches: told, paragraphs }, at)
}

/**
 * A file with tracked changes that comes back: `theirs` is what it says before them, with the ids of the draft that it
 * comes back to, and `ids` leads there from those of the file.
 */
export function proposedOnReturn(
  { tracked, isMarked }: { tracked: Tracking; isMarked: boolean },
  theirs: DocumentJson,
  ids: ReadonlyMap<string, string>,
  at: string,
): Proposed {
  const { document: after, ids: more } = adopted(renamed(tracked.after, ids), theirs, isMarked)
  const stretches = {
    before: withIds(tracked.stretches.before, ids),
    after: withIds(withIds(tracked.stretches.after, ids), more),
  }
  const paragraphs = {
    begins: withIds(withIds(tracked.paragraphs.begins, ids), more),
    looks: withIds(withIds(tracked.paragraphs.looks, ids), more),
  }
  return proposed({ before: theirs, after, stretches, paragraphs }, at)
}

/** A part that begins only where a paragraph was split is none: its blocks go on in the part before. */
function settledParts(before: DocumentJson, after: DocumentJson): DocumentJson {
  const old = new Set(textBlocks(before).map(({ id }) => id))
  const content: NodeJson[] = []
  for (const part of after.content) {
    const last = content.at(-1)
    const isNew = textBlocks({ ...after, content: [part] }).every(({ id }) => !old.has(id))
    if (last && isNew && part.content?.[0]?.type !== 'heading')
      content[content.length - 1] = { ...last, content: [...(last.content ?? []), ...(part.content ?? [])] }
    else content.push(part)
  }
  return { ...after, content }
}

function withIds<T>(by: ReadonlyMap<string, T>, ids: ReadonlyMap<string, string>): Map<string, T> {
  return new Map(Array.from(by, ([id, value]) => [ids.get(id) ?? id, value]))
}
