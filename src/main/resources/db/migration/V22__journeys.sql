-- One report's whole way, and by what an operator finds it.
alter table reports add column came varchar(100000);          -- its own part of the message, as the door took it
alter table reports add column steps varchar(1000000);        -- store.ReportStep as JSON, a line for each time that it was decided
create index reports_job on reports (job, received_at);
create index reports_received on reports (received_at);

-- OMS's first answer: its id, OK, PARTIAL or FAILED, and what OMS had to say.
alter table oms_requests add column answer varchar(100);
alter table oms_requests add column result varchar(20);
alter table oms_requests add column errors varchar(4000);
create index oms_requests_outage on oms_requests (outage, asked_at);

create index review_outage on review (outage);
create index review_report on review (report);
create index wms_objects_number on wms_objects (number);
-- What is purged goes by its age.
create index decisions_decided on decisions (decided_at);
