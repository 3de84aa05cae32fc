-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "role_agent" ADD VALUE 'referent_fraude';
ALTER TYPE "role_agent" ADD VALUE 'referent_vulnerabilite';
ALTER TYPE "role_agent" ADD VALUE 'admin_local';
ALTER TYPE "role_agent" ADD VALUE 'protection_donnees';
ALTER TYPE "role_agent" ADD VALUE 'support';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "niveau_session" ADD VALUE 'facteur';
ALTER TYPE "niveau_session" ADD VALUE 'enrolement';

-- AlterTable
ALTER TABLE "evenement" ADD COLUMN     "mandat_id" UUID;

-- AlterTable
ALTER TABLE "consultation" ADD COLUMN     "finalite" TEXT,
ADD COLUMN     "service" TEXT;

-- AlterTable
ALTER TABLE "compte" ADD COLUMN     "numero_visa" TEXT;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "facteur_le" TIMESTAMPTZ(3),
ADD COLUMN     "jeton_externe" BYTEA,
ADD COLUMN     "moyen" TEXT NOT NULL DEFAULT 'mot_de_passe';

-- AlterTable
ALTER TABLE "jeton" ADD COLUMN     "agent_id" UUID,
ADD COLUMN     "contenu" JSONB,
ALTER COLUMN "compte_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "dossier" ADD COLUMN     "canal" TEXT NOT NULL DEFAULT 'en_ligne',
ADD COLUMN     "representation" JSONB,
ADD COLUMN     "restreint" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ticket" (
    "id" UUID NOT NULL,
    "numero" TEXT NOT NULL,
    "compte_id" UUID,
    "dossier_id" UUID,
    "nom" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "telephone" TEXT,
    "sujet" TEXT NOT NULL,
    "page" TEXT,
    "survenu_le" TIMESTAMPTZ(3),
    "erreur" TEXT,
    "prefecture_code" TEXT,
    "etat" TEXT NOT NULL DEFAULT 'ouvert',
    "impossibilite_le" TIMESTAMPTZ(3),
    "impossibilite_par" UUID,
    "impossibilite_motif" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_message" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "auteur_sorte" TEXT NOT NULL,
    "auteur_id" UUID,
    "texte" TEXT NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ticket_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_capture" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "nom" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "taille" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "cle" TEXT NOT NULL,
    "analyse" "analyse_fichier" NOT NULL DEFAULT 'en_attente',
    "depose_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ticket_capture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "blocage" (
    "id" UUID NOT NULL,
    "compte_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "etape" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "erreur" TEXT NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blocage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "facteur" (
    "id" UUID NOT NULL,
    "compte_id" UUID,
    "agent_id" UUID,
    "sorte" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "secret" BYTEA,
    "dernier_pas" BIGINT,
    "credential_id" TEXT,
    "cle_publique" BYTEA,
    "compteur" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "confirme_le" TIMESTAMPTZ(3),
    "utilise_le" TIMESTAMPTZ(3),
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "facteur_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_secours" (
    "id" UUID NOT NULL,
    "compte_id" UUID,
    "agent_id" UUID,
    "empreinte" TEXT NOT NULL,
    "utilise_le" TIMESTAMPTZ(3),
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "code_secours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identite_externe" (
    "fournisseur" TEXT NOT NULL,
    "sub" TEXT NOT NULL,
    "compte_id" UUID,
    "agent_id" UUID,
    "liee_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identite_externe_pkey" PRIMARY KEY ("fournisseur","sub")
);

-- CreateTable
CREATE TABLE "consentement" (
    "id" BIGSERIAL NOT NULL,
    "compte_id" UUID NOT NULL,
    "donne" BOOLEAN NOT NULL,
    "canal" TEXT NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consentement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegation" (
    "id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "sortes" TEXT[],
    "reference" TEXT NOT NULL,
    "debut_le" DATE NOT NULL,
    "fin_le" DATE,
    "revoquee_le" TIMESTAMPTZ(3),
    "cree_par" UUID NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "debut_le" DATE NOT NULL,
    "fin_le" DATE NOT NULL,
    "remplacant_id" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bris_de_glace" (
    "id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "motif" TEXT NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fin_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bris_de_glace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "habilitation" (
    "dossier_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "accorde_par" UUID NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "habilitation_pkey" PRIMARY KEY ("dossier_id","agent_id")
);

-- CreateTable
CREATE TABLE "acte_administration" (
    "id" BIGSERIAL NOT NULL,
    "agent_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "cible_id" UUID,
    "faits" JSONB NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "acte_administration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "titre" (
    "id" UUID NOT NULL,
    "personne_id" UUID NOT NULL,
    "sorte" TEXT NOT NULL,
    "numero" TEXT,
    "mention" TEXT NOT NULL,
    "debut_le" DATE NOT NULL,
    "fin_le" DATE NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "titre_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mandat" (
    "id" UUID NOT NULL,
    "mandant_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "mandataire_id" UUID,
    "mandataire_email" TEXT NOT NULL,
    "mandataire_nom" TEXT NOT NULL,
    "qualite" TEXT NOT NULL,
    "organisme" TEXT,
    "droits" TEXT[],
    "fin_le" DATE NOT NULL,
    "mandant_le" TIMESTAMPTZ(3),
    "mandataire_le" TIMESTAMPTZ(3),
    "revoque_le" TIMESTAMPTZ(3),
    "revoque_par" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mandat_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ticket_numero_key" ON "ticket"("numero");

-- CreateIndex
CREATE INDEX "ticket_etat_cree_le_idx" ON "ticket"("etat", "cree_le");

-- CreateIndex
CREATE INDEX "ticket_compte_id_idx" ON "ticket"("compte_id");

-- CreateIndex
CREATE INDEX "ticket_dossier_id_idx" ON "ticket"("dossier_id");

-- CreateIndex
CREATE INDEX "ticket_prefecture_code_etat_cree_le_idx" ON "ticket"("prefecture_code", "etat", "cree_le");

-- CreateIndex
CREATE INDEX "ticket_message_ticket_id_le_idx" ON "ticket_message"("ticket_id", "le");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_capture_cle_key" ON "ticket_capture"("cle");

-- CreateIndex
CREATE INDEX "ticket_capture_ticket_id_idx" ON "ticket_capture"("ticket_id");

-- CreateIndex
CREATE INDEX "blocage_dossier_id_etape_le_idx" ON "blocage"("dossier_id", "etape", "le");

-- CreateIndex
CREATE UNIQUE INDEX "facteur_credential_id_key" ON "facteur"("credential_id");

-- CreateIndex
CREATE INDEX "facteur_compte_id_idx" ON "facteur"("compte_id");

-- CreateIndex
CREATE INDEX "facteur_agent_id_idx" ON "facteur"("agent_id");

-- CreateIndex
CREATE UNIQUE INDEX "code_secours_empreinte_key" ON "code_secours"("empreinte");

-- CreateIndex
CREATE INDEX "code_secours_compte_id_idx" ON "code_secours"("compte_id");

-- CreateIndex
CREATE INDEX "code_secours_agent_id_idx" ON "code_secours"("agent_id");

-- CreateIndex
CREATE INDEX "identite_externe_compte_id_idx" ON "identite_externe"("compte_id");

-- CreateIndex
CREATE INDEX "identite_externe_agent_id_idx" ON "identite_externe"("agent_id");

-- CreateIndex
CREATE INDEX "consentement_compte_id_le_idx" ON "consentement"("compte_id", "le");

-- CreateIndex
CREATE INDEX "delegation_agent_id_idx" ON "delegation"("agent_id");

-- CreateIndex
CREATE INDEX "absence_agent_id_debut_le_idx" ON "absence"("agent_id", "debut_le");

-- CreateIndex
CREATE INDEX "bris_de_glace_agent_id_dossier_id_fin_le_idx" ON "bris_de_glace"("agent_id", "dossier_id", "fin_le");

-- CreateIndex
CREATE INDEX "bris_de_glace_le_idx" ON "bris_de_glace"("le");

-- CreateIndex
CREATE INDEX "habilitation_agent_id_idx" ON "habilitation"("agent_id");

-- CreateIndex
CREATE INDEX "acte_administration_le_idx" ON "acte_administration"("le");

-- CreateIndex
CREATE INDEX "acte_administration_cible_id_le_idx" ON "acte_administration"("cible_id", "le");

-- CreateIndex
CREATE INDEX "titre_personne_id_idx" ON "titre"("personne_id");

-- CreateIndex
CREATE INDEX "titre_numero_idx" ON "titre"("numero");

-- CreateIndex
CREATE INDEX "mandat_mandant_id_idx" ON "mandat"("mandant_id");

-- CreateIndex
CREATE INDEX "mandat_mandataire_id_dossier_id_idx" ON "mandat"("mandataire_id", "dossier_id");

-- CreateIndex
CREATE INDEX "mandat_dossier_id_idx" ON "mandat"("dossier_id");

-- CreateIndex
CREATE UNIQUE INDEX "compte_numero_visa_key" ON "compte"("numero_visa");

-- CreateIndex
CREATE INDEX "jeton_agent_id_idx" ON "jeton"("agent_id");

-- CreateIndex
CREATE INDEX "jeton_expire_le_idx" ON "jeton"("expire_le");

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "compte"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_prefecture_code_fkey" FOREIGN KEY ("prefecture_code") REFERENCES "prefecture"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_message" ADD CONSTRAINT "ticket_message_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_capture" ADD CONSTRAINT "ticket_capture_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blocage" ADD CONSTRAINT "blocage_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facteur" ADD CONSTRAINT "facteur_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facteur" ADD CONSTRAINT "facteur_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code_secours" ADD CONSTRAINT "code_secours_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code_secours" ADD CONSTRAINT "code_secours_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identite_externe" ADD CONSTRAINT "identite_externe_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identite_externe" ADD CONSTRAINT "identite_externe_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consentement" ADD CONSTRAINT "consentement_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bris_de_glace" ADD CONSTRAINT "bris_de_glace_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "habilitation" ADD CONSTRAINT "habilitation_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "titre" ADD CONSTRAINT "titre_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personne"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandat" ADD CONSTRAINT "mandat_mandant_id_fkey" FOREIGN KEY ("mandant_id") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandat" ADD CONSTRAINT "mandat_mandataire_id_fkey" FOREIGN KEY ("mandataire_id") REFERENCES "compte"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandat" ADD CONSTRAINT "mandat_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is told of consents, break-glass and administrators is only ever added. A compte that never deposited may be deleted, its consents with it.
CREATE TRIGGER consentement_ajout_seul BEFORE UPDATE ON consentement FOR EACH ROW EXECUTE FUNCTION refuse_modification();
CREATE TRIGGER bris_de_glace_ajout_seul BEFORE UPDATE OR DELETE ON bris_de_glace FOR EACH ROW EXECUTE FUNCTION refuse_modification();
CREATE TRIGGER acte_administration_ajout_seul BEFORE UPDATE OR DELETE ON acte_administration FOR EACH ROW EXECUTE FUNCTION refuse_modification();

-- A second factor or a recovery code belongs to one compte or to one agent, never both, never none.
ALTER TABLE facteur ADD CONSTRAINT facteur_titulaire CHECK (num_nonnulls(compte_id, agent_id) = 1);
ALTER TABLE code_secours ADD CONSTRAINT code_secours_titulaire CHECK (num_nonnulls(compte_id, agent_id) = 1);
ALTER TABLE identite_externe ADD CONSTRAINT identite_externe_titulaire CHECK (num_nonnulls(compte_id, agent_id) = 1);
