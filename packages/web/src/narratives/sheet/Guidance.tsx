import type { Part } from './kind.ts'

/** Beside an empty part: what to write, and how a reader tells a good one. Gone with the first word. */
export function Guidance({ part }: { part: Part }) {
  return (
    <div className="animate-appear border-l-2 border-accent/45 pl-3.5 text-small">
      <p className="font-medium">{part.label}</p>
      <p className="mt-0.5 text-ink-2">{part.guidance}</p>
      <p className="mt-1.5 font-text text-[0.875rem] text-ink-2 italic">{part.qualityBar}</p>
    </div>
  )
}
