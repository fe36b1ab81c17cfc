/** What D11 asks of CRM about customers: accounts, receivers, contacts, choices, bundles, the contact log (FR 12–23). Plain Java. */
package preferences;
