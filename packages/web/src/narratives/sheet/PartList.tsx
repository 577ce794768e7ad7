import { type Kind, labelOf } from './kind.ts'
import type { Outline } from './outline.ts'

interface Props {
  outline: Outline
  kind: Kind | undefined
  onGo: (block: string) => void
}

/** The parts in order: what is written, what is not, and where one is. */
export function PartList({ outline, kind, onGo }: Props) {
  return (
    <nav aria-label="Parts" className="draft-parts">
      <ol className="sticky top-24 flex flex-col items-end gap-1.5 pt-16 text-right text-[0.78125rem]">
        {outline.parts.map(({ block, part, written }) => (
          <li key={block}>
            <button
              type="button"
              aria-current={outline.here === block ? 'true' : undefined}
              onClick={() => onGo(block)}
              className={`rounded-small px-1.5 py-1 text-right leading-snug transition-colors hover:text-ink aria-[current=true]:font-medium aria-[current=true]:text-accent ${written ? 'text-ink-2' : 'text-ink-3 italic'}`}
            >
              {labelOf(kind, part)}
              {!written && <span className="sr-only">, not written</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
