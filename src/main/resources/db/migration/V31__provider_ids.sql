-- Whether a provider's message is known already: a look-up must not take another delivery's for this one's.
create index notice_deliveries_provider on notice_deliveries (provider_id);
