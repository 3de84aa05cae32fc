// Mails and requests for help.
import { MIEN, type TableExportee } from '../schema.ts';

export const tablesDesEchanges: readonly TableExportee[] = [
  {
    table: 'courriel',
    fichier: 'echanges',
    cle: 'courriels_envoyes',
    source: 'FROM courriel t JOIN compte c ON c.email = t.destinataire AND t.cree_le >= c.cree_le WHERE c.id = $1::uuid',
    colonnes: { sorte: 'sorte', destinataire: 'adresse', etat: 'etat', cree_le: 'demande_le', envoye_le: 'envoye_le' },
    tues: {
      id: 'technique',
      cle: 'technique',
      variables: 'technique',
      secret: 'secret',
      documents: 'technique',
      tentatives: 'technique',
      derniere_erreur: 'technique',
    },
  },
  {
    table: 'ticket',
    fichier: 'echanges',
    cle: 'demandes_d_aide',
    source: `FROM ticket t ${MIEN}`,
    colonnes: {
      numero: 'numero',
      nom: 'nom',
      email: 'adresse_electronique',
      telephone: 'telephone',
      sujet: 'sujet',
      page: 'page',
      survenu_le: 'survenu_le',
      erreur: 'numero_de_l_erreur',
      prefecture_code: 'prefecture',
      etat: 'etat',
      impossibilite_le: 'impossibilite_constatee_le',
      impossibilite_motif: 'motif_de_l_impossibilite',
      cree_le: 'ouverte_le',
    },
    tues: { id: 'technique', compte_id: 'technique', dossier_id: 'technique', impossibilite_par: 'agent', version: 'technique' },
  },
  {
    table: 'ticket_message',
    fichier: 'echanges',
    cle: 'messages',
    source: 'FROM ticket_message t JOIN ticket k ON k.id = t.ticket_id WHERE k.compte_id = $1::uuid',
    colonnes: { auteur_sorte: 'ecrit_par', texte: 'texte', le: 'le' },
    tues: { id: 'technique', ticket_id: 'technique', auteur_id: 'agent' },
  },
  {
    table: 'ticket_capture',
    fichier: 'echanges',
    cle: 'captures_d_ecran',
    source: 'FROM ticket_capture t JOIN ticket k ON k.id = t.ticket_id WHERE k.compte_id = $1::uuid',
    colonnes: { nom: 'nom', type: 'type', taille: 'octets', analyse: 'antivirus', depose_le: 'deposee_le' },
    tues: { id: 'technique', ticket_id: 'technique', sha256: 'secret', cle: 'secret' },
  },
];
