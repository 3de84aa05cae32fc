-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "accueil" TEXT;

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL,
    "sorte" TEXT NOT NULL,
    "cle" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "etat" TEXT NOT NULL DEFAULT 'brouillon',
    "effet_le" DATE,
    "contenu" JSONB NOT NULL,
    "raison" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "auteur_id" UUID NOT NULL,
    "modifie_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publiee_le" TIMESTAMPTZ(3),
    "appliquee_le" TIMESTAMPTZ(3),

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "publication_etat_effet_le_idx" ON "publication"("etat", "effet_le");

-- CreateIndex
CREATE UNIQUE INDEX "publication_sorte_cle_version_key" ON "publication"("sorte", "cle", "version");

-- One draft at a time for one thing: two administrators work on the same one and are told.
CREATE UNIQUE INDEX "publication_un_brouillon" ON "publication" ("sorte", "cle") WHERE "etat" = 'brouillon';

-- What is published is never edited in place (D-05): only withdrawn before its day, or marked as applied.
CREATE FUNCTION publication_figee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.etat <> 'brouillon' AND (TG_OP = 'DELETE' OR NEW.contenu IS DISTINCT FROM OLD.contenu OR NEW.effet_le IS DISTINCT FROM OLD.effet_le
    OR NEW.raison IS DISTINCT FROM OLD.raison OR NEW.etat = 'brouillon') THEN
    RAISE EXCEPTION 'une publication ne se modifie pas' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER publication_figee BEFORE UPDATE OR DELETE ON "publication" FOR EACH ROW EXECUTE FUNCTION publication_figee();
