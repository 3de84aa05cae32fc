// A calendar file (RFC 5545), written by ical-generator. What it leaves to its caller is done here: the escaping of the names of the file,
// the end of the last line.
import ical, { escape as escaped, ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';

type Said = { id: string; summary: string; description?: string; place?: string; url?: string };

/** `day`: 'YYYY-MM-DD'. */
type WholeDay = Said & { day: string };
/** Two instants, written in universal time: each calendar shows them at the hour of where it is, without a table of time zones. */
type Timed = Said & { start: Date; end: Date };

/** `alarmDays`: how many days before the start the reader is reminded. A whole day leaves its reader free, an hour does not. */
export type CalendarEvent = (WholeDay | Timed) & { alarmDays?: number };

const DAY_S = 24 * 60 * 60;

/** When it takes place. The end of a whole-day event is the first day outside of it. */
function span(event: CalendarEvent) {
  if ('start' in event) return { start: event.start, end: event.end, transparency: ICalEventTransparency.OPAQUE };
  const start = new Date(`${event.day}T00:00:00Z`);
  return { allDay: true, start, end: new Date(start.getTime() + DAY_S * 1000), transparency: ICalEventTransparency.TRANSPARENT };
}

/** `product`: who made it, as the standard asks. `at`: when. */
export function calendarFile({ product, name, at }: { product: string; name: string; at: Date }, events: readonly CalendarEvent[]): string {
  const calendar = ical({
    prodId: `//${escaped(product, false)}//FR`,
    scale: 'gregorian',
    method: ICalCalendarMethod.PUBLISH,
    name: escaped(name, false),
  });
  for (const event of events) {
    const { id, summary, description, place, url, alarmDays } = event;
    calendar.createEvent({
      ...span(event),
      id: escaped(id, false),
      stamp: at,
      summary,
      description: description ?? null,
      location: place ?? null,
      url: url ?? null,
      alarms: alarmDays === undefined ? [] : [{ type: ICalAlarmType.display, trigger: alarmDays * DAY_S }],
    });
  }
  return `${calendar}\r\n`;
}
