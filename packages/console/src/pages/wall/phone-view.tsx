import { Phone } from '@convapi/handset';
import '@convapi/handset/styles.css';
import type { JSX } from 'preact';
import { useConsole } from '../../state/console.ts';
import { toThread } from '../../state/to-thread.ts';
import type { HandsetOverview } from '../../state/wire.ts';
import { ChannelAnswer } from './channel-answer.tsx';
import { usePhoneActs } from './use-phone-acts.ts';

interface PhoneViewProps {
  handset: Pick<HandsetOverview, 'channel' | 'identity' | 'name' | 'typing' | 'app_ids'>;
  /** The app that the phone writes to; undefined where it has heard of none. */
  appId: string | undefined;
  onFocus?(): void;
  isLarge?: boolean;
}

/** One phone of one channel, with what its owner can do. */
export function PhoneView({ handset, appId, onFocus, isLarge = false }: PhoneViewProps): JSX.Element {
  const { place, store } = useConsole();
  const { channel, identity, name, typing } = handset;
  const entries = store.thread(channel, identity).value;
  const acts = usePhoneActs({ channel, identity, appId }, entries);
  const app = appId === undefined ? undefined : store.app(appId);
  return (
    <div class={isLarge ? 'phone large' : 'phone'} onFocusIn={onFocus} onPointerDown={onFocus}>
      <p class="phone-owner cut">
        <strong>
          <bdi>{name || identity}</bdi>
        </strong>
        {name && <span class="soft small"> {identity}</span>}
      </p>
      <Phone
        channel={channel}
        entries={toThread(entries)}
        owner={name || identity}
        business={app?.app.display_name ? { name: app.app.display_name } : undefined}
        typing={typing.some(({ from }) => from === 'app')}
        mediaUrl={toMediaUrl}
        onTap={acts.tap}
        onText={acts.write}
        onReaction={({ entryId, emoji }) => acts.react(entryId, emoji)}
        actions={acts.actions}
      />
      <div class="row phone-acts">
        <button type="button" class="button small" onClick={acts.read}>
          Read
        </button>
        <button type="button" class="button small" onClick={() => acts.type(!typing.some(({ from }) => from === 'contact'))}>
          {typing.some(({ from }) => from === 'contact') ? 'Stop typing' : 'Type'}
        </button>
        <ChannelAnswer channel={channel} identity={identity} />
        {!isLarge && (
          <a
            class="button small quiet"
            href={`${place.base}/wall/${encodeURIComponent(channel)}/${encodeURIComponent(identity)}`}
            aria-label={`${channel} of ${name || identity} alone`}
          >
            Alone
          </a>
        )}
      </div>
    </div>
  );
}

/** Only what the emulator itself keeps is shown: nothing is fetched from elsewhere. */
function toMediaUrl({ url }: { url: string }): string | undefined {
  try {
    const { origin, pathname } = new URL(url, location.origin);
    return origin === location.origin && /^\/_emulator\/(namespaces\/[^/]+\/)?media\//.test(pathname) ? pathname : undefined;
  } catch {
    return undefined;
  }
}
