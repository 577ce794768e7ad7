import { randomUUID } from 'node:crypto'
import type { AnySchema } from '@orpc/contract'
import * as z from 'zod'

/** What a field of this name is given, whatever its schema says. */
export type Known = Record<string, unknown>

/**
 * An input that the schema accepts, or undefined when none can be made of it. Fields that may be left out are, but
 * those that `known` has a value for.
 */
export function exampleOf(schema: AnySchema | undefined, known: Known): unknown {
  if (!schema) return {}
  const made = example(schema as z.core.$ZodType, '', known) // every schema of the contract is one of zod's
  return made instanceof Impossible || !z.safeParse(schema as z.core.$ZodType, made).success
    ? undefined
    : made
}

/** Marks a schema for which nothing can be made. */
class Impossible {}

function example(schema: z.core.$ZodType, name: string, known: Known): unknown {
  if (Object.hasOwn(known, name) && z.safeParse(schema, known[name]).success) return known[name]
  const { def } = (schema as z.core.$ZodTypes)._zod // one of the library's own kinds
  switch (def.type) {
    case 'object': {
      const entries = Object.entries(def.shape).flatMap(([field, inner]) => {
        const mayBeLeftOut = inner._zod.optin !== undefined && !Object.hasOwn(known, field)
        return mayBeLeftOut ? [] : [[field, example(inner, field, known)] as const]
      })
      return entries.some(([, value]) => value instanceof Impossible)
        ? new Impossible()
        : Object.fromEntries(entries)
    }
    case 'union':
      return def.options.map((option) => example(option, name, known)).find((made) => fits(schema, made))
    case 'optional':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
      return example(def.innerType, name, known)
    case 'nullable': {
      const made = example(def.innerType, name, known)
      return fits(schema, made) ? made : null
    }
    case 'pipe':
      return example(def.in, name, known)
    case 'array': {
      const one = example(def.element, name, known)
      // what was known by this name and does not fit says at least that the field matters
      const tried = Object.hasOwn(known, name) ? [[one], []] : [[], [one]]
      return tried.find((made) => fits(schema, made)) ?? [one, one]
    }
    case 'record':
      return {}
    case 'literal':
      return def.values[0]
    case 'enum':
      return Object.values(def.entries)[0]
    default:
      return simple.find((value) => fits(schema, value()))?.() ?? new Impossible()
  }
}

const fits = (schema: z.core.$ZodType, value: unknown) =>
  !(value instanceof Impossible) && z.safeParse(schema, value).success

/** Tried in turn. */
const simple: (() => unknown)[] = [
  () => 1,
  () => true,
  () => 'a few plain words',
  () => randomUUID(),
  () => '2027-03-02T10:00:00.000Z',
  () => '2027-03-02',
  () => 'somebody@example.com',
  () => 'https://example.com/',
  () => 'f00d'.repeat(16),
  () => new File(['# A file\n\nOf two lines.\n'], 'a.md', { type: 'text/markdown' }),
  () => null,
]
