import { hideFindings } from './quiet.ts'

interface Props {
  isHidden: boolean
  assumptions: number
  /** Passages that rest on an assumption that fell. */
  stale: number
  onAssumptions: () => void
  className?: string
}

/** Beside the margin or in its panel: what the draft assumes, and whether findings are shown. Never how many. */
export function FootActs({ isHidden, assumptions, stale, onAssumptions, className = '' }: Props) {
  return (
    <>
      {stale > 0 && (
        <button type="button" className={`${link} text-amber ${className}`} onClick={onAssumptions}>
          {stale === 1 ? '1 passage rests' : `${stale} passages rest`} on what fell
        </button>
      )}
      {assumptions > 0 && (
        <button type="button" className={`${link} ${className}`} onClick={onAssumptions}>
          {assumptions} open {assumptions === 1 ? 'assumption' : 'assumptions'}
        </button>
      )}
      <button type="button" className={`${link} ${className}`} onClick={() => hideFindings(!isHidden)}>
        {isHidden ? 'Show findings' : 'Hide findings'}
      </button>
    </>
  )
}

const link = 'underline-offset-3 hover:underline'
