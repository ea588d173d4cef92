-- A sealed secret is longer than the secret: up to 200 characters of 4 bytes each, with nonce and tag, as Base64.
ALTER TABLE gap_notice_settings ALTER COLUMN secret SET DATA TYPE VARCHAR(1200);
