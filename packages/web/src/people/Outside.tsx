import { type ReactNode, useRef } from 'react'
import { useArrival } from '../router.tsx'

/** As the typesetter broke them. */
const foreword = [
  'A press release is written',
  'before the product,',
  'as a foreword is read',
  'before the book.',
]

interface Props {
  title: string
  lead?: ReactNode
  children: ReactNode
}

/** The pages before signing in: one statement, printed with its line numbers as everything here is, and one form. */
export function Outside({ title, lead, children }: Props) {
  const main = useRef<HTMLElement>(null)
  useArrival(main)
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,34rem)]">
      <title>{`${title} · Foreword`}</title>
      <header className="flex flex-col px-5 pt-6 sm:px-12 lg:min-h-dvh lg:py-10">
        <p className="font-text text-[1.0625rem] font-semibold tracking-[-0.01em]">Foreword</p>
        <ol
          aria-label={foreword.join(' ')}
          className="my-auto hidden pb-10 font-text text-[clamp(1.75rem,3.1vw,2.75rem)] leading-[1.3] lg:block"
        >
          {foreword.map((line, at) => (
            <li key={line} aria-hidden="true" className="grid grid-cols-[2.25rem_1fr] items-baseline">
              <span className="font-ui text-tiny text-ink-3 figures select-none">{at + 1}</span>
              <span>{line}</span>
            </li>
          ))}
        </ol>
      </header>
      <main
        ref={main}
        tabIndex={-1}
        className="flex flex-col justify-center px-5 pt-8 pb-14 sm:px-12 lg:bg-sheet lg:px-18 lg:py-12 lg:shadow-lift"
      >
        <div className="w-full max-w-form">
          <h1 className="font-text text-title font-semibold">{title}</h1>
          {lead && <p className="mt-1.5 text-ink-2">{lead}</p>}
          <div className="mt-7">{children}</div>
        </div>
      </main>
    </div>
  )
}
