import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { usePhone } from '../internal/phone-context.ts';
import { Face } from '../parts/face.tsx';
import type { ThreadEntry } from '../thread-entry.ts';
import { Bubble } from './bubble.tsx';
import { EntryMeta, MetaBelow } from './entry-meta.tsx';
import { Quote } from './quote.tsx';
import { ReactionPicker, Reactions } from './reactions.tsx';
import { isUnsure, RenderNote } from './render-note.tsx';
import { SmsParts } from './sms-parts.tsx';
import { toBlocks } from './to-blocks.ts';
import { TypedChoices } from './typed-choices.tsx';

export interface ThreadItemProps {
  entry: ThreadEntry;
  /** First and last of neighbours on one side. */
  isFirst: boolean;
  isLast: boolean;
  /** Name and picture of the business. */
  business: string;
  pictureUrl: string | undefined;
}

/** One message of a thread. Drawn again only when something of it has changed, however often the page makes its entries anew. */
export function ThreadItem(props: ThreadItemProps): JSX.Element {
  const { entry, isFirst, isLast, business, pictureUrl } = props;
  const { id, rendered, status, failure, time, readTime, reactions = [] } = entry;
  const reacted = reactions.map(({ emoji, direction }) => `${direction} ${emoji}`).join();
  return useMemo(
    () => <DrawnItem {...props} />,
    [id, rendered, status, failure, time, readTime, reacted, isFirst, isLast, business, pictureUrl],
  );
}

function DrawnItem({ entry, isFirst, isLast, business, pictureUrl }: ThreadItemProps): JSX.Element {
  const { look } = usePhone();
  const { rendered, reactions = [], status, failure } = entry;
  const isOwn = rendered.direction === 'TO_APP';
  const blocks = toBlocks(rendered.parts);
  const name = rendered.sender?.agent?.name ?? business;
  const meta = look.state === 'below' ? null : <EntryMeta entry={entry} />;
  const isNamed = look.nameAbove === true && isFirst && !isOwn;
  const classes = ['cvh-item', isOwn ? 'cvh-own' : 'cvh-business'];
  if (isFirst) classes.push('cvh-first');
  if (isLast) classes.push('cvh-last');
  if (status === 'failed') classes.push('cvh-item-failed');
  return (
    <li class={classes.join(' ')}>
      {look.face !== undefined && !isOwn && (
        <span class="cvh-face-column">{(look.face === 'first' ? isFirst : isLast) && <Face name={name} pictureUrl={pictureUrl} />}</span>
      )}
      <div class="cvh-column">
        {isNamed ? <span class="cvh-name">{name}</span> : <span class="cvh-hidden">{`${isOwn ? 'You' : name}: `}</span>}
        <div class="cvh-blocks">
          {blocks.length === 0 && <p class="cvh-nothing">Nothing is shown on this channel</p>}
          {blocks.map((block, index) => (
            <Bubble
              key={index}
              block={block}
              entryId={entry.id}
              isUnsure={isUnsure(rendered)}
              head={index === 0 && rendered.quote ? <Quote quote={rendered.quote} business={business} /> : null}
              meta={index === blocks.length - 1 && look.state !== 'beside' ? meta : null}
              beside={index === blocks.length - 1 && look.state === 'beside' ? meta : null}
            />
          ))}
        </div>
        <Reactions reactions={reactions} business={business} />
        {!isOwn && <ReactionPicker entryId={entry.id} own={reactions.find(({ direction }) => direction === 'TO_APP')?.emoji} />}
        {look.state === 'below' && isLast && <MetaBelow entry={entry} business={business} />}
        {status === 'failed' && (
          <p class="cvh-failure">{`${isOwn ? 'Not delivered' : 'Did not arrive on this phone'}${failure === undefined ? '' : `: ${failure}`}`}</p>
        )}
        {!isOwn && <TypedChoices parts={rendered.parts} />}
        {!isOwn && look.name === 'sms' && rendered.channel === 'SMS' && <SmsParts rendered={rendered} />}
        {!isOwn && <RenderNote rendered={rendered} />}
      </div>
    </li>
  );
}
