import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useConsole } from '../../state/console.ts';
import { toPhoneKey } from '../../state/store.ts';
import type { HandsetOverview } from '../../state/wire.ts';
import { toChannelName } from '../../state/words.ts';
import { PageHead } from '../../ui/parts.tsx';
import { HappenedList } from './happened-list.tsx';
import { PhoneView } from './phone-view.tsx';

/** One phone, and the callbacks that its acts cause. */
export function OnePhonePage({ channel = '', identity = '' }: { channel?: string; identity?: string }): JSX.Element {
  const { place, store } = useConsole();
  useEffect(() => {
    void store.needLog('events');
    void store.needLog('callbacks');
  }, []);
  const known = store.handsets.value.find((handset) => handset.channel === channel && handset.identity === identity);
  const handset: HandsetOverview = known ?? { channel, identity, name: '', app_ids: [], messages: 0, unread: 0, last: null, typing: [] };
  return (
    <div class="page stack">
      <PageHead title={`${toChannelName(channel)} of ${handset.name || identity}`}>
        <a class="button" href={`${place.base}/wall`}>
          All phones
        </a>
      </PageHead>
      <div class="wall">
        <section class="phones" aria-label="Phone">
          <PhoneView
            key={toPhoneKey(channel, identity)}
            handset={handset}
            appId={handset.last?.app_id ?? handset.app_ids.at(-1) ?? store.apps.value[0]?.id}
            isLarge
          />
        </section>
        <HappenedList handset={handset} />
      </div>
    </div>
  );
}
