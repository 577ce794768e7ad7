import * as z from 'zod'

/** Integer minor units (cents) and an ISO 4217 code: 18 000 dollars is `{ minor: 1800000, currency: 'USD' }`. */
export const money = z.object({
  minor: z
    .int('not a whole number of cents')
    .min(0, 'an amount is not negative')
    .max(1e15, 'the amount is too large'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'not a currency code such as USD'),
})
export type Money = z.infer<typeof money>
