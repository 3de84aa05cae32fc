import { describe, expect, it } from 'vitest';
import { calendarFile } from '#platform/icalendar.ts';

const CADRE = {
  product: 'Portail',
  name: 'Mon titre',
  organizer: 'Portail <ne-pas-repondre@example.org>',
  at: new Date('2026-11-22T08:30:15.123Z'),
};
const EVENEMENT = { id: 'a@example.org', day: '2026-12-31', summary: 'Dernier jour' };
const lignes = (texte: string) => texte.split('\r\n');
/** As a reader does: folded lines are joined again. */
const deplier = (texte: string) => texte.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('un fichier de calendrier', () => {
  it('a l’enveloppe de la norme, et finit chaque ligne par CRLF', () => {
    const texte = calendarFile(CADRE, [EVENEMENT]);
    expect(texte.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(texte.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(lignes(texte).slice(0, 4)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Portail//FR', 'CALSCALE:GREGORIAN']);
  });

  it('dit un jour entier, dont la fin est le lendemain, même au bout de l’année', () => {
    const lues = lignes(calendarFile(CADRE, [EVENEMENT]));
    expect(lues).toContain('DTSTART;VALUE=DATE:20261231');
    expect(lues).toContain('DTEND;VALUE=DATE:20270101');
    expect(lues).toContain('DTSTAMP:20261122T083015Z');
  });

  it('dit un rendez-vous : son lieu, et ses deux instants en temps universel, été comme hiver', () => {
    const rendezVous = { id: 'rdv@example.org', summary: 'Rendez-vous', place: '12 rue du Test, 59000 Lille' };
    const lues = lignes(
      calendarFile(CADRE, [
        // 9 h and 9 h 30 in Paris
        { ...rendezVous, start: new Date('2026-07-01T09:00:00+02:00'), end: new Date('2026-07-01T09:30:00+02:00'), alarmDays: 1 },
        { ...rendezVous, id: 'b@example.org', start: new Date('2026-12-01T09:00:00+01:00'), end: new Date('2026-12-01T09:30:00+01:00') },
      ]),
    );
    expect(lues.filter((l) => /^DT(START|END)/.test(l))).toEqual([
      'DTSTART:20260701T070000Z',
      'DTEND:20260701T073000Z',
      'DTSTART:20261201T080000Z',
      'DTEND:20261201T083000Z',
    ]);
    expect(lues).toContain('LOCATION:12 rue du Test\\, 59000 Lille');
    expect(lues).toContain('TRIGGER:-P1D');
    expect(lues).toContain('TRANSP:OPAQUE');
    expect(lues).not.toContain('TRANSP:TRANSPARENT');
  });

  it('annule ce qu’il a publié : même identifiant, rang suivant, sans sonnerie (RFC 5546, 3.2.5)', () => {
    const rendezVous = { id: 'rdv', summary: 'Rendez-vous', start: new Date(CADRE.at), end: new Date(CADRE.at), alarmDays: 1, sequence: 2 };
    const publie = lignes(calendarFile(CADRE, [rendezVous]));
    expect(publie).toEqual(expect.arrayContaining(['METHOD:PUBLISH', 'UID:rdv', 'SEQUENCE:2', 'BEGIN:VALARM']));
    expect(publie.join('\n')).not.toContain('STATUS');
    const annule = deplier(calendarFile({ ...CADRE, method: 'CANCEL' }, [{ ...rendezVous, sequence: 3 }]));
    expect(annule).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'UID:rdv', 'SEQUENCE:3', 'STATUS:CANCELLED']));
    expect(annule).not.toContain('BEGIN:VALARM');
    for (const dit of [publie, annule].map((l) => l.join('\n')))
      expect(dit).toMatch(/^ORGANIZER;CN="Portail":mailto:ne-pas-repondre@example.org$/im);
  });

  it('échappe ce qui a un sens pour la norme', () => {
    const lues = deplier(calendarFile(CADRE, [{ ...EVENEMENT, summary: 'a;b,c\\d\ne', description: 'x\r\ny' }]));
    expect(lues).toContain('SUMMARY:a\\;b\\,c\\\\d\\ne');
    expect(lues).toContain('DESCRIPTION:x\\ny');
  });

  it('ne laisse rien entrer par un texte', () => {
    const lues = deplier(calendarFile(CADRE, [{ ...EVENEMENT, summary: 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT' }]));
    expect(lues.filter((l) => l === 'BEGIN:VEVENT')).toHaveLength(1);
    const cadre = { ...CADRE, product: 'a\r\nX-P:1', name: 'Ascendant, de Français\r\nX-N:1' };
    const enTete = deplier(calendarFile(cadre, [{ ...EVENEMENT, id: 'a\r\nX-I:1' }]));
    expect(enTete.filter((l) => /^X-[PNI]:/.test(l))).toEqual([]);
    expect(enTete).toContain('X-WR-CALNAME:Ascendant\\, de Français\\nX-N:1');
  });

  it.each([
    ['lettres accentuées', 'é'.repeat(200)],
    ['emojis', 'a🪪'.repeat(60)],
    ['juste 75 octets', 'x'.repeat(75 - 'SUMMARY:'.length)],
  ])('plie à 75 octets sans couper un caractère : %s', (_cas, summary) => {
    const texte = calendarFile(CADRE, [{ ...EVENEMENT, summary }]);
    for (const ligne of lignes(texte)) expect(Buffer.byteLength(ligne)).toBeLessThanOrEqual(75);
    expect(deplier(texte)).toContain(`SUMMARY:${summary}`);
  });

  it('rappelle avant le jour quand on le demande', () => {
    expect(calendarFile(CADRE, [EVENEMENT])).not.toContain('VALARM');
    expect(calendarFile(CADRE, [{ ...EVENEMENT, alarmDays: 7 }])).toContain('TRIGGER:-P7D\r\n');
  });
});
