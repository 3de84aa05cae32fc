-- AlterTable
ALTER TABLE "note" ADD COLUMN     "controle" TEXT,
ADD COLUMN     "etat" TEXT;

-- AlterTable
ALTER TABLE "presence" ADD COLUMN     "ouverte_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- One person, one file (R.142-20): filed requests by birth name, as the registre compares names, and year of birth, whoever's compte.
CREATE INDEX "dossier_cle_identite" ON "dossier" (cle_de_nom("reponses"->>'nom_naissance'), left("reponses"->>'date_naissance', 4))
  WHERE "statut" NOT IN ('brouillon', 'abandonne');
