-- Events and consultations are only ever added (R.142-22): the database itself refuses to change or delete one.
CREATE FUNCTION refuse_modification() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% est en ajout seul', TG_TABLE_NAME;
END $$;

CREATE TRIGGER evenement_ajout_seul BEFORE UPDATE OR DELETE ON evenement FOR EACH ROW EXECUTE FUNCTION refuse_modification();
CREATE TRIGGER consultation_ajout_seul BEFORE UPDATE OR DELETE ON consultation FOR EACH ROW EXECUTE FUNCTION refuse_modification();

-- One complement open at a time per dossier (D-06), whatever two agents do at the same moment.
CREATE UNIQUE INDEX complement_ouvert_unique ON complement (dossier_id) WHERE repondu_le IS NULL;

-- One draft per compte and procedure: two clicks on "Je commence" give one dossier.
CREATE UNIQUE INDEX dossier_brouillon_unique ON dossier (compte_id, procedure) WHERE statut = 'brouillon';

-- Address suggestions: prefix search on the name of the commune.
CREATE INDEX commune_recherche_prefixe ON commune (recherche text_pattern_ops);
CREATE INDEX commune_codes_postaux ON commune USING gin (codes_postaux);
