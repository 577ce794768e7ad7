import type { MarkSpec } from 'prosemirror-model'
import { safeLink } from './links.ts'
import { stampOf, writerClass } from './suggestions/stamp.ts'

/** How words may be set, linked and proposed: the marks of the one schema (`schema.ts`). */
export const markSpecs = {
  // first, so that they stand around the others; nobody's words become part of a proposal by being typed beside it
  inserted: suggestionMark('ins'),
  deleted: suggestionMark('del'),
  restyled: suggestionMark('span', { was: { default: [] } }),
  link: {
    attrs: { href: { validate: isSafeHref }, title: { default: null } },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = safeLink(element.getAttribute('href'))
          return href === null ? false : { href, title: element.getAttribute('title') }
        },
      },
    ],
    toDOM: (mark) => [
      'a',
      {
        href: safeLink(mark.attrs.href) ?? '',
        rel: 'noopener noreferrer nofollow',
        ...(mark.attrs.title === null ? {} : { title: String(mark.attrs.title) }),
      },
      0,
    ],
  },
  strong: {
    parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
    toDOM: () => ['strong', 0],
  },
  em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }], toDOM: () => ['s', 0] },
  code: { code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
} satisfies Record<string, MarkSpec>

function suggestionMark(tag: 'ins' | 'del' | 'span', more: MarkSpec['attrs'] = {}): MarkSpec {
  const says = 'data-suggestion'
  return {
    attrs: { id: { default: '' }, by: { default: '' }, at: { default: '' }, ...more },
    inclusive: false,
    parseDOM: [
      {
        tag: `${tag}[${says}]`,
        priority: 60,
        getAttrs: (element) => {
          const value = read(element, says)
          const stamp = stampOf(value)
          if (stamp === undefined) return false
          return tag === 'span' ? { ...stamp, was: wasOf(value) } : stamp
        },
      },
    ],
    toDOM: (mark) => [
      tag,
      { [says]: JSON.stringify(mark.attrs), class: writerClass(String(mark.attrs.by)) },
      0,
    ],
  }
}

function wasOf(value: unknown): unknown[] {
  const was = (value as { was?: unknown }).was
  return Array.isArray(was) ? was : []
}

function isSafeHref(value: unknown): void {
  if (safeLink(value) === null) throw new RangeError('a link must be http, https or mailto')
}

/** What an attribute of the DOM says as JSON; null for anything else. */
export function read(element: HTMLElement, name: string): unknown {
  try {
    return JSON.parse(element.getAttribute(name) ?? 'null')
  } catch {
    // a stranger's page may say anything there
    return null
  }
}
