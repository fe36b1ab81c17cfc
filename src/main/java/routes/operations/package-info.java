/** What operators do: sending again what could not go on. */
package routes.operations;
