import * as z from 'zod'
import { defineRefusals } from '../refusals.ts'

/** The largest file that is read as a template; what ships takes less than a tenth of it. */
export const LARGEST_TEMPLATE_BYTES = 200 * 1024
export const MOST_KINDS = 60

export const kindRefusals = defineRefusals({
  'no-such-kind': { status: 422, message: 'There is no such kind of document. Choose one from the list.' },
  'changed-meanwhile': {
    status: 409,
    message: 'Somebody else changed this template while you did. Open it again and repeat your change.',
  },
  'no-default': {
    status: 409,
    message: 'This kind was made here, so there is no default to go back to. Edit it, or remove it.',
  },
  'kind-in-use': {
    status: 409,
    message: 'Documents of this kind exist, so it stays: they take their guidance and limits from it.',
  },
  'ships-with-the-product': {
    status: 409,
    message: 'This kind ships with Foreword and cannot be removed. Go back to its default instead.',
  },
  'too-many-kinds': {
    status: 409,
    message: `There are ${MOST_KINDS} kinds already. Remove one that nobody uses first; nothing was kept.`,
  },
  'no-example': { status: 422, message: 'No example ships for this kind. Start from its template instead.' },
  'template-too-large': {
    status: 413,
    message: 'The file is larger than 200 kB, which no template is. Choose another; nothing was kept.',
  },
  'not-a-template': {
    status: 422,
    message: 'The file is not a template. Choose one that was saved with “Save as a file”; nothing was kept.',
  },
  'newer-template': {
    status: 422,
    message: 'The file was saved by a newer Foreword. Update this one first; nothing was kept.',
  },
  'template-not-valid': {
    status: 422,
    message: 'Something in the template is not right; nothing was kept.',
    data: z.object({ fields: z.array(z.object({ field: z.string(), message: z.string() })) }),
  },
})
