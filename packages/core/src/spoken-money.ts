import type { Money } from './money.ts'

/** `{ minor: 1800000, currency: 'USD' }` → `18,000 USD`; currencies differ in how many decimals they have. */
export function spokenMoney({ minor, currency }: Money): string {
  const decimals =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const whole = minor % 10 ** decimals === 0
  const amount = new Intl.NumberFormat('en', {
    minimumFractionDigits: whole ? 0 : decimals,
    maximumFractionDigits: decimals,
  }).format(minor / 10 ** decimals)
  return `${amount} ${currency}`
}
