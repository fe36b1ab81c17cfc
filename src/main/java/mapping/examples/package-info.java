/**
 * The examples of mappings as a workbench: each is run, and what came out is compared with what its file says. Used by the tests of
 * this build and by {@code java -jar outage-hub.jar mappings}, which the integration team's own build can run.
 */
package mapping.examples;
