import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mail } from '#adapters/mail/mail.ts';
import type { Courrier } from '#adapters/mail/message.ts';
import { rendreHtml, rendreTexte } from '#adapters/mail/rendu.ts';
import { storage } from '#adapters/storage/storage.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { COURRIELS } from '#features/notifications/courriels/catalogue.ts';
import { capturer, ESSAIS_MAXIMUM, envoyerCourriel, relancerCourriels } from '#features/notifications/courriels/commands.ts';
import { closeDb, db, transaction } from '#platform/db.ts';
import { closeQueue } from '#platform/queue.ts';
import { sql, truncate } from '../support/database.ts';

const AT = new Date('2026-11-22T10:00:00Z');
const ENTETE = { ministere: "Ministère de l'Intérieur", direction: 'Direction générale des étrangers en France', officiel: false };

beforeEach(truncate);
afterEach(async () => {
  await closeQueue();
  await closeDb();
});

async function demander(cle = 'essai'): Promise<string> {
  await transaction((tx) =>
    demanderCourriel(tx, {
      cle,
      sorte: 'acces_temporaire',
      destinataire: 'testcollins@example.org',
      variables: { identifiant: 'testcollins@example.org', validiteHeures: 48 },
      secret: ')JYHkKgwH3a7',
    }),
  );
  return (await db().courriel.findUniqueOrThrow({ where: { cle } })).id;
}

/** A transport that keeps what it accepts; `refuser` says which tries fail. */
function transport(refuser: (essai: number) => boolean = () => false): Mail & { recus: Courrier[] } {
  const recus: Courrier[] = [];
  let essai = 0;
  return {
    recus,
    async envoyer(courrier) {
      essai += 1;
      if (refuser(essai)) throw new Error('421 service indisponible');
      recus.push(courrier);
    },
    fermer: async () => {},
  };
}
const moyens = (mail: Mail) => ({ mail, storage: storage() });

describe('chaque sorte de courriel', () => {
  it.each(Object.entries(COURRIELS))('%s se rend en texte et en HTML, avec ce que dit le modèle', (sorte, kind) => {
    expect(kind.sorte).toBe(sorte);
    const exemple: string = kind.secret?.exemple ?? '';
    const message = kind.rendre(kind.exemple, { lien: (chemin) => `https://portail.example.org${chemin}`, secret: exemple });
    const texte = rendreTexte(message, ENTETE);
    const html = rendreHtml(message, ENTETE);
    expect(message.sujet.length).toBeGreaterThan(10);
    expect(texte).toMatch(/Bonjour.*,/);
    for (const partie of [texte, html]) {
      expect(partie).toContain('Cordialement,');
      expect(partie).toContain('La Direction générale des étrangers en France');
      expect(partie).toContain('Ce message est généré automatiquement, merci de ne pas y répondre.');
      expect(partie).toContain('Démonstration, service non officiel');
      expect(partie).not.toMatch(/undefined|\[object|\$\{/);
    }
    if (exemple) expect(texte).toContain(exemple);
    const liens = texte.match(/https:\S+/g) ?? [];
    expect(liens.length).toBeGreaterThan(0);
    for (const lien of liens) expect(html).toContain(lien.replaceAll('&', '&amp;'));
    expect(html).toContain('<html lang="fr">');
    expect(html).not.toMatch(/<table|<script|<img/);
  });

  it('ne dit pas de démonstration sur un service officiel', () => {
    const message = COURRIELS.identifiant_oublie.rendre(COURRIELS.identifiant_oublie.exemple, { lien: (c) => c, secret: '' });
    expect(rendreTexte(message, { ...ENTETE, officiel: true })).not.toContain('Démonstration');
    expect(rendreHtml(message, { ...ENTETE, officiel: true })).not.toContain('Démonstration');
  });

  it('n’interprète pas un nom comme du HTML', () => {
    const html = rendreHtml({ sujet: 'Essai', nom: '<img src=x onerror=alert(1)> & "O’Hara"', contenu: [] }, ENTETE);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;O’Hara&quot;');
  });

  it('dit la date, le service, et les quinze jours seulement à qui a consenti (CRPA R.112-19)', () => {
    const rendre = (consentement: boolean) =>
      rendreTexte(
        COURRIELS.nouvelle_notification.rendre(
          { disponibleLe: '2026-03-02', service: 'Préfecture du Nord', consentement },
          { lien: (c) => c, secret: '' },
        ),
        ENTETE,
      );
    expect(rendre(true)).toContain('02/03/2026');
    expect(rendre(true)).toContain('Préfecture du Nord');
    expect(rendre(true)).toContain('quinze jours');
    expect(rendre(false)).not.toContain('quinze jours');
    expect(rendre(true)).not.toMatch(/complément|décision|refus/i);
  });
});

describe('demander un courriel', () => {
  it('ne l’écrit qu’une fois pour une même cause, avec un seul travail', async () => {
    await demander();
    await demander();
    expect(await db().courriel.count()).toBe(1);
    expect(await sql(`select 1 from file.job where name = 'courriel'`)).toHaveLength(1);
  });

  it('n’écrit rien quand la cause est annulée', async () => {
    await expect(
      transaction(async (tx) => {
        await demanderCourriel(tx, { cle: 'a', sorte: 'compte_existant', destinataire: 'test@example.org', variables: {} });
        throw new Error('annulée');
      }),
    ).rejects.toThrow('annulée');
    expect(await db().courriel.count()).toBe(0);
    expect(await sql(`select 1 from file.job where name = 'courriel'`)).toHaveLength(0);
  });

  it('ne garde pas le mot de passe en clair', async () => {
    await demander();
    const [{ ligne }] = (await sql<{ ligne: string }>(`select c::text || encode(secret, 'escape') as ligne from courriel c`)) as [
      { ligne: string },
    ];
    expect(ligne).not.toContain('JYHkKgwH3a7');
  });

  it('refuse un courriel à secret sans son secret', async () => {
    await expect(
      transaction((tx) =>
        demanderCourriel(tx, {
          cle: 'b',
          sorte: 'mot_de_passe_oublie',
          destinataire: 'test@example.org',
          variables: { validiteMinutes: 60 },
        }),
      ),
    ).rejects.toThrow('jeton');
  });
});

describe('envoyer un courriel', () => {
  it('l’envoie une fois, efface le secret, et ne recommence pas', async () => {
    const id = await demander();
    const poste = transport();
    expect(await envoyerCourriel(id, AT, moyens(poste))).toBe('envoye');
    expect(await envoyerCourriel(id, AT, moyens(poste))).toBe('deja_traite');
    expect(poste.recus).toHaveLength(1);
    expect(poste.recus[0]).toMatchObject({ messageId: `<${id}@localhost>`, destinataire: 'testcollins@example.org' });
    expect(poste.recus[0]?.texte).toContain('Mot de passe provisoire : )JYHkKgwH3a7');
    expect(await db().courriel.findUniqueOrThrow({ where: { id } })).toMatchObject({
      etat: 'envoye',
      envoyeLe: AT,
      tentatives: 1,
      secret: null,
    });
  });

  it('ne part qu’une fois quand deux travaux l’envoient ensemble', async () => {
    const id = await demander();
    const poste = transport();
    const issues = await Promise.all([envoyerCourriel(id, AT, moyens(poste)), envoyerCourriel(id, AT, moyens(poste))]);
    expect(issues.filter((i) => i === 'envoye')).toHaveLength(1);
    expect(poste.recus).toHaveLength(1);
  });

  it('se reprend après un refus, et dit combien d’essais et pourquoi', async () => {
    const id = await demander();
    const poste = transport((essai) => essai === 1);
    await expect(envoyerCourriel(id, AT, moyens(poste))).rejects.toThrow('421');
    expect(await db().courriel.findUniqueOrThrow({ where: { id } })).toMatchObject({
      etat: 'a_envoyer',
      tentatives: 1,
      derniereErreur: '421 service indisponible',
    });
    expect(await envoyerCourriel(id, AT, moyens(poste))).toBe('envoye');
  });

  it('s’abandonne au douzième refus, sans garder le secret', async () => {
    const id = await demander();
    const poste = transport(() => true);
    for (let essai = 1; essai < ESSAIS_MAXIMUM; essai++) await expect(envoyerCourriel(id, AT, moyens(poste))).rejects.toThrow('421');
    expect(await envoyerCourriel(id, AT, moyens(poste))).toBe('abandonne');
    expect(await db().courriel.findUniqueOrThrow({ where: { id } })).toMatchObject({
      etat: 'abandonne',
      tentatives: ESSAIS_MAXIMUM,
      secret: null,
    });
    expect(await envoyerCourriel(id, AT, moyens(poste))).toBe('deja_traite');
  });

  it('n’arrive qu’une fois dans la boîte quand le processus meurt entre l’envoi et sa note', async () => {
    const id = await demander();
    const tue: Mail = {
      async envoyer(courrier) {
        await capturer({ ...courrier, expediteur: 'portail@example.org' });
        throw new Error('processus tué après l’acceptation');
      },
      fermer: async () => {},
    };
    await expect(envoyerCourriel(id, AT, moyens(tue))).rejects.toThrow('tué');
    const boite: Mail = { envoyer: (courrier) => capturer({ ...courrier, expediteur: 'portail@example.org' }), fermer: async () => {} };
    expect(await envoyerCourriel(id, AT, moyens(boite))).toBe('envoye');
    expect(await db().courrielCapture.count()).toBe(1);
  });

  it('remet en file ceux que leur travail a oubliés', async () => {
    await demander();
    await sql(`delete from file.job`);
    expect(await relancerCourriels(new Date(Date.now() + 3_600_000))).toBe(0);
    expect(await relancerCourriels(new Date(Date.now() + 25 * 3_600_000))).toBe(1);
    expect(await sql(`select 1 from file.job where name = 'courriel'`)).toHaveLength(1);
  });
});
