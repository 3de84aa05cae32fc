-- CreateTable
CREATE TABLE "texto" (
    "id" UUID NOT NULL,
    "cle" TEXT NOT NULL,
    "compte_id" UUID NOT NULL,
    "texte" TEXT NOT NULL,
    "etat" "etat_courriel" NOT NULL DEFAULT 'a_envoyer',
    "tentatives" INTEGER NOT NULL DEFAULT 0,
    "derniere_erreur" TEXT,
    "envoye_le" TIMESTAMPTZ(3),
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "texto_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "texto_cle_key" ON "texto"("cle");

-- CreateIndex
CREATE INDEX "texto_compte_id_idx" ON "texto"("compte_id");

-- CreateIndex
CREATE INDEX "texto_etat_cree_le_idx" ON "texto"("etat", "cree_le");

-- AddForeignKey
ALTER TABLE "texto" ADD CONSTRAINT "texto_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One appointment of a kind at a time: what a second agent, or the machine, would give twice does not exist.
CREATE UNIQUE INDEX "convocation_une_prevue" ON "convocation"("dossier_id", "sorte") WHERE "etat" = 'prevue';

-- A card arrives once, whoever types its number.
CREATE UNIQUE INDEX "remise_numero_titre_key" ON "remise"("numero_titre") WHERE "numero_titre" IS NOT NULL;
