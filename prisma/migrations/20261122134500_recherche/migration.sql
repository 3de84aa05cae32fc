-- The words by which a deposited dossier is found, one row each: whoever searches walks a range of this table inside one prefecture,
-- whatever the number of dossiers. Trigrams would find the middle of a word too, but a prefix that everybody shares ("test", "ben")
-- would read them all; a range stops at the first fifty. `mots`: all the words of the dossier, each after a space, to check the others.
CREATE TABLE "mot_dossier" (
    "prefecture_code" TEXT NOT NULL,
    -- bytes, not the order of a language: a prefix is a range
    "mot" TEXT COLLATE "C" NOT NULL,
    "dossier_id" UUID NOT NULL,
    "mots" TEXT NOT NULL,

    CONSTRAINT "mot_dossier_pkey" PRIMARY KEY ("prefecture_code","mot","dossier_id")
);

-- Names in the alphabet of the keyboard (cle_de_nom); birth as 1990, 199003 or 19900312, so that the year begins it (D-17: it may be all
-- that is known); telephone as it is dialled in France; e-mail.
CREATE FUNCTION mots_du_dossier(demandeur text, reponses jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(DISTINCT mot) FROM (
    SELECT unnest(string_to_array(cle_de_nom(demandeur || ' ' || coalesce(reponses->>'nom_usage', '')), ' ')) AS mot
    UNION ALL SELECT translate(reponses->>'date_naissance', '-', '')
    UNION ALL SELECT regexp_replace(regexp_replace(reponses->>'telephone', '[^0-9]', '', 'g'), '^(00)?33(?=[0-9]{9}$)', '0')
    UNION ALL SELECT lower(reponses->>'email')) m
  WHERE mot <> ''
$$;

-- The database keeps them: no writer of dossiers can forget.
CREATE FUNCTION tenir_mots_du_dossier() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  m text[];
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.prefecture_code IS NOT NULL AND OLD.demandeur IS NOT NULL THEN
    DELETE FROM mot_dossier WHERE prefecture_code = OLD.prefecture_code AND mot = ANY(mots_du_dossier(OLD.demandeur, OLD.reponses))
      AND dossier_id = OLD.id;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.prefecture_code IS NOT NULL AND NEW.demandeur IS NOT NULL THEN
    m := mots_du_dossier(NEW.demandeur, NEW.reponses);
    INSERT INTO mot_dossier (prefecture_code, mot, dossier_id, mots)
      SELECT NEW.prefecture_code, mot, NEW.id, ' ' || array_to_string(m, ' ') FROM unnest(m) AS mot;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER dossier_mots_ajoutes AFTER INSERT ON dossier FOR EACH ROW
  WHEN (NEW.prefecture_code IS NOT NULL AND NEW.demandeur IS NOT NULL) EXECUTE FUNCTION tenir_mots_du_dossier();
-- The answers of a dossier that has a prefecture change only with it, or with the name. Most updates change neither, and pay nothing.
CREATE TRIGGER dossier_mots_changes AFTER UPDATE ON dossier FOR EACH ROW
  WHEN (OLD.prefecture_code IS DISTINCT FROM NEW.prefecture_code OR OLD.demandeur IS DISTINCT FROM NEW.demandeur)
  EXECUTE FUNCTION tenir_mots_du_dossier();
CREATE TRIGGER dossier_mots_retires AFTER DELETE ON dossier FOR EACH ROW
  WHEN (OLD.prefecture_code IS NOT NULL AND OLD.demandeur IS NOT NULL) EXECUTE FUNCTION tenir_mots_du_dossier();

INSERT INTO mot_dossier (prefecture_code, mot, dossier_id, mots)
  SELECT d.prefecture_code, mot, d.id, ' ' || array_to_string(m.mots, ' ')
  FROM dossier d CROSS JOIN LATERAL (SELECT mots_du_dossier(d.demandeur, d.reponses) AS mots) m CROSS JOIN LATERAL unnest(m.mots) AS mot
  WHERE d.prefecture_code IS NOT NULL AND d.demandeur IS NOT NULL;

-- What the compte says today, when it is not what the request said: found by its whole value.
CREATE INDEX compte_telephone ON compte (telephone) WHERE telephone IS NOT NULL;

-- Replaced by the words. The former version of the portal finds the same dossiers, more slowly, while it is being replaced.
DROP INDEX dossier_prefecture_demandeur;
