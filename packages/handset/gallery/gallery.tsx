import type { RenderChannel } from '@convapi/message-builder';
import { type JSX, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { lookOf, Phone, type Tap } from '../src/index.ts';
import { CHANNELS, SCENES } from './scenes.ts';

/** What the address says after `#`. */
interface Choice {
  channel: string;
  scene: string;
  scheme: string;
  os: string;
}

const ALL = 'all';

function choiceOf(hash: string): Choice {
  const query = new URLSearchParams(hash.slice(1));
  return {
    channel: query.get('channel') ?? ALL,
    scene: query.get('scene') ?? 'conversation',
    scheme: query.get('scheme') ?? 'page',
    os: query.get('os') ?? 'ios',
  };
}

function Gallery(): JSX.Element {
  const [choice, setChoice] = useState(() => choiceOf(location.hash));
  const [said, setSaid] = useState('');
  useEffect(() => {
    const follow = () => setChoice(choiceOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const pick = (change: Partial<Choice>) => {
    location.hash = new URLSearchParams({ ...choice, ...change }).toString();
  };
  const channels = choice.channel === ALL ? CHANNELS : CHANNELS.filter((channel) => channel === choice.channel);
  const scenes = Object.keys(SCENES).filter((scene) => choice.scene === ALL || scene === choice.scene);
  return (
    <main class="gallery" data-scheme={choice.scheme}>
      <h1>Phones of @convapi/handset</h1>
      <p>Own drawings, near to what each app looks like; nobody gets a message.</p>
      <form class="pickers">
        <Picker label="Channel" value={choice.channel} values={[ALL, ...CHANNELS]} onPick={(channel) => pick({ channel })} />
        <Picker label="Scene" value={choice.scene} values={[ALL, ...Object.keys(SCENES)]} onPick={(scene) => pick({ scene })} />
        <Picker label="Colours" value={choice.scheme} values={['page', 'light', 'dark']} onPick={(scheme) => pick({ scheme })} />
        <Picker label="Text phones" value={choice.os} values={['ios', 'android']} onPick={(os) => pick({ os })} />
        <output>{said}</output>
      </form>
      <div class="phones">
        {channels.flatMap((channel) =>
          scenes.map((scene) => <Shown key={`${channel} ${scene}`} {...{ channel, scene, choice, setSaid }} />),
        )}
      </div>
    </main>
  );
}

interface ShownProps {
  channel: RenderChannel;
  scene: string;
  choice: Choice;
  setSaid: (said: string) => void;
}

function Shown({ channel, scene, choice, setSaid }: ShownProps): JSX.Element {
  const { scheme, os } = choice;
  return (
    <section aria-label={`${lookOf(channel).caption}, ${scene}`}>
      <Phone
        channel={channel}
        entries={SCENES[scene]?.(channel) ?? []}
        owner="Anna"
        scheme={scheme === 'light' || scheme === 'dark' ? scheme : undefined}
        os={os === 'android' ? 'android' : 'ios'}
        typing={scene === 'conversation'}
        onTap={(tap: Tap) => setSaid(`${channel}: tapped ${tap.title}`)}
        onText={(words) => setSaid(`${channel}: wrote ${words}`)}
        onReaction={({ emoji }) => setSaid(`${channel}: reacted ${emoji}`)}
        actions={[
          { label: 'Picture', icon: 'picture', run: () => setSaid(`${channel}: a picture`) },
          { label: 'My place', icon: 'pin', run: () => setSaid(`${channel}: a place`) },
        ]}
      />
    </section>
  );
}

interface PickerProps {
  label: string;
  value: string;
  values: readonly string[];
  onPick: (value: string) => void;
}

function Picker({ label, value, values, onPick }: PickerProps): JSX.Element {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {values.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  );
}

render(<Gallery />, document.body);
