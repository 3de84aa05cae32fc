-- Two filters at once: one leads, through its own index, the others are checked in that index, without opening the rows.
CREATE INDEX dossier_agent_urgence_et_procedure ON dossier (agent_id, prefecture_code, bac_de(statut, attente), echeance_le, depose_le, id)
  INCLUDE (restreint, statut, attente, procedure) WHERE prefecture_code IS NOT NULL;
DROP INDEX dossier_agent_urgence;
ALTER INDEX dossier_agent_urgence_et_procedure RENAME TO dossier_agent_urgence;

-- One procedure in the order of the deposits, or in a period: what is decided is always read in that order.
CREATE INDEX dossier_procedure_depot ON dossier (prefecture_code, procedure, bac_de(statut, attente), depose_le, id)
  INCLUDE (restreint, statut, attente) WHERE prefecture_code IS NOT NULL;

-- The other words of a search are checked in the index too.
CREATE UNIQUE INDEX mot_dossier_et_mots ON mot_dossier (prefecture_code, mot, dossier_id) INCLUDE (mots);
ALTER TABLE mot_dossier DROP CONSTRAINT mot_dossier_pkey, ADD CONSTRAINT mot_dossier_pkey PRIMARY KEY USING INDEX mot_dossier_et_mots;
