/** From {@code outage.reports} to a decision, and from a decision to all that it sends (architecture, flow 2 and 3). */
package routes.outage;
