-- AlterTable
ALTER TABLE "evenement" ADD COLUMN     "cle" TEXT;

-- AlterTable
ALTER TABLE "complement" ADD COLUMN     "leve_le" TIMESTAMPTZ(3),
ADD COLUMN     "prolongation_demandee_le" TIMESTAMPTZ(3),
ADD COLUMN     "prolonge_jusqu" DATE,
ADD COLUMN     "recommande_le" DATE;

-- AlterTable
ALTER TABLE "dossier" ADD COLUMN     "attente" TEXT,
ADD COLUMN     "echeance_code" TEXT,
ADD COLUMN     "echeance_le" DATE;

-- CreateTable
CREATE TABLE "avis" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "sorte" TEXT NOT NULL,
    "demande_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "demande_par" UUID NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "depart_le" DATE,
    "sens" TEXT,
    "texte" TEXT,
    "rendu_le" DATE,
    "rendu_par" UUID,

    CONSTRAINT "avis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "texte" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "auteur_sorte" TEXT NOT NULL,
    "auteur_id" UUID NOT NULL,
    "mandat_id" UUID,
    "sorte" TEXT NOT NULL DEFAULT 'message',
    "texte" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "part_le" TIMESTAMPTZ(3) NOT NULL,
    "envoye_le" TIMESTAMPTZ(3),
    "repris_le" TIMESTAMPTZ(3),
    "lu_le" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_fichier" (
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "nom" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "taille" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "cle" TEXT NOT NULL,
    "analyse" "analyse_fichier" NOT NULL DEFAULT 'en_attente',
    "piece_code" TEXT,
    "depose_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_fichier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alerte" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "cle" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "echeance_le" DATE NOT NULL,
    "agent_id" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "levee_le" TIMESTAMPTZ(3),

    CONSTRAINT "alerte_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "surveillance" (
    "dossier_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "surveillance_pkey" PRIMARY KEY ("dossier_id","agent_id")
);

-- CreateTable
CREATE TABLE "presence" (
    "dossier_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "vu_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("dossier_id","agent_id")
);

-- CreateTable
CREATE TABLE "regle_attribution" (
    "id" UUID NOT NULL,
    "prefecture_code" TEXT NOT NULL,
    "ordre" INTEGER NOT NULL,
    "nom" TEXT NOT NULL,
    "procedures" TEXT[],
    "agents" UUID[],
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "regle_attribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "preference" (
    "agent_id" UUID NOT NULL,
    "contenu" JSONB NOT NULL,

    CONSTRAINT "preference_pkey" PRIMARY KEY ("agent_id")
);

-- CreateTable
CREATE TABLE "phrase" (
    "id" UUID NOT NULL,
    "prefecture_code" TEXT NOT NULL,
    "agent_id" UUID,
    "usage" TEXT NOT NULL,
    "texte" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "phrase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lieu" (
    "id" UUID NOT NULL,
    "prefecture_code" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "adresse" TEXT NOT NULL,
    "telephone" TEXT,
    "actif" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "lieu_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plage" (
    "id" UUID NOT NULL,
    "lieu_id" UUID NOT NULL,
    "jour" INTEGER NOT NULL,
    "debut" INTEGER NOT NULL,
    "fin" INTEGER NOT NULL,
    "duree" INTEGER NOT NULL,
    "capacite" INTEGER NOT NULL,

    CONSTRAINT "plage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fermeture" (
    "lieu_id" UUID NOT NULL,
    "jour" DATE NOT NULL,
    "motif" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "fermeture_pkey" PRIMARY KEY ("lieu_id","jour")
);

-- CreateTable
CREATE TABLE "convocation" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "lieu_id" UUID NOT NULL,
    "sorte" TEXT NOT NULL,
    "debut_le" TIMESTAMPTZ(3) NOT NULL,
    "fin_le" TIMESTAMPTZ(3) NOT NULL,
    "etat" TEXT NOT NULL DEFAULT 'prevue',
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rappel_le" TIMESTAMPTZ(3),

    CONSTRAINT "convocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remise" (
    "dossier_id" UUID NOT NULL,
    "commande_le" TIMESTAMPTZ(3) NOT NULL,
    "recu_le" TIMESTAMPTZ(3),
    "numero_titre" TEXT,
    "debut_le" DATE,
    "fin_le" DATE,
    "remis_le" TIMESTAMPTZ(3),
    "remis_par" UUID,
    "controles" JSONB,

    CONSTRAINT "remise_pkey" PRIMARY KEY ("dossier_id")
);

-- CreateIndex
CREATE INDEX "avis_dossier_id_idx" ON "avis"("dossier_id");

-- CreateIndex
CREATE INDEX "note_dossier_id_cree_le_idx" ON "note"("dossier_id", "cree_le");

-- CreateIndex
CREATE INDEX "message_dossier_id_cree_le_idx" ON "message"("dossier_id", "cree_le");

-- CreateIndex
CREATE INDEX "message_fichier_message_id_idx" ON "message_fichier"("message_id");

-- CreateIndex
CREATE INDEX "message_fichier_cle_idx" ON "message_fichier"("cle");

-- CreateIndex
CREATE INDEX "alerte_agent_id_levee_le_echeance_le_idx" ON "alerte"("agent_id", "levee_le", "echeance_le");

-- CreateIndex
CREATE UNIQUE INDEX "alerte_dossier_id_cle_key" ON "alerte"("dossier_id", "cle");

-- CreateIndex
CREATE INDEX "surveillance_agent_id_idx" ON "surveillance"("agent_id");

-- CreateIndex
CREATE INDEX "presence_vu_le_idx" ON "presence"("vu_le");

-- CreateIndex
CREATE INDEX "regle_attribution_prefecture_code_ordre_idx" ON "regle_attribution"("prefecture_code", "ordre");

-- CreateIndex
CREATE INDEX "phrase_prefecture_code_usage_idx" ON "phrase"("prefecture_code", "usage");

-- CreateIndex
CREATE INDEX "lieu_prefecture_code_idx" ON "lieu"("prefecture_code");

-- CreateIndex
CREATE INDEX "plage_lieu_id_idx" ON "plage"("lieu_id");

-- CreateIndex
CREATE INDEX "convocation_dossier_id_idx" ON "convocation"("dossier_id");

-- CreateIndex
CREATE INDEX "convocation_lieu_id_debut_le_idx" ON "convocation"("lieu_id", "debut_le");

-- CreateIndex
CREATE INDEX "convocation_etat_debut_le_idx" ON "convocation"("etat", "debut_le");

-- CreateIndex
-- most events have no key: the index holds those of the machine only
CREATE UNIQUE INDEX "evenement_dossier_id_cle_key" ON "evenement"("dossier_id", "cle") WHERE "cle" IS NOT NULL;

-- AddForeignKey
ALTER TABLE "avis" ADD CONSTRAINT "avis_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_fichier" ADD CONSTRAINT "message_fichier_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alerte" ADD CONSTRAINT "alerte_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alerte" ADD CONSTRAINT "alerte_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "surveillance" ADD CONSTRAINT "surveillance_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "surveillance" ADD CONSTRAINT "surveillance_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preference" ADD CONSTRAINT "preference_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plage" ADD CONSTRAINT "plage_lieu_id_fkey" FOREIGN KEY ("lieu_id") REFERENCES "lieu"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fermeture" ADD CONSTRAINT "fermeture_lieu_id_fkey" FOREIGN KEY ("lieu_id") REFERENCES "lieu"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convocation" ADD CONSTRAINT "convocation_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convocation" ADD CONSTRAINT "convocation_lieu_id_fkey" FOREIGN KEY ("lieu_id") REFERENCES "lieu"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remise" ADD CONSTRAINT "remise_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;
