-- Who watches asks every few seconds which reports OMS has not answered: few rows among many.
create index reports_state on reports (state, received_at);
