/** The documentation, held to what there is. */
package docs;
