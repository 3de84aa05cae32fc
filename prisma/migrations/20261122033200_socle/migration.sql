-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role_agent" AS ENUM ('accueil', 'instructeur', 'valideur', 'chef', 'admin');

-- CreateEnum
CREATE TYPE "niveau_session" AS ENUM ('complete', 'reinitialisation');

-- CreateEnum
CREATE TYPE "etat_liste" AS ENUM ('brouillon', 'publiee', 'remplacee');

-- CreateEnum
CREATE TYPE "statut" AS ENUM ('brouillon', 'abandonne', 'depose', 'en_instruction', 'propose', 'accepte', 'remis', 'refuse', 'clos', 'retire');

-- CreateEnum
CREATE TYPE "etat_courriel" AS ENUM ('a_envoyer', 'envoye', 'abandonne');

-- CreateEnum
CREATE TYPE "verdict_piece" AS ENUM ('conforme', 'non_conforme');

-- CreateEnum
CREATE TYPE "analyse_fichier" AS ENUM ('en_attente', 'sain', 'infecte');

-- CreateTable
CREATE TABLE "evenement" (
    "id" BIGSERIAL NOT NULL,
    "dossier_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "acteur_sorte" TEXT NOT NULL,
    "acteur_id" UUID,
    "faits" JSONB NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evenement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation" (
    "id" BIGSERIAL NOT NULL,
    "agent_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "objet" TEXT NOT NULL,
    "objet_id" TEXT,
    "le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complement" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "demande_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "demande_par" UUID NOT NULL,
    "repondu_le" TIMESTAMPTZ(3),
    "message" TEXT,
    "saisie" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "complement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complement_item" (
    "id" UUID NOT NULL,
    "complement_id" UUID NOT NULL,
    "ordre" INTEGER NOT NULL,
    "sorte" TEXT NOT NULL,
    "piece_code" TEXT,
    "motif" TEXT,
    "observation" TEXT NOT NULL,
    "reponse" TEXT,
    "raison" TEXT,

    CONSTRAINT "complement_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "compte" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_confirme_le" TIMESTAMPTZ(3),
    "numero_etranger" TEXT,
    "email_accepte_jusqu" TIMESTAMPTZ(3),
    "mot_de_passe" TEXT,
    "provisoire" TEXT,
    "provisoire_expire" TIMESTAMPTZ(3),
    "telephone" TEXT,
    "langue" TEXT NOT NULL DEFAULT 'fr',
    "consentement_le" TIMESTAMPTZ(3),
    "consentement_fin_le" TIMESTAMPTZ(3),
    "personne_id" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "compte_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "prenom" TEXT NOT NULL,
    "qualite" TEXT NOT NULL,
    "roles" "role_agent"[],
    "prefecture_code" TEXT,
    "mot_de_passe" TEXT,
    "actif" BOOLEAN NOT NULL DEFAULT true,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "compte_id" UUID,
    "agent_id" UUID,
    "niveau" "niveau_session" NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "vue_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "revoquee_le" TIMESTAMPTZ(3),
    "appareil" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jeton" (
    "empreinte" TEXT NOT NULL,
    "sorte" TEXT NOT NULL,
    "compte_id" UUID NOT NULL,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "utilise_le" TIMESTAMPTZ(3),

    CONSTRAINT "jeton_pkey" PRIMARY KEY ("empreinte")
);

-- CreateTable
CREATE TABLE "tentative" (
    "cle" TEXT NOT NULL,
    "fenetre" TIMESTAMPTZ(3) NOT NULL,
    "nombre" INTEGER NOT NULL DEFAULT 1,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tentative_pkey" PRIMARY KEY ("cle","fenetre")
);

-- CreateTable
CREATE TABLE "prefecture" (
    "code" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "autorite" TEXT NOT NULL,
    "adresse" TEXT NOT NULL,
    "courriel" TEXT,
    "telephone" TEXT,
    "site" TEXT,
    "tribunal" TEXT NOT NULL,

    CONSTRAINT "prefecture_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "liste_pieces" (
    "procedure" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "etat" "etat_liste" NOT NULL,
    "effet_le" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "raison" TEXT NOT NULL,
    "pieces" JSONB NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "liste_pieces_pkey" PRIMARY KEY ("procedure","version")
);

-- CreateTable
CREATE TABLE "commune" (
    "code_insee" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "recherche" TEXT NOT NULL,
    "codes_postaux" TEXT[],
    "departement" TEXT NOT NULL,
    "population" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "commune_pkey" PRIMARY KEY ("code_insee")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "evenement_id" BIGINT NOT NULL,
    "sorte" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "cle" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "taille" INTEGER NOT NULL,
    "code_verification" TEXT,
    "produit_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "valable_du" DATE,
    "valable_jusqu" DATE,
    "revoque_le" TIMESTAMPTZ(3),

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier" (
    "id" UUID NOT NULL,
    "numero" TEXT,
    "procedure" TEXT NOT NULL,
    "procedure_version" INTEGER NOT NULL,
    "liste_version" INTEGER NOT NULL,
    "statut" "statut" NOT NULL DEFAULT 'brouillon',
    "compte_id" UUID NOT NULL,
    "personne_id" UUID,
    "prefecture_code" TEXT,
    "agent_id" UUID,
    "reponses" JSONB NOT NULL DEFAULT '{}',
    "etapes_validees" TEXT[],
    "observations" TEXT,
    "transcript" JSONB,
    "demandeur" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "depose_le" TIMESTAMPTZ(3),
    "proposition" JSONB,
    "decide_le" TIMESTAMPTZ(3),
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modifie_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dossier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saisie" (
    "dossier_id" UUID NOT NULL,
    "etape" TEXT NOT NULL,
    "valeurs" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "modifie_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saisie_pkey" PRIMARY KEY ("dossier_id","etape")
);

-- CreateTable
CREATE TABLE "compteur_demande" (
    "annee" INTEGER NOT NULL,
    "dernier" INTEGER NOT NULL,

    CONSTRAINT "compteur_demande_pkey" PRIMARY KEY ("annee")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "compte_id" UUID NOT NULL,
    "dossier_id" UUID,
    "evenement_id" BIGINT NOT NULL,
    "sorte" TEXT NOT NULL,
    "titre" TEXT NOT NULL,
    "contenu" JSONB NOT NULL,
    "disponible_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ouverte_le" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "courriel" (
    "id" UUID NOT NULL,
    "cle" TEXT NOT NULL,
    "sorte" TEXT NOT NULL,
    "destinataire" TEXT NOT NULL,
    "variables" JSONB NOT NULL,
    "secret" BYTEA,
    "documents" UUID[],
    "etat" "etat_courriel" NOT NULL DEFAULT 'a_envoyer',
    "tentatives" INTEGER NOT NULL DEFAULT 0,
    "derniere_erreur" TEXT,
    "envoye_le" TIMESTAMPTZ(3),
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "courriel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "courriel_capture" (
    "message_id" TEXT NOT NULL,
    "expediteur" TEXT NOT NULL,
    "destinataire" TEXT NOT NULL,
    "sujet" TEXT NOT NULL,
    "texte" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "pieces" JSONB NOT NULL,
    "recu_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "courriel_capture_pkey" PRIMARY KEY ("message_id")
);

-- CreateTable
CREATE TABLE "personne" (
    "id" UUID NOT NULL,
    "numero_etranger" TEXT,
    "nom_naissance" TEXT NOT NULL,
    "nom_usage" TEXT,
    "prenoms" TEXT[],
    "sexe" TEXT NOT NULL,
    "naissance_annee" INTEGER NOT NULL,
    "naissance_mois" INTEGER,
    "naissance_jour" INTEGER,
    "pays_naissance" TEXT NOT NULL,
    "lieu_naissance" TEXT NOT NULL,
    "nationalites" TEXT[],
    "cle_recherche" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "personne_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "compteur_registre" (
    "departement" TEXT NOT NULL,
    "dernier" INTEGER NOT NULL,

    CONSTRAINT "compteur_registre_pkey" PRIMARY KEY ("departement")
);

-- CreateTable
CREATE TABLE "piece" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "variante" TEXT,
    "valeur" TEXT,
    "verdict" "verdict_piece",
    "motif" TEXT,
    "observation" TEXT,
    "verifiee_le" TIMESTAMPTZ(3),
    "verifiee_par" UUID,

    CONSTRAINT "piece_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fichier" (
    "id" UUID NOT NULL,
    "piece_id" UUID NOT NULL,
    "emplacement" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "taille" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "cle" TEXT NOT NULL,
    "analyse" "analyse_fichier" NOT NULL DEFAULT 'en_attente',
    "analyseur" TEXT,
    "depose_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "complement_item_id" UUID,
    "remplace_le" TIMESTAMPTZ(3),

    CONSTRAINT "fichier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fichier_orphelin" (
    "cle" TEXT NOT NULL,
    "depuis" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fichier_orphelin_pkey" PRIMARY KEY ("cle")
);

-- CreateIndex
CREATE INDEX "evenement_dossier_id_id_idx" ON "evenement"("dossier_id", "id");

-- CreateIndex
CREATE INDEX "consultation_dossier_id_le_idx" ON "consultation"("dossier_id", "le");

-- CreateIndex
CREATE INDEX "complement_dossier_id_idx" ON "complement"("dossier_id");

-- CreateIndex
CREATE UNIQUE INDEX "complement_item_complement_id_ordre_key" ON "complement_item"("complement_id", "ordre");

-- CreateIndex
CREATE UNIQUE INDEX "compte_email_key" ON "compte"("email");

-- CreateIndex
CREATE UNIQUE INDEX "compte_numero_etranger_key" ON "compte"("numero_etranger");

-- CreateIndex
CREATE UNIQUE INDEX "compte_personne_id_key" ON "compte"("personne_id");

-- CreateIndex
CREATE UNIQUE INDEX "agent_email_key" ON "agent"("email");

-- CreateIndex
CREATE INDEX "session_compte_id_idx" ON "session"("compte_id");

-- CreateIndex
CREATE INDEX "session_agent_id_idx" ON "session"("agent_id");

-- CreateIndex
CREATE INDEX "jeton_compte_id_idx" ON "jeton"("compte_id");

-- CreateIndex
CREATE INDEX "tentative_expire_le_idx" ON "tentative"("expire_le");

-- CreateIndex
CREATE INDEX "commune_departement_idx" ON "commune"("departement");

-- CreateIndex
CREATE UNIQUE INDEX "document_cle_key" ON "document"("cle");

-- CreateIndex
CREATE UNIQUE INDEX "document_code_verification_key" ON "document"("code_verification");

-- CreateIndex
CREATE INDEX "document_dossier_id_idx" ON "document"("dossier_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_evenement_id_sorte_key" ON "document"("evenement_id", "sorte");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_numero_key" ON "dossier"("numero");

-- CreateIndex
CREATE INDEX "dossier_compte_id_cree_le_idx" ON "dossier"("compte_id", "cree_le");

-- CreateIndex
CREATE INDEX "dossier_prefecture_code_statut_depose_le_id_idx" ON "dossier"("prefecture_code", "statut", "depose_le", "id");

-- CreateIndex
CREATE INDEX "dossier_personne_id_idx" ON "dossier"("personne_id");

-- CreateIndex
CREATE INDEX "notification_compte_id_disponible_le_idx" ON "notification"("compte_id", "disponible_le");

-- CreateIndex
CREATE UNIQUE INDEX "notification_evenement_id_sorte_compte_id_key" ON "notification"("evenement_id", "sorte", "compte_id");

-- CreateIndex
CREATE UNIQUE INDEX "courriel_cle_key" ON "courriel"("cle");

-- CreateIndex
CREATE INDEX "courriel_etat_cree_le_idx" ON "courriel"("etat", "cree_le");

-- CreateIndex
CREATE INDEX "courriel_capture_destinataire_recu_le_idx" ON "courriel_capture"("destinataire", "recu_le");

-- CreateIndex
CREATE UNIQUE INDEX "personne_numero_etranger_key" ON "personne"("numero_etranger");

-- CreateIndex
CREATE INDEX "personne_cle_recherche_naissance_annee_idx" ON "personne"("cle_recherche", "naissance_annee");

-- CreateIndex
CREATE UNIQUE INDEX "piece_dossier_id_code_key" ON "piece"("dossier_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "fichier_cle_key" ON "fichier"("cle");

-- CreateIndex
CREATE INDEX "fichier_piece_id_idx" ON "fichier"("piece_id");

-- CreateIndex
CREATE INDEX "fichier_complement_item_id_idx" ON "fichier"("complement_item_id");

-- AddForeignKey
ALTER TABLE "evenement" ADD CONSTRAINT "evenement_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complement" ADD CONSTRAINT "complement_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complement_item" ADD CONSTRAINT "complement_item_complement_id_fkey" FOREIGN KEY ("complement_id") REFERENCES "complement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compte" ADD CONSTRAINT "compte_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personne"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent" ADD CONSTRAINT "agent_prefecture_code_fkey" FOREIGN KEY ("prefecture_code") REFERENCES "prefecture"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "compte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personne"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_prefecture_code_fkey" FOREIGN KEY ("prefecture_code") REFERENCES "prefecture"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saisie" ADD CONSTRAINT "saisie_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "compte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "piece" ADD CONSTRAINT "piece_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fichier" ADD CONSTRAINT "fichier_piece_id_fkey" FOREIGN KEY ("piece_id") REFERENCES "piece"("id") ON DELETE CASCADE ON UPDATE CASCADE;
