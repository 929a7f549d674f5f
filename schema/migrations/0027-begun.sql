-- When a truck was taken up at the booth, by the phone: what a check took, and so how the lanes are loaded (R119). NULL: the phone did not say.
ALTER TABLE inspection ADD COLUMN begun_at INTEGER;
