-- The alerts of one rule, the most urgent first: what may be issued in bulk
CREATE INDEX "alerte_code_levee_le_echeance_le_idx" ON "alerte"("code", "levee_le", "echeance_le");

-- The events from which the clocks count, and those they wrote: a few of each dossier (features/horloge/queries.ts)
CREATE INDEX "evenement_delais" ON "evenement"("dossier_id") WHERE ("type" IN ('api_delivree', 'decision_annulee', 'decision_favorable', 'decision_refus', 'decision_cloture') OR "cle" IS NOT NULL);
