-- Releases with a sample on its way from before there were tracking records: whoever waits for a result, else everybody on board.
-- Those that were undone are not among them. A person is matched as the server matches him (record-inspection.ts).
INSERT INTO tracking (id, inspection_id, seat, person_tag, surname, id_tail, plate, checkpoint_id, trip_id, opened_at, state)
SELECT
  i.id || '-' || s.key, i.id, s.key,
  (SELECT CASE WHEN count(*) = 1 THEN max(c.person_tag) END FROM trip_crew c
   WHERE c.trip_id = i.trip_id
     AND c.surname = json_extract(i.crew, '$[' || s.key || '].surname')
     AND c.id_tail = upper(json_extract(i.crew, '$[' || s.key || '].idTail'))),
  coalesce(json_extract(i.crew, '$[' || s.key || '].surname'), ''),
  coalesce(json_extract(i.crew, '$[' || s.key || '].idTail'), ''),
  i.plate, i.checkpoint_id, i.trip_id, i.made_at, 'waiting'
FROM inspection i
JOIN json_each(i.facts, '$.crew') s
WHERE (i.row IN ('V12', 'V14') OR i.server_row IN ('V12', 'V14'))
  AND NOT EXISTS (SELECT 1 FROM tracking t WHERE t.inspection_id = i.id)
  AND NOT EXISTS (SELECT 1 FROM inspection later WHERE later.corrects = i.id)
  AND (
    json_extract(s.value, '$.nucleicAcid.result') IS 'pending'
    OR NOT EXISTS (SELECT 1 FROM json_each(i.facts, '$.crew') p WHERE json_extract(p.value, '$.nucleicAcid.result') IS 'pending')
  );
