// What a field owes to a reader who does not see the page: a name, a help and an error tied to it, a reachable id.
import { createElement as e } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ResumeErreurs } from '../../src/ui/feedback/resume-erreurs.tsx';
import { ChampCase } from '../../src/ui/fields/case.tsx';
import { ChampChoix } from '../../src/ui/fields/choix.tsx';
import { ChampDate } from '../../src/ui/fields/date.tsx';
import { ChampMotDePasse } from '../../src/ui/fields/mot-de-passe.tsx';
import { ChampRadios } from '../../src/ui/fields/radios.tsx';
import { ChampTexte } from '../../src/ui/fields/texte.tsx';
import { ChampTexteLong } from '../../src/ui/fields/texte-long.tsx';

const commun = { nom: 'etat.champ', libelle: 'Nom', aide: 'Comme sur le passeport', requis: true, erreur: 'Écrivez votre nom.' };
const champs = {
  texte: e(ChampTexte, commun),
  'texte-long': e(ChampTexteLong, commun),
  choix: e(ChampChoix, { ...commun, options: [{ valeur: 'a', libelle: 'A' }] }),
  case: e(ChampCase, commun),
  date: e(ChampDate, commun),
  radios: e(ChampRadios, { ...commun, options: [{ valeur: 'oui', libelle: 'Oui' }] }),
  'mot-de-passe': e(ChampMotDePasse, { ...commun, autoComplete: 'new-password' }),
};

describe.each(Object.entries(champs))('le champ %s', (_nom, champ) => {
  const html = renderToStaticMarkup(champ);
  it('a pour identifiant son nom, que le résumé des erreurs atteint', () => {
    expect(html.split('id="etat.champ"')).toHaveLength(2);
  });
  it('fait lire l’aide puis l’erreur', () => {
    expect(html).toContain('aria-describedby="etat.champ-aide etat.champ-erreur"');
    expect(html).toContain('id="etat.champ-aide"');
    expect(html).toContain('id="etat.champ-erreur"');
  });
  it('ne porte ni style en ligne ni gestionnaire en ligne', () => {
    expect(html).not.toMatch(/ style=| on[a-z]+=/);
  });
});

describe('les champs', () => {
  it('envoient une date en trois parties dont seules celles demandées sont requises', () => {
    const html = renderToStaticMarkup(
      e(ChampDate, { nom: 'naissance', libelle: 'Date', requis: true, partiesRequises: ['annee'], valeurs: { annee: '1999' } }),
    );
    const saisies = [...html.matchAll(/<input[^>]*>/g)].map((m) => m[0]);
    expect(saisies.map((s) => /name="([^"]*)"/.exec(s)?.[1])).toEqual(['naissance.jour', 'naissance.mois', 'naissance.annee']);
    expect(saisies.map((s) => s.includes('required'))).toEqual([false, false, true]);
    expect(saisies[2]).toContain('value="1999"');
  });
  it('n’offrent le bouton d’affichage du mot de passe que si les scripts tournent', () => {
    expect(renderToStaticMarkup(champs['mot-de-passe'])).not.toContain('<button');
  });
  it('laissent react-hook-form donner le nom et les événements sans perdre l’identifiant', () => {
    const html = renderToStaticMarkup(e(ChampTexte, { nom: 'a', libelle: 'A', name: 'groupe.a', onChange: () => undefined }));
    expect(html).toContain('name="groupe.a"');
    expect(html).toContain('id="a"');
  });
});

describe('le résumé des erreurs', () => {
  it('ne rend rien sans erreur', () => {
    expect(renderToStaticMarkup(e(ResumeErreurs, { erreurs: [] }))).toBe('');
  });
  it('compte les erreurs et mène à chaque champ', () => {
    const html = renderToStaticMarkup(
      e(ResumeErreurs, {
        erreurs: [
          { champ: 'nom', message: 'Écrivez votre nom.' },
          { champ: 'naissance', message: 'Donnez une date.' },
        ],
      }),
    );
    expect(html).toContain('Il y a 2 erreurs dans le formulaire');
    expect([...html.matchAll(/href="#([^"]*)"/g)].map((m) => m[1])).toEqual(['nom', 'naissance']);
    expect(html).toMatch(/role="alert" tabindex="-1"/i);
  });
});
