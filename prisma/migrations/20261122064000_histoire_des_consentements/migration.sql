-- Agreements given and withdrawn before they had a history (D-07): what the compte remembers of them becomes its first lines.
INSERT INTO consentement (compte_id, donne, canal, le)
SELECT id, true, 'creation', consentement_le FROM compte c
WHERE consentement_le IS NOT NULL AND NOT EXISTS (SELECT 1 FROM consentement h WHERE h.compte_id = c.id);
INSERT INTO consentement (compte_id, donne, canal, le)
SELECT id, false, 'compte', consentement_fin_le FROM compte c
WHERE consentement_fin_le IS NOT NULL AND NOT EXISTS (SELECT 1 FROM consentement h WHERE h.compte_id = c.id AND NOT h.donne);
