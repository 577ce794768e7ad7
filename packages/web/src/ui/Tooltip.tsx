import type { ReactElement, ReactNode } from 'react'
import { Focusable } from 'react-aria-components/Focusable'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'

interface Props {
  says: ReactNode
  /** One focusable native element: a button, a link. */
  children: ReactElement<Record<string, unknown>, string>
}

/** A few words about a control that shows only a sign. Nothing that must be read may live here: a finger sees none. */
export function Tooltip({ says, children }: Props) {
  return (
    <TooltipTrigger delay={400}>
      <Focusable>{children}</Focusable>
      <AriaTooltip
        offset={6}
        className="max-w-64 animate-appear rounded bg-ink px-2.5 py-1.5 text-tiny text-paper shadow-lift"
      >
        {says}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
