-- The whole birth date, as far as it is known: a common name born in one year fills a country, one born on one day does not.
DROP INDEX "dossier_cle_identite";
CREATE INDEX "dossier_cle_identite" ON "dossier" (replace(cle_de_nom("reponses"->>'nom_naissance'), ' ', ''), ("reponses"->>'date_naissance') COLLATE "C")
  WHERE "statut" NOT IN ('brouillon', 'abandonne');
