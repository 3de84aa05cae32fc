-- One draft per compte, procedure and demandeur: a parent may fill one for each child (D-11), and two clicks still give one.
-- The new index is made first: there is no instant without one. NULLS NOT DISTINCT: the holder's own drafts have no key.
CREATE UNIQUE INDEX dossier_brouillon_demandeur_unique ON dossier (compte_id, procedure, (representation->>'cle')) NULLS NOT DISTINCT
  WHERE statut = 'brouillon';
DROP INDEX dossier_brouillon_unique;
