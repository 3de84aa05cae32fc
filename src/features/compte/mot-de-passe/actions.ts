'use server';
import type { PorteeAcces } from '#domain/access/scope.ts';
import { phraseDuRefus } from '#domain/refusals.ts';
import type { Refus } from '#domain/result.ts';
import { actionAcces, actionPublique, actionReinitialisation } from '#guard/action.ts';
import { entrer } from '#guard/entree.ts';
import type { Suite } from '#guard/respond.ts';
import type { SessionAcces } from '#guard/session.ts';
import { adresseReseau, compter, type Essai, pardonner, rendreEssai } from '#guard/throttle.ts';
import { LIEUX } from '../facteurs/schema.ts';
import { changerMotDePasse, choisirMotDePasse, choisirParJeton } from './commands.ts';
import { schemaChangement, schemaNouveau, schemaReinitialisation } from './schema.ts';

type Changement = {
  saisie: { motDePasseActuel: string; motDePasse: string };
  session: SessionAcces;
  portee: PorteeAcces;
  at: Date;
};

const PAR_RESEAU = { nom: 'jeton-reseau', max: 60, minutes: 15 };

/** A refused password is told beside its field. */
function direRefus(refus: Refus): Suite {
  if (refus.refus !== 'mot_de_passe_refuse') return refus;
  return { etat: { erreurs: { motDePasse: phraseDuRefus(refus.refus, refus.details) } } };
}

/** S-049. Every session ends, a complete one opens. */
export const reinitialiser = actionReinitialisation('reinitialiser', schemaReinitialisation, async ({ saisie, usager, at }) => {
  const pose = await choisirMotDePasse({ compteId: usager.compteId, motDePasse: saisie.motDePasse }, at);
  if (!pose.ok) return direRefus(pose);
  return entrer(usager.compteId, 'mot_de_passe', at);
});

const PAR_TITULAIRE = { nom: 'mot-de-passe-actuel', max: 10, minutes: 15 };

/** From inside: the old password first. This session stays, the others end. */
async function changer({ saisie, session, portee, at }: Changement): Promise<Suite> {
  const essais: [Essai] = [[PAR_TITULAIRE, `${portee.porte}:${portee.id} ${await adresseReseau()}`]];
  const frein = await compter(essais, at);
  if (frein) return frein;
  const fait = await changerMotDePasse(
    portee,
    { ancien: saisie.motDePasseActuel, motDePasse: saisie.motDePasse },
    session.acteur.sessionId,
    at,
  );
  if (fait.ok) {
    await pardonner(essais, at);
    return { vers: `${LIEUX[session.porte]}?fait=mot-de-passe` };
  }
  if (fait.refus !== 'mot_de_passe_faux') return direRefus(fait);
  return { etat: { erreurs: { motDePasseActuel: phraseDuRefus(fait.refus, fait.details) } } };
}
export const changerMotDePasseUsager = actionAcces('changer_mot_de_passe', 'usager', ['complete'], schemaChangement, changer);
export const changerMotDePasseAgent = actionAcces('changer_mot_de_passe', 'agent', ['complete'], schemaChangement, changer);

/** The link of C23. Nothing opens by itself: one logs in with the new password. */
export const nouveauMotDePasse = actionPublique('nouveau_mot_de_passe', schemaNouveau, async ({ saisie, at }) => {
  const essais = [[PAR_RESEAU, await adresseReseau()]] as const;
  const frein = await compter(essais, at);
  if (frein) return frein;
  const pose = await choisirParJeton(saisie, at);
  // only links that do not work are counted: a weak password is no attack, and a help desk has many people
  if (pose.ok || pose.refus === 'mot_de_passe_refuse') await rendreEssai(essais, at);
  if (!pose.ok) return direRefus(pose);
  return { vers: '/connexion?change=1' };
});
