/**
 * The domain: field reports, outages, the Outage Alert Note and the rules that decide what becomes of each
 * message (rules.md §1-§4, §6). Plain Java: no framework, no SQL, no clock of its own. It owns the interfaces that the
 * store implements.
 */
package outage;
