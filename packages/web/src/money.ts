/** Money as people type it, and the whole number of minor units that is kept. */
import type { Money } from '@foreword/core/money'
import { spokenMoney } from '@foreword/core/spoken-money'

const MOST_MINOR = 1e15

/** Digits after the point: 2 for USD, 0 for JPY, 3 for KWD. */
export function decimalsOf(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  return maximumFractionDigits ?? 2
}

/**
 * Both ways of writing numbers are read; three digits after a lone point or comma are a group of thousands.
 *
 * | text | currency | minor units |
 * |---|---|---|
 * | `18,000` `18.000` `18 000` `18’000` `$18000` | USD | 1800000 |
 * | `18.5` `18,50` | EUR | 1850 |
 * | `1,234.56` `1.234,56` | EUR | 123456 |
 * | `18.5` | JPY | null: there is no half yen |
 * | `some`, `-1`, `1,2,3` | | null |
 */
export function minorUnits(text: string, currency: string): number | null {
  const compact = text.replace(/[\s'’$€£¥]/g, '')
  const decimals = decimalsOf(currency)
  const [whole, part] = split(compact)
  if (whole === undefined || part.length > decimals) return null
  const minor = Number(whole + part.padEnd(decimals, '0'))
  return minor <= MOST_MINOR ? minor : null
}

function split(text: string): [whole: string | undefined, part: string] {
  if (/^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(text)) return [text.replace(/[.,]/g, ''), '']
  const found =
    /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/.exec(text) ??
    /^(\d{1,3}(?:\.\d{3})+),(\d+)$/.exec(text) ??
    /^(\d+)(?:[.,](\d+))?$/.exec(text)
  return [found?.[1]?.replace(/[.,]/g, ''), found?.[2] ?? '']
}

/** The amount as it was understood, to be shown back where it was typed: `18,000`. */
export function amountWords(text: string, currency: string): string {
  const minor = minorUnits(text, currency)
  return minor === null ? text : spokenMoney({ minor, currency }).replace(` ${currency}`, '')
}

/** `null` for nothing typed; `undefined` for what is no amount. */
export function moneyOf(text: string, currency: string): Money | null | undefined {
  if (text.trim() === '') return null
  const minor = minorUnits(text, currency)
  return minor === null ? undefined : { minor, currency }
}

const usual = ['USD', 'EUR', 'GBP', 'CHF', 'JPY', 'CAD', 'AUD']

/** The usual ones first, then all there are. */
export const currencies: readonly string[] = [...new Set([...usual, ...Intl.supportedValuesOf('currency')])]
