/** The database: one class a table family, SQL in plain sight. Transactions begin here. H2 and PostgreSQL alike. */
package store;
