/** The walls between the rooms and the habits of the house, held by tests whose messages say how to repair what they find. */
package arch;
