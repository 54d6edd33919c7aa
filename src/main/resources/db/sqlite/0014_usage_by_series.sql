-- For pages of usage in the order of recording. With the time, since pages of one month skip what came before it.
CREATE INDEX usage_record_series ON usage_record (series, number, at);
