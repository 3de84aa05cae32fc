// The person, as the administration knows them.
import type { TableExportee } from '../schema.ts';

export const tablesDeLaPersonne: readonly TableExportee[] = [
  {
    table: 'personne',
    fichier: 'personne',
    cle: 'etat_civil',
    source: 'FROM personne t JOIN compte c ON c.personne_id = t.id WHERE c.id = $1::uuid',
    colonnes: {
      numero_etranger: 'numero_etranger',
      nom_naissance: 'nom_de_naissance',
      nom_usage: 'nom_d_usage',
      prenoms: 'prenoms',
      sexe: 'sexe',
      naissance_annee: 'annee_de_naissance',
      naissance_mois: 'mois_de_naissance',
      naissance_jour: 'jour_de_naissance',
      pays_naissance: 'pays_de_naissance',
      lieu_naissance: 'lieu_de_naissance',
      nationalites: 'nationalites',
      adresse: 'adresse_connue',
      cree_le: 'connue_depuis_le',
    },
    tues: { id: 'technique', cle_recherche: 'technique' },
  },
  {
    table: 'titre',
    fichier: 'personne',
    cle: 'titres',
    source: 'FROM titre t JOIN compte c ON c.personne_id = t.personne_id WHERE c.id = $1::uuid',
    colonnes: {
      sorte: 'sorte',
      type: 'type',
      numero: 'numero',
      mention: 'mention',
      debut_le: 'debut_le',
      fin_le: 'fin_le',
      invalide_le: 'invalide_le',
      cree_le: 'enregistre_le',
    },
    tues: { id: 'technique', personne_id: 'technique' },
  },
];
