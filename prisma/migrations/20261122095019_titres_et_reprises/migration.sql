-- DropIndex
DROP INDEX "fichier_cle_key";

-- AlterTable
ALTER TABLE "dossier" ADD COLUMN     "reprise" JSONB;

-- AlterTable
ALTER TABLE "personne" ADD COLUMN     "adresse" JSONB;

-- AlterTable
ALTER TABLE "titre" ADD COLUMN     "invalide_le" DATE,
ADD COLUMN     "type" TEXT;

-- AlterTable
ALTER TABLE "fichier" ADD COLUMN     "repris_de" TEXT;

-- CreateIndex
CREATE INDEX "fichier_cle_idx" ON "fichier"("cle");
