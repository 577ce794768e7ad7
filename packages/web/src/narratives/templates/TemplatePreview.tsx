import '../sheet/sheet.css'
import { Fragment } from 'react'
import type { Part } from '../sheet/kind.ts'
import type { Template } from './editing.ts'

/** What a writer meets: the empty sheet with its headings and hints, and the guidance beside each part. */
export function TemplatePreview({ template }: { template: Template }) {
  let question = 0
  return (
    <aside aria-label="Preview" className="mt-10 lg:mt-0">
      <section
        className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto"
        aria-label="What a writer meets"
        // it scrolls by itself, so the keyboard must reach it
        // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
        tabIndex={0}
      >
        <h2 className="mb-2 text-small font-semibold text-ink-2">What a writer meets</h2>
        <div className="rounded border border-rule bg-sheet px-5 py-6 font-text shadow-lift">
          {template.parts.map((part, at) => {
            if (part.startsWith === 'faq-entry') question = 1
            return (
              <Fragment key={part.id}>
                {breaksBefore(template.parts, at) && (
                  <p className="my-4 border-t border-dashed border-rule-2 pt-1 text-right font-ui text-tiny text-ink-3">
                    a new page
                  </p>
                )}
                <PreviewPart part={part} question={question} />
              </Fragment>
            )
          })}
        </div>
      </section>
    </aside>
  )
}

function PreviewPart({ part, question }: { part: Part; question: number }) {
  const name = part.label || 'A new part'
  return (
    <section className="mb-4">
      {part.title !== undefined && <p className="mb-1 font-semibold">{part.title}</p>}
      {part.startsWith === 'heading' && <p className="text-lead font-semibold text-ink-3">{name}</p>}
      {part.startsWith === 'paragraph' && <p className="text-ink-3 italic">{name}</p>}
      {part.startsWith === 'faq-entry' && (
        <p className="text-ink-3">
          <span className="mr-2">{question}</span>
          <span className="font-semibold">A question</span>
          <span className="block italic">Its answer</span>
        </p>
      )}
      <div className="mt-1 border-l-2 border-accent/45 pl-3 font-ui text-small text-ink-2">
        {part.guidance || 'No guidance yet.'}
        {part.qualityBar && <span className="mt-0.5 block font-text italic">{part.qualityBar}</span>}
      </div>
    </section>
  )
}

/** Where the section changes, as the typesetter begins pages: after the press release, and before the appendix. */
function breaksBefore(parts: readonly Part[], at: number): boolean {
  const here = parts[at]?.section
  const before = parts[at - 1]?.section
  if (before === undefined || here === before) return false
  return here === 'appendix' || before === 'press-release' || here === 'press-release'
}
