-- Letters that no decomposition takes apart: "Lœuillet" must be found by "Loeuillet", "Łukasz" by "Lukasz".
CREATE OR REPLACE FUNCTION cle_de_nom(nom text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(
    replace(replace(replace(translate(
      regexp_replace(lower(normalize(nom, NFD)), '[\u0300-\u036f]', '', 'g'),
      'øłđı', 'oldi'), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'),
    '[^a-z0-9]+', ' ', 'g'))
$$;

-- The index holds what the function said before.
REINDEX INDEX dossier_prefecture_demandeur;
