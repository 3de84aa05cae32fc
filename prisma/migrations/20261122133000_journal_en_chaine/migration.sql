-- AlterTable
ALTER TABLE "consultation" ADD COLUMN     "chaine" SMALLINT,
ADD COLUMN     "empreinte" BYTEA,
ADD COLUMN     "rang" BIGINT;

-- CreateTable
CREATE TABLE "consultation_ancre" (
    "chaine" SMALLINT NOT NULL,
    "rang" BIGINT NOT NULL,
    "empreinte" BYTEA NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_ancre_pkey" PRIMARY KEY ("chaine")
);

-- CreateIndex
CREATE UNIQUE INDEX "consultation_chaine_rang_key" ON "consultation"("chaine", "rang");

-- The access log (CESEDA, art. R.142-22) becomes sixteen chains of fingerprints. One chain would make all the readings of the country
-- wait for each other, each holding the chain until its line is on the disk; sixteen, drawn from the dossier, do not.
CREATE FUNCTION chaine_de_consultation(dossier uuid) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (get_byte(uuid_send(dossier), 15) & 15)::smallint;

-- What is sealed: the fingerprint of the line before, then each field with its length in bytes, so that no two lines read the same.
-- scripts/verify-consultations.ts computes it again without asking the base.
CREATE FUNCTION empreinte_de_consultation(avant bytea, c consultation) RETURNS bytea LANGUAGE plpgsql STABLE AS $$
DECLARE
  texte text := '';
  v text;
BEGIN
  FOREACH v IN ARRAY ARRAY[c.chaine::text, c.rang::text, c.agent_id::text, c.dossier_id::text, c.objet, c.objet_id, c.service, c.finalite,
    floor(extract(epoch FROM c.le) * 1000)::bigint::text] LOOP
    texte := texte || coalesce(octet_length(v) || ':' || v, '-') || ',';
  END LOOP;
  RETURN sha256(avant || convert_to(texte, 'UTF8'));
END $$;

-- The end of a chain: its last line, or its anchor once all are gone.
CREATE FUNCTION bout_de_chaine(c smallint, OUT rang bigint, OUT empreinte bytea) LANGUAGE plpgsql AS $$
BEGIN
  SELECT k.rang, k.empreinte INTO rang, empreinte FROM consultation k WHERE k.chaine = c AND k.rang IS NOT NULL ORDER BY k.rang DESC LIMIT 1;
  IF rang IS NULL THEN
    SELECT a.rang, a.empreinte INTO rang, empreinte FROM consultation_ancre a WHERE a.chaine = c;
  END IF;
  rang := coalesce(rang, 0);
  empreinte := coalesce(empreinte, ''::bytea);
END $$;

CREATE FUNCTION enchainer_consultation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  avant record;
BEGIN
  NEW.chaine := chaine_de_consultation(NEW.dossier_id);
  PERFORM pg_advisory_xact_lock(142022, NEW.chaine);
  SELECT * INTO avant FROM bout_de_chaine(NEW.chaine);
  NEW.rang := avant.rang + 1;
  NEW.empreinte := empreinte_de_consultation(avant.empreinte, NEW);
  RETURN NEW;
END $$;

-- Lines written before: chained here, in the order in which they were written. The triggers that refuse it sleep meanwhile.
ALTER TABLE consultation DISABLE TRIGGER USER;
DO $$
DECLARE
  c consultation;
  avant record;
BEGIN
  FOR c IN SELECT * FROM consultation ORDER BY id LOOP
    c.chaine := chaine_de_consultation(c.dossier_id);
    SELECT * INTO avant FROM bout_de_chaine(c.chaine);
    c.rang := avant.rang + 1;
    UPDATE consultation SET chaine = c.chaine, rang = c.rang, empreinte = empreinte_de_consultation(avant.empreinte, c) WHERE id = c.id;
  END LOOP;
END $$;
ALTER TABLE consultation ENABLE TRIGGER USER;
CREATE TRIGGER consultation_enchainee BEFORE INSERT ON consultation FOR EACH ROW EXECUTE FUNCTION enchainer_consultation();

-- Three years past, and not a day before: the beginning of each chain, up to its first younger line. The clock is that of the base. What
-- remains begins at the anchor.
CREATE FUNCTION purger_consultations(lot int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  c smallint;
  dernier bigint;
  parties int;
  total int := 0;
BEGIN
  FOR c IN 0..15 LOOP
    PERFORM pg_advisory_xact_lock(142022, c);
    SELECT max(v.rang) INTO dernier FROM (
      SELECT k.rang, bool_and(k.le < now() - interval '3 years') OVER (ORDER BY k.rang) AS finie
      FROM (SELECT x.rang, x.le FROM consultation x WHERE x.chaine = c ORDER BY x.rang LIMIT lot) k) v WHERE v.finie;
    CONTINUE WHEN dernier IS NULL;
    INSERT INTO consultation_ancre (chaine, rang, empreinte)
      SELECT k.chaine, k.rang, k.empreinte FROM consultation k WHERE k.chaine = c AND k.rang = dernier
      ON CONFLICT (chaine) DO UPDATE SET rang = excluded.rang, empreinte = excluded.empreinte, le = now();
    DELETE FROM consultation k WHERE k.chaine = c AND k.rang <= dernier;
    GET DIAGNOSTICS parties = ROW_COUNT;
    total := total + parties;
  END LOOP;
  RETURN total;
END $$;
REVOKE ALL ON FUNCTION purger_consultations(int) FROM PUBLIC;

-- An agreement to be notified electronically is proof (CRPA, art. R.112-9-2): it goes with a compte that never deposited, never otherwise.
CREATE FUNCTION effacer_consentements(qui uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM dossier WHERE compte_id = qui AND numero IS NOT NULL) THEN
    RAISE EXCEPTION 'ce compte a déposé une demande : ses accords restent';
  END IF;
  DELETE FROM consentement WHERE compte_id = qui;
END $$;
REVOKE ALL ON FUNCTION effacer_consentements(uuid) FROM PUBLIC;
