-- A row's checksum tells a flipped bit. Rows from before have none until their next change.
ALTER TABLE organization ADD COLUMN checksum BIGINT;
ALTER TABLE project ADD COLUMN checksum BIGINT;
ALTER TABLE environment ADD COLUMN checksum BIGINT;
ALTER TABLE project_schema ADD COLUMN checksum BIGINT;
ALTER TABLE member ADD COLUMN checksum BIGINT;
ALTER TABLE invitation ADD COLUMN checksum BIGINT;
ALTER TABLE api_token ADD COLUMN checksum BIGINT;
ALTER TABLE billing_account ADD COLUMN checksum BIGINT;
ALTER TABLE plan_version ADD COLUMN checksum BIGINT;
ALTER TABLE statement ADD COLUMN checksum BIGINT;
ALTER TABLE statement_line ADD COLUMN checksum BIGINT;
