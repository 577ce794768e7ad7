import fc from 'fast-check'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, test } from 'vitest'
import { cleaned } from './clean.ts'
import { element, htmlOf, isElement, type Pasted, textOf } from './tree.ts'

/** As a browser reads the clipboard: comments are no part of it. */
function treeOf(node: Tree.ChildNode): Pasted[] {
  if ('value' in node) return [node.value]
  if (!('tagName' in node)) return []
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
  return [element(node.tagName, node.childNodes.flatMap(treeOf), attributes)]
}

const pasted = (html: string) => htmlOf(cleaned(parse(html).childNodes.flatMap(treeOf)))

/** Without the elements that only say where a page begins, and the space between blocks. */
const bare = (html: string) =>
  pasted(html)
    .replaceAll(/<\/?div>/g, '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/(<\/?(?:p|h\d|[uo]l|li|t\w+|blockquote)\b[^>]*>) (?=<)/g, '$1')
    .trim()

const word = (body: string) => `<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta name=Generator content="Microsoft Word 15"><title>A title</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:""; margin:0} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`

const item = (level: number, marker: string, words: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`

describe('what Word puts on the clipboard', () => {
  test('its paragraphs come with their words and how these are set, and nothing else', () => {
    expect(
      bare(
        word(`<p class=MsoNormal style='margin-bottom:8.0pt'><b style='mso-bidi-font-weight:normal'><span
lang=EN-US>Growers</span></b> <i>lose</i> a <span class=SpellE style='mso-fareast-language:EN-US'>day</span>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>`),
      ),
    ).toBe('<p><strong>Growers</strong> <em>lose</em> a day.</p><p></p>')
  })

  test('its list paragraphs are lists within lists, without the bullets drawn as text', () => {
    const lists = [
      item(1, '·', 'Boats'),
      item(2, 'o', 'small'),
      item(2, 'o', '<b>large</b>'),
      item(1, '·', 'Nets'),
      '<p class=MsoNormal>Then</p>',
      item(1, '3.', 'third'),
      item(2, 'a)', 'part'),
    ]
    expect(bare(word(lists.join('\n')))).toBe(
      '<ul><li><p>Boats</p><ul><li><p>small</p></li><li><p><strong>large</strong></p></li></ul></li>' +
        '<li><p>Nets</p></li></ul><p>Then</p>' +
        '<ol start="3"><li><p>third</p><ol><li><p>part</p></li></ol></li></ol>',
    )
  })

  test('what was tracked reads as if accepted; remarks in the margin stay behind', () => {
    expect(
      bare(
        word(`<p class=MsoNormal>It costs <del cite="mailto:Kai" datetime="2031-01-01T10:00">two</del><ins
cite="mailto:Kai" datetime="2031-01-01T10:00">one</ins> euro<span class=MsoCommentReference
style='mso-special-character:comment'>[K1]</span> <span class=msoDel>now</span>.</p>
<div style='mso-element:comment-list'><p>Is it?</p></div>`),
      ),
    ).toBe('<p>It costs one euro .</p>')
  })

  test('titles, outline levels and quotes are blocks of ours; a heading is not bold once more', () => {
    expect(
      bare(
        word(`<p class=MsoTitle>Tidewatch</p><h2><b>Problem</b></h2>
<p class=MsoNormal style='mso-outline-level:3'>Size</p><p class=MsoQuote>We slept.</p>`),
      ),
    ).toBe('<h1>Tidewatch</h1><h2>Problem</h2><h3>Size</h3><blockquote><p>We slept.</p></blockquote>')
  })

  test('a table keeps its cells, spans and alignment', () => {
    expect(
      bare(
        word(`<table class=MsoTableGrid border=1 style='border-collapse:collapse'><colgroup><col width=10></colgroup>
<tr style='mso-yfti-irow:0'><td width=301 colspan=2 style='width:225pt;text-align:right'><p class=MsoNormal>Costs<o:p></o:p></p></td></tr></table>`),
      ),
    ).toBe('<table><tbody><tr><td colspan="2" data-align="right"><p>Costs</p></td></tr></tbody></table>')
  })
})

describe('what Google Docs puts on the clipboard', () => {
  test('the bold element around it all makes nothing bold; spans say how words are set', () => {
    expect(
      bare(`<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1b2c"><p dir="ltr"
style="line-height:1.38;"><span style="font-size:11pt;font-weight:700;font-style:normal;white-space:pre-wrap;">Growers</span><span
style="font-weight:400;font-style:italic;text-decoration:line-through;"> lose</span></p><br /><h2 dir="ltr"><span
style="font-weight:700;">Problem</span></h2></b><br class="Apple-interchange-newline">`),
    ).toBe('<p><strong>Growers</strong><em><s> lose</s></em></p><h2>Problem</h2>')
  })

  test('a list beside its item goes into it; links lead where they say', () => {
    expect(
      bare(`<b style="font-weight:normal;" id="docs-internal-guid-2"><ul><li dir="ltr" aria-level="1"><p
role="presentation"><span>Boats</span></p></li> <ul><li aria-level="2"><p>small</p></li></ul><li><a
href="https://www.google.com/url?q=https://example.com/tide%3Fa%3D1&amp;sa=D" style="color:#15c">tide</a></li></ul></b>`),
    ).toBe(
      '<ul><li><p>Boats</p><ul><li><p>small</p></li></ul></li><li><a href="https://example.com/tide?a=1">tide</a></li></ul>',
    )
  })
})

test('breaks between words stay, also where paragraphs follow', () => {
  expect(bare('one<br>two<p>three</p>')).toBe('one<br>two<p>three</p>')
})

test('nothing that runs, loads or styles comes through, and text stays text', () => {
  const hostile = `<p onclick="alert(1)" style="position:fixed" class="x" id="page">a<script>alert(1)</script>
<svg onload="alert(1)"><script>alert(1)</script></svg><iframe srcdoc="<script>alert(1)</script>"></iframe>
<img src="x" onerror="alert(1)" srcset="y"><style>*{}</style>&lt;script&gt;b&lt;/script&gt;<form action="/rpc"><input autofocus
onfocus="alert(1)"></form><a href="https://example.com" target="_top" onmouseover="alert(1)">c</a></p>`
  const clean = pasted(hostile)
  expect(clean).not.toMatch(
    /<(script|svg|iframe|style|form|input)|\son\w+=|srcset|srcdoc|class=|id=|position/,
  )
  expect(clean).toContain('&lt;script&gt;b&lt;/script&gt;')
})

/** Pieces of other programs' pages, nested at will, with the words that can be seen in them. */
const debris = fc.letrec<{ node: Pasted; inline: Pasted }>((tie) => {
  const words = fc.constantFrom('harbour ', 'tide', ' 1 euro', '<b>', ' a & b ')
  const styles: fc.Arbitrary<string> = fc.constantFrom(
    '',
    'font-weight:700',
    'font-weight:normal',
    'font-style:italic',
    'text-decoration:line-through',
    'mso-bidi-font-weight:normal',
    'color:red;;:',
  )
  const inlineTags = fc.constantFrom(
    'b',
    'i',
    'span',
    'font',
    'ins',
    'o:p',
    'st1:place',
    'u',
    'sub',
    'strong',
    'label',
  )
  const blockTags = fc.constantFrom(
    'p',
    'div',
    'h1',
    'h3',
    'blockquote',
    'section',
    'li',
    'ul',
    'ol',
    'td',
    'tr',
    'table',
  )
  const of = (tags: fc.Arbitrary<string>, children: fc.Arbitrary<Pasted>, more = styles) =>
    fc
      .tuple(tags, fc.array(children, { maxLength: 4 }), more)
      .map(([tag, inside, style]) => element(tag, inside, style === '' ? {} : { style, class: 'MsoNormal' }))
  const listed = fc.constantFrom('mso-list:l0 level1 lfo1', 'mso-list:l1 level3 lfo2')
  return {
    inline: fc.oneof({ maxDepth: 4 }, words, of(inlineTags, tie('inline'))),
    node: fc.oneof(
      { maxDepth: 5 },
      words,
      of(inlineTags, tie('inline')),
      of(fc.constant('p'), tie('inline'), listed),
      of(blockTags, tie('node')),
    ),
  }
})

test('every word that can be seen comes through once, in its order', () => {
  const seen = (nodes: readonly Pasted[]) => textOf(nodes).replaceAll(/\s+/g, '')
  fc.assert(
    fc.property(fc.array(debris.node, { maxLength: 8 }), (nodes) => {
      expect(seen(cleaned(nodes))).toBe(seen(nodes))
      const again = parse(htmlOf([element('body', cleaned(nodes))])).childNodes.flatMap(treeOf)
      // read back, text in a table's wrong place is moved by a parser, and never lost
      expect([...seen(again)].sort()).toEqual([...seen(nodes)].sort())
    }),
    { numRuns: 500 },
  )
})

test('what is clean stays as it is', () => {
  fc.assert(
    fc.property(fc.array(debris.inline, { maxLength: 6 }), (nodes) => {
      const once = cleaned(nodes)
      expect(htmlOf(cleaned(once))).toBe(htmlOf(once))
      expect(once.every((node) => !isElement(node) || !('class' in node.attributes))).toBe(true)
    }),
  )
})
