// Where a person lives who has no stable address, or must keep it secret.
import type { PieceDemandee, VariantePiece } from '#domain/procedure/definition.ts';
import { domicile } from './pieces.ts';

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
