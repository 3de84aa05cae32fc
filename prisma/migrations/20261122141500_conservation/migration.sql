-- CreateTable
CREATE TABLE "effacement" (
    "id" BIGSERIAL NOT NULL,
    "regle" TEXT NOT NULL,
    "numero_empreinte" TEXT NOT NULL,
    "prefecture_code" TEXT,
    "procedure" TEXT NOT NULL,
    "statut" TEXT NOT NULL,
    "annee" INTEGER NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "effacement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "effacement_le_idx" ON "effacement"("le");

-- A row that is only ever added leaves with the whole dossier, at the end of the period of the law, and only inside of effacer_dossier().
CREATE OR REPLACE FUNCTION refuse_modification() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME IN ('evenement', 'bris_de_glace')
    AND current_setting('portail.effacement', true) = to_jsonb(OLD)->>'dossier_id' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% est en ajout seul', TG_TABLE_NAME;
END $$;

-- Erases a deposited dossier whole (CESEDA, art. R.142-21). The service decides with the pure rule (domain/delais/conservation); this
-- function, which alone has the right, checks again with the clock of the base that nothing is early: everything of the same person is
-- over and has not moved for five years (naturalised: six months, the shorter of the two terms). False: not yet.
CREATE FUNCTION effacer_dossier(qui uuid, motif text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  d dossier;
  t record;
  borne timestamptz := now() - CASE WHEN motif = 'naturalisation' THEN interval '6 months' ELSE interval '5 years' END;
BEGIN
  SELECT * INTO d FROM dossier WHERE id = qui AND numero IS NOT NULL FOR UPDATE;
  IF d.id IS NULL OR motif NOT IN ('sans_mise_a_jour', 'apres_document', 'naturalisation') THEN
    RETURN false;
  END IF;
  IF EXISTS (SELECT 1 FROM dossier x WHERE (x.compte_id = d.compte_id OR x.personne_id = d.personne_id)
      AND (x.statut IN ('brouillon', 'depose', 'en_instruction', 'propose') OR x.modifie_le >= borne))
    OR (motif = 'naturalisation' AND NOT EXISTS (SELECT 1 FROM dossier x WHERE (x.compte_id = d.compte_id OR x.personne_id = d.personne_id)
      AND x.procedure = 'nationalite' AND x.statut IN ('accepte', 'remis') AND x.decide_le < borne))
    OR (motif <> 'naturalisation' AND (
      EXISTS (SELECT 1 FROM evenement e WHERE e.dossier_id = qui AND e.cree_le >= borne)
      OR EXISTS (SELECT 1 FROM document o JOIN dossier x ON x.id = o.dossier_id WHERE (x.compte_id = d.compte_id OR x.personne_id = d.personne_id)
        AND o.valable_jusqu >= borne)
      OR EXISTS (SELECT 1 FROM remise r JOIN dossier x ON x.id = r.dossier_id WHERE (x.compte_id = d.compte_id OR x.personne_id = d.personne_id)
        AND r.fin_le >= borne)
      OR EXISTS (SELECT 1 FROM titre i WHERE i.personne_id = d.personne_id AND i.fin_le >= borne))) THEN
    RETURN false;
  END IF;
  PERFORM set_config('portail.effacement', qui::text, true);
  -- the bytes: left to the cleaning job, which keeps those that another dossier still holds
  INSERT INTO fichier_orphelin (cle)
    SELECT f.cle FROM fichier f JOIN piece p ON p.id = f.piece_id WHERE p.dossier_id = qui
    UNION SELECT o.cle FROM document o WHERE o.dossier_id = qui
    UNION SELECT m.cle FROM message_fichier m JOIN message s ON s.id = m.message_id WHERE s.dossier_id = qui
    ON CONFLICT DO NOTHING;
  INSERT INTO effacement (regle, numero_empreinte, prefecture_code, procedure, statut, annee)
    VALUES (motif, encode(sha256(convert_to(d.numero, 'UTF8')), 'hex'), d.prefecture_code, d.procedure, d.statut::text, extract(year FROM d.depose_le));
  -- whatever table speaks of it, those of tomorrow included; the access log has its own term
  FOR t IN SELECT c.relname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'dossier_id' AND NOT a.attisdropped
      AND c.relname NOT IN ('consultation', 'ticket') LOOP
    EXECUTE format('DELETE FROM %I WHERE dossier_id = $1', t.relname) USING qui;
  END LOOP;
  DELETE FROM dossier WHERE id = qui;
  PERFORM set_config('portail.effacement', '', true);
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION effacer_dossier(uuid, text) FROM PUBLIC;
