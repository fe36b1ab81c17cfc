/**
 * What the hub needs of SAP's Java connector, in JCo's own shape and without Camel: destinations, metadata, calls, transaction
 * ids, sessions, error groups. SAP's {@code com.sap.conn.jco} takes its place (docs/sap.md).
 */
package sap.jco;
