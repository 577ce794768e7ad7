import { figurePercent } from '@foreword/document/figure-size'
import { figureOf } from '@foreword/document/figures'
import type { NodeJson } from '@foreword/document/json'
import { assetAddress } from '../figures/asset-address.ts'
import { PercentWide } from '../figures/PercentWide.tsx'
import { wordsFor } from '../figures/words-for.ts'
import type { SetEdition, SetFigure } from './setting.ts'

interface Props {
  node: NodeJson
  shows: SetFigure['shows']
  edition: Pick<SetEdition, 'narrativeId' | 'paper'>
}

/** A picture, diagram or sketch as it stands on the page; what is not kept is a box with its words. */
export function EditionFigure({ node, shows, edition }: Props) {
  const figure = figureOf(node, [], { part: '', partId: '', entryId: null })
  const address = assetAddress(edition.narrativeId, figure.shown)
  return (
    <figure className="figure" data-block={figure.id}>
      {shows && address !== null ? (
        <PercentWide percent={figurePercent(shows, figure.width, edition.paper)}>
          <img
            src={address}
            alt={figure.alt || wordsFor(figure)}
            width={shows.width}
            height={shows.height}
            loading="lazy"
            data-drawing={figure.type === 'image' ? undefined : ''}
          />
        </PercentWide>
      ) : (
        <p className="figure-words">{wordsFor(figure)}</p>
      )}
      {figure.caption !== '' && <figcaption>{figure.caption}</figcaption>}
    </figure>
  )
}
