// Giving a numéro étranger: first look for the person, then attach or create (03-instruction 3).

import type { Rapprochement } from '#adapters/registre/registre.ts';
import { nomDeLaNationalite } from '#domain/pays.ts';
import { afficherDate } from '#domain/procedure/champs.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { DossierInstruit } from '../queries.ts';
import { ChoixNumero } from './choix-numero.tsx';
import { parentsDe } from './fil.ts';

type Props = { dossier: DossierInstruit; peutAttribuer: boolean; semblables: readonly Rapprochement[] };

export function VueNumero({ dossier, peutAttribuer, semblables }: Props) {
  const { identite } = dossier;
  return (
    <Page titre={t('Attribuer un numéro étranger')} parents={parentsDe(dossier)} largeur="texte">
      <h2 className="fr-h5">{t('Ce que la personne a déclaré')}</h2>
      <ListeResume
        lignes={[
          { terme: t('Nom de naissance'), valeur: identite.nomNaissance },
          { terme: t('Prénom(s)'), valeur: identite.prenoms.join(', ') },
          { terme: t('Date de naissance'), valeur: afficherDate(identite.naissance) },
          { terme: t('Lieu de naissance'), valeur: identite.lieuNaissance },
          { terme: t('Nationalité(s)'), valeur: identite.nationalites.map(nomDeLaNationalite).join(', ') },
          { terme: t('Adresse électronique'), valeur: dossier.email },
        ]}
      />
      {dossier.numeroEtranger ? (
        <Alerte ton="info">{t('Cette personne a déjà le numéro étranger {numero}.', { numero: dossier.numeroEtranger })}</Alerte>
      ) : null}
      {!dossier.numeroEtranger && !peutAttribuer ? (
        <Alerte ton="info">{t('Seul un instructeur attribue un numéro, une fois le dossier pris en charge.')}</Alerte>
      ) : null}
      {!dossier.numeroEtranger && peutAttribuer ? (
        <>
          <h2 className="fr-h5">{t('Personnes semblables dans le registre')}</h2>
          <p>
            {semblables.length
              ? t('Comparez avant de choisir : le portail ne réunit jamais deux personnes de lui-même.')
              : t('Aucune personne du registre ne porte ce nom avec une date de naissance compatible.')}
          </p>
          <ChoixNumero
            dossier={{ id: dossier.id, version: dossier.version }}
            semblables={semblables.map(({ fiche, certitude }) => ({
              numero: fiche.numeroEtranger,
              nom: `${fiche.nomNaissance} ${fiche.prenoms}`,
              naissance: afficherDate(fiche.dateNaissance),
              estLaMeme: certitude === 'meme_personne',
            }))}
          />
        </>
      ) : null}
    </Page>
  );
}
