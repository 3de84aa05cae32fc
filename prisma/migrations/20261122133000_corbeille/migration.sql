-- In which tray of the queue a deposited dossier lies: what to do next, from what is stored. The same as bacDe of domain/dossier/bacs
-- (a test compares them, pair by pair). Immutable: the indexes below are made of it.
CREATE FUNCTION bac_de(statut statut, attente text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE statut
    WHEN 'depose' THEN 'a_verifier'
    WHEN 'en_instruction' THEN CASE attente WHEN 'reponse' THEN 'reponses_recues' WHEN 'complement' THEN 'en_attente' WHEN 'avis' THEN 'en_attente' ELSE 'a_instruire' END
    WHEN 'propose' THEN 'a_signer'
    WHEN 'accepte' THEN CASE attente WHEN 'remise' THEN 'a_remettre' WHEN 'production' THEN 'en_production' ELSE 'decides' END
    WHEN 'brouillon' THEN NULL
    WHEN 'abandonne' THEN NULL
    ELSE 'decides' END
$$;

-- A page of the queue is a walk along one of these, whatever the number of dossiers: by urgency in the whole prefecture, for one agent
-- (or nobody), for one procedure; by deposit. statut and attente are included because an index-only scan asks for what bac_de reads.
-- A draft has no prefecture: it is in none of them.
CREATE INDEX dossier_urgence ON dossier (prefecture_code, bac_de(statut, attente), echeance_le, depose_le, id)
  INCLUDE (restreint, statut, attente) WHERE prefecture_code IS NOT NULL;
CREATE INDEX dossier_agent_urgence ON dossier (agent_id, prefecture_code, bac_de(statut, attente), echeance_le, depose_le, id)
  INCLUDE (restreint, statut, attente) WHERE prefecture_code IS NOT NULL;
CREATE INDEX dossier_procedure_urgence ON dossier (prefecture_code, procedure, bac_de(statut, attente), echeance_le, depose_le, id)
  INCLUDE (restreint, statut, attente) WHERE prefecture_code IS NOT NULL;
CREATE INDEX dossier_depot ON dossier (prefecture_code, bac_de(statut, attente), depose_le, id)
  INCLUDE (restreint, statut, attente) WHERE prefecture_code IS NOT NULL;
-- Few, and alone seen by who follows vulnerable persons.
CREATE INDEX dossier_restreint ON dossier (prefecture_code, bac_de(statut, attente), echeance_le, depose_le, id) WHERE restreint;

-- The indexes that these replace. The former version of the portal still finds the same rows, more slowly, while it is being replaced.
DROP INDEX "dossier_prefecture_code_statut_depose_le_id_restreint_idx";
DROP INDEX "dossier_agent_id_statut_depose_le_id_idx";

-- What was asked for, or answered, before the column said so.
UPDATE dossier d SET attente = CASE
    WHEN EXISTS (SELECT 1 FROM complement m WHERE m.dossier_id = d.id AND m.repondu_le IS NULL AND m.leve_le IS NULL) THEN 'complement'
    ELSE 'reponse' END
WHERE d.statut = 'en_instruction' AND d.attente IS NULL
  AND EXISTS (SELECT 1 FROM complement m WHERE m.dossier_id = d.id AND m.traite_le IS NULL AND m.leve_le IS NULL);
