-- A row's checksum tells a flipped bit. Rows from before have none until their next change.
ALTER TABLE organization ADD COLUMN checksum INTEGER;
ALTER TABLE project ADD COLUMN checksum INTEGER;
ALTER TABLE environment ADD COLUMN checksum INTEGER;
ALTER TABLE project_schema ADD COLUMN checksum INTEGER;
ALTER TABLE member ADD COLUMN checksum INTEGER;
ALTER TABLE invitation ADD COLUMN checksum INTEGER;
ALTER TABLE api_token ADD COLUMN checksum INTEGER;
ALTER TABLE billing_account ADD COLUMN checksum INTEGER;
ALTER TABLE plan_version ADD COLUMN checksum INTEGER;
ALTER TABLE statement ADD COLUMN checksum INTEGER;
ALTER TABLE statement_line ADD COLUMN checksum INTEGER;
