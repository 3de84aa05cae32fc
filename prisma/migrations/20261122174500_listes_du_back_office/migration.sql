-- What is awaited, what is still being written, what should have left: few rows, of tables that grow with the dossiers.
CREATE INDEX "avis_attendu" ON "avis" ("demande_le", "id") INCLUDE ("dossier_id", "sorte") WHERE "sens" IS NULL;
CREATE INDEX "message_brouillon" ON "message" ("cree_le") WHERE "part_le" IS NULL;
CREATE INDEX "message_a_partir" ON "message" ("part_le") WHERE "part_le" IS NOT NULL AND "envoye_le" IS NULL;
CREATE INDEX "message_fichier_en_attente" ON "message_fichier" ("depose_le") WHERE "analyse" = 'en_attente';

-- A stamp is looked for under the lock of a hand-over: by what was given at the desk, and by what was given with a request.
CREATE INDEX "remise_timbres" ON "remise" USING gin (("controles"->'timbres') jsonb_path_ops);
CREATE INDEX "piece_valeur" ON "piece" ("valeur") WHERE "valeur" IS NOT NULL;
CREATE INDEX "fichier_en_attente" ON "fichier" ("depose_le") WHERE "analyse" = 'en_attente';
