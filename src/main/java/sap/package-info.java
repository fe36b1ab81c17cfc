/** A Camel component with camel-sap's schemes, URIs and bodies, over {@link sap.jco}. Red Hat's camel-sap takes its place (docs/sap.md). */
package sap;
