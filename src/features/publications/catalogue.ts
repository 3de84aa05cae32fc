// Every sort of reference data, total over the vocabulary.
import type { SorteReference } from '#domain/publication/sortes.ts';
import { contact } from './kinds/contact.ts';
import { courriel } from './kinds/courriel.ts';
import { lien } from './kinds/lien.ts';
import { notification } from './kinds/notification.ts';
import { orientation } from './kinds/orientation.ts';
import { ouverture } from './kinds/ouverture.ts';
import { prefecture } from './kinds/prefecture.ts';
import { ressort } from './kinds/ressort.ts';
import { tarif } from './kinds/tarif.ts';
import type { KindReference } from './schema.ts';

export const REFERENCES: Readonly<Record<SorteReference, KindReference>> = {
  tarif,
  ouverture,
  orientation,
  prefecture,
  ressort,
  contact,
  courriel,
  notification,
  lien,
};
