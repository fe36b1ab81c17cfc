/** The doors: they decode, check and forward into {@code outage.reports}; what is wrong is refused by name and kept. */
package routes.intake;
