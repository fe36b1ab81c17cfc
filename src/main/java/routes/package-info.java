/**
 * Every route, and with {@code sap} the only Java that knows Camel. Routes hold EIP verbs; work is in beans that know no
 * Exchange.
 */
package routes;
