-- AlterTable
ALTER TABLE "complement" ADD COLUMN     "prolongation_motif" TEXT,
ADD COLUMN     "prolongation_traitee_le" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "complement_item" ADD COLUMN     "examen" TEXT,
ADD COLUMN     "examine_le" TIMESTAMPTZ(3),
ADD COLUMN     "examine_par" UUID;

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "traite_le" TIMESTAMPTZ(3),
ALTER COLUMN "part_le" DROP NOT NULL;
