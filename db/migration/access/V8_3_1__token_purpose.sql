-- A token opens the API or one calendar, never both.
ALTER TABLE api_token ADD COLUMN purpose VARCHAR(20) DEFAULT 'API' NOT NULL;
