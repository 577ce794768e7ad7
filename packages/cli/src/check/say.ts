import type { Checked, ReportedFinding } from './report.ts'

const titles = { 'must-fix': 'Must fix', consider: 'Consider' } as const

/** The report in words: what is there, what is wrong with it and why, what to write instead. */
export function say(file: string, { kind, report, assumptions, more }: Checked): string {
  const { pages, pressReleasePages, readingMinutes, words, parts, findings } = report
  const labelOf = (part: string) => kind.parts.find(({ id }) => id === part)?.label ?? 'Elsewhere'
  const extent = [
    counted(pages, 'page'),
    ...(pressReleasePages > 0 ? [`press release ${counted(pressReleasePages, 'page')}`] : []),
    `${readingMinutes} minutes to read`,
    counted(words, 'word'),
  ]
  const missing = parts.filter(({ present }) => !present).map(({ id }) => labelOf(id))
  const out = [`${file}, read as ${kind.label}: ${extent.join(', ')}.`]
  if (missing.length > 0) out.push(`Not written: ${missing.join(', ')}.`)
  for (const severity of ['must-fix', 'consider'] as const) {
    const those = findings.filter((finding) => finding.severity === severity)
    if (those.length === 0) continue
    out.push('', titles[severity])
    for (const finding of those) out.push('', ...told(finding, labelOf(finding.part)))
  }
  if (findings.length === 0) out.push('', 'Nothing to mend was found. The room will find the rest.')
  if (assumptions.length > 0) {
    out.push('', 'Open assumptions, as the text marks them in [brackets]', '')
    for (const { line, sourceLine, text } of assumptions)
      out.push(`  ${place(line, sourceLine)}  ${shortened(text)}`)
  }
  if (more > 0)
    out.push('', `${more} more of the same kind come when these are dealt with; --all lists them now.`)
  return out.join('\n')
}

function told({ rule, line, sourceLine, quote, message, repair }: ReportedFinding, part: string): string[] {
  return [
    `  ${place(line, sourceLine)}  ${part}  (${rule})`,
    ...(quote.trim() === '' ? [] : [`    “${shortened(quote.trim())}”`]),
    `    ${message}`,
    `    → ${repair}`,
  ]
}

const place = (line: number, sourceLine: number) => `line ${line} (${sourceLine} in the file)`

const counted = (count: number, what: string) =>
  `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= 110 ? line : `${line.slice(0, 70).trimEnd()} … ${line.slice(-30).trimStart()}`
}
