/** The neighbours, played; one scenario engine; the kill harness; the application that a newcomer starts. */
package lab;
