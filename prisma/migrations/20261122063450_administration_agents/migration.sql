-- AlterTable
ALTER TABLE "agent" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE INDEX "consultation_agent_id_le_idx" ON "consultation"("agent_id", "le");

-- CreateIndex
CREATE INDEX "consultation_le_idx" ON "consultation"("le");

-- CreateIndex
CREATE INDEX "dossier_prefecture_code_statut_depose_le_id_restreint_idx" ON "dossier"("prefecture_code", "statut", "depose_le", "id", "restreint");

-- CreateIndex
CREATE INDEX "dossier_agent_id_statut_depose_le_id_idx" ON "dossier"("agent_id", "statut", "depose_le", "id");

-- CreateIndex
CREATE INDEX "absence_remplacant_id_debut_le_idx" ON "absence"("remplacant_id", "debut_le");

-- DropIndex
DROP INDEX "dossier_prefecture_code_statut_depose_le_id_idx";

-- The access log is kept three years (CESEDA, art. R.142-22): the database refuses to change a line ever, and to delete one before its term.
CREATE FUNCTION refuse_avant_trois_ans() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.le < now() - interval '3 years' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% est en ajout seul', TG_TABLE_NAME;
END $$;

DROP TRIGGER consultation_ajout_seul ON consultation;
CREATE TRIGGER consultation_ajout_seul BEFORE UPDATE OR DELETE ON consultation FOR EACH ROW EXECUTE FUNCTION refuse_avant_trois_ans();
