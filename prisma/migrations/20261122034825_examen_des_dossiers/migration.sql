-- AlterTable
ALTER TABLE "complement" ADD COLUMN     "traite_le" TIMESTAMPTZ(3);

-- Answers to complements that no agent has examined yet: few, whatever the number of dossiers.
CREATE INDEX complement_a_examiner ON complement (dossier_id) WHERE repondu_le IS NOT NULL AND traite_le IS NULL;

-- How a name is compared when an agent searches: small letters, no accents, one space between words.
CREATE FUNCTION cle_de_nom(nom text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(regexp_replace(lower(normalize(nom, NFD)), '[\u0300-\u036f]', '', 'g'), '[^a-z0-9]+', ' ', 'g'))
$$;

-- Search by the beginning of the name or of the number, inside one prefecture.
CREATE INDEX dossier_prefecture_demandeur ON dossier (prefecture_code, cle_de_nom(demandeur) text_pattern_ops) WHERE demandeur IS NOT NULL;
CREATE INDEX dossier_prefecture_numero ON dossier (prefecture_code, numero text_pattern_ops) WHERE numero IS NOT NULL;

-- Duplicate search: every first name of one surname.
CREATE INDEX personne_recherche_prefixe ON personne (cle_recherche text_pattern_ops);
