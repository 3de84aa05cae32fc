// Pieces that say who the person is and what they hold, asked by several grounds beside those of pieces.ts.
import type { PieceDemandee, VariantePiece } from '#domain/procedure/definition.ts';
import { domicile } from './pieces.ts';

const PERSONNELLES = 'Informations personnelles';

export const etatCivil: PieceDemandee = {
  code: 'etat_civil',
  libelle: 'Justificatif d’état civil',
  groupe: PERSONNELLES,
  sousGroupe: 'État civil',
  requis: true,
  moment: 'depot',
  mode: { sorte: 'unique', document: 'Copie intégrale d’acte de naissance, avec les mentions les plus récentes' },
  source: 'CESEDA R.431-10 et annexe 10 ; listes ministérielles de mai 2021',
  certitude: 'D',
  dateSource: '2021-05',
};

export const titreActuel: PieceDemandee = {
  code: 'titre_actuel',
  libelle: 'Titre de séjour en cours de validité',
  groupe: PERSONNELLES,
  requis: true,
  moment: 'depot',
  mode: { sorte: 'unique', document: 'Copie des deux faces de votre titre de séjour' },
  source: 'CESEDA R.431-5 et annexe 10 ; listes ministérielles de mai 2021',
  certitude: 'D',
  dateSource: '2021-05',
};

const domiciliation: VariantePiece = {
  code: 'domiciliation',
  libelle: 'Sans domicile stable, ou à une adresse que je dois garder secrète : je suis domicilié(e) auprès d’un organisme',
  mode: { sorte: 'unique', document: 'Une attestation de domiciliation' },
};

/** The address may be that of a body that keeps the mail: CASF L.264-1 in general, CESEDA R.551-8 for the protected. */
export const domicileOuDomiciliation: PieceDemandee =
  domicile.mode.sorte === 'variante'
    ? {
        ...domicile,
        mode: { ...domicile.mode, variantes: [...domicile.mode.variantes, domiciliation] },
        source: 'CESEDA annexe 10, R.551-8 et R.561-8 ; code de l’action sociale et des familles L.264-1',
        certitude: 'L',
        dateSource: '2026-04-03',
      }
    : domicile;
