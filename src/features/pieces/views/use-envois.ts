'use client';
// The files on their way to one emplacement: their progress, what became of them, and the page read again when they are in.
import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useRef, useState } from 'react';
import { refusAvantLecture, refusFichier, tailleLisible } from '#domain/piece/fichier.ts';
import { lieuDe, noterSilence, signalerSilences } from '#features/blocages/views/signaler.ts';
import { useT } from '#ui/langue/use-t.tsx';
import { envoyer } from './envoi.ts';

export type EnvoiSuivi = {
  cle: number;
  fichier: File;
  pourcent: number;
  /** 'attend': behind the others of this place. 'arrive': in, and shown here until the page read again shows it */
  etat: 'attend' | 'en_cours' | 'arrive' | 'refuse' | 'coupe';
  message: string;
};

const PRENNENT_PLACE: readonly EnvoiSuivi['etat'][] = ['attend', 'en_cours', 'arrive'];

/**
 * `dejaJoints`: files already given to the emplacement. They leave one after the other, in the order in which they were chosen: the
 * agent reads them in the order of their arrival, and three at once on a narrow line would all arrive late.
 */
export function useEnvois(adresse: string, dejaJoints: number) {
  const t = useT();
  const router = useRouter();
  const [envois, modifier] = useState<readonly EnvoiSuivi[]>([]);
  const [annonce, annoncer] = useState('');
  const numero = useRef(0);
  const arrets = useRef(new Map<number, () => void>());
  const dernier = useRef(Promise.resolve());
  useEffect(() => {
    const enVol = arrets.current;
    return () => {
      for (const annuler of enVol.values()) annuler();
    };
  }, []);

  const changer = (cle: number, faits: Partial<EnvoiSuivi>) =>
    modifier((tous) => tous.map((e) => (e.cle === cle ? { ...e, ...faits } : e)));
  const oublier = (cle: number) => modifier((tous) => tous.filter((e) => e.cle !== cle));

  const annule = (cle: number, nom: string) => {
    annoncer(t('L’envoi de {nom} est annulé.', { nom }));
    oublier(cle);
  };

  const lancer = async ({ cle, fichier }: Pick<EnvoiSuivi, 'cle' | 'fichier'>) => {
    const nom = fichier.name;
    changer(cle, { etat: 'en_cours' });
    annoncer(t('Envoi de {nom} ({taille})', { nom, taille: tailleLisible(fichier.size) }));
    const { fin, annuler } = envoyer(adresse, fichier, (pourcent) => changer(cle, { pourcent }));
    arrets.current.set(cle, annuler);
    const issue = await fin;
    arrets.current.delete(cle);
    const lieu = lieuDe(window.location.pathname);
    // a number was given: the fault is written down already
    if (issue.sorte === 'coupe' && issue.message === null) noterSilence(lieu, true);
    else if (issue.sorte !== 'annule') signalerSilences(lieu);
    switch (issue.sorte) {
      case 'annule':
        return annule(cle, nom);
      case 'refuse':
        return changer(cle, { etat: 'refuse', message: t(issue.message) });
      case 'coupe':
        return changer(cle, {
          etat: 'coupe',
          message: issue.message ? t(issue.message) : t('La connexion a été coupée pendant l’envoi. Réessayez.'),
        });
      case 'joint':
        annoncer(t('{nom} est joint.', { nom }));
        changer(cle, { etat: 'arrive', pourcent: 100 });
        // Together: the line of the sending goes when the line of the file comes.
        startTransition(() => {
          router.refresh();
          oublier(cle);
        });
    }
  };

  const attendre = (envoi: Pick<EnvoiSuivi, 'cle' | 'fichier'>) => {
    const { cle, fichier } = envoi;
    arrets.current.set(cle, () => {
      arrets.current.delete(cle);
      annule(cle, fichier.name);
    });
    dernier.current = dernier.current.then(() => (arrets.current.has(cle) ? lancer(envoi) : undefined));
  };

  const occupes = envois.filter((e) => PRENNENT_PLACE.includes(e.etat)).length;

  const ajouter = (fichiers: readonly File[]) => {
    // What was refused before is about other files: it goes when new ones come.
    const gardes = envois.filter((e) => PRENNENT_PLACE.includes(e.etat) || e.etat === 'coupe');
    let places = dejaJoints + occupes;
    const nouveaux = fichiers.map((fichier): EnvoiSuivi => {
      numero.current += 1;
      const refus = refusAvantLecture({ nom: fichier.name, taille: fichier.size, dejaJoints: places });
      if (!refus) places += 1;
      return {
        cle: numero.current,
        fichier,
        pourcent: 0,
        etat: refus ? 'refuse' : 'attend',
        message: refus ? t(refusFichier[refus]) : '',
      };
    });
    modifier([...gardes, ...nouveaux]);
    for (const envoi of nouveaux) if (envoi.etat === 'attend') attendre(envoi);
  };
  const reprendre = (envoi: EnvoiSuivi) => {
    changer(envoi.cle, { etat: 'attend', pourcent: 0, message: '' });
    attendre(envoi);
  };

  return { envois, annonce, occupes, ajouter, reprendre, oublier, annuler: (cle: number) => arrets.current.get(cle)?.() };
}
