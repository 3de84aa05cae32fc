-- The figures of the chefs and of the ministry read this index alone, never the rows (features/pilotage).
CREATE INDEX dossier_pilotage ON dossier (prefecture_code, depose_le) INCLUDE (id, statut, decide_le, procedure, agent_id, attente) WHERE numero IS NOT NULL;

-- What the clocks still ask, by rule.
CREATE INDEX alerte_regle ON alerte (code, echeance_le) INCLUDE (dossier_id, levee_le);
