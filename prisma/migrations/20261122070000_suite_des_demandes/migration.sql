-- The national sequence of the year (D-03) becomes a PostgreSQL sequence, one per year: a row that counts stays locked until its
-- deposit is on the disk, so deposits waited for each other all over the country. A sequence never gives a number twice and makes
-- nobody wait; a number taken by a deposit that then fails is lost, which D-03 allows.

-- Next number of a year. The sequence is made by the first deposit of the year, by the owner of the base whoever asks.
CREATE FUNCTION suite_des_demandes(annee int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  nom text := format('demande_%s', annee);
BEGIN
  IF to_regclass(nom) IS NULL THEN
    -- one maker at a time; the others wait for its commit, then find the sequence
    PERFORM pg_advisory_xact_lock(hashtext(nom));
    EXECUTE format('CREATE SEQUENCE IF NOT EXISTS %I AS int MAXVALUE 9999999 START %s', nom,
      coalesce((SELECT c.dernier FROM compteur_demande c WHERE c.annee = suite_des_demandes.annee), 0) + 1);
  END IF;
  RETURN nextval(nom::regclass);
END $$;

-- While the former version of the portal still runs beside this one, what it counts comes from the same sequence.
CREATE FUNCTION compteur_suit_la_suite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.dernier := suite_des_demandes(NEW.annee);
  RETURN NEW;
END $$;

CREATE TRIGGER compteur_demande_suite BEFORE INSERT OR UPDATE ON compteur_demande FOR EACH ROW EXECUTE FUNCTION compteur_suit_la_suite();
