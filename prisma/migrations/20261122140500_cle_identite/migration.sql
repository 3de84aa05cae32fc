-- "Test-Collins" and "TESTCOLLINS" are compared as one name: neither hyphens nor spaces count.
DROP INDEX "dossier_cle_identite";
CREATE INDEX "dossier_cle_identite" ON "dossier" (replace(cle_de_nom("reponses"->>'nom_naissance'), ' ', ''), left("reponses"->>'date_naissance', 4))
  WHERE "statut" NOT IN ('brouillon', 'abandonne');
