import type { EmulatorControl, EmulatorOptions } from '../src/index.ts';

/** Checked by the compiler only. */
export function wrongUses(control: EmulatorControl): void {
  // @ts-expect-error: no such channel
  control.contact('46700000000', 'FAX');
  // @ts-expect-error: a choice is named by its text or its postback
  control.contact('46700000000', 'RCS').taps({ title: 'Yes' });
  // @ts-expect-error: two kinds of message at once
  control.contact('46700000000', 'RCS').sends({ text_message: { text: 'x' }, media_message: { url: 'x' } });
  // @ts-expect-error: a channel does not switch by itself
  control.channel('RCS').answers({ status: 'SWITCHING_CHANNEL' });
  // @ts-expect-error: no such trigger
  void control.waitFor({ trigger: 'MESSAGE_LOST' });
  // @ts-expect-error: a delivery report holds no message
  void control.waitFor({ trigger: 'MESSAGE_DELIVERY' }).then(({ body }) => body.message);
  // @ts-expect-error: an effect that is none
  control.fault({ effect: { explode: true } });
  // @ts-expect-error: a rule about a channel that is none
  control.fault({ effect: { lose: true }, match: { channel: 'FAX' } });
  // @ts-expect-error: no such opt-out list
  control.contact('46700000000', 'TELEGRAM').optsOut('OPT_OUT_SOME');
  // @ts-expect-error: no such preset
  const limited: EmulatorOptions = { presets: ['slow-motion'] };
  void limited;
  // @ts-expect-error: no such region
  const options: EmulatorOptions = { region: 'mars' };
  void options;
}
