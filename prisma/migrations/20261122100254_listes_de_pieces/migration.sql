-- AlterTable
ALTER TABLE "liste_pieces" ADD COLUMN     "auteur_id" UUID,
ADD COLUMN     "base" INTEGER,
ADD COLUMN     "modifications" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "publiee_le" TIMESTAMPTZ(3),
ADD COLUMN     "publiee_par" UUID,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "dossier" ADD COLUMN     "liste_locale" TEXT;

-- One draft at a time for each list: two administrators who begin one find the same.
CREATE UNIQUE INDEX liste_pieces_brouillon_unique ON liste_pieces (procedure) WHERE etat = 'brouillon';

-- A list that people follow is never rewritten (D-05): another version replaces it.
CREATE FUNCTION refuse_liste_reecrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'la liste % version % est publiée : ses pièces ne changent plus', OLD.procedure, OLD.version;
END $$;
CREATE TRIGGER liste_pieces_publiee_fixe BEFORE UPDATE ON liste_pieces FOR EACH ROW
  WHEN (OLD.etat <> 'brouillon' AND NEW.pieces IS DISTINCT FROM OLD.pieces) EXECUTE FUNCTION refuse_liste_reecrite();
