import { defineRefusals } from './refusals.ts'

export const storageRefusals = defineRefusals({
  'storage-unreachable': {
    status: 409,
    message: 'Where files are kept does not answer. Try again in a minute; nothing was kept.',
  },
})
