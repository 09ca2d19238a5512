import { describe, expect, it } from 'vitest';
import { askLocation, type CalendarOptions, calendar, call, isMessageError, link, location, pin, reply } from '../src/index.ts';

const event: CalendarOptions = {
  title: 'Add',
  eventTitle: 'Dentist',
  eventStart: '2027-03-01T09:00:00+01:00',
  eventEnd: '2027-03-01T09:30:00+01:00',
  fallbackUrl: 'https://example.com/event',
};

describe('a choice', () => {
  it('is one message key', () => {
    expect(reply('Yes')).toStrictEqual({ text_message: { text: 'Yes' } });
    expect(link('Open', 'https://example.com')).toStrictEqual({ url_message: { title: 'Open', url: 'https://example.com' } });
    expect(call('Call', '+46701')).toStrictEqual({ call_message: { title: 'Call', phone_number: '+46701' } });
    expect(askLocation('Where?', 'https://example.com')).toStrictEqual({
      share_location_message: { title: 'Where?', fallback_url: 'https://example.com' },
    });
    expect(pin({ title: 'Shop', latitude: 1, longitude: 2, label: 'Here' })).toStrictEqual({
      location_message: { title: 'Shop', coordinates: { latitude: 1, longitude: 2 }, label: 'Here' },
    });
    expect(calendar({ ...event, eventDescription: 'Floor 2' })).toStrictEqual({
      calendar_message: {
        title: 'Add',
        event_title: 'Dentist',
        event_description: 'Floor 2',
        event_start: '2027-03-01T09:00:00+01:00',
        event_end: '2027-03-01T09:30:00+01:00',
        fallback_url: 'https://example.com/event',
      },
    });
  });

  it.each([
    ['reply', reply('Yes', 'p')],
    ['link', link('Open', 'https://example.com', 'p')],
    ['call', call('Call', '+46701', 'p')],
    ['pin', pin({ title: 'Shop', latitude: 1, longitude: 2 }, 'p')],
    ['calendar', calendar(event, 'p')],
    ['askLocation', askLocation('Where?', 'https://example.com', 'p')],
  ])('carries the postback: %s', (_, choice) => {
    expect(choice.postback_data).toBe('p');
  });

  it('keeps an empty postback and leaves no key for a missing one', () => {
    expect(reply('Yes', '')).toStrictEqual({ text_message: { text: 'Yes' }, postback_data: '' });
    expect(reply('Yes', undefined)).not.toHaveProperty('postback_data');
  });
});

describe('the times of a calendar choice', () => {
  it('are in UTC when given as Dates', () => {
    const made = calendar({ ...event, eventStart: new Date(Date.UTC(2027, 2, 1, 8)), eventEnd: new Date(Date.UTC(2027, 2, 1, 8, 30)) });
    expect(made.calendar_message.event_start).toBe('2027-03-01T08:00:00.000Z');
    expect(made.calendar_message.event_end).toBe('2027-03-01T08:30:00.000Z');
  });

  it.each([
    '2027-03-01T09:00:00Z',
    '2027-03-01T09:00:00.123456789Z',
    '2027-03-01t09:00:00z',
    '2027-03-01T09:00:00-08:00',
    '2028-02-29T00:00:00Z',
  ])('are sent as they are when they are RFC 3339: %s', (time) => {
    expect(calendar({ ...event, eventStart: time }).calendar_message.event_start).toBe(time);
  });

  it.each([
    ['an invalid Date', new Date('nonsense')],
    ['a year that RFC 3339 cannot write', new Date(Date.UTC(12027, 0, 1))],
    ['words', 'tomorrow'],
    ['no zone', '2027-03-01T09:00:00'],
    ['a date only', '2027-03-01'],
    ['no seconds', '2027-03-01T09:00Z'],
    ['month 13', '2027-13-01T09:00:00Z'],
    ['30 February', '2027-02-30T09:00:00Z'],
    ['29 February of a common year', '2027-02-29T09:00:00Z'],
    ['hour 24', '2027-03-01T24:00:00Z'],
    ['a zone of 99 hours', '2027-03-01T09:00:00+99:00'],
    ['text around it', 'at 2027-03-01T09:00:00Z'],
    ['a second line', '2027-03-01T09:00:00Z\n'],
    ['nothing', ''],
    ['milliseconds since 1970', 1_800_000_000_000 as unknown as Date],
    ['undefined', undefined as unknown as Date],
    ['null', null as unknown as Date],
  ])('are refused when they are no point in time: %s', (_, time) => {
    expect(() => calendar({ ...event, eventStart: time })).toThrow(/^\[@convapi\/message-builder\] calendar\.eventStart is /);
    expect(() => calendar({ ...event, eventEnd: time })).toThrow(/calendar\.eventEnd .* Pass a valid Date, or RFC 3339/s);
  });
});

describe('coordinates', () => {
  const place = { title: 'Shop', latitude: 59.33, longitude: 18.06 };

  it.each([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['a string', '59.33' as unknown as number],
    ['undefined', undefined as unknown as number],
    ['null', null as unknown as number],
  ])('are refused when JSON has no number for them: %s', (_, value) => {
    expect(() => location({ ...place, latitude: value })).toThrow(/location\.latitude is .*\. Pass decimal degrees, e\.g\. 59\.3293\./);
    expect(() => pin({ ...place, longitude: value })).toThrow(/pin\.longitude is .*\. Pass decimal degrees/);
  });

  it('are refused with the name of the option', () => {
    try {
      pin({ ...place, latitude: Number.NaN });
      expect.unreachable();
    } catch (error) {
      expect(isMessageError(error) && error.issues).toStrictEqual([{ path: 'pin.latitude', message: 'is NaN' }]);
    }
  });
});
