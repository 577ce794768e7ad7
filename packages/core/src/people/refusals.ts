import { defineRefusals } from '../refusals.ts'

export const peopleRefusals = defineRefusals({
  'already-set-up': {
    status: 409,
    message: 'This workspace already has its first administrator. Sign in instead.',
  },
  'code-needed': {
    status: 403,
    message:
      'That is not the code. Type the eight characters printed in the terminal where Foreword was started.',
  },
  'wrong-credentials': {
    status: 401,
    message: 'That e-mail and password do not belong together. Try again.',
  },
  'too-many-attempts': { status: 429, message: 'Too many attempts. Wait a few minutes, then try again.' },
  'email-taken': { status: 409, message: 'Somebody here already uses this e-mail. Use another, or sign in.' },
  'invitation-gone': {
    status: 404,
    message: 'This invitation was used, withdrawn or has expired. Ask for a new link.',
  },
  'letter-link-unknown': {
    status: 404,
    message:
      'This link belongs to no letter of ours. Use the one in the latest letter, or choose under Settings.',
  },
  'assistant-of-yourself': {
    status: 409,
    message: 'You schedule for yourself as it is. Name somebody else.',
  },
  'group-of-everybody': {
    status: 409,
    message:
      'Everybody is in this group: it bears the company’s name, stands above the others and stays. Choose another.',
  },
  'group-in-use': {
    status: 409,
    message: 'Ideas or other groups stand in this one. Move them first, or close it.',
  },
  'last-administrator': {
    status: 409,
    message: 'A workspace needs an administrator. Make somebody else one first.',
  },
})
