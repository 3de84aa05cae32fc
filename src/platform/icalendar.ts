// A calendar file (RFC 5545; RFC 5546 for what it publishes, changes or cancels), written by ical-generator. What it leaves to its
// caller is done here: the escaping of the names of the file, the end of the last line.
import ical, { escape as escaped, ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';

type Said = { id: string; summary: string; description?: string; place?: string; url?: string };

/** `day`: 'YYYY-MM-DD'. */
type WholeDay = Said & { day: string };
/** Two instants, written in universal time: each calendar shows them at the hour of where it is, without a table of time zones. */
type Timed = Said & { start: Date; end: Date };

/**
 * `alarmDays`: how many days before the start the reader is reminded. A whole day leaves its reader free, an hour does not.
 * `sequence`: how many times it has changed; a calendar that holds this `id` takes the greater one.
 */
export type CalendarEvent = (WholeDay | Timed) & { alarmDays?: number; sequence?: number };

/** CANCEL: the calendars that hold these events take them away (RFC 5546, 3.2.5). */
export type CalendarMethod = 'PUBLISH' | 'CANCEL';

/** `product`: who made it, as the standard asks. `organizer`: « Name <address> ». `at`: when. */
type Frame = { product: string; name: string; organizer: string; at: Date; method?: CalendarMethod };

const DAY_S = 24 * 60 * 60;

/** When it takes place. The end of a whole-day event is the first day outside of it. */
function span(event: CalendarEvent) {
  if ('start' in event) return { start: event.start, end: event.end, transparency: ICalEventTransparency.OPAQUE };
  const start = new Date(`${event.day}T00:00:00Z`);
  return { allDay: true, start, end: new Date(start.getTime() + DAY_S * 1000), transparency: ICalEventTransparency.TRANSPARENT };
}

export function calendarFile({ product, name, organizer, at, method = 'PUBLISH' }: Frame, events: readonly CalendarEvent[]): string {
  const cancelled = method === 'CANCEL';
  const calendar = ical({
    prodId: `//${escaped(product, false)}//FR`,
    scale: 'gregorian',
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    name: escaped(name, false),
  });
  for (const event of events) {
    const { id, summary, description, place, url, alarmDays, sequence = 0 } = event;
    calendar.createEvent({
      ...span(event),
      id: escaped(id, false),
      stamp: at,
      sequence,
      organizer,
      status: cancelled ? ICalEventStatus.CANCELLED : null,
      summary,
      description: description ?? null,
      location: place ?? null,
      url: url ?? null,
      alarms: alarmDays === undefined || cancelled ? [] : [{ type: ICalAlarmType.display, trigger: alarmDays * DAY_S }],
    });
  }
  return `${calendar}\r\n`;
}
